package acorde.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The few words shown of a text. */
class ExcerptTest {
    private static Excerpt of(String text, String... wanted) {
        var words = Word.of(text, Excerpt.WORDS);
        return Excerpt.of(
                text,
                words.stream()
                        .filter(word -> Set.of(wanted).contains(word.plain()))
                        .toList());
    }

    private static String told(Excerpt excerpt) {
        return excerpt.pieces().stream()
                .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    @Test
    void whatWasLookedForIsMarkedAsItIsWritten() {
        var excerpt = of("Protección de la Niñez y de la niñez", "ninez");
        assertEquals("Protección de la [Niñez] y de la [niñez]", told(excerpt));
        assertTrue(excerpt.found());
    }

    @Test
    void aLongTextIsShownAroundTheFirstWordFound() {
        var excerpt = told(of("palabra ".repeat(100) + "aguja " + "palabra ".repeat(100), "aguja"));
        assertTrue(excerpt.startsWith("… palabra"), excerpt);
        assertTrue(excerpt.endsWith("palabra …"), excerpt);
        assertTrue(excerpt.contains("[aguja]"), excerpt);
        assertTrue(excerpt.length() < 270, excerpt);
    }

    @Test
    void aTextWithoutAnyOfThemIsShownFromItsBeginning() {
        var excerpt = of("Una cosa", "otra");
        assertEquals("Una cosa", told(excerpt));
        assertFalse(excerpt.found());
        assertEquals("", told(of("", "otra")));
    }

    @Test
    void noCharacterIsCutInHalf() {
        var text = "\uD83D\uDC49".repeat(400);
        var shown = told(of(text, "x"));
        assertFalse(Character.isHighSurrogate(shown.charAt(shown.length() - 3)), shown);
        var behind = told(of("\uD83D\uDC49".repeat(201) + "aguja", "aguja"));
        assertTrue(behind.contains("[aguja]"), behind);
        assertFalse(Character.isLowSurrogate(behind.charAt(2)), behind);
    }
}
