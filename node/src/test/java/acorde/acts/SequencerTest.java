package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.postgres.DatabaseUnavailable;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.trust.Logs;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import acorde.trustlog.TilePath;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The one writer when its database goes away under it, when another process takes over, and when it is stopped; and the tiles of what it wrote. */
@Tag("database")
class SequencerTest {
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode HN = new PartyCode("HN");

    private static Parties parties;
    private static Postgres postgres;

    @BeforeAll
    static void found(@TempDir Path folder) {
        parties = new Parties(folder, Parties.NOWHERE, "GT", "HN");
        postgres = LoneNode.prepared();
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @BeforeEach
    void empty() {
        LoneNode.empty(postgres);
    }

    private static LoneNode node() {
        return new LoneNode(parties.charter(), HN, parties.keys(HN), postgres);
    }

    private static void execute(String sql) {
        try (var connection = postgres.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends every session on this database but the one that says so. */
    private static void cutAllConnections() {
        execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    /** What the log of Honduras says, read without the node. */
    private static List<String> words() {
        var logs = new Logs(parties.charter(), HN, parties.keys(HN), postgres.readers());
        var words = new ArrayList<String>();
        for (var entry : logs.entries(HN, 0, logs.state(HN).size()))
            words.add(ActText.read(new ActId(HN, entry.index()), entry, HN)
                    .orElseThrow()
                    .body()
                    .path("words")
                    .asString());
        return words;
    }

    private static Throwable faultOf(CompletableFuture<?> answer) {
        return assertThrows(ExecutionException.class, () -> answer.get(60, TimeUnit.SECONDS))
                .getCause();
    }

    @Test
    void whatWasAskedForBeforeItWasThereIsFoundOnceItIs() throws Exception {
        var first = new ActId(HN, 0);
        Command<Boolean> look = (past, now) -> new Decision.Decline<>(
                past.act(first).isPresent() && past.row(Notes.NOTE, first).isPresent());
        try (var node = stopping(node())) {
            assertEquals(new Said.Declined<>(false), node.acts.sayOfItself(look).get(60, TimeUnit.SECONDS));
            node.say(Notes.say("first", GT));
            assertEquals(new Said.Declined<>(true), node.acts.sayOfItself(look).get(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void whoeverIsAnsweredWhileConnectionsAreCutIsToldTheTruth() {
        var said = new HashSet<String>();
        var unsaid = new HashSet<String>();
        try (var node = stopping(node())) {
            for (var round = 0; round < 12; round++) {
                var answers = new java.util.LinkedHashMap<String, CompletableFuture<Said<String>>>();
                for (var i = 0; i < 150; i++) {
                    var words = "note " + round + "." + i;
                    answers.put(words, node.acts.sayOfItself(Notes.say(words, GT)));
                    if (i == 10 * round) cutAllConnections();
                }
                answers.forEach((words, answer) -> {
                    try {
                        assertInstanceOf(Said.Written.class, answer.get(60, TimeUnit.SECONDS));
                        said.add(words);
                    } catch (ExecutionException e) {
                        assertInstanceOf(DatabaseLost.class, e.getCause());
                        unsaid.add(words);
                    } catch (Exception e) {
                        throw new AssertionError(words, e);
                    }
                });
            }
            node.say(Notes.say("after all", GT));
        }
        var stored = words();
        assertEquals(stored.size(), Set.copyOf(stored).size(), "nothing was said twice");
        said.add("after all");
        assertEquals(said, Set.copyOf(stored), unsaid.size() + " were told that nothing was said");
        assertTrue(said.size() + unsaid.size() == 12 * 150 + 1);
    }

    /** The node without its database, which serves other tests. */
    private static Stopped stopping(LoneNode node) {
        return new Stopped(node.acts, node);
    }

    private record Stopped(Acts acts, LoneNode node) implements AutoCloseable {
        void say(Notes.Say note) {
            node.say(note);
        }

        @Override
        public void close() {
            node.stop();
        }
    }

    @Test
    void theRowsAreThoseOfAReplayAfterConnectionsWereCut() {
        var node = node();
        var answers = new ArrayList<CompletableFuture<?>>();
        for (var i = 0; i < 300; i++) {
            var answer = node.acts.sayOfItself(Notes.say("note " + i, GT)).exceptionally(fault -> null);
            if (i % 60 == 0) cutAllConnections();
            if (i % 100 == 0) answer.join();
            answers.add(answer);
        }
        answers.forEach(CompletableFuture::join);
        node.say(Notes.say("last", GT));
        node.stop();
        assertEquals(node.fingerprints(), node.replayed());
        assertEquals(words().size(), node.notes());
    }

    /** Says a note whose own row was looked for before it was written, and declines if a row of one of those before is not seen. */
    private record Chained(long number) implements Command<String> {
        @Override
        public List<RowKey<?, ?>> reads() {
            return List.of(new RowKey<>(Notes.NOTE, new ActId(HN, number)));
        }

        @Override
        public Decision<String> decide(Past past, Instant now) {
            for (var before = Math.max(0, number - 500); before < number; before += 7)
                if (past.row(Notes.NOTE, new ActId(HN, before)).isEmpty())
                    return new Decision.Decline<>(number + " does not see " + before);
            return Notes.say("note " + number, GT).decide(past, now);
        }
    }

    @Test
    void whatABatchWroteIsSeenByAllThatAreCarriedOutWhileItIsCommittedAndAfter() throws Exception {
        var node = node();
        var answers = new ArrayList<CompletableFuture<Said<String>>>();
        for (var number = 0L; number < 4_000; number++) {
            answers.add(node.acts.sayOfItself(new Chained(number)));
            if (number % 200 == 0)
                answers.getLast().get(60, TimeUnit.SECONDS); // so that many batches follow each other
        }
        for (var answer : answers) assertInstanceOf(Said.Written.class, answer.get(60, TimeUnit.SECONDS));
        node.stop();
        assertEquals(node.fingerprints(), node.replayed());
    }

    @Test
    void aWriterThatBreaksOffAnswersNobodyAndEndsTheNode() throws Exception {
        Command<String> breaking = (past, now) -> {
            throw new StackOverflowError("invented");
        };
        var logs = new Logs(parties.charter(), HN, parties.keys(HN), postgres.readers());
        try (var lease = postgres.lease("test");
                var acts = new Acts(postgres, lease, logs, LoneNode.DUTIES, (_, _) -> {}, Clock.systemUTC())) {
            assertInstanceOf(NodeStopping.class, faultOf(acts.sayOfItself(breaking)));
            assertInstanceOf(IllegalStateException.class, faultOf(acts.fenced()));
        }
    }

    @Test
    void aProcessWhoseLeaseAnotherHasTakenSaysNothingMoreAndIsToldToStop() throws Exception {
        var logs = new Logs(parties.charter(), HN, parties.keys(HN), postgres.readers());
        try (var first = postgres.lease("test");
                var acts = new Acts(postgres, first, logs, LoneNode.DUTIES, (_, _) -> {}, Clock.systemUTC())) {
            acts.sayOfItself(Notes.say("while it had it", GT)).get(60, TimeUnit.SECONDS);
            cutSessionOfLease();
            acts.sayOfItself(Notes.say("nobody else has it yet", GT)).get(60, TimeUnit.SECONDS);
            try (var _ = takeLease()) {
                assertInstanceOf(NodeStopping.class, faultOf(acts.sayOfItself(Notes.say("too late", GT))));
                var told = assertInstanceOf(DatabaseUnavailable.class, faultOf(acts.fenced()));
                assertTrue(told.leaseLost());
                assertThrows(NodeStopping.class, () -> acts.sayOfItself(Notes.say("still", GT)));
            }
        }
        assertEquals(List.of("while it had it", "nobody else has it yet"), words());
    }

    private static Lease takeLease() {
        return postgres.lease("test");
    }

    private static void cutSessionOfLease() {
        execute("select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory' and granted"
                + " and (classid::bigint << 32 | objid::bigint) = hashtextextended('test', 1)");
    }

    @Test
    @Timeout(60)
    @Tag("slow") // what it may take to finish is waited for
    void aNodeThatIsStoppedWhileTheDatabaseHoldsItUpStopsAllTheSame() throws Exception {
        var node = node();
        node.say(Notes.say("first", GT));
        try (var blocker = postgres.open()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table trust.entry in access exclusive mode");
            var answer = node.acts.sayOfItself(Notes.say("second", GT));
            awaitSomebodyWaitingForALock();
            node.stop();
            assertTrue(answer.isDone(), "nobody waits for an answer that will not come");
            // What was sent may be done yet, once nothing holds it up.
            assertInstanceOf(NotKnown.class, faultOf(answer));
            blocker.rollback();
        }
        assertEquals("first", words().getFirst());
    }

    @Test
    @Tag("slow") // as above
    void aNodeThatIsStoppedWhileItsCommitIsUnderWaySaysThatItDoesNotKnow() throws Exception {
        execute("create or replace function notes.hold() returns trigger language plpgsql as"
                + " 'begin perform pg_advisory_xact_lock(4711); return new; end'");
        execute("create constraint trigger hold after insert on notes.note deferrable initially deferred"
                + " for each row when (new.words = 'held up') execute function notes.hold()");
        var node = node();
        try (var blocker = postgres.open()) {
            blocker.createStatement().execute("select pg_advisory_lock(4711)");
            var answer = node.acts.sayOfItself(Notes.say("held up", GT));
            awaitSomebodyWaitingForALock();
            node.stop();
            assertTrue(answer.isDone(), "nobody waits for an answer that will not come");
            assertInstanceOf(NotKnown.class, faultOf(answer));
        } finally {
            execute("drop trigger hold on notes.note");
        }
    }

    /** Looks again and again. */
    private static void awaitSomebodyWaitingForALock() throws SQLException {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        try (var connection = postgres.open();
                var count = connection.prepareStatement("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")) {
            while (System.nanoTime() < end) {
                try (var row = count.executeQuery()) {
                    row.next();
                    if (row.getInt(1) > 0) return;
                }
            }
        }
        throw new AssertionError("nobody waits for a lock");
    }

    @Test
    void whatWaitsWhenTheNodeStopsIsRefusedAndWhatWasAcknowledgedIsThere() throws Exception {
        var node = node();
        var started = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        Command<String> slow = new Command<>() {
            @Override
            public Decision<String> decide(Past past, Instant now) {
                started.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return Notes.say("slow", GT).decide(past, now);
            }
        };
        var first = node.acts.sayOfItself(slow);
        started.await();
        var waiting = new ArrayList<CompletableFuture<Said<String>>>();
        for (var i = 0; i < 50; i++) waiting.add(node.acts.sayOfItself(Notes.say("waits " + i, GT)));
        var stop = Thread.ofVirtual().start(node::stop);
        while (true) { // until the node refuses: it has begun to stop
            try {
                waiting.add(node.acts.sayOfItself(Notes.say("asks", GT)));
                Thread.onSpinWait();
            } catch (NodeStopping | Busy e) {
                if (e instanceof NodeStopping) break;
            }
        }
        goOn.countDown();
        stop.join();
        assertInstanceOf(Said.Written.class, first.get(60, TimeUnit.SECONDS));
        for (var answer : waiting) assertInstanceOf(NodeStopping.class, faultOf(answer));
        assertEquals(List.of("slow"), words());
    }

    /** The log grows to the latest size of each file, which come in that order. */
    @TestFactory
    Stream<DynamicTest> aTileOfItsLogIsThereOrNotAsTheFileAboutItSays() throws IOException {
        var node = node();
        return ActVector.every("log/served", vector -> tile(node, vector)).onClose(node::stop);
    }

    private static String tile(LoneNode node, ActVector vector) {
        var latest = Long.parseLong(
                vector.node("signedSizes").valueStream().toList().getLast().asString());
        var grown = LongStream.range(node.logs.state(HN).size(), latest)
                .mapToObj(place -> node.acts.sayOfItself(Notes.say("note " + place, GT)))
                .toList();
        grown.forEach(CompletableFuture::join);
        assertEquals(latest, node.logs.state(HN).size());
        var tile = TilePath.parse(vector.text("path"));
        if (node.logs.tile(HN, tile).isEmpty()) return "not-there";
        // Of sizes between, this node serves any.
        return vector.expect().equals("may-be-served") ? vector.expect() : "served";
    }
}
