package acorde.bench;

import acorde.postgres.Postgres;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** How fast the same database takes the same bytes by nothing but COPY, a batch to a transaction: the yardstick of every durable figure. */
final class CopyRate {
    private static final int SECONDS = 5;
    private static final String ENTRY = "\\\\x" + "5a".repeat(66);
    private static final String SALT = "\\\\x" + "a5".repeat(32);
    private static final String ACT = "\\\\x" + "7b".repeat(612);
    private static final String DOC = "x".repeat(400);

    private CopyRate() {}

    /** Rows a second; a row is an entry with its opening and one derived row. */
    static double of(Postgres postgres, int batch) throws Exception {
        try (var connection = postgres.open()) {
            try (var statement = connection.createStatement()) {
                statement.execute("create schema if not exists bench");
                statement.execute("drop table if exists bench.entry, bench.row");
                statement.execute("create table bench.entry (place int2, idx int8, entry bytea, salt bytea, act bytea, state int2, primary key (place, idx))");
                statement.execute("create table bench.row (key text primary key, doc text)");
            }
            connection.setAutoCommit(false);
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            var began = System.nanoTime();
            var index = 0L;
            while (System.nanoTime() - began < SECONDS * 1_000_000_000L) {
                var entries = new StringBuilder();
                var rows = new StringBuilder();
                for (var i = 0; i < batch; i++, index++) {
                    entries.append("0\t").append(index).append('\t').append(ENTRY).append('\t').append(SALT).append('\t').append(ACT).append("\t1\n");
                    rows.append("initiative/B-").append(index).append('\t').append(DOC).append('\n');
                }
                copies.copyIn("copy bench.entry from stdin", stream(entries));
                copies.copyIn("copy bench.row from stdin", stream(rows));
                connection.commit();
            }
            return index / ((System.nanoTime() - began) / 1e9);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteArrayInputStream stream(StringBuilder text) {
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
