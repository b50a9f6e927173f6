package acorde.bench;

import acorde.postgres.Postgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;

/**
 * How fast the same database takes the same bytes by nothing but binary COPY, a batch to a transaction: the yardstick of every durable figure.
 */
final class CopyRate {
    private static final int SECONDS = 5;
    private static final byte[] ENTRY = filled(66);
    private static final byte[] SALT = filled(32);
    private static final byte[] ACT = filled(612);
    private static final byte[] DOC = filled(400);
    private static final byte[] HEADER = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    private CopyRate() {}

    private static byte[] filled(int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    /** What a story's durable figures stand beside. */
    static Figure beside(String story, Postgres postgres, int batch) throws Exception {
        return Figure.plain(story, "raw COPY of such rows in batches of " + batch, of(postgres, batch), "/s");
    }

    /** Rows a second; a row is an entry with its opening and one derived row. */
    static double of(Postgres postgres, int batch) throws Exception {
        try (var connection = postgres.open()) {
            try (var statement = connection.createStatement()) {
                statement.execute("create schema if not exists bench");
                statement.execute("drop table if exists bench.entry, bench.row");
                statement.execute(
                        "create table bench.entry (place int2, idx int8, entry bytea, salt bytea, act bytea, state int2, primary key (place, idx))");
                statement.execute("create table bench.row (key text primary key, doc text)");
            }
            connection.setAutoCommit(false);
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            var began = System.nanoTime();
            var index = 0L;
            while (System.nanoTime() - began < SECONDS * 1_000_000_000L) {
                var entries = new Rows();
                var rows = new Rows();
                for (var i = 0; i < batch; i++, index++) {
                    entries.begin(6);
                    entries.number(0, 2);
                    entries.number(index, 8);
                    entries.bytes(ENTRY);
                    entries.bytes(SALT);
                    entries.bytes(ACT);
                    entries.number(1, 2);
                    rows.begin(2);
                    rows.bytes(("initiative/B-" + index).getBytes(StandardCharsets.US_ASCII));
                    rows.bytes(DOC);
                }
                copies.copyIn("copy bench.entry from stdin binary", entries.end());
                copies.copyIn("copy bench.row from stdin binary", rows.end());
                connection.commit();
            }
            return index / ((System.nanoTime() - began) / 1e9);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows as binary COPY takes them (PostgreSQL documentation, COPY, "Binary Format"). */
    private static final class Rows {
        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(buffer);

        Rows() throws IOException {
            out.write(HEADER);
            out.writeLong(0);
        }

        void begin(int fields) throws IOException {
            out.writeShort(fields);
        }

        void number(long value, int size) throws IOException {
            out.writeInt(size);
            if (size == 2) out.writeShort((int) value);
            else out.writeLong(value);
        }

        void bytes(byte[] bytes) throws IOException {
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        InputStream end() throws IOException {
            out.writeShort(-1);
            return new ByteArrayInputStream(buffer.toByteArray());
        }
    }
}
