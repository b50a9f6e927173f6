package acorde.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.sheets.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The tables that may be taken away. */
class TablesTest {
    private static List<List<Cell>> rows(Table table) {
        var entry = Told.measured();
        return switch (table) {
            case INITIATIVES -> List.of(Rows.initiative(entry), Rows.initiative(Told.unmeasured()));
            case ACCOUNTS -> Rows.accounts(entry, _ -> Optional.empty());
            case MILESTONES -> Rows.milestones(entry);
            case FIGURES -> Rows.figures(entry, Told.points());
        };
    }

    private static String written(Table table, Form form) throws IOException {
        var out = new ByteArrayOutputStream();
        form.write(table, rows(table).iterator(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String cell(Table table, int row, String column) throws IOException {
        return JsonMapper.shared()
                .readTree(written(table, Form.JSON))
                .path("rows")
                .path(row)
                .path(column)
                .asString("");
    }

    @Test
    void everyRowHasACellForEveryColumn() {
        for (var table : Table.values())
            for (var row : rows(table)) assertEquals(table.columns().size(), row.size(), table + " " + row);
    }

    @Test
    void aFigureStandsWithWhatWasFirstSaid() throws IOException {
        assertEquals("44", cell(Table.FIGURES, 2, "value"));
        assertEquals("45", cell(Table.FIGURES, 2, "first_said"));
        assertEquals("HN/141", cell(Table.FIGURES, 2, "last_correction"));
        assertEquals("2026-01-31", cell(Table.FIGURES, 0, "at"), "in the order of their days");
    }

    @Test
    void anAccountStandsWithWhatTheOthersSayAndAPartyThatSaidNothingHasARow() throws IOException {
        assertEquals("GT", cell(Table.ACCOUNTS, 0, "party"));
        assertEquals("", cell(Table.ACCOUNTS, 0, "state"));
        assertEquals("in-progress", cell(Table.ACCOUNTS, 1, "state"));
        assertEquals("GT", cell(Table.ACCOUNTS, 1, "disputed_by"));
        assertEquals("HN/40", cell(Table.ACCOUNTS, 1, "report"));
    }

    @Test
    void aStepIsDoneOnTheDayItsPartyReports() throws IOException {
        assertEquals("M1", cell(Table.MILESTONES, 0, "milestone"));
        assertEquals("2026-10-10", cell(Table.MILESTONES, 0, "done_on"));
        assertEquals("", cell(Table.MILESTONES, 1, "milestone"), "the whole");
    }

    @Test
    void aTextIsAFormulaInNoSpreadsheetAndItselfForAProgram() throws IOException {
        assertEquals("=Consultas", cell(Table.INITIATIVES, 0, "title_es"));
        var csv = written(Table.INITIATIVES, Form.CSV);
        assertTrue(csv.contains("'=Consultas") && !csv.contains(",=Consultas"), csv);
        assertTrue(csv.startsWith("\uFEFFcode,area,"), csv);
    }

    @Test
    void anEmptyTableIsATable() throws IOException {
        var out = new ByteArrayOutputStream();
        Form.JSON.write(Table.FIGURES, List.<List<Cell>>of().iterator(), out);
        assertEquals(
                0, JsonMapper.shared().readTree(out.toByteArray()).path("rows").size());
    }
}
