package acorde.trust;

import acorde.postgres.Trip;
import acorde.trustlog.Hash;
import acorde.trustlog.SignedNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The statements that write the schema {@code trust}: one for all entries of a batch. */
record LogStatements(Trip trip) {
    /** Waits until no other transaction has written to the logs and not ended yet. */
    static void awaitOthers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '10s'");
            statement.execute("lock table trust.log in share row exclusive mode");
        }
    }

    void entries(List<LogWriter.RowOf> rows) {
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
        var sql = "insert into trust.entry (place, idx, entry, salt, act, state) select * from"
                + " unnest(?::int2[], ?::int8[], ?::bytea[], ?::bytea[], ?::bytea[], ?::int2[])";
        trip.add(sql, (statement, first) -> {
            var arrays = statement.getConnection().unwrap(PGConnection.class);
            statement.setArray(first, arrays.createArrayOf("int2", places));
            statement.setArray(first + 1, arrays.createArrayOf("int8", indexes));
            statement.setArray(first + 2, arrays.createArrayOf("bytea", entries));
            statement.setArray(first + 3, arrays.createArrayOf("bytea", salts));
            statement.setArray(first + 4, arrays.createArrayOf("bytea", acts));
            statement.setArray(first + 5, arrays.createArrayOf("int2", states));
            return first + 6;
        });
    }

    /** Notes of which entries the opening that is addressed to this party has not come. */
    void missing(Place place, List<Long> indexes) {
        var sql = "insert into trust.missing (place, idx) select ?, idx from unnest(?::int8[]) as m (idx)";
        trip.add(sql, (statement, first) -> {
            statement.setInt(first, place.number());
            statement.setArray(
                    first + 1, statement.getConnection().createArrayOf("int8", indexes.toArray(Long[]::new)));
            return first + 2;
        });
    }

    void subtrees(Place place, long from, List<Hash> roots) {
        var sql = "insert into trust.subtree (place, idx, root)"
                + " select ?, ? + n - 1, root from unnest(?::bytea[]) with ordinality as r (root, n)";
        var bytes = roots.stream().map(Hash::bytes).toArray(byte[][]::new);
        trip.add(sql, (statement, first) -> {
            statement.setInt(first, place.number());
            statement.setLong(first + 1, from);
            statement.setArray(
                    first + 2,
                    statement.getConnection().unwrap(PGConnection.class).createArrayOf("bytea", bytes));
            return first + 3;
        });
    }

    void state(Place place, LogState state) {
        var sql = """
                insert into trust.log (place, size, note, cosigned, cosigned_size, heard_at, halted)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (place) do update set size = excluded.size, note = excluded.note,
                    cosigned = excluded.cosigned, cosigned_size = excluded.cosigned_size,
                    heard_at = excluded.heard_at, halted = excluded.halted""";
        trip.add(sql, (statement, first) -> {
            statement.setInt(first, place.number());
            statement.setLong(first + 1, state.size());
            statement.setBytes(first + 2, bytes(state.note()));
            statement.setBytes(first + 3, bytes(state.cosigned()));
            statement.setLong(first + 4, state.cosignedSize());
            statement.setTimestamp(first + 5, state.heardAt() == null ? null : Timestamp.from(state.heardAt()));
            statement.setString(first + 6, state.halted());
            return first + 7;
        });
    }

    void evidence(Place place, String kind, @Nullable SignedNote one, @Nullable SignedNote other) {
        trip.add("insert into trust.evidence (place, kind, first, second) values (?, ?, ?, ?)", (statement, first) -> {
            statement.setInt(first, place.number());
            statement.setString(first + 1, kind);
            statement.setBytes(first + 2, bytes(one));
            statement.setBytes(first + 3, bytes(other));
            return first + 4;
        });
    }

    /** What became of an opening that was missing. */
    void open(Place place, StoredEntry entry) {
        var sql = "update trust.entry set salt = ?, act = ?, state = ? where place = ? and idx = ? and state = 2";
        trip.add(sql, (statement, first) -> {
            statement.setBytes(first, entry.salt());
            statement.setBytes(first + 1, entry.act());
            statement.setInt(first + 2, entry.state().ordinal());
            statement.setInt(first + 3, place.number());
            statement.setLong(first + 4, entry.index());
            return first + 5;
        });
        for (var noted : List.of(
                "delete from trust.missing where place = ? and idx = ?",
                "insert into trust.late (place, idx) values (?, ?)"))
            trip.add(noted, (statement, first) -> {
                statement.setInt(first, place.number());
                statement.setLong(first + 1, entry.index());
                return first + 2;
            });
    }

    void destroy(Place place, long index) {
        var sql = "update trust.entry set salt = null, act = null, state = 3 where place = ? and idx = ? and state = 1";
        trip.add(sql, (statement, first) -> {
            statement.setInt(first, place.number());
            statement.setLong(first + 1, index);
            return first + 2;
        });
    }

    /** Of several orders the one that came first stands: it says the same. */
    void takeBack(long index, long order) {
        var sql = "insert into trust.taken_back (idx, by_idx) values (?, ?) on conflict do nothing";
        trip.add(sql, (statement, first) -> {
            statement.setLong(first, index);
            statement.setLong(first + 1, order);
            return first + 2;
        });
    }

    void receipt(Place place, Receipt receipt, SignedNote note) {
        var sql = "insert into trust.receipt (place, size, at, note) values (?, ?, ?, ?)"
                + " on conflict (place, size) do nothing";
        trip.add(sql, (statement, first) -> {
            statement.setInt(first, place.number());
            statement.setLong(first + 1, receipt.size());
            statement.setTimestamp(first + 2, Timestamp.from(receipt.at()));
            statement.setBytes(first + 3, note.bytes());
            return first + 4;
        });
    }

    /** That this node confirmed a log up to a size. Of an hour the last is kept, so that there are few. */
    void given(Place place, long size, Instant now) {
        var sql = "insert into trust.given (place, hour, size, at) values (?, ?, ?, ?)"
                + " on conflict (place, hour) do update set size = excluded.size, at = excluded.at"
                + " where given.size < excluded.size";
        trip.add(sql, (statement, first) -> {
            statement.setInt(first, place.number());
            statement.setLong(first + 1, now.getEpochSecond() / 3600);
            statement.setLong(first + 2, size);
            statement.setTimestamp(first + 3, Timestamp.from(now));
            return first + 4;
        });
    }

    private static byte @Nullable [] bytes(@Nullable SignedNote note) {
        return note == null ? null : note.bytes();
    }
}
