package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.web.words.Language;
import acorde.web.words.Words;
import acorde.webhooks.Reach;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a person reads who asks how a command is given, or who gave it wrongly. */
final class UsageTest {
    /** What reads the same in every language. */
    private static final String NAMES =
            "\\b(acorde|demo|node|init|found|join|account|run|verify|replay|publish|URL)\\b|--?[a-z-]+";

    private static CommandLine line(String language) {
        return Main.line(Map.of("LANG", language)).setUsageHelpWidth(500); // so that no sentence is broken
    }

    private static void helps(CommandLine line, Map<String, String> helps) {
        helps.put(line.getCommandSpec().qualifiedName(), line.getUsageMessage(CommandLine.Help.Ansi.OFF));
        line.getSubcommands().values().forEach(each -> helps(each, helps));
    }

    /** The lines that say something. */
    private static Set<String> sentences(String help) {
        var sentences = new TreeSet<String>();
        help.lines()
                .filter(line -> line.replaceAll(NAMES, "").matches(".*\\p{L}.*"))
                .forEach(sentences::add);
        return sentences;
    }

    @Test
    void helpOfEveryCommandSpeaksTheLanguageOfWhoeverAsksFromItsFirstWordToItsLast() {
        var spanish = new TreeMap<String, String>();
        var english = new TreeMap<String, String>();
        helps(line("es"), spanish);
        helps(line("en"), english);
        assertTrue(english.keySet().containsAll(Set.of("acorde demo", "acorde node run", "acorde publish")));
        for (var command : english.keySet()) {
            var help = Objects.requireNonNull(spanish.get(command));
            var same = sentences(help);
            assertFalse(same.isEmpty(), command);
            same.retainAll(sentences(String.valueOf(english.get(command))));
            assertEquals(Set.of(), same, command);
            assertFalse(help.contains("cli.") || help.contains("story"), help);
            assertTrue(help.startsWith("Uso: " + command), help);
            assertTrue(help.contains("Muestra esta ayuda"), help);
        }
    }

    private static String refused(String language, String... arguments) {
        var said = new StringWriter();
        assertEquals(2, line(language).setErr(new PrintWriter(said, true)).execute(arguments));
        return said.toString().lines().findFirst().orElseThrow();
    }

    @Test
    void whatACommandCannotTakeIsSaidInASentence() {
        assertEquals("acorde: 'acorde replay' no conoce --otra.", refused("es", "replay", "--data", "x", "--otra"));
        assertEquals("acorde: 'acorde' does not know fly.", refused("en", "fly"));
        assertEquals("acorde: A 'acorde replay' le falta --data CARPETA.", refused("es", "replay"));
        assertEquals("acorde: 'acorde node init' also needs --party PARTY.", refused("en", "node", "init", "--party"));
        assertEquals("acorde: 'acorde verify' also needs --charter FILE, FILE.", refused("en", "verify"));
        assertEquals("acorde: --later DÍAS no puede ser 'muchos'.", refused("es", "demo", "--later", "muchos"));
        assertEquals(
                "acorde: Give 'acorde demo' only one --later DAYS.",
                refused("en", "demo", "--later", "1", "--later", "2"));
    }

    @Test
    void whatIsWrongWithAMailServerIsSaidInTheLanguageOfWhoeverAsks() {
        var options = new MailOptions();
        options.server = URI.create("smtp://192.0.2.1:25");
        options.from = "avisos@acorde.example";
        options.pages = URI.create("https://acorde.example");
        var refusal = assertThrows(Refusal.class, options::server);
        assertTrue(refusal.in(Words.in(Language.ES)).startsWith("El correo sin TLS va solo a esta misma máquina"));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("Mail without TLS goes to this machine alone"));
        options.from = "nobody";
        assertTrue(assertThrows(Refusal.class, options::server)
                .in(Words.in(Language.ES))
                .contains("--mail-from"));
    }

    @Test
    void whereSystemsAreToldIsSaidByHostsAndNetworksOrRefusedWithASentence() {
        var options = new WebhookOptions();
        assertEquals(Reach.NOWHERE, options.reach());
        options.networks = List.of("10.20.0.0/16");
        assertTrue(String.valueOf(assertThrows(Refusal.class, options::reach).getMessage())
                .contains("--webhook-host"));
        options.hosts = List.of("SIEM.ministerio.example", "otro.example:8443");
        assertEquals(
                Set.of("siem.ministerio.example:443", "otro.example:8443"),
                options.reach().hosts());
        options.networks = List.of("10.20.0.0");
        assertTrue(String.valueOf(assertThrows(Refusal.class, options::reach).getMessage())
                .contains("10.20.0.0/16"));
        options.hosts = List.of("https://otro.example");
        assertTrue(assertThrows(Refusal.class, options::reach)
                .in(Words.in(Language.ES))
                .startsWith("«https://otro.example»"));
    }

    @Test
    void whoeverGaveACommandWronglyIsToldWhereItsHelpIs() {
        var said = new StringWriter();
        line("es").setErr(new PrintWriter(said, true)).execute("node", "run", "--nada");
        assertTrue(said.toString().contains("'./acorde node run --help' dice qué admite."), said.toString());
    }
}
