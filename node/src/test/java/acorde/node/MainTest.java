package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.trust.PartyCode;
import acorde.web.Website;
import acorde.web.words.Language;
import acorde.web.words.Words;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

class MainTest {
    /** How a node would run, as those words say. @return why it does not; nothing if it does */
    private static String refused(String... words) {
        var options = CommandLine.populateCommand(new NodeCommand.RunOptions(), words);
        try {
            options.insistOnTls();
            return "";
        } catch (Refusal refusal) {
            return refusal.in(Words.in(Language.EN));
        }
    }

    @Test
    void outsideADemonstrationPagesAreReachedFromOtherMachinesOverTlsAlone() {
        for (var here : List.of("127.0.0.1", "localhost", "::1")) assertEquals("", refused("--host", here));
        for (var nothing : List.of("", " "))
            for (var more : List.of(List.<String>of(), List.of("--demo"), List.of("--tls", "--proxy", "192.0.2.1"))) {
                var words = new ArrayList<>(List.of("--host", nothing));
                words.addAll(more);
                assertTrue(refused(words.toArray(String[]::new)).startsWith("--host has no address"));
            }
        for (var everywhere : List.of("0.0.0.0", "192.0.2.7", "::")) {
            assertTrue(refused("--host", everywhere).startsWith("Pages that are reached from other machines need TLS"));
            assertTrue(refused("--host", everywhere, "--tls").startsWith("Say with --proxy ADDRESS"));
            assertEquals("", refused("--host", everywhere, "--tls", "--proxy", "192.0.2.1"));
            assertEquals("", refused("--host", everywhere, "--demo"));
        }
    }

    @Test
    void aProxyIsNamedByItsAddressHoweverThatIsWrittenAndByNoName() {
        for (var written : List.of("fd00::1", "FD00:0::0001", "fd00:0:0:0:0:0:0:1")) {
            assertEquals("", refused("--tls", "--proxy", written));
            assertEquals("fd00:0:0:0:0:0:0:1", new Website.Listening("127.0.0.1", 0, written).proxy(), written);
        }
        assertEquals("127.0.0.1", new Website.Listening("127.0.0.1", 0, "::ffff:127.0.0.1").proxy());
        for (var name : List.of("", "localhost", "proxy.example", "10.0.0.0/8"))
            assertTrue(refused("--tls", "--proxy", name).startsWith("'" + name + "' in --proxy is not an address"));
    }

    @Test
    void aNodeThatWouldLetPasswordsBeReadOnTheWayDoesNotStart(@TempDir Path folder) {
        var node = new NodeFolder(folder.resolve("HN"));
        node.init("moc-2019", new PartyCode("HN"), URI.create("https://192.0.2.1:9443"));
        var said = new StringWriter();
        var line = Main.line(Map.of("LC_ALL", "es")).setErr(new PrintWriter(said, true));
        assertEquals(2, line.execute("node", "run", "--data", node.path().toString(), "--host", "0.0.0.0"));
        assertTrue(said.toString().startsWith("acorde: Las páginas a las que se llega desde otras máquinas"));
        assertEquals(1, said.toString().lines().count(), said.toString());
    }

    @Test
    void ofTheWorkOfLibrariesACommandTellsOnlyWhatIsWrong() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var library = LoggerFactory.getLogger("of.a.library");
        var before = root.getLevel();
        try {
            root.setLevel(Level.INFO);
            assertTrue(library.isInfoEnabled());
            Main.onlyWhatIsWrong();
            assertFalse(library.isInfoEnabled());
            assertTrue(library.isWarnEnabled());
        } finally {
            root.setLevel(before);
        }
    }
}
