package acorde.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code doc/how-to/found-a-compact.md} as they stand there, on one machine in place of four. */
final class FoundACompactTest {
    private static final Path HOW_TO = Path.of("..", "doc", "how-to", "found-a-compact.md");
    private static final List<String> PARTIES = List.of("US", "GT", "HN", "SV");

    /** Of each party another, so that each is found out. */
    private static final Map<String, String> OPENED =
            Map.of("US", "log.pem", "GT", "cosign.pem", "HN", "tls.pem", "SV", "exchange.pem");

    @TempDir
    Path folder;

    private NodeFolder node(String party) {
        return new NodeFolder(folder.resolve(party));
    }

    /** A command as the how-to gives it, done by that party. @return what it complained of; nothing if all was well */
    private String done(String command, String party) throws IOException {
        var line = Files.readAllLines(HOW_TO).stream()
                .map(String::strip)
                .filter(text -> text.startsWith("./acorde node " + command + " "))
                .findFirst()
                .orElseThrow();
        var words = new ArrayList<String>();
        for (var word : line.split(" ")) words.add(here(word, command, party));
        var said = new StringWriter();
        var code = Main.line(Map.of("LC_ALL", "C"))
                .setErr(new PrintWriter(said, true))
                .execute(words.subList(1, words.size()).toArray(String[]::new));
        assertEquals(said.toString().isEmpty() ? 0 : 2, code);
        return said.toString();
    }

    /** What the how-to says of the machine of Honduras, here. */
    private String here(String word, String command, String party) {
        if (word.equals("/var/lib/acorde")) return node(party).path().toString();
        if (word.equals("compacts/moc-2019")) return Path.of("..").resolve(word).toString();
        if (word.endsWith(".json")) return folder.resolve(word).toString();
        if (command.equals("init") && word.equals("HN")) return party;
        return word.replace("198.51.100.7", "198.51.100." + (7 + PARTIES.indexOf(party)));
    }

    @Test
    void itsCommandsFoundACompactAndAKeyThatOthersCouldReadKeepsANodeFromRunning() throws IOException {
        for (var party : PARTIES) {
            assertEquals("", done("init", party));
            Files.copy(node(party).card(), folder.resolve(party + ".json"));
        }
        assertEquals("", done("found", "GT"));
        for (var party : PARTIES) {
            assertEquals("", done("join", party));
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("charter.json")),
                    Files.readAllBytes(node(party).charterFile()));
            opensAKey(party);
        }
    }

    private void opensAKey(String party) throws IOException {
        var keys = node(party).keys();
        try (var all = Files.list(keys)) {
            for (var key : all.toList())
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        }
        var key = keys.resolve(OPENED.getOrDefault(party, ""));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        var said = done("run", party);
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.startsWith("acorde: ") && said.contains(key.toString()), said);
    }
}
