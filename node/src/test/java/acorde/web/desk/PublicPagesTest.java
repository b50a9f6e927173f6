package acorde.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PublicPagesTest {
    @Test
    void noCellOfTheTableIsTakenForAFormulaByASpreadsheet() {
        for (var first : List.of("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
            assertEquals("\"'" + first + "cmd|' /C calc'!A1\"", PublicPages.cell(first + "cmd|' /C calc'!A1"));
        assertEquals("\"A1-05 = protección\"", PublicPages.cell("A1-05 = protección"));
    }

    @Test
    void noTextEndsItsCell() {
        assertEquals("\"a\"\",\"\"=1\"", PublicPages.cell("a\",\"=1"));
    }
}
