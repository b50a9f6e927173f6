package acorde.offices;

import acorde.acts.ActId;
import acorde.postgres.Trip;
import acorde.trustlog.Hash;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the journal that are not derived. */
final class JournalRows {
    private static final String APPEND = """
            with taken as (update offices.journal_next set next = next + ? returning next - ? as first)
            insert into offices.journal_line (number, line)
                select taken.first + l.place - 1, l.line
                from taken, unnest(?::bytea[]) with ordinality as l (line, place)""";

    private final JdbcClient jdbc;

    JournalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Appends lines. The row {@code journal_next} stays locked until the caller's transaction ends, so the numbers have no gaps and become
     * visible in their order, whatever process writes.
     */
    void append(List<byte[]> lines) {
        jdbc.sql(APPEND)
                .params(lines.size(), lines.size(), lines.toArray(byte[][]::new))
                .update();
    }

    /** The same as a part of another transaction. */
    static void append(Trip trip, List<byte[]> lines) {
        trip.add(APPEND, (statement, first) -> {
            statement.setInt(first, lines.size());
            statement.setInt(first + 1, lines.size());
            statement.setArray(
                    first + 2, statement.getConnection().createArrayOf("bytea", lines.toArray(byte[][]::new)));
            return first + 3;
        });
    }

    /** Makes whoever else writes wait until the caller's transaction ends. */
    void lock() {
        jdbc.sql("select next from offices.journal_next for update")
                .query(Long.class)
                .single();
    }

    /** The lines numbered from {@code from} on, in order. */
    List<byte[]> lines(long from, int limit) {
        return jdbc.sql("select line from offices.journal_line where number >= ? order by number limit ?")
                .params(from, limit)
                .query((row, number) -> row.getBytes("line"))
                .list();
    }

    /** The number of the first line that is in no act yet. */
    long head() {
        return jdbc.sql("select next from offices.journal_head where one = ?")
                .param(OfficesDuty.HEAD_KEY)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    List<Journal.Minute> minutes(long before, int limit) {
        return jdbc.sql("select * from offices.journal_minute where first < ? order by first desc limit ?")
                .params(before, limit)
                .query((row, number) -> new Journal.Minute(
                        row.getLong("first"),
                        row.getLong("count"),
                        Hash.ofHex(row.getString("root")),
                        ActId.parse(row.getString("act"))))
                .list();
    }
}
