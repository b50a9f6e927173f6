package acorde.trust;

import acorde.trustlog.Hash;
import acorde.trustlog.SignedNote;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The statements that write the schema {@code trust}: one for a batch, kept for the life of the connection. */
final class LogStatements {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    LogStatements(Connection connection) {
        this.connection = connection;
    }

    /** Waits until no other transaction has written to the logs and not ended yet. */
    void awaitOthers() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '10s'");
            statement.execute("lock table trust.log in share row exclusive mode");
        }
    }

    void entries(List<LogWriter.RowOf> rows) throws SQLException {
        if (rows.isEmpty()) return;
        var n = rows.size();
        var places = new short[n];
        var indexes = new long[n];
        var entries = new byte[n][];
        byte[] @Nullable [] salts = new byte[n][];
        byte[] @Nullable [] acts = new byte[n][];
        var states = new short[n];
        for (var i = 0; i < n; i++) {
            var row = rows.get(i);
            places[i] = (short) row.place().number();
            indexes[i] = row.entry().index();
            entries[i] = row.entry().entry();
            salts[i] = row.entry().salt();
            acts[i] = row.entry().act();
            states[i] = (short) row.entry().state().ordinal();
        }
        var statement = prepare("insert into trust.entry (place, idx, entry, salt, act, state) select * from"
                + " unnest(?::int2[], ?::int8[], ?::bytea[], ?::bytea[], ?::bytea[], ?::int2[])");
        var arrays = connection.unwrap(PGConnection.class);
        statement.setArray(1, arrays.createArrayOf("int2", places));
        statement.setArray(2, arrays.createArrayOf("int8", indexes));
        statement.setArray(3, connection.createArrayOf("bytea", entries));
        statement.setArray(4, connection.createArrayOf("bytea", salts));
        statement.setArray(5, connection.createArrayOf("bytea", acts));
        statement.setArray(6, arrays.createArrayOf("int2", states));
        statement.executeUpdate();
    }

    void subtrees(Place place, long from, List<Hash> roots) throws SQLException {
        var statement = prepare("insert into trust.subtree (place, idx, root)"
                + " select ?, ? + n - 1, root from unnest(?::bytea[]) with ordinality as r (root, n)");
        statement.setInt(1, place.number());
        statement.setLong(2, from);
        statement.setArray(
                3,
                connection.createArrayOf(
                        "bytea", roots.stream().map(Hash::bytes).toArray(byte[][]::new)));
        statement.executeUpdate();
    }

    void state(Place place, LogState state) throws SQLException {
        var statement = prepare("""
                insert into trust.log (place, size, note, cosigned, cosigned_size, heard_at, halted)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (place) do update set size = excluded.size, note = excluded.note,
                    cosigned = excluded.cosigned, cosigned_size = excluded.cosigned_size,
                    heard_at = excluded.heard_at, halted = excluded.halted""");
        statement.setInt(1, place.number());
        statement.setLong(2, state.size());
        statement.setBytes(3, bytes(state.note()));
        statement.setBytes(4, bytes(state.cosigned()));
        statement.setLong(5, state.cosignedSize());
        statement.setTimestamp(6, state.heardAt() == null ? null : Timestamp.from(state.heardAt()));
        statement.setString(7, state.halted());
        statement.executeUpdate();
    }

    void evidence(Place place, String kind, @Nullable SignedNote first, @Nullable SignedNote second)
            throws SQLException {
        var statement = prepare("insert into trust.evidence (place, kind, first, second) values (?, ?, ?, ?)");
        statement.setInt(1, place.number());
        statement.setString(2, kind);
        statement.setBytes(3, bytes(first));
        statement.setBytes(4, bytes(second));
        statement.executeUpdate();
    }

    void open(Place place, StoredEntry entry) throws SQLException {
        var statement = prepare(
                "update trust.entry set salt = ?, act = ?, state = 1 where place = ? and idx = ? and state = 2");
        statement.setBytes(1, entry.salt());
        statement.setBytes(2, entry.act());
        statement.setInt(3, place.number());
        statement.setLong(4, entry.index());
        statement.executeUpdate();
    }

    void receipt(Place place, Receipt receipt, SignedNote note) throws SQLException {
        var statement = prepare("insert into trust.receipt (place, size, at, note) values (?, ?, ?, ?)"
                + " on conflict (place, size) do nothing");
        statement.setInt(1, place.number());
        statement.setLong(2, receipt.size());
        statement.setTimestamp(3, Timestamp.from(receipt.at()));
        statement.setBytes(4, note.bytes());
        statement.executeUpdate();
    }

    private static byte @Nullable [] bytes(@Nullable SignedNote note) {
        return note == null ? null : note.bytes();
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }
}
