package acorde.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.Role;
import acorde.web.words.Bilingual;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final String HOSTILE = "\"><script>alert('x')</script>";
    private static final Instant NOW = Instant.parse("2026-11-23T15:12:00Z");
    private final Pages pages = new Pages();
    private final Frame frame = new Frame(
            new Formats(Words.in(Language.ES), "HN", NOW), "/?q=" + HOSTILE, null, null, 0, false, null, null);

    @Test
    void whatAPartyWritesIsNeverMarkup() {
        var chord = new Chord(Chord.Matter.DELIVERY, List.of(new Chord.Mark(HOSTILE, Chord.State.FILLED, null)));
        var change = new Change(Change.Event.REFUSED, NOW, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, null);
        var act = new ActView(
                change,
                HOSTILE,
                HOSTILE,
                List.of(HOSTILE),
                List.of(HOSTILE),
                chord,
                1,
                2,
                HOSTILE,
                3,
                HOSTILE,
                false,
                "",
                List.of());
        assertFalse(pages.draw("act", frame, act).contains("<script>alert"));
    }

    /** What is hidden from a party is addressed to others, as is all else that is not its business: the words are the same. */
    @Test
    void whatIsNotForThePartyIsNotPromisedToCome() {
        assertTrue(unread(false).contains("No va dirigido a su parte"));
        assertFalse(unread(false).contains("no ha llegado"));
        assertTrue(unread(true).contains("Es para su parte, y su contenido aún no ha llegado."));
    }

    private String unread(boolean awaited) {
        var chord = new Chord(Chord.Matter.DELIVERY, List.of());
        var change = new Change(Change.Event.OTHER, Instant.EPOCH, "SV", "SV/1", "", "", "", null);
        var act = new ActView(change, "", "", List.of(), List.of(), chord, 1, 2, "00", 0, null, awaited, "", List.of());
        return pages.draw("act", frame, act);
    }

    @Test
    void anAddressOfASourceCannotRunAnything() {
        var chord = new Chord(Chord.Matter.CONSENT, List.of());
        var source = new InitiativeView.Source("S-1", "javascript:alert(1)", HOSTILE, HOSTILE, "2019", null);
        var claim = new CompactView.Claim("x", InitiativeView.Evidence.OFFICIAL, "", List.of(source));
        var compact = new CompactView(
                HOSTILE,
                HOSTILE,
                List.of(claim),
                chord,
                null,
                new CompactView.Filter(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),
                List.of(),
                CompactView.Part.whole(List.of()),
                new Figures(0, 0, 0, 0, 0, 0, 0),
                0);
        String page = pages.draw("compact", frame, compact);
        assertFalse(page.contains("javascript:"));
        assertFalse(page.contains("<script>alert"));
        assertTrue(page.contains("<link rel=\"stylesheet\""));
    }

    @Test
    void onlyWhoMayAnswerIsAskedTo() {
        var chord = new Chord(Chord.Matter.CONSENT, List.of());
        var line = new ProposalLine(
                "GT/130",
                "group/A1",
                "A1",
                "Mesa",
                "GT",
                NOW,
                List.of(),
                ProposalLine.Standing.OPEN,
                false,
                true,
                chord);
        var figures = new Figures(1, 0, 0, 0, 0, 0, 0, new Figures.Kept(3, 0, 0, 2, 7, 60));
        var home = new HomeView(
                figures,
                List.of(line),
                List.of(),
                null,
                HomeView.Left.NOTHING,
                List.of(),
                List.of(line),
                List.of(),
                HomeView.Ladder.NOTHING,
                0);
        var observer = pages.draw("home", read(Role.OBSERVER), home);
        assertTrue(observer.contains("Espera la respuesta de su parte"), observer);
        assertFalse(observer.contains("Responder"), observer);
        assertFalse(observer.contains("group/A1"), "a code of the program");
        assertTrue(observer.contains(
                "De 2 no está confirmado que se cumplieran, y aquí todavía no cuentan como atrasadas."));
        assertTrue(observer.contains("desde el primer día; las demás, a los 7 días; el público, a los 60 días"));
        assertTrue(pages.draw("home", read(Role.COORDINATOR), home).contains("Responder"));
    }

    private Frame read(Role role) {
        var office = new Bilingual("Despacho", "Office");
        return new Frame(frame.formats(), "/", null, new Frame.Reader("Ana", office, role), 0, false, null, null);
    }

    @Test
    void anInitiativeThatNoSourceReportsOnIsListedWithoutADate() {
        var line = new InitiativeLine(
                "A1-90",
                "A1",
                "Propuesta en este sistema",
                List.of("HN"),
                null,
                InitiativeLine.Status.UNKNOWN,
                "",
                false,
                false,
                InitiativeLine.Agreement.CONSENTED,
                1,
                InitiativeLine.Movement.NONE,
                "",
                new Chord(Chord.Matter.CONSENT, List.of()));
        var figures = new Figures(1, 0, 0, 0, 1, 0, 0);
        var sections = List.of(new CompactView.Section("A1", "A1", figures, List.of(line)));
        var part = CompactView.Part.whole(sections);
        var compact = new CompactView(
                "", "", List.of(), line.chord(), null, CompactView.Filter.ALL, sections, part, figures, 0);
        assertTrue(pages.draw("compact", frame, compact).contains("Propuesta en este sistema"));
        var open = new PublicView(
                "HN",
                java.time.Instant.EPOCH,
                figures,
                List.of(),
                sections,
                part,
                java.util.Map.of(),
                java.util.Map.of(),
                0,
                false);
        assertTrue(pages.draw("public", frame, open).contains("Propuesta en este sistema"));
    }

    @Test
    void aForecastThatIsSilentSaysWhatItWouldBeMadeFrom() {
        var words = Words.in(Language.ES);
        var made = "Sin pronóstico por ahora: se calcula con el adelanto o atraso de al menos 10 iniciativas o pasos ya"
                + " cumplidos en todo el acuerdo, y ";
        assertEquals(made + "no hay ninguno.", words.say("forecast.silent", 10, 0));
        assertEquals(made + "hay uno.", words.say("forecast.silent", 10, 1));
    }

    @Test
    void aListThatIsCutSaysWhichPartOfItStandsThere() {
        var words = Words.in(Language.ES);
        assertEquals(
                "Los últimos 8 cambios; hay uno anterior que no cabe aquí.", words.say("home.changes.count", 8, 1));
        assertEquals(
                "Los últimos 8 cambios; hay 3 anteriores que no caben aquí.", words.say("home.changes.count", 8, 3));
        assertEquals("Un cambio.", words.say("home.changes.count", 1, 0));
        assertEquals(
                "5 propuestas, de la más antigua a la más reciente; las 2 más recientes no caben aquí.",
                words.say("home.waiting.count", 5, 2));
        assertEquals("Una propuesta.", words.say("home.waiting.count", 1, 0));
    }
}
