package acorde.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.finding.Stems.Stem;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How questions are put to the index. */
class LexemesTest {
    private static final Pattern LEXEME = Pattern.compile("'([^']*)'");

    @Test
    void aQuestionNamesNoWordOfARoomItsReaderMayNotEnter() {
        var filter = new Filter("initiative", "A1", "GT", "open", null, null, null);
        var wanted = Lexemes.wanted(
                List.of(3, 14),
                Question.read("niñez -aduana \"paso libre\""),
                filter,
                Map.of("ninez", new Stem("nin", "n")));
        for (var text :
                List.of(wanted.match(), wanted.merit(), Lexemes.beginning(List.of(3, 14), List.of("a", "fro")))) {
            var lexemes =
                    LEXEME.matcher(text).results().map(found -> found.group(1)).toList();
            assertFalse(lexemes.isEmpty());
            for (var lexeme : lexemes) assertTrue(lexeme.matches("(3|14)([skapteh].*)?"), lexeme);
        }
    }

    @Test
    void theSignOfARoomThatAllOfItHasIsAskedForOnlyWhereNoWordIs() {
        var area = new Filter(null, "A1", null, null, null, null, null);
        assertEquals("('3')", match("", Filter.NONE));
        assertEquals("('3' & !(('3s:x') | ('3e:x')))", match("-x", Filter.NONE));
        assertEquals("('3a:A1')", match("", area));
        assertEquals("('3a:A1' & (('3s:x') | ('3e:x')))", match("x", area));
        assertEquals("((('3s:x') | ('3e:x')))", match("x", Filter.NONE));
    }

    private static String match(String typed, Filter filter) {
        return Lexemes.wanted(List.of(3), Question.read(typed), filter, Map.of())
                .match();
    }

    @Test
    void nothingIsAskedWhereNoRoomIsOpen() {
        assertEquals(
                "",
                Lexemes.wanted(List.of(), Question.read("x"), Filter.NONE, Map.of())
                        .match());
    }
}
