package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.trust.Logs;
import acorde.trust.PaperLog;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State is a fold of the acts: whatever the order in which they come, the same comes of them. */
@Tag("database")
class FoldTest {
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode HN = new PartyCode("HN");
    private static final PartyCode SV = new PartyCode("SV");
    private static final Instant NOW = Instant.parse("2019-03-28T16:00:00Z");

    private static Parties parties;
    private static Postgres postgres;

    @BeforeAll
    static void found(@TempDir Path folder) {
        parties = new Parties(folder, Parties.NOWHERE, "GT", "HN", "SV", "US");
        postgres = LoneNode.prepared();
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    /** The sequencer's part of a node, without its thread: the test decides what comes when, and when all in memory is lost. */
    private static final class Fed implements AutoCloseable {
        private final Logs logs = new Logs(parties.charter(), HN, parties.keys(HN), postgres.readers());
        private final Lease lease = postgres.lease("log");
        private Batch batch = open();

        private Batch open() {
            try {
                return new Batch(
                        logs,
                        postgres.openForRows(),
                        postgres.openForRows(),
                        lease,
                        Acts.byKind(LoneNode.DUTIES),
                        (_, _) -> {});
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        void take(List<Work> works) {
            try {
                for (var rest = works; !rest.isEmpty(); ) {
                    batch.carryOut(rest, NOW);
                    var sealed = batch.seal();
                    batch.commit(sealed);
                    batch.landed();
                    rest = rest.subList(sealed.works().size(), rest.size());
                }
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        /** Does the works and is killed before it commits. */
        void loseAfter(List<Work> works) {
            batch.carryOut(works, NOW);
            batch.discard();
            batch = open();
        }

        @Override
        public void close() {
            batch.discard();
            lease.close();
        }
    }

    private static Stretch.Arrived arrived(PaperLog log, long index, boolean given) {
        var entry = log.entry(index);
        if (!log.isFor(HN, index))
            return new Stretch.Arrived(StoredEntry.closed(index, entry, StoredEntry.State.NOT_FOR_US), null);
        if (!given) return new Stretch.Arrived(StoredEntry.closed(index, entry, StoredEntry.State.MISSING), null);
        var reading = ActText.read(new ActId(log.party(), index), log.act(index), HN);
        return new Stretch.Arrived(StoredEntry.open(index, entry, log.salt(index), log.act(index)), reading);
    }

    private static Work stretch(PaperLog log, long from, long to, Set<Long> withheld) {
        var entries = new ArrayList<Stretch.Arrived>();
        for (var index = from; index < to; index++) entries.add(arrived(log, index, !withheld.contains(index)));
        var note = to == log.size() ? log.checkpoint() : null;
        return new Work.Incoming(new Stretch(log.party(), entries, note), new CompletableFuture<>());
    }

    private static Work late(PaperLog log, long index) {
        var arrived = arrived(log, index, true);
        return new Work.Late(log.party(), arrived.entry(), arrived.reading(), new CompletableFuture<>());
    }

    /** Brings a history in an order, in stretches, in batches, with openings that come late and losses of memory, all by chance. */
    private static void deliver(History history, Random random) {
        LoneNode.empty(postgres);
        try (var fed = new Fed()) {
            var next = new HashMap<PartyCode, Long>();
            var late = new ArrayList<ActId>();
            var works = new ArrayList<Work>();
            var open = new ArrayList<>(history.logs.values());
            while (!open.isEmpty() || !late.isEmpty()) {
                if (open.isEmpty() || !late.isEmpty() && random.nextInt(6) == 0) {
                    var id = late.remove(random.nextInt(late.size()));
                    works.add(late(history.logs.get(id.party()), id.index()));
                } else {
                    var log = open.get(random.nextInt(open.size()));
                    var from = next.getOrDefault(log.party(), 0L);
                    var to = Math.min(log.size(), from + 1 + random.nextInt(30));
                    works.add(stretch(log, from, to, withheld(history, log, from, to, late, random)));
                    next.put(log.party(), to);
                    if (to == log.size()) open.remove(log);
                }
                if (random.nextInt(3) > 0) continue;
                if (random.nextInt(5) == 0) fed.loseAfter(works);
                fed.take(works);
                works.clear();
            }
            fed.take(works);
        }
    }

    private static Set<Long> withheld(
            History history, PaperLog log, long from, long to, List<ActId> late, Random random) { // one stretch
        var withheld = new TreeSet<Long>();
        for (var index = from; index < to; index++) {
            var id = new ActId(log.party(), index);
            if (history.texts.get(id) instanceof History.Text.Withheld) withheld.add(index);
            else if (log.isFor(HN, index) && random.nextInt(12) == 0) {
                withheld.add(index);
                late.add(id);
            }
        }
        return withheld;
    }

    private static History.Expected stored() {
        var depths = new HashMap<ActId, Integer>();
        var rejected = new HashMap<ActId, String>();
        var waiting = new HashMap<ActId, ActId>();
        read("select act, depth::text from notes.note").forEach((id, depth) -> depths.put(id, Integer.valueOf(depth)));
        rejected.putAll(read("select act, rule from acts.rejected"));
        read("select act, missing from acts.waiting").forEach((id, missing) -> waiting.put(id, ActId.parse(missing)));
        return new History.Expected(depths, rejected, waiting);
    }

    private static Map<ActId, String> read(String sql) {
        var rows = new TreeMap<ActId, String>();
        try (var connection = postgres.open();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) rows.put(ActId.parse(found.getString(1)), found.getString(2));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    private static void replay() {
        var logs = new Logs(parties.charter(), HN, parties.keys(HN), postgres.readers());
        try (var connection = postgres.open()) {
            Replay.rebuild(logs, connection, LoneNode.DUTIES);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anyOrderThatRespectsEachLogGivesTheSameRowsAndSoDoesReplay(long seed) {
        var history = new History(parties, HN, seed, 200);
        var expected = history.expected();
        for (var order = 0; order < 5; order++) {
            deliver(history, new Random(1_000 * seed + order));
            assertSame(expected, "seed " + seed + ", order " + order);
        }
        replay();
        assertSame(expected, "replay of seed " + seed);
    }

    private static void assertSame(History.Expected expected, String which) {
        var stored = stored();
        assertEquals(expected.rejected(), stored.rejected(), which);
        assertEquals(expected.waiting(), stored.waiting(), which);
        assertEquals(expected.depths(), stored.depths(), which);
    }

    @Test
    void theGeneratedHistoriesHoldWhatTheyAreMeantToProve() {
        var rules = new TreeSet<String>();
        var waiting = 0;
        var notes = 0;
        for (var seed = 1; seed <= 6; seed++) {
            var expected = new History(parties, HN, seed, 200).expected();
            rules.addAll(expected.rejected().values());
            waiting += expected.waiting().size();
            notes += expected.depths().size();
        }
        assertEquals(Set.of("AFTER_ITSELF", "AFTER_UNKNOWN", "BY_ANOTHER", "EMPTY", "NOT_JSON", "TO_DISAGREES"), rules);
        assertTrue(waiting > 20 && notes > 300, waiting + " wait, " + notes + " notes");
    }

    private static PaperLog log(PartyCode party, List<List<ActId>> after) {
        var log = parties.log(party);
        for (var each : after) {
            var note = new Notes.Say("note", new TreeSet<>(Set.of(HN)), each);
            log.write(Notes.text(party, note), Set.of(HN));
        }
        return log;
    }

    private static void take(PaperLog... logs) {
        LoneNode.empty(postgres);
        try (var fed = new Fed()) {
            for (var log : logs) fed.take(List.of(stretch(log, 0, log.size(), Set.of())));
        }
    }

    @Test
    void twoActsThatWaitForTheSameActAreAppliedInTheOrderTheyDependOnEachOther() {
        var awaited = new ActId(SV, 0);
        var first = log(GT, List.of(List.of(awaited, new ActId(new PartyCode("US"), 0))));
        var second = log(new PartyCode("US"), List.of(List.of(awaited)));
        take(first, second, log(SV, List.of(List.of())));
        assertEquals(Map.of(awaited, 1, new ActId(new PartyCode("US"), 0), 2, new ActId(GT, 0), 3), stored().depths());
    }

    @Test
    void actsThatNameEachOtherInACircleWaitForEverAndStopNobodyElse() {
        var circle = log(GT, List.of(List.of(new ActId(SV, 0)), List.of()));
        take(circle, log(SV, List.of(List.of(new ActId(GT, 0)), List.of(), List.of(new ActId(GT, 1)))));
        assertEquals(
                Map.of(new ActId(GT, 0), new ActId(SV, 0), new ActId(SV, 0), new ActId(GT, 0)), stored().waiting());
        assertEquals(Map.of(new ActId(GT, 1), 1, new ActId(SV, 1), 1, new ActId(SV, 2), 2), stored().depths());
    }

    @Test
    void aStretchThatComesTwiceIsTakenOnce() {
        LoneNode.empty(postgres);
        var log = log(GT, List.of(List.of(), List.of()));
        try (var fed = new Fed()) {
            fed.take(List.of(stretch(log, 0, 1, Set.of())));
            fed.take(List.of(stretch(log, 0, 2, Set.of())));
        }
        assertEquals(2, stored().depths().size());
    }

    @Test
    void anOpeningThatComesTwiceIsTakenOnce() {
        LoneNode.empty(postgres);
        var log = log(GT, List.of(List.of(), List.of()));
        try (var fed = new Fed()) {
            fed.take(List.of(stretch(log, 0, 2, Set.of(1L))));
            fed.take(List.of(late(log, 1), late(log, 1)));
            fed.take(List.of(late(log, 1), late(log, 0)));
        }
        assertEquals(2, stored().depths().size());
    }
}
