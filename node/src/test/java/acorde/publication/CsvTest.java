package acorde.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvTest {
    @Test
    void noCellOfTheTableIsTakenForAFormulaByASpreadsheet() {
        for (var first : List.of("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
            assertEquals("\"'" + first + "cmd|' /C calc'!A1\"", Csv.cell(first + "cmd|' /C calc'!A1"));
        assertEquals("\"A1-05 = protección\"", Csv.cell("A1-05 = protección"));
    }

    /** As spreadsheets of Spanish read it, which part cells by semicolons, and any that does not see that a line end is quoted. */
    @Test
    void norIsAnyPlaceWithinACellAtWhichAnotherMayBegin() {
        for (var break_ : List.of(";", "\t", "\r\n", "\n", "; ", ";\"", ";'"))
            for (var sign : List.of("=", "+", "-", "@", "＝"))
                assertEquals(
                        "\"Oficina" + break_.replace("\"", "\"\"") + "'" + sign + "cmd\"",
                        Csv.cell("Oficina" + break_ + sign + "cmd"));
        assertEquals(
                "\"Choluteca; -5 = cinco menos\"",
                Csv.cell("Choluteca; -5 = cinco menos").replace("'", ""));
        assertEquals("\"uno; dos - tres\"", Csv.cell("uno; dos - tres"), "what begins nothing is left alone");
    }

    @Test
    void noTextEndsItsCell() {
        assertEquals("\"a\"\",\"\"=1\"", Csv.cell("a\",\"=1"));
    }
}
