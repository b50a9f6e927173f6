package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.web.words.Language;
import acorde.web.words.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a person reads of a replay. */
class ReplayCommandTest {
    private static final Map<String, String> TABLES =
            new TreeMap<>(Map.of("compact.item", "59 rows 8a1f", "compact.round", "1 rows 77c0"));

    @Test
    void tablesThatAreAsTheActsHaveThemAreSaidToBe() {
        assertEquals(
                List.of(
                        "  compact.item: 59 rows, as before",
                        "  compact.round: one row, as before",
                        "Every table is as the acts have it: nothing had to be mended."),
                ReplayCommand.told(Words.in(Language.EN), TABLES, TABLES));
    }

    @Test
    void aTableThatWasDifferentIsNamed() {
        var before = new TreeMap<>(TABLES);
        before.put("compact.round", "1 rows 0000");
        assertEquals(
                List.of(
                        "  compact.item: 59 rows, as before",
                        "  compact.round: one row, NOT as before: one row with other contents",
                        "Some tables were not as the acts have them. They are now; tell whoever runs the database."),
                ReplayCommand.told(Words.in(Language.EN), before, TABLES));
    }
}
