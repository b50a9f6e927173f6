package acorde.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.web.view.Chord.Mark;
import acorde.web.view.Chord.Matter;
import acorde.web.view.Chord.State;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChordTest {
    private static final List<String> PARTIES = List.of("US", "GT", "HN", "SV");
    private final Words es = Words.in(Language.ES);
    private final Words en = Words.in(Language.EN);

    @Test
    void theBarClosesWhenEveryPartyConcernedHasDoneItsPart() {
        assertTrue(chord(Matter.CONSENT, "++++").closed());
        assertFalse(chord(Matter.CONSENT, "+++.").closed());
        assertFalse(chord(Matter.CONSENT, "+++x").closed());
        assertTrue(chord(Matter.CONSENT, "+-+-").closed());
        assertFalse(chord(Matter.CONSENT, "----").closed());
    }

    @Test
    void theBarSpansTheConcernedMarks() {
        assertEquals("M13.5 0v15", chord(Matter.CONSENT, "++++").bar());
        assertEquals("M13.5 0v11", chord(Matter.CONSENT, "+-+-").bar());
        assertEquals("M13.5 4v3", chord(Matter.CONSENT, "-+--").bar());
        assertEquals("", chord(Matter.CONSENT, "+.++").bar());
    }

    @Test
    void consentIsSaidInWords() {
        assertEquals(
                "Guatemala y Honduras asintieron; Estados Unidos y El Salvador aún no",
                chord(Matter.CONSENT, ".++.").label(es));
        assertEquals(
                "Guatemala and Honduras assented; El Salvador refused; United States not concerned",
                chord(Matter.CONSENT, "-++x").label(en));
        assertEquals(
                "Acorde completo: Estados Unidos, Guatemala, Honduras y El Salvador asintieron",
                chord(Matter.CONSENT, "++++").label(es));
    }

    @Test
    void deliveryHasWordsOfItsOwn() {
        assertEquals(
                "Estados Unidos y Guatemala recibieron; El Salvador no ha recibido; Honduras no destinataria",
                chord(Matter.DELIVERY, "++-.").label(es));
        assertEquals(
                "Delivered in full: United States received it; Guatemala, Honduras and El Salvador not addressees",
                chord(Matter.DELIVERY, "+---").label(en));
    }

    @Test
    void theTitleSaysWhoAndWhenAndWhoIsMissing() {
        var formats = new Formats(es, "HN", Instant.parse("2026-11-23T15:12:00Z"));
        var chord = new Chord(
                Matter.CONSENT,
                List.of(
                        new Mark("US", State.HOLLOW, null),
                        new Mark("GT", State.FILLED, Instant.parse("2026-11-20T23:32:00Z")),
                        new Mark("HN", State.FILLED, Instant.parse("2026-11-18T16:04:00Z")),
                        new Mark("SV", State.HOLLOW, null)));
        assertEquals(
                "Guatemala, 20 nov, 17:32. Honduras, 18 nov, 10:04. Faltan Estados Unidos y El Salvador.",
                chord.title(formats));
    }

    private static Chord chord(Matter matter, String marks) {
        var all = new ArrayList<Mark>();
        for (int i = 0; i < marks.length(); i++) {
            State state = switch (marks.charAt(i)) {
                case '+' -> State.FILLED;
                case 'x' -> State.CROSSED;
                case '.' -> State.HOLLOW;
                default -> State.DASHED;
            };
            all.add(new Mark(PARTIES.get(i), state, null));
        }
        return new Chord(matter, all);
    }
}
