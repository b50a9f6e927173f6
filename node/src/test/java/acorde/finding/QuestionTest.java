package acorde.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody typed, read for good. */
class QuestionTest {
    private static String told(Question question) {
        return told(question.wanted(), "") + told(question.unwanted(), "-");
    }

    private static String told(List<Question.Phrase> phrases, String sign) {
        return phrases.stream()
                .map(phrase -> "[" + sign + String.join(" ", phrase.words()) + "]")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "niñez migrante,[ninez][migrante]",
                "\"niñez migrante\" aduana,[ninez migrante][aduana]",
                "“niñez migrante”,[ninez migrante]",
                "frontera -aduana,[frontera][-aduana]",
                "frontera -\"paso aduanero\",[frontera][-paso aduanero]",
                "A1-05,[a1 05]",
                "HN/401,[hn 401]",
                "-solo,[-solo]",
                "la protección de la niñez,[proteccion][ninez]",
                "\"de la\",[de la]",
                "de la,[de][la]",
                "fin de \"la cita sin cerrar,[fin][la cita sin cerrar]",
                "NIÑEZ,[ninez]"
            })
    void plainWordsPhrasesAndMinusAreRead(String typed, String read) {
        assertEquals(read, told(Question.read(typed)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "& | ! ( ) : * <-> ' \\ \" ",
                "'; drop table finding.page; --",
                "\0\0\0",
                "\uD800 \uDC00",
                "\u202e\u200b",
                "-",
                "--",
                "-\"",
                "\"",
                "\"\"\"",
                "- - -",
                "%_%",
                "***"
            })
    void whatHasNoWordsOfItsOwnOrOnlySignsIsReadWithoutFault(String typed) {
        for (var phrase : Question.read(typed).wanted())
            for (var word : phrase.words()) assertTrue(word.codePoints().allMatch(Character::isLetterOrDigit), word);
    }

    @Test
    void nothingIsReadAsNothing() {
        for (var typed : new String[] {"", "   ", "\t\n"})
            assertTrue(Question.read(typed).isEmpty());
    }

    @Test
    void twelveWordsAreLookedForAndWhatIsCutIsSaid() {
        var twelve = IntStream.range(0, 12).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        assertEquals(12, Question.read(twelve).wanted().size());
        assertFalse(Question.read(twelve).cut());
        assertEquals(12, Question.read(twelve + " more").wanted().size());
        assertTrue(Question.read(twelve + " more").cut());
        var phrase = Question.read("\"" + twelve + " more\"");
        assertEquals(12, phrase.wanted().getFirst().words().size());
        assertTrue(phrase.cut());
    }

    @Test
    void tenThousandCharactersAreReadAsTheFirstThousand() {
        assertTrue(Question.read("x".repeat(10_000)).cut());
        assertEquals(
                Word.LONGEST,
                Question.read("x".repeat(10_000))
                        .wanted()
                        .getFirst()
                        .words()
                        .getFirst()
                        .length());
        assertEquals(12, Question.read("a ".repeat(5_000)).wanted().size());
        assertEquals(12, Question.read("-a ".repeat(5_000)).unwanted().size());
        assertTrue(Question.read("\"-".repeat(5_000)).isEmpty());
        assertFalse(Question.read("y".repeat(1_000)).cut());
    }
}
