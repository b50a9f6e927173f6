package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.postgres.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration as a person starts it: it begins anew, is stopped, and says at which step it failed. */
@Tag("database")
@Tag("slow")
final class DemoCommandTest {
    private static final List<String> PARTIES = List.of("US", "GT", "HN", "SV");
    private static final Path COMPACT = Path.of("..", "compacts", "moc-2019");

    @TempDir
    Path folder;

    @Test
    void begunAnewNothingOfBeforeIsLeftAndOnCtrlCItEndsWithNodesAndDatabasesInGoodOrder()
            throws IOException, InterruptedException {
        var before = foundedBefore();
        try (var demo = new DemoProcess(data(), List.of("--fresh"))) {
            demo.readTo("Ctrl-C (in the background, kill) stops all four");
            assertNotEquals(before, Files.readString(node("GT").card()), "the keys are others");
            assertFalse(Files.exists(kept()));
            for (var party : PARTIES) {
                var counts = get(party, "/compact").path("counts");
                assertEquals(
                        List.of(48, 4, 2, 0),
                        List.of(
                                counts.path("initiatives").asInt(),
                                counts.path("dated").asInt(),
                                counts.path("numbered").asInt(),
                                counts.path("measured").asInt(-1)));
                assertTrue(get(party, "/groups/A2").path("proposal").isNull(), party);
            }
            endsOnCtrlC(demo);
        }
    }

    private static void endsOnCtrlC(DemoProcess demo) throws IOException, InterruptedException {
        var running = demo.running();
        assertEquals(8, running.size());
        demo.pressCtrlC();
        assertEquals(130, demo.exitCode());
        assertTrue(demo.readToItsEnd().contains("Stopping the four nodes ..."));
        for (var each : running) assertFalse(each.isAlive(), each.info().toString());
        assertTrue(demo.everyDatabaseEndedInGoodOrder());
    }

    /** Nodes of a demonstration stand there, and one keeps what was said. @return its card */
    private String foundedBefore() throws IOException {
        new Demo(COMPACT, Program.classPath()).found(data(), DemoPorts::free);
        // The programs of the servers are those of all tests, as where somebody has had a demonstration before.
        Files.createSymbolicLink(data().resolve("postgresql"), Files.createDirectories(TestPostgres.servers()));
        Files.createDirectories(kept().getParent());
        Files.writeString(kept(), "what was said");
        return Files.readString(node("GT").card());
    }

    private Path kept() {
        return node("GT").database().resolve("data").resolve("said");
    }

    /** Its lock lies beside it. */
    private Path data() {
        return folder.resolve("demo").toAbsolutePath();
    }

    private NodeFolder node(String party) {
        return new NodeFolder(data().resolve(party));
    }

    private int port(String party) throws IOException {
        return Integer.parseInt(Files.readString(node(party).path().resolve("port")));
    }

    private JsonNode get(String party, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(party) + "/api/v1" + path))
                .header("Authorization", "Bearer " + Files.readString(Demo.storyToken(node(party))))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer.body());
            return JsonMapper.shared().readTree(answer.body());
        }
    }

    /** One of the four is killed as soon as the story has begun. */
    @Test
    void aStoryOfWhichANodeIsLostNamesTheStepThatFailedAndLeavesNoProcessAndNoFolder()
            throws IOException, InterruptedException {
        try (var once = DemoProcess.once(folder)) {
            once.readTo("  - ");
            var running = once.running();
            running.getFirst().destroyForcibly();
            var said = once.readToItsEnd();
            assertEquals(1, once.exitCode());
            assertTrue(said.getLast().startsWith("demo: failed at: "), said.toString());
            assertTrue(said.getLast().contains("does not answer"), said.toString());
            assertTrue(said.getLast().contains("; the last step that held: "), said.toString());
            for (var each : running)
                Processes.until(each.info() + " has ended", () -> !each.isAlive()); // the lost one's database by itself
            try (var left = Files.list(folder)) {
                assertEquals(List.of(), left.toList());
            }
        }
    }
}
