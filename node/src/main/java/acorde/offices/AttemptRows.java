package acorde.offices;

import acorde.offices.Throttle.Attempts;
import acorde.offices.Throttle.Count;
import acorde.offices.Throttle.Verdict;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code offices.attempts}. The caller opens the transaction. */
final class AttemptRows {
    private final JdbcClient jdbc;
    private final byte[] key;

    AttemptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.key = jdbc.sql("select key from offices.throttle_key")
                .query((row, number) -> row.getBytes("key"))
                .single();
    }

    private int bucket(Count count) {
        return count.bucket(key);
    }

    /** Adds an attempt to all its counts, if none says that it has to wait. */
    Verdict begin(List<Count> counts, Instant now) {
        var verdicts = new LinkedHashMap<Count, Verdict>();
        for (var count : counts) verdicts.put(count, count.by().begin(lock(bucket(count)), now));
        var latest = Instant.MIN;
        for (var verdict : verdicts.values())
            if (verdict instanceof Verdict.Wait(var until) && until.isAfter(latest)) latest = until;
        if (latest != Instant.MIN) return new Verdict.Wait(latest);
        for (var each : verdicts.entrySet())
            if (each.getValue() instanceof Verdict.Look(var counted)) put(bucket(each.getKey()), counted);
        return verdicts.values().iterator().next();
    }

    /** The password was right: the pair begins anew, what others share gets its one attempt back. */
    void forgive(List<Count> counts) {
        takeBack(counts);
        for (var count : counts)
            if (count.by().equals(Throttle.OF_PAIR))
                jdbc.sql("delete from offices.attempts where bucket = ?")
                        .param(bucket(count))
                        .update();
    }

    /** The password was not looked at after all. */
    void takeBack(List<Count> counts) {
        for (var count : counts) put(bucket(count), count.by().forgive(lock(bucket(count))));
    }

    private Attempts lock(int bucket) {
        jdbc.sql("insert into offices.attempts (bucket, failures, until, last) values (?, 0, 'epoch', 'epoch')"
                        + " on conflict do nothing")
                .param(bucket)
                .update();
        return jdbc.sql("select failures, until, last from offices.attempts where bucket = ? for update")
                .param(bucket)
                .query((row, number) -> new Attempts(
                        row.getInt("failures"),
                        row.getTimestamp("until").toInstant(),
                        row.getTimestamp("last").toInstant()))
                .single();
    }

    private void put(int bucket, Attempts attempts) {
        jdbc.sql("update offices.attempts set failures = ?, until = ?, last = ? where bucket = ?")
                .param(attempts.failures())
                .param(Timestamp.from(attempts.until()))
                .param(Timestamp.from(attempts.last()))
                .param(bucket)
                .update();
    }
}
