package acorde.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.compact.ItemKey;
import acorde.groups.SampleSittings;
import acorde.monitoring.Counted;
import acorde.sheets.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The tables that may be taken away. */
class TablesTest {
    private static final ItemKey KEY = ItemKey.initiative("A1-05");
    private static final ActId GT50 = ActId.parse("GT/50");

    private static List<List<Cell>> rows(Table table) {
        var entry = Told.measured();
        return switch (table) {
            case INITIATIVES -> List.of(Rows.initiative(entry), Rows.initiative(Told.unmeasured()));
            case ACCOUNTS -> Rows.accounts(entry, _ -> Optional.empty());
            case MILESTONES -> Rows.milestones(entry);
            case FIGURES -> Rows.figures(entry, Told.counted());
            case INDICATORS ->
                Stream.concat(
                                Rows.indicators(Told.area(), Told.counted()).stream(),
                                Rows.indicators(
                                        Told.area(),
                                        new Counted(Map.of(), Told.counted().texts()))
                                        .stream())
                        .toList();
            case PROPOSALS -> List.of(ConsentRows.proposal(Told.proposed(), Told::said));
            case VERSIONS ->
                List.of(ConsentRows.version(KEY, Told.VERSION, Told.said(GT50).orElseThrow()));
            case MEETINGS -> SittingRows.meetings(SampleSittings.withMinutes());
            case DECISIONS -> SittingRows.decisions(SampleSittings.withMinutes(), "");
            case ACTIONS -> SittingRows.actions(SampleSittings.withMinutes(), "");
            case MINUTES ->
                SittingRows.minutes(SampleSittings.withMinutes(), _ -> Optional.of(new Bilingual("acta", "minutes")))
                        .map(Supplier::get)
                        .toList();
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
        assertEquals("sha256:" + Told.VERSION.hex(), cell(Table.FIGURES, 2, "version"), "of the text it is under");
    }

    @Test
    void anIndicatorOfAnAreaStandsBesideEachValueAndOnceWhereThereIsNone() throws IOException {
        assertEquals("A1-I1", cell(Table.INDICATORS, 2, "indicator"));
        assertEquals("45", cell(Table.INDICATORS, 2, "first_said"));
        assertEquals("casos", cell(Table.INDICATORS, 2, "unit_es"), "of the latest text");
        assertEquals("%", cell(Table.INDICATORS, 2, "value_unit_es"), "of the text it was given under");
        assertEquals("consented", cell(Table.INDICATORS, 3, "consent"));
        assertEquals("", cell(Table.INDICATORS, 3, "party"));
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
    void aProposalStandsWithItsTextAndWithWhatEachPartySaidToIt() throws IOException {
        assertEquals("GT HN", cell(Table.PROPOSALS, 0, "assented"));
        assertEquals("", cell(Table.PROPOSALS, 0, "silent"));
        assertEquals("porque sí", cell(Table.PROPOSALS, 0, "why_es"));
        assertEquals("HN: in part", cell(Table.PROPOSALS, 0, "remarks_en"));
        assertTrue(cell(Table.PROPOSALS, 0, "text").startsWith("{\"title\":"));
        assertEquals("no", cell(Table.VERSIONS, 0, "latest"), "another took its place");
    }

    @Test
    void aDecisionStandsWithItsWordsAndItsActionsWithTheirReports() throws IOException {
        assertEquals("GT HN SV", cell(Table.MEETINGS, 0, "attended"));
        assertEquals("taken", cell(Table.DECISIONS, 0, "state"));
        assertEquals("GT HN SV", cell(Table.DECISIONS, 0, "assented"));
        assertEquals("HN SV", cell(Table.DECISIONS, 1, "silent"));
        assertEquals("confirmed", cell(Table.ACTIONS, 0, "state"));
        assertEquals("HN", cell(Table.ACTIONS, 0, "confirmed_by"));
        assertEquals("owed", cell(Table.ACTIONS, 1, "state"));
        assertEquals(List.of(), SittingRows.actions(SampleSittings.withMinutes(), "A1-05"), "they are about another");
    }

    @Test
    void minutesStandWithWhoRefusedThemAndWhy() throws IOException {
        assertEquals("refused", cell(Table.MINUTES, 0, "state"));
        assertEquals("HN", cell(Table.MINUTES, 0, "refused"));
        assertEquals("HN: porque sí", cell(Table.MINUTES, 0, "remarks_es"));
        assertEquals("minutes", cell(Table.MINUTES, 0, "text_en"));
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
