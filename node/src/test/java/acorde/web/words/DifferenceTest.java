package acorde.web.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.web.words.Difference.Kind;
import acorde.web.words.Difference.Paragraph;
import acorde.web.words.Difference.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final String[] VOCABULARY = {
        "cada",
        "parte",
        "designa",
        "un",
        "despacho",
        "de",
        "enlace",
        "que",
        "responde",
        "en",
        "24",
        "horas",
        ",",
        ".",
        "y",
        "niñez",
        "días",
        "the",
        "of",
        "«texto»"
    };

    @Test
    void equalTextsDifferInNothing() {
        assertEquals(
                "Cada parte designa un despacho.",
                drawn("Cada parte designa un despacho.", "Cada parte designa un despacho."));
        assertFalse(Difference.differ("a  b\n\nc", "a b\nc "));
    }

    @Test
    void aChangedWordIsMarkedAloneAndItsPunctuationStays() {
        assertEquals(
                "Cada parte designa un despacho de [-enlace-] [+niñez+].",
                drawn("Cada parte designa un despacho de enlace.", "Cada parte designa un despacho de niñez."));
    }

    @Test
    void whatWasRemovedStandsBeforeWhatWasAdded() {
        assertEquals(
                "Toda solicitud se responde en [-un plazo razonable-] [+10 días hábiles+].",
                drawn(
                        "Toda solicitud se responde en un plazo razonable.",
                        "Toda solicitud se responde en 10 días hábiles."));
    }

    @Test
    void anInsertionIntoASentenceLeavesTheRestUnmarked() {
        assertEquals(
                "Intercambio regular entre autoridades[+, por los despachos designados+].",
                drawn(
                        "Intercambio regular entre autoridades.",
                        "Intercambio regular entre autoridades, por los despachos designados."));
    }

    @Test
    void aShortWordBetweenTwoChangesIsShownAsChangedWithThem() {
        assertEquals(
                "[-24 de julio de 2019-] [+31 de enero de 2027+]", drawn("24 de julio de 2019", "31 de enero de 2027"));
    }

    @Test
    void theSameWordsInAnotherOrderAreShownAsTheyStoodAndAsTheyStand() {
        assertEquals(
                "Participan: [-Guatemala, Honduras-] [+Honduras, Guatemala+] y El Salvador.",
                drawn(
                        "Participan: Guatemala, Honduras y El Salvador.",
                        "Participan: Honduras, Guatemala y El Salvador."));
        assertEquals(
                "Participan: [-Guatemala, Honduras y El Salvador-] [+El Salvador, Guatemala y Honduras+].",
                drawn(
                        "Participan: Guatemala, Honduras y El Salvador.",
                        "Participan: El Salvador, Guatemala y Honduras."));
    }

    @Test
    void paragraphsWithLittleInCommonAreShownWhole() {
        assertEquals(
                "[-Esfuerzo conjunto por detallar en la reunión de julio de 2019.-]|[+Cada parte "
                        + "responde a las consultas de las otras partes.+]",
                drawn(
                        "Esfuerzo conjunto por detallar en la reunión de julio de 2019.",
                        "Cada parte responde a las consultas de las otras partes."));
    }

    @Test
    void anAddedParagraphIsShownWhole() {
        assertEquals(
                "Uno dos tres.|[+Una negativa dice su razón.+]",
                drawn("Uno dos tres.", "Uno dos tres.\nUna negativa dice su razón."));
    }

    @Test
    void nothingBecomesSomethingAndSomethingNothing() {
        assertEquals("[+nuevo+]", drawn("", "nuevo"));
        assertEquals("[-viejo-]", drawn("viejo", ""));
        assertEquals("", drawn("", ""));
    }

    @Test
    void bothTextsCanBeReadBackFromTheirDifference() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            String before = text(random);
            String after = random.nextInt(4) == 0 ? text(random) : altered(before, random);
            List<Paragraph> difference = Difference.between(before, after);
            assertEquals(letters(before), letters(readBack(difference, Kind.REMOVED)), () -> before + " -> " + after);
            assertEquals(letters(after), letters(readBack(difference, Kind.ADDED)), () -> before + " -> " + after);
        }
    }

    @Test
    void beyondTheLimitAStretchIsShownWhole() {
        int words = (int) Math.sqrt(Difference.MOST_CELLS) + 1;
        String before = numbered("a", words);
        String after = numbered("b", words);
        List<Paragraph> difference = Difference.between("Inicio " + before + " fin", "Inicio " + after + " fin");
        assertEquals(letters("Inicio " + before + " fin"), letters(readBack(difference, Kind.REMOVED)));
        assertTrue(difference.stream()
                        .mapToInt(paragraph -> paragraph.pieces().size())
                        .sum()
                <= 4);
    }

    private static String numbered(String prefix, int words) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < words; i++) all.add(prefix + i);
        return String.join(" ", all);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int words = random.nextInt(30);
        for (int i = 0; i < words; i++) {
            text.append(VOCABULARY[random.nextInt(VOCABULARY.length)]).append(random.nextInt(9) == 0 ? "\n" : " ");
        }
        return text.toString();
    }

    private static String altered(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(words.size());
            if (random.nextBoolean()) words.set(at, VOCABULARY[random.nextInt(VOCABULARY.length)]);
            else words.add(at, VOCABULARY[random.nextInt(VOCABULARY.length)]);
        }
        return String.join(" ", words);
    }

    private static String readBack(List<Paragraph> difference, Kind kind) {
        return difference.stream()
                .flatMap(paragraph -> paragraph.pieces().stream())
                .filter(piece -> piece.kind() == Kind.SAME || piece.kind() == kind)
                .map(Piece::text)
                .collect(Collectors.joining(" "));
    }

    private static String letters(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String drawn(String before, String after) {
        return Difference.between(before, after).stream()
                .map(paragraph ->
                        paragraph.pieces().stream().map(DifferenceTest::drawn).collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
    }

    private static String drawn(Piece piece) {
        String space = piece.spaced() ? " " : "";
        return switch (piece.kind()) {
            case SAME -> space + piece.text();
            case REMOVED -> space + "[-" + piece.text() + "-]";
            case ADDED -> space + "[+" + piece.text() + "+]";
        };
    }
}
