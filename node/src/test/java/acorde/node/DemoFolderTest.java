package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.trust.PartyCode;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a demonstration says, before it starts anything, of a folder it cannot go on with. */
final class DemoFolderTest {
    private static final Path COMPACT = Path.of("..", "compacts", "moc-2019");
    private static final List<String> PARTIES = List.of("US", "GT", "HN", "SV");

    private static final Words ENGLISH = Words.in(Language.EN);

    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("demo");
    }

    private String refused(String... more) {
        var words = new ArrayList<>(List.of("--data", data().toString(), "--compact", COMPACT.toString()));
        words.addAll(List.of(more));
        var demo = CommandLine.populateCommand(new Demo(), words.toArray(String[]::new));
        return String.valueOf(assertThrows(Refusal.class, demo::call).getMessage());
    }

    @Test
    void whoeverStartsItIsToldWhereToBeginTheFirstTimeAndThatAllIsAsItWasLater() {
        var addresses = Map.of("HN", "http://127.0.0.1:8403");
        var day = LocalDate.of(2026, 11, 26);
        var first = new Invitation(ENGLISH, addresses, true, 0).lines(day);
        assertTrue(first.contains("  HN  http://127.0.0.1:8403/demo   choose who you are"), first.toString());
        assertTrue(first.stream().anyMatch(line -> line.startsWith("Begin as the national coordinator")));
        var again = new Invitation(ENGLISH, addresses, false, 0).lines(day);
        assertTrue(again.contains("All is as you left it. README.md tells the story step by step."));
        var later = new Invitation(ENGLISH, addresses, false, 30).lines(day);
        assertTrue(later.contains("For them it is 2026-12-26, 30 days from now."), later.toString());
    }

    @Test
    void whatItSaysAndWhatItRefusesIsInTheLanguageOfTheTerminal() {
        var spanish = new Invitation(Words.in(Language.ES), Map.of("HN", "http://127.0.0.1:8403"), true, 0)
                .lines(LocalDate.of(2026, 11, 26));
        assertTrue(spanish.contains("  HN  http://127.0.0.1:8403/demo   elija quién quiere ser"), spanish.toString());
        var said = new StringWriter();
        var line = Main.line(Map.of("LANG", "es_HN.UTF-8")).setErr(new PrintWriter(said, true));
        assertEquals(2, line.execute("demo", "--later", "3651"));
        assertEquals("acorde: --later admite de 0 a 3650 días.", said.toString().strip());
    }

    @Test
    void whoeverStartsASecondOneBesideItIsToldWhichPortsItHas() {
        assertTrue(DemoPorts.elsewhere(ENGLISH, List.of(8401, 8402, 8403, 8404), port -> true)
                .isEmpty());
        var beside = DemoPorts.elsewhere(ENGLISH, List.of(40001, 8402, 40003, 40004), port -> port == 8404);
        assertEquals(
                "Another demonstration of Acorde has usual ports of this one (8401 to 8404, 9401 to 9404): its pages are"
                        + " at ports 40001, 8402, 40003, 40004 instead.",
                beside.orElseThrow());
        var other = DemoPorts.elsewhere(ENGLISH, List.of(8401, 40002, 8403, 8404), port -> false);
        assertTrue(other.orElseThrow().startsWith("Another program has usual ports"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Four nodes as a demonstration leaves them. @param exercise whether everybody in the compact is invented */
    private void found(boolean exercise) throws IOException {
        var cards = new ArrayList<Path>();
        for (var code : PARTIES) {
            var node = new NodeFolder(data().resolve(code));
            node.init("moc-2019", new PartyCode(code), URI.create("https://127.0.0.1:" + freePort()));
            Files.writeString(node.path().resolve("port"), Integer.toString(freePort()));
            cards.add(node.card());
        }
        var charter = Foundation.charter(Foundation.read(COMPACT), new PartyCode("GT"), cards, exercise);
        for (var code : PARTIES) Foundation.join(new NodeFolder(data().resolve(code)), charter);
    }

    @Test
    void aPortThatAnotherProgramHasIsNamedWithItsNode() throws IOException {
        found(true);
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(data().resolve("HN").resolve("port"), Integer.toString(other.getLocalPort()));
            var said = refused();
            assertTrue(
                    said.startsWith("Port " + other.getLocalPort() + " of the node of HN is taken by another program"),
                    said);
        }
    }

    @Test
    void aSecondDemonstrationInTheSameFolderIsRefusedBeforeAnythingIsDeleted() throws IOException {
        found(true);
        var lock = folder.resolve("demo.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            assertTrue(refused("--fresh").startsWith("Another demonstration runs in "));
        }
        assertTrue(Files.exists(data().resolve("SV").resolve("charter.json")));
    }

    @Test
    void aNodeThatIsNotOfADemonstrationIsNeverDeleted() throws IOException {
        found(false);
        var before = Files.readString(data().resolve("GT").resolve("card.json"));
        assertTrue(refused("--fresh").contains("is not of a demonstration and is not deleted"));
        assertEquals(before, Files.readString(data().resolve("GT").resolve("card.json")));
    }

    @Test
    void aNodeThatHasNotJoinedAnyCompactYetIsNeverDeletedEither() {
        var node = new NodeFolder(data().resolve("US"));
        node.init("moc-2019", new PartyCode("US"), URI.create("https://192.0.2.1:9443"));
        assertTrue(refused().contains("is not of a demonstration and is not deleted"));
        assertTrue(Files.exists(node.keys()));
    }

    /** It was stopped while it laid the nodes of the last one aside, and while it deleted them. */
    @Test
    void aDemonstrationThatWasStoppedWhileItDeletedTheLastOneBeginsAnew() throws IOException {
        found(true);
        var aside = data().resolve("deleting-1");
        Files.createDirectories(aside);
        Files.move(data().resolve("US"), aside.resolve("US"));
        Files.delete(aside.resolve("US").resolve("port"));
        Demo.deleteLeft(data());
        assertTrue(new Demo(COMPACT, "").found(data(), DemoPorts::free));
        assertTrue(Files.exists(data().resolve("US").resolve("port")));
        assertTrue(Files.exists(data().resolve("US").resolve("charter.json")));
        assertFalse(Files.exists(aside));
        assertFalse(new Demo(COMPACT, "").found(data(), DemoPorts::free), "the next one goes on with it");
    }

    /** What there is of a program here ends before it is a node. */
    @Test
    void aStoryThatCannotBeginSaysAtWhichStepItFailedAndEndsWithAnError() throws Exception {
        var said = new ByteArrayOutputStream();
        var demo = new Demo(COMPACT, folder.resolve("none.jar").toString());
        assertEquals(1, demo.playOnce(new PrintStream(said, true, StandardCharsets.UTF_8)));
        var last = said.toString(StandardCharsets.UTF_8);
        assertTrue(last.startsWith("demo: failed at: four nodes start: The node of "), last);
    }

    @Test
    void aStepAtWhichANodeDoesNotAnswerIsNamed() throws Exception {
        var folder = new NodeFolder(data().resolve("HN"));
        folder.init("moc-2019", new PartyCode("HN"), URI.create("https://127.0.0.1:" + freePort()));
        Files.writeString(Demo.storyToken(folder), "acorde_none");
        var ended = NodeProcess.start(data().resolve("none.jar").toString(), "HN", folder, freePort(), List.of());
        var one = new Coordinators(
                Map.of("HN", ended), days -> ended.restart(), new Coordinators.Telling(ENGLISH, System.out));
        Coordinators.Check lives = () -> one.found("HN", "/compact");
        var step = assertThrows(Coordinators.Failed.class, () -> one.step("HN lives", lives));
        var said = String.valueOf(step.getMessage());
        assertTrue(said.startsWith("HN lives: the node of HN does not answer GET http://127.0.0.1:"), said);
        var word = assertThrows(Coordinators.Failed.class, () -> one.post("HN", "/proposals", Coordinators.object()));
        assertTrue(String.valueOf(word.getMessage()).contains("does not answer POST "), word.getMessage());
        var later = assertThrows(Coordinators.Failed.class, () -> one.go(7));
        assertEquals(
                "four nodes start again, 7 days later: The node of HN did not start: see "
                        + folder.path().resolve("node.log") + ".",
                later.getMessage());
    }

    /** What there is of a program here ends before it is a node. */
    @Test
    void theTerminalIsToldOfANodeThatEndsByItselfAndOfNoneThatWasAskedTo() throws Exception {
        var folder = new NodeFolder(data().resolve("HN"));
        folder.init("moc-2019", new PartyCode("HN"), URI.create("https://127.0.0.1:" + freePort()));
        var node = NodeProcess.start(data().resolve("none.jar").toString(), "HN", folder, freePort(), List.of());
        var told = new CompletableFuture<String>();
        node.onceEnded(() -> told.complete(ENGLISH.say("cli.demo.ended", "HN")));
        var line = told.get(60, TimeUnit.SECONDS);
        assertTrue(line.startsWith("The node of HN ended by itself; the others go on. Ctrl-C"), line);
        assertTrue(NodeProcess.endedByItself(false, 137), "killed by somebody else");
        assertFalse(NodeProcess.endedByItself(true, 143), "asked to stop");
        assertFalse(NodeProcess.endedByItself(false, 130), "by Ctrl-C, which reaches all");
    }

    @Test
    void onlyTheClockOfAnExerciseRunsAhead() throws IOException {
        found(false);
        var options = new NodeCommand.RunOptions();
        options.daysAhead = 1;
        var node = new NodeFolder(data().resolve("HN"));
        var said = assertThrows(Refusal.class, () -> Node.start(node, null, options));
        assertTrue(String.valueOf(said.getMessage()).startsWith("Only the nodes of an exercise"), said.getMessage());
    }

    @Test
    void theClockOfAnExerciseRunsAheadByTenYearsAtTheMost() throws IOException {
        assertEquals("--later takes 0 to 3650 days.", refused("--later", "3651"));
        assertEquals("--later takes 0 to 3650 days.", refused("--later", "-1"));
        found(false);
        assertTrue(refused("--once", "--later", "3").contains("leave out --later"), "before anything is started");
        assertTrue(refused("--later", "3650", "--fresh").contains("is not of a demonstration"), "that is not too many");
    }

    @Test
    void theClocksOfADemonstrationAreNeverTurnedBack() throws IOException {
        found(true);
        assertEquals(0, Demo.furthest(data(), 0));
        assertEquals(230, Demo.furthest(data(), 230));
        assertEquals(230, Demo.furthest(data(), 0));
        assertEquals(230, Demo.furthest(data(), 7));
    }
}
