package acorde.offices;

import acorde.offices.Throttle.Attempts;
import acorde.offices.Throttle.Verdict;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code offices.attempts}. The caller opens the transaction. */
final class AttemptRows {
    private final JdbcClient jdbc;

    AttemptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts an attempt against its account and its address, if neither has to wait. */
    Verdict begin(Throttle.Subject attempting, Instant now) {
        // Always account before address, so that two attempts never wait for each other's row.
        var ofAccount = lock(attempting.account());
        var ofAddress = lock(attempting.address());
        var account = Throttle.OF_ACCOUNT.begin(ofAccount, now);
        var address = Throttle.OF_ADDRESS.begin(ofAddress, now);
        return switch (account) {
            case Verdict.Wait(var until) -> new Verdict.Wait(later(until, address));
            case Verdict.Look(var counted) ->
                switch (address) {
                    case Verdict.Wait wait -> wait;
                    case Verdict.Look(var countedToo) -> {
                        put(attempting.account(), counted);
                        put(attempting.address(), countedToo);
                        yield account;
                    }
                };
        };
    }

    private static Instant later(Instant until, Verdict other) {
        return other instanceof Verdict.Wait(var otherUntil) && otherUntil.isAfter(until) ? otherUntil : until;
    }

    /** The password was right: the account begins anew, the address gets its one attempt back. */
    void forgive(Throttle.Subject attempting) {
        lock(attempting.account());
        jdbc.sql("delete from offices.attempts where bucket = ?")
                .param(attempting.account())
                .update();
        put(attempting.address(), Throttle.OF_ADDRESS.forgive(lock(attempting.address())));
    }

    /** The password was not looked at after all. */
    void takeBack(Throttle.Subject attempting) {
        put(attempting.account(), Throttle.OF_ACCOUNT.forgive(lock(attempting.account())));
        put(attempting.address(), Throttle.OF_ADDRESS.forgive(lock(attempting.address())));
    }

    /** Drops what is forgotten. */
    void prune(Instant now) {
        jdbc.sql("delete from offices.attempts where last < ?")
                .param(Timestamp.from(now.minus(Throttle.OF_ADDRESS.forgotten())))
                .update();
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
