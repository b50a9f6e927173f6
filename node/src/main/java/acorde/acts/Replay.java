package acorde.acts;

import acorde.postgres.Table;
import acorde.postgres.Trip;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Empties every derived table and fills it again from the acts, in one transaction, on a node that is not running.
 *
 * <p>The logs are read side by side, each as far along as the others, so that few acts wait for what another log holds further on.
 */
public final class Replay {
    private static final int PAGE = 1_024;

    private final Logs logs;
    private final Connection connection;
    private final List<Duty> duties;
    private final boolean beside;
    private final Map<PartyCode, Long> read = new HashMap<>();
    private final Gaps missing = new Gaps();
    private Memory memory;
    private Fold fold;

    /** @param beside whether the tables are in another database than the logs, which then stay as they are */
    private Replay(Logs logs, Connection connection, List<Duty> duties, boolean beside) { // from what, to where
        this.logs = logs;
        this.beside = beside;
        this.connection = connection;
        this.duties = duties;
        this.memory = new Memory(logs, connection);
        this.fold = folding();
    }

    private Fold folding() {
        return new Fold(
                memory,
                Acts.byKind(duties),
                this::arrived,
                party -> logs.charter().place(party).isPresent());
    }

    /**
     * Rebuilds the tables; the caller's connection is left with all of it committed. What acts take back, and an older version of the program
     * kept or handed out, is destroyed or handed out no more with it.
     *
     * @return how many entries were read
     */
    public static long rebuild(Logs logs, Connection connection, List<Duty> duties) throws SQLException {
        return rebuild(new Replay(logs, connection, duties, false), entries -> {});
    }

    /** The same in a database beside that of the logs. @param progress told how many entries have been read */
    static long rebuildBeside(Logs logs, Connection connection, List<Duty> duties, LongConsumer progress)
            throws SQLException {
        return rebuild(new Replay(logs, connection, duties, true), progress);
    }

    private static long rebuild(Replay replay, LongConsumer progress) throws SQLException {
        replay.connection.setAutoCommit(false);
        var count = replay.run(progress);
        replay.connection.commit();
        return count;
    }

    /** A fingerprint of every derived table: its number of rows and a hash over all of them in the order of their keys. */
    public static Map<String, String> fingerprints(Connection connection, List<Duty> duties) throws SQLException {
        var fingerprints = new TreeMap<String, String>();
        try (var statement = connection.createStatement()) {
            for (var table : tables(duties)) {
                try (var row =
                        statement.executeQuery("select count(*), md5(string_agg(md5(t::text), '' order by t::text))"
                                + " from " + table + " t")) {
                    row.next();
                    fingerprints.put(table.toString(), row.getLong(1) + " rows " + row.getString(2));
                }
            }
        }
        return fingerprints;
    }

    /** The schemas of the derived tables. */
    static Set<String> schemas(List<Duty> duties) {
        return tables(duties).stream()
                .map(table -> table.toString().split("\\.", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Table<?, ?>> tables(List<Duty> duties) {
        var tables = new ArrayList<Table<?, ?>>(ActsTables.ALL);
        duties.forEach(duty -> tables.addAll(duty.tables()));
        return tables;
    }

    private long run(LongConsumer progress) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : tables(duties)) statement.execute("truncate " + table);
        }
        for (var place : logs.charter().places()) read.put(place.party(), 0L);
        while (true) {
            var next = read.keySet().stream()
                    .filter(party -> read(party) < size(party))
                    .min(Comparator.comparingDouble(party -> (double) read(party) / size(party)));
            var all = read.values().stream().mapToLong(Long::longValue).sum();
            if (next.isEmpty()) return all;
            progress.accept(all);
            page(next.get());
        }
    }

    private long read(PartyCode party) {
        return read.getOrDefault(party, 0L);
    }

    private long size(PartyCode party) {
        return logs.state(party).size();
    }

    private void page(PartyCode party) throws SQLException {
        var from = read(party);
        var arrived = new ArrayList<Stretch.Arrived>();
        var weight = 0L;
        for (var entry : logs.entries(party, from, from + PAGE)) {
            var act = entry.act();
            var id = new ActId(party, entry.index());
            var reading = act == null ? null : ActText.read(id, act, logs.self().party());
            arrived.add(new Stretch.Arrived(entry, reading));
            weight += arrived.getLast().weight();
            if (weight >= Batch.BYTES) break;
        }
        if (arrived.isEmpty()) throw new IllegalStateException(party + "/" + from + " is not stored");
        take(party, arrived);
    }

    /** An act whose rows cannot be stored must not stop the logs behind it: as the sequencer does, the page is halved until it alone is rejected. */
    private void take(PartyCode party, List<Stretch.Arrived> page) throws SQLException {
        var before = connection.setSavepoint();
        try {
            store(party, page);
            connection.releaseSavepoint(before);
            return;
        } catch (SQLException refused) {
            if (!Unstorable.is(refused)) throw refused;
            undo(before, party, page, refused);
        } catch (IllegalArgumentException unfit) {
            undo(before, party, page, unfit);
        }
        var half = page.size() / 2;
        if (half == 0) {
            take(party, List.of(new Stretch.Arrived(page.getFirst().entry(), new ActText.Reading.Bad("FAULT"))));
        } else {
            take(party, page.subList(0, half));
            take(party, page.subList(half, page.size()));
        }
    }

    /** Goes back to before the page, and reads from the tables what waited then. */
    private void undo(Savepoint before, PartyCode party, List<Stretch.Arrived> page, Exception why)
            throws SQLException {
        var first = page.getFirst();
        if (page.size() == 1 && !(first.reading() instanceof ActText.Reading.Good))
            throw new IllegalStateException(party + "/" + first.entry().index() + " cannot be stored", why);
        connection.rollback(before);
        memory = new Memory(logs, connection);
        fold = folding();
        fold.restore(connection);
        read.put(party, first.entry().index());
    }

    private void store(PartyCode party, List<Stretch.Arrived> page) throws SQLException {
        prefetch(page);
        for (var arrived : page) {
            var id = new ActId(party, arrived.entry().index());
            if (arrived.entry().state() == StoredEntry.State.MISSING) missing.add(id);
            read.put(party, id.index() + 1);
            fold.take(id, arrived.reading(), missing.contains(id));
        }
        var trip = new Trip();
        memory.addTo(trip);
        if (!beside) takeBack(trip);
        trip.run(connection);
        memory.seal();
        memory.landed();
    }

    private void takeBack(Trip trip) {
        memory.takenBack().forEach((id, order) -> {
            if (memory.isOurs(id)) logs.takeBack(trip, id.index(), order.index());
            else logs.destroy(trip, id.party(), id.index());
        });
    }

    private void prefetch(List<Stretch.Arrived> page) {
        var depended = new HashSet<ActId>();
        var rows = new ArrayList<RowKey<?, ?>>();
        for (var one : page) if (one.reading() instanceof ActText.Reading.Good(var act)) depended.addAll(act.after());
        memory.prefetchActs(depended);
        for (var one : page) if (one.reading() instanceof ActText.Reading.Good(var act)) rows.addAll(fold.reads(act));
        memory.prefetchRows(rows);
    }

    private boolean arrived(ActId id) {
        return id.index() < read(id.party()) && !missing.contains(id);
    }
}
