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

    @Test
    void noTextEndsItsCell() {
        assertEquals("\"a\"\",\"\"=1\"", Csv.cell("a\",\"=1"));
    }
}
