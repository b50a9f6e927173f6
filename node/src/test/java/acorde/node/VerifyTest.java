package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.trust.PaperLog;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import acorde.trust.ProofExtra;
import acorde.trustlog.Flaw;
import acorde.trustlog.SignedNote;
import acorde.trustlog.TlogProof;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads of a proof file that holds. */
class VerifyTest {
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode HN = new PartyCode("HN");

    @TempDir
    private Path folder;

    private Parties parties;

    @BeforeEach
    void open() {
        parties = new Parties(folder, Parties.NOWHERE, "GT", "HN");
    }

    @Test
    void anActIsShownAsItIsSaid() {
        var act = "{\"why\":\"aún no, señora 🦜\"}";
        assertTrue(told(act, note -> note).contains("  it says: " + act));
    }

    @Test
    void whatCouldSteerATerminalIsShownEscaped() {
        var told = String.join("", told("a\u001b[2Jb\rc\u202ed\u2028e\u009bf\uDB40\uDC41", note -> note));
        assertTrue(told.contains("a\\u001b[2Jb\\u000dc\\u202ed\\u2028e\\u009bf\\udb40\\udc41"), told);
        assertEquals(0, told.chars().filter(Character::isISOControl).count());
    }

    @Test
    void anActThatWasAlteredIsCalledAlteredAndNotUnreadable() {
        var log = parties.log(GT);
        log.write("{\"why\":\"EJERCICIO\"}", Set.of(HN));
        var proof = new TlogProof(
                0, List.of(), log.checkpoint(), extra(log, "{\"why\":\"otra cosa\"}".getBytes(StandardCharsets.UTF_8)));
        var refused = assertInstanceOf(TlogProof.Outcome.Refused.class, ProofExtra.verify(proof, parties.charter()));
        assertEquals(Flaw.ROOT_MISMATCH, refused.refusal().flaw());
        assertTrue(Words.in(Language.ES).say("cli.flaw.ROOT_MISMATCH").contains("se alteró"));
    }

    private static byte[] extra(PaperLog log, byte[] act) {
        var extra = new ByteArrayOutputStream();
        extra.writeBytes(log.entry(0));
        extra.writeBytes(log.salt(0));
        extra.writeBytes(act);
        return extra.toByteArray();
    }

    @Test
    void itIsSaidWhenNobodyHasConfirmedIt() {
        assertTrue(told("{}", note -> note).contains("  no other party has confirmed it: the file has no cosignature"));
    }

    @Test
    void itIsSaidWhoHasConfirmedIt() {
        var at = Instant.ofEpochSecond(1_790_000_000);
        var told = told("{}", note -> parties.log(HN).cosign(note, at));
        assertTrue(
                told.stream()
                        .anyMatch(line ->
                                line.contains("stored and cosigned by acorde/test/HN") && line.contains(at.toString())),
                told.toString());
        assertFalse(String.join("", told).contains("no other party"));
    }

    @Test
    void itIsSaidInTheLanguageOfWhoeverAsks() {
        assertEquals(Language.ES, Main.language(Map.of("LC_ALL", "es_HN.UTF-8", "LANG", "en_US.UTF-8")));
        assertEquals(Language.EN, Main.language(Map.of("LC_ALL", "", "LC_MESSAGES", "en_US.UTF-8", "LANG", "es")));
        assertEquals(Language.ES, Main.language(Map.of("LANG", "es")));
        assertEquals(Language.EN, Main.language(Map.of("LANG", "C.UTF-8")));
        var told = told(Language.ES, "{}", note -> note);
        assertTrue(
                told.getFirst()
                        .equals("PROBADO: GT/0 consta en el registro de GT, que lo firmó cuando tenía una entrada."),
                told.toString());
        assertTrue(told.contains("  ninguna otra parte lo ha confirmado: el archivo no trae otra firma"));
    }

    /** What is said on the way to exit code 2. */
    private static String refused(String language, String... arguments) {
        var said = new StringWriter();
        var line = Main.line(Map.of("LANG", language)).setErr(new PrintWriter(said, true));
        assertEquals(2, line.execute(arguments));
        return said.toString();
    }

    @Test
    void whatItCannotDoIsSaidInThatLanguageToo() throws IOException {
        var none = folder.resolve("none").toString();
        var other = Files.writeString(folder.resolve("other.json"), "{}").toString();
        assertTrue(refused("es", "verify", "x", "--charter", none).contains("No se pudo leer"));
        assertTrue(refused("es", "verify", "x", "--charter", other)
                .contains("no es una carta fundadora que sirva. A la carta le falta el texto 'compact'."));
        assertTrue(refused("en", "verify", "x", "--charter", none).contains("cannot be read"));
        assertTrue(refused("en", "verify", "x", "--charter", other).contains("no founding charter that can be used"));
    }

    private List<String> told(String act, UnaryOperator<SignedNote> cosigned) {
        return told(Language.EN, act, cosigned);
    }

    private List<String> told(Language language, String act, UnaryOperator<SignedNote> cosigned) {
        var log = parties.log(GT);
        log.write(act, Set.of(HN));
        var proof = new TlogProof(0, List.of(), cosigned.apply(log.checkpoint()), extra(log, log.act(0)));
        var outcome = ProofExtra.verify(proof, parties.charter());
        return Verify.told(
                proof,
                assertInstanceOf(TlogProof.Outcome.Proven.class, outcome),
                parties.charter(),
                Words.in(language));
    }
}
