package acorde.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import acorde.exchange.Texts;
import acorde.policy.Field;
import acorde.policy.Marking.Handling;
import acorde.policy.Purpose;
import acorde.policy.Tlp;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a table of reports comes to. */
class CsvFileTest {
    private static final Reader READER = new Reader(Texts.Language.EN, true, Set.of(new Purpose("A2")));
    private static final String HEAD =
            "Título;Hecho;Valoración;Fuente;Evaluación;TLP;Código de manejo;Restricción;Para qué puede usarse;Base legal;Zona;Vigente hasta;Revisar el\n";

    private static Reading read(String text) {
        return CsvFile.read(text.getBytes(StandardCharsets.UTF_8), READER);
    }

    private static List<Candidate> rows(String text) {
        return assertInstanceOf(Reading.Read.class, read(text)).candidates();
    }

    @Test
    void aRowIsAReportWithEveryMarkingAndHeadingsAreKnownInBothLanguagesAndAnyOrder() {
        var report = Objects.requireNonNull(rows(HEAD
                        + "EJERCICIO uno;Lo que se vio;Opinión;Patrulla;b2;amber;H1 H2;;A2;Memorando;Puesto 14;2026-12-31;2027-01-31\n")
                .getFirst()
                .report());
        assertEquals("Opinión", report.texts().part(Field.ASSESSMENT).orElseThrow());
        assertEquals("B2", String.valueOf(report.marking().evaluation()));
        assertEquals(Tlp.AMBER, report.marking().tlp());
        assertEquals(Set.of(Handling.H1, Handling.H2), report.marking().handling());
        assertEquals(Set.of(new Purpose("A2")), report.terms().purposes());
        assertEquals("Memorando", report.basis().law());
        assertEquals(LocalDate.parse("2027-01-31"), report.terms().span().reviewOn());
        var english = rows("handling  CODE,\"FACT\",Restriction\nH3,Seen,Not copied\n")
                .getFirst();
        assertEquals(
                "Not copied", Objects.requireNonNull(english.report()).basis().restriction());
        assertEquals("2", english.place());
    }

    @Test
    void aRowIsRefusedWithEachCellThatIsWrongAndStopsNoOther() {
        var rows = rows(HEAD
                + "=1+1;" + "x".repeat(20_001) + ";;;Z9;violet;H1 H7;;A2 A4;;;31/12/2026;\n"
                + ";;;;;;;;;;;;\n"
                + "dos;;;;;;H3;;;;;;\n"
                + ";;opinión;;;;;;;;;;\n"
                + "tres;;;;;red;;;;;;;\n"
                + "cuatro;;;;;WHITE;;;;;;;\n");
        assertEquals(5, rows.size());
        assertEquals(
                List.of(
                        new Left("TITLE", "", Left.Why.FORMULA),
                        new Left("FACT", "x".repeat(20_001), Left.Why.TOO_LONG),
                        new Left("TLP", "VIOLET", Left.Why.MARKING_UNKNOWN),
                        new Left("HANDLING", "H7", Left.Why.MARKING_UNKNOWN),
                        new Left("EVALUATION", "Z9", Left.Why.VALUE),
                        new Left("PURPOSES", "A4", Left.Why.PURPOSE),
                        new Left("VALID", "31/12/2026", Left.Why.VALUE)),
                rows.get(0).left());
        assertEquals("4", rows.get(1).place(), "as the spreadsheet counts them");
        assertEquals(
                List.of(new Left("RESTRICTION", "", Left.Why.RESTRICTION)),
                rows.get(1).left());
        assertEquals(List.of(new Left("FACT", "", Left.Why.EMPTY)), rows.get(2).left());
        assertEquals(
                List.of(new Left("TLP", "RED", Left.Why.MARKING_NARROW)),
                rows.get(3).left());
        for (var refused : rows.subList(0, 4)) assertNull(refused.report());
        assertEquals(
                Tlp.CLEAR,
                Objects.requireNonNull(rows.get(4).report()).marking().tlp());
    }

    @Test
    void whatIsNoTableOfReportsIsRefusedWhole() {
        assertEquals(new Reading.Not(Reading.Why.NO_ROWS), read(""));
        assertEquals(new Reading.Not(Reading.Why.NO_ROWS), read("Hecho\n\n"));
        for (var wrong : List.of("uno;dos\n1;2\n", "TLP\nAMBER\n", "Hecho;Fact\na;b\n"))
            assertEquals(new Reading.Not(Reading.Why.HEADINGS), read(wrong), wrong);
        assertEquals(
                new Reading.Not(Reading.Why.NOT_UTF8),
                CsvFile.read("Título\nx".getBytes(StandardCharsets.ISO_8859_1), READER));
        assertEquals(new Reading.Not(Reading.Why.TOO_MANY_ROWS), read("Hecho\n" + "x\n".repeat(1_001)));
        assertEquals(1_000, rows("Hecho\n" + "x\n".repeat(1_000)).size());
    }

    @Test
    void theEmptyTableIsReadAsItWasWritten() {
        for (var language : Texts.Language.values()) {
            var head = new String(Imports.template(language), StandardCharsets.UTF_8).stripTrailing();
            assertEquals(1, rows(head + "\nuno,dos\n").size());
        }
    }
}
