package acorde.returns;

import static acorde.returns.Sent.owed;
import static acorde.returns.Sent.template;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.compact.Remark;
import acorde.monitoring.Owed;
import acorde.monitoring.Report;
import acorde.returns.Unreadable.Why;
import acorde.sheets.Cell;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A return held against what stands: what it would say, and what is wrong with it. */
class ComparingTest {
    private static final String CODE = "A1-05";

    private static Report only(Preview preview) {
        assertEquals(List.of(), preview.faults());
        assertEquals(1, preview.changes().size());
        return preview.changes().getFirst().report();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aTemplateSentBackUntouchedSaysNothing(Language language) {
        var never = owed("A1-06", Sent.text(false), null);
        var preview = template(language, owed(CODE), never).preview(owed(CODE), never);
        assertEquals(List.of(), preview.faults());
        assertEquals(List.of(), preview.changes());
        assertEquals(2, preview.unchanged());
    }

    @Test
    void whatHasNoColumnStaysAsItWasSaidLastAndAnUntouchedNoteKeepsBothLanguages() {
        var sent = template(Language.ES, owed(CODE));
        sent.type(sent.row(CODE, Line.REPORT), Column.STATE, "Cumplida")
                .type(sent.row(CODE, Line.REPORT), Column.DAY, "2026-11-20");
        var report = only(sent.preview(owed(CODE)));
        assertEquals(Report.State.DONE, report.state());
        assertEquals(LocalDate.parse("2026-11-20"), report.on());
        assertEquals(new Remark("Despacho designado", "Office named"), report.note());
        assertEquals(new Remark("Decreto 1", null), report.legalBasis());
        assertEquals(List.of("E1"), report.events());
    }

    @Test
    void aNoteIsKeptInTheLanguageOfTheHeadings() {
        var sent = template(Language.EN, owed(CODE));
        sent.type(sent.row(CODE, Line.REPORT), Column.WORDS, "All posts trained");
        assertEquals(
                new Remark(null, "All posts trained"),
                only(sent.preview(owed(CODE))).note());
    }

    @Test
    void milestonesValuesAndEvidenceAreRowsOfTheirOwn() {
        var sent = template(Language.ES, owed(CODE));
        sent.type(sent.row(CODE, Line.MILESTONE), Column.DAY, "18/11/2026");
        var value = sent.row(CODE, Line.VALUE);
        sent.type(value, Column.VALUE, "1,234.5").type(value, Column.WORDS, "Registro");
        var evidence = sent.row(CODE, Line.EVIDENCE);
        sent.type(evidence, Column.WORDS, "Acta").type(evidence, Column.LINK, "https://example.org/acta");
        var report = only(sent.preview(owed(CODE)));
        assertEquals(Map.of("M1", LocalDate.parse("2026-11-18")), report.milestones());
        assertEquals(LocalDate.parse("2026-10-31"), report.values().getFirst().at());
        assertEquals(new BigDecimal("1234.5"), report.values().getFirst().number());
        assertEquals(
                "https://example.org/acta", report.evidence().getFirst().link().toString());
    }

    @Test
    void theTemplateAsksForTheFiguresThatAreDueAndNotGivenAndForNoOthers() {
        var rows = new Template(Language.ES, Sent.TODAY).rows(List.of(owed(CODE)));
        var days = rows.stream()
                .filter(row -> row.get(Column.LINE.ordinal()).equals(Cell.text("valor")))
                .map(row -> row.get(Column.DAY.ordinal()))
                .toList();
        assertEquals(List.of(new Cell.Day(LocalDate.parse("2026-10-31"))), days);
        assertTrue(rows.stream().noneMatch(row -> row.contains(Cell.text("M2"))), "M2 is Guatemala's");
    }

    @Test
    void aRowThatWasMadeFromAnEarlierReportOrTextIsToldOnceAndOverwritesNothing() {
        var sent = template(Language.ES, owed(CODE));
        var row = sent.row(CODE, Line.REPORT);
        sent.type(row, Column.WORDS, "otra");
        var was = owed(CODE);
        var newer = new Owed(
                was.party(),
                CODE,
                was.text(),
                was.version(),
                ActId.parse("HN/41"),
                was.report(),
                was.figures(),
                was.due());
        assertEquals(List.of(row + " BASIS NEWER_REPORT"), sent.faults(newer));
        var moved = new Owed(
                was.party(), CODE, was.text(), Sent.version("x"), was.latest(), was.report(), was.figures(), was.due());
        assertEquals(List.of(row + " BASIS NEWER_TEXT"), sent.faults(moved));
        assertEquals(
                List.of(row + " BASIS BASIS_UNREADABLE"),
                sent.type(row, Column.BASIS, "2 x").faults(was));
    }

    @Test
    void everyFaultNamesItsRowAndColumn() {
        var sent = template(Language.ES, owed(CODE));
        var report = sent.row(CODE, Line.REPORT);
        sent.type(report, Column.STATE, "casi").type(report, Column.DAY, "03/04/2026");
        var step = sent.row(CODE, Line.MILESTONE);
        sent.type(step, Column.STEP, "M2").type(step, Column.VALUE, "3");
        var value = sent.row(CODE, Line.VALUE);
        sent.type(value, Column.VALUE, "1.234");
        var evidence = sent.row(CODE, Line.EVIDENCE);
        sent.type(evidence, Column.WORDS, "Acta").type(evidence, Column.LINK, "javascript:alert(1)");
        var other = sent.copy(report);
        sent.type(other, Column.INITIATIVE, "A9-99");
        var unknown = sent.copy(report);
        sent.type(unknown, Column.LINE, "suma");
        assertEquals(
                List.of(
                        report + " STATE STATE_UNKNOWN",
                        report + " DAY DAY_AMBIGUOUS",
                        step + " STEP STEP_UNKNOWN",
                        step + " VALUE NOT_HERE",
                        value + " VALUE NUMBER_AMBIGUOUS",
                        value + " WORDS FROM_MISSING",
                        evidence + " LINK LINK_UNREADABLE",
                        other + " INITIATIVE NOT_OWED",
                        unknown + " LINE LINE_UNKNOWN"),
                sent.faults(owed(CODE)));
    }

    @Test
    void aValueOfADayOfAnotherCenturyIsAskedAbout() {
        var sent = template(Language.ES, owed(CODE));
        var row = sent.row(CODE, Line.VALUE);
        sent.type(row, Column.VALUE, "3").type(row, Column.WORDS, "Registro").type(row, Column.DAY, "1999-12-31");
        assertEquals(List.of(row + " DAY FIGURE_TOO_FAR"), sent.faults(owed(CODE)));
    }

    @Test
    void ofManyFaultsTheFirstAreShownAndAllAreCounted() {
        var sent = template(Language.ES, owed(CODE));
        var row = sent.row(CODE, Line.EVIDENCE);
        sent.type(sent.row(CODE, Line.REPORT), Column.STATE, "casi").type(row, Column.INITIATIVE, "A9-99");
        for (var i = 0; i < Preview.SHOWN; i++) sent.copy(row);
        var preview = sent.preview(owed(CODE));
        assertEquals(Preview.SHOWN + 2, preview.wrong());
        assertEquals(Preview.SHOWN, preview.faults().size());
        assertEquals(
                List.of(2, row),
                preview.faults().stream().map(Fault::row).limit(2).toList(),
                "though found last");
        assertEquals(row + Preview.SHOWN - 2, preview.faults().getLast().row());
    }

    @Test
    void whatDoesNotBelongToTheStateIsAskedAbout() {
        var sent = template(Language.ES, owed(CODE));
        var row = sent.row(CODE, Line.REPORT);
        sent.type(row, Column.STATE, "cumplida");
        assertEquals(List.of(row + " DAY DAY_MISSING"), sent.faults(owed(CODE)));
        sent.type(row, Column.STATE, "bloqueada");
        assertEquals(List.of(row + " BLOCKED_BY BLOCKED_BY_MISSING"), sent.faults(owed(CODE)));
        sent.type(row, Column.STATE, "en marcha").type(row, Column.BLOCKED_BY, "falta ley");
        sent.type(row, Column.DAY, "2026-11-01");
        assertEquals(List.of(row + " DAY DAY_NOT_DONE", row + " BLOCKED_BY NOT_BLOCKED"), sent.faults(owed(CODE)));
    }

    @Test
    void restrictionsAreConfirmedWithEveryReportAndWithNoOther() {
        var restricted = owed(CODE, Sent.text(true), Sent.report(CODE));
        var sent = template(Language.ES, restricted);
        assertEquals(List.of(), sent.faults(restricted));
        var row = sent.row(CODE, Line.REPORT);
        sent.type(row, Column.WORDS, "otra");
        assertEquals(List.of(row + " RESTRICTIONS RESTRICTIONS_UNCONFIRMED"), sent.faults(restricted));
        assertTrue(only(sent.type(row, Column.RESTRICTIONS, "SÍ").preview(restricted))
                .restrictions());
        assertEquals(
                List.of(row + " RESTRICTIONS YES_UNREADABLE"),
                sent.type(row, Column.RESTRICTIONS, "quizá").faults(restricted));
    }

    @Test
    void aFigureOnceSaidIsNeitherReplacedNorSaidAgain() {
        var sent = template(Language.ES, owed(CODE));
        var row = sent.row(CODE, Line.VALUE);
        sent.type(row, Column.DAY, "2026-09-30").type(row, Column.VALUE, "41").type(row, Column.WORDS, "Registro");
        assertEquals(List.of(row + " VALUE FIGURE_SAID"), sent.faults(owed(CODE)));
        assertEquals(
                List.of(),
                sent.type(row, Column.VALUE, "40.0").preview(owed(CODE)).changes());
    }

    @Test
    void nothingIsSaidTwiceInOneReturnAndNothingWithoutItsReport() {
        var sent = template(Language.ES, owed(CODE));
        var step = sent.row(CODE, Line.MILESTONE);
        sent.type(step, Column.DAY, "2026-11-18");
        var twice = sent.copy(step);
        assertEquals(List.of(twice + " STEP TWICE"), sent.faults(owed(CODE)));
        sent.drop(twice).drop(sent.row(CODE, Line.REPORT));
        assertEquals(List.of("2 LINE REPORT_MISSING"), sent.faults(owed(CODE)));
    }

    @Test
    void aFormulaIsAFaultWhereItStands() {
        var sent = template(Language.ES, owed(CODE));
        var text = new String(sent.csv(), StandardCharsets.UTF_8).replace("Despacho designado", "=CMD()");
        var sheet = (Sheet.Reading.Read) CsvSheet.read(text.getBytes(StandardCharsets.UTF_8));
        var made = (Preview.Reading.Made) Comparing.compare(sheet.sheet(), List.of(owed(CODE)), Sent.TODAY);
        assertEquals(
                List.of(new Fault(2, Column.WORDS, Fault.Why.FORMULA, "")),
                made.preview().faults());
    }

    @Test
    void headingsAreKnownInBothLanguagesInAnyOrderAndAMissingOneIsNamed() {
        var text = new String(template(Language.ES, owed(CODE)).csv(), StandardCharsets.UTF_8);
        assertEquals(
                0,
                compared(text.replace("Estado", "STATE").replace("Título", "Notas internas"))
                        .wrong());
        var missing = assertInstanceOf(
                Preview.Reading.Not.class, reading(text.replace("Estado", "x").replace("Base", "y")));
        assertEquals(new Unreadable(Why.COLUMN_MISSING, List.of(Column.STATE, Column.BASIS)), missing.why());
        var twice = assertInstanceOf(Preview.Reading.Not.class, reading(text.replace("Título", "state")));
        assertEquals(new Unreadable(Why.COLUMN_TWICE, List.of(Column.STATE)), twice.why());
        assertEquals(
                Why.NO_ROWS,
                assertInstanceOf(
                                Preview.Reading.Not.class,
                                reading(text.lines().findFirst().orElseThrow()))
                        .why()
                        .why());
    }

    private static Preview.Reading reading(String csv) {
        var sheet = (Sheet.Reading.Read) CsvSheet.read(csv.getBytes(StandardCharsets.UTF_8));
        return Comparing.compare(sheet.sheet(), List.of(owed(CODE)), Sent.TODAY);
    }

    private static Preview compared(String csv) {
        return ((Preview.Reading.Made) reading(csv)).preview();
    }

    @Test
    void aFileReportsOnAThousandInitiativesAndNoMore() {
        var owed = new Owed[1_001];
        for (var i = 0; i < owed.length; i++) owed[i] = owed("A1-%04d".formatted(i));
        var sent = template(Language.ES, owed);
        for (var each : owed) sent.type(sent.row(each.code(), Line.REPORT), Column.WORDS, "otra");
        assertEquals(List.of(sent.row("A1-1000", Line.REPORT) + " INITIATIVE TOO_MANY_REPORTS"), sent.faults(owed));
        assertEquals(
                List.of(),
                sent.type(sent.row("A1-1000", Line.REPORT), Column.WORDS, "Despacho designado")
                        .faults(owed));
    }
}
