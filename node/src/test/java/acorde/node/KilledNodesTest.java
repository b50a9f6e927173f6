package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two real node processes, killed without a word again and again: what was acknowledged is there, nothing is there twice, and at the end the
 * rows are those of a replay.
 */
@Tag("database")
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledNodesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path folder;

    private static Processes processes;
    private static Processes.One gt;
    private static Processes.One hn;

    @BeforeAll
    static void start() {
        processes = new Processes(folder, "GT", "HN");
        gt = processes.node("GT");
        gt.database = TestPostgres.migratedUrl(Node.SCHEMAS);
        hn = processes.node("HN");
        gt.start();
    }

    @AfterAll
    static void end() {
        processes.close();
    }

    /** A new initiative of Honduras and Guatemala; its code tells it from all others. */
    private static ObjectNode proposal(String code) {
        var body = JSON.createObjectNode();
        body.put("item", "initiative/" + code).putNull("base");
        var text = body.putObject("text").put("area", "A1");
        for (var member : List.of("title", "deliverable", "waiver"))
            text.putObject(member).put("es", "EJERCICIO " + code).put("en", "EXERCISE " + code);
        text.putArray("parties").add("GT").add("HN");
        body.putObject("why").put("es", "EJERCICIO").putNull("en");
        return body;
    }

    private static String id(HttpResponse<String> answer) {
        assertEquals(201, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body()).path("id").asString();
    }

    private static boolean knows(Processes.One node, String act) {
        return node.known("/acts/" + act).has("kind");
    }

    @Test
    @Order(1)
    void aSecondProcessOnTheSameDatabaseIsRefusedWithASentence() {
        hn.database = gt.database;
        assertEquals(2, hn.runToTheEnd());
        assertTrue(hn.said().contains("Another process already holds " + Node.LEASE + " in this database"), hn.said());
        assertTrue(gt.known("/compact").has("counts"));
        hn.database = TestPostgres.migratedUrl(Node.SCHEMAS);
        knowingTheHistory(hn.start());
    }

    @Test
    @Order(2)
    void whatWasAcknowledgedIsThereAfterAKillRightBehindTheAnswerAndReachesThePartner() throws Exception {
        var act = id(hn.post("/proposals", proposal("K")));
        hn.kill();
        hn.start();
        assertTrue(knows(hn, act), act);
        Processes.until(act + " reaches GT", () -> knows(gt, act));
    }

    /** Where a node is when it is killed. */
    private enum Point {
        /** In the midst of whatever comes next. */
        ANYWHERE,
        /** What a partner said is written, and neither committed nor cosigned. */
        STORING_WHAT_IT_FOLLOWS,
        /** What a commit made durable nobody has been told yet. */
        COMMITTED_AND_NOT_ANSWERED
    }

    @Test
    @Order(3)
    void killedWhileWritingAndFollowingNothingIsLostOrDoubled() throws Exception {
        var acknowledged = new LinkedHashMap<String, String>();
        var next = new AtomicInteger(); // of one proposal after the other, however many are said before the kill
        for (var point : Point.values()) {
            var victim = point == Point.STORING_WHAT_IT_FOLLOWS ? gt : hn;
            var writing = new AtomicBoolean(true);
            var enough = new CountDownLatch(10);
            var writer = Thread.ofVirtual()
                    .start(() -> write(hn, next, writing, (code, act) -> {
                        acknowledged.put(code, act);
                        enough.countDown();
                    }));
            assertTrue(enough.await(3, TimeUnit.MINUTES), "nothing is acknowledged");
            killAt(point, victim);
            writing.set(false);
            writer.join();
            victim.start();
        }
        for (var each : acknowledged.entrySet()) {
            assertTrue(knows(hn, each.getValue()), each.toString());
            Processes.until(each + " reaches GT", () -> knows(gt, each.getValue()));
        }
        assertNothingTwice(hn, "HN", acknowledged);
    }

    /** The database holds the node at that point until it is dead. */
    private static void killAt(Point point, Processes.One victim) throws SQLException {
        try (var database = Postgres.external(victim.database);
                var connection = database.open();
                var hold = connection.createStatement()) {
            switch (point) {
                case ANYWHERE -> victim.kill();
                case STORING_WHAT_IT_FOLLOWS -> {
                    hold.execute("select pg_advisory_lock(2019)");
                    hold.execute("""
                            create function public.hold() returns trigger language plpgsql as $$
                              begin perform pg_advisory_xact_lock(2019); return null; end $$;
                            create trigger hold after insert on trust.entry for each row when (new.place = 1)
                              execute function public.hold()""");
                    killOnce(hold, victim, "select 1 from pg_locks where locktype = 'advisory' and not granted");
                    hold.execute("select pg_terminate_backend(pid, 10000) from pg_locks where not granted");
                    hold.execute("drop trigger hold on trust.entry; select pg_advisory_unlock(2019)");
                }
                case COMMITTED_AND_NOT_ANSWERED -> {
                    // What is committed waits for a second server, which there is not.
                    hold.execute("alter system set synchronous_standby_names = 'nobody'");
                    hold.execute("select pg_reload_conf()");
                    killOnce(
                            hold,
                            victim,
                            "select 1 from pg_stat_activity where wait_event = 'SyncRep' and datname = current_database()");
                    hold.execute("alter system reset synchronous_standby_names");
                    hold.execute("select pg_reload_conf()");
                }
            }
        }
    }

    private static void killOnce(Statement statement, Processes.One victim, String held) {
        Processes.until("it is held", () -> {
            try (var rows = statement.executeQuery(held)) {
                return rows.next();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
        victim.kill();
    }

    /** Proposes one thing after another, and notes what was acknowledged, until told to end or nobody answers. */
    private static void write(
            Processes.One node, AtomicInteger next, AtomicBoolean goOn, BiConsumer<String, String> acknowledged) {
        while (goOn.get()) {
            var code = "R" + next.getAndIncrement();
            try {
                var answer = node.post("/proposals", proposal(code));
                if (answer.statusCode() != 201) throw new AssertionError(answer.body());
                acknowledged.accept(code, id(answer));
            } catch (IOException | InterruptedException e) {
                return; // killed; whether this one was said is seen in the log
            }
        }
    }

    private static Processes.One knowingTheHistory(Processes.One node) {
        Processes.until("the history", () -> node.known("/initiatives/A1-05").has("text"));
        return node;
    }

    /** Every proposal stands once in the log, and those that were acknowledged where the answer said. */
    private static void assertNothingTwice(Processes.One node, String party, Map<String, String> acknowledged) {
        var items = new HashMap<String, String>();
        var unread = 0; // the journal's acts are not for a coordinator to read
        for (var index = 0; unread < 10; index++) {
            var id = party + "/" + index;
            var act = node.known("/acts/" + id);
            unread = act.has("kind") ? 0 : unread + 1;
            if (!act.path("kind").asString("").equals("compact.proposed")) continue;
            assertEquals("accepted", act.path("verdict").asString(), act.toString());
            var item = node.known("/proposals/" + id).path("item").asString();
            assertEquals(null, items.put(item, id), item + " stands twice");
        }
        acknowledged.forEach((code, id) -> assertEquals(id, items.get("initiative/" + code), items.toString()));
    }

    @Test
    @Order(4)
    void aWritersConnectionThatIsCutCostsNobodyTheTruth() throws Exception {
        try (var database = Postgres.external(gt.database)) {
            var acknowledged = new LinkedHashMap<String, String>();
            var refused = 0;
            for (var i = 0; i < 30; i++) {
                if (i % 5 == 0) cut(database);
                var answer = gt.post("/proposals", proposal("C" + i));
                if (answer.statusCode() == 201) acknowledged.put("C" + i, id(answer));
                else {
                    refused++;
                    assertEquals(503, answer.statusCode(), answer.body());
                    assertTrue(answer.body().contains("nothing was said"), answer.body());
                }
            }
            assertEquals(30, acknowledged.size() + refused);
            Processes.until("it goes on", () -> gt.known("/compact").has("counts"));
            assertNothingTwice(gt, "GT", acknowledged);
            var last = id(gt.post("/proposals", proposal("LAST")));
            assertTrue(knows(gt, last));
        }
    }

    private static long number(String act) {
        return Long.parseLong(act.substring(act.indexOf('/') + 1));
    }

    /** 0 if the connection ended without an answer. */
    private static int status(Processes.One node, ObjectNode body) throws InterruptedException {
        try {
            return node.post("/proposals", body).statusCode();
        } catch (IOException ended) {
            return 0;
        }
    }

    /** Ends the sessions of the node, that of its writer among them. */
    private static void cut(Postgres database) {
        execute(
                database,
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    private static void execute(Postgres database, String sql) {
        try (var connection = database.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(5)
    void aProcessThatWasCutOffWhileAnotherTookTheDatabaseSaysNothingMoreAndEndsWithASentence() throws Exception {
        try (var database = Postgres.external(gt.database)) {
            var said = id(gt.post("/proposals", proposal("F1")));
            execute(
                    database,
                    "select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory' and granted"
                            + " and (classid::bigint << 32 | objid::bigint) = hashtextextended('" + Node.LEASE
                            + "', 1)");
            try (var _ = database.lease(Node.LEASE)) {
                var status = status(gt, proposal("F2"));
                assertTrue(List.of(0, 503).contains(status), status + " " + gt.said());
                assertEquals(2, gt.awaitEnd(), gt.said());
                assertTrue(gt.said().contains("another has taken it"), gt.said());
            }
            gt.start();
            assertTrue(knows(gt, said));
            var next = id(gt.post("/proposals", proposal("F3")));
            assertNothingTwice(gt, "GT", Map.of("F1", said, "F3", next));
            for (var between = number(said) + 1; between < number(next); between++)
                assertFalse(knows(gt, "GT/" + between), "what was not said is not there; only the journal is between");
        }
    }

    @Test
    @Order(6)
    void atTheEndBothHoldWhatTheActsComeTo() {
        for (var node : List.of(gt, hn)) assertEquals(143, node.stop(), node.said());
        for (var node : List.of(gt, hn))
            assertTrue(node.replay().contains("Every table is as the acts have it"), node.said());
    }
}
