package acorde.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.web.view.ProposalLine.Field;
import acorde.web.words.Bilingual;
import acorde.web.words.Difference;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private final Formats formats = new Formats(Words.in(Language.ES), "HN", Instant.parse("2026-11-23T15:12:00Z"));
    private final InitiativeText before = new InitiativeText(
            new Bilingual("Protección conjunta", "Joint protection"),
            new Bilingual("Por detallar", "To be detailed"),
            LocalDate.parse("2019-07-24"),
            List.of("GT", "HN"));
    private final InitiativeText after = new InitiativeText(
            before.title(),
            new Bilingual("Por detallar", "To be detailed soon"),
            LocalDate.parse("2027-01-31"),
            before.parties(),
            List.of(),
            new InitiativeText.Indicator(
                    new Bilingual("Consultas respondidas", "Queries answered"),
                    new Bilingual("%", "%"),
                    InitiativeText.Indicator.Counts.OUTCOME,
                    new BigDecimal("38"),
                    LocalDate.parse("2026-10-31"),
                    new BigDecimal("90"),
                    LocalDate.parse("2027-06-30"),
                    null,
                    false,
                    null),
            null,
            InitiativeText.Rest.NONE);

    @Test
    void aChangeInOneLanguageAloneIsAChange() {
        assertEquals(List.of(Field.DELIVERABLE, Field.DUE, Field.INDICATOR), Document.changes(before, after, formats));
        assertEquals(List.of(), Document.changes(before, before, formats));
    }

    @Test
    void eachDocumentSpeaksItsOwnLanguage() {
        Document es = Document.compare(before, after, Language.ES, formats);
        Document en = Document.compare(before, after, Language.EN, formats);
        assertEquals("31 de enero de 2027", added(es, Field.DUE));
        assertEquals("31 January 2027", added(en, Field.DUE));
        assertEquals(
                "Consultas respondidas. Unidad: %. Cuenta lo que cambió gracias a ello. "
                        + "Línea base: 38\u00a0% al 31 de octubre de 2026. Meta: 90\u00a0% al 30 de junio de 2027.",
                added(es, Field.INDICATOR));
        assertEquals(
                "Queries answered. Unit: %. Counts what changed because of it. "
                        + "Baseline: 38% on 31 October 2026. Target: 90% by 30 June 2027.",
                added(en, Field.INDICATOR));
    }

    @Test
    void nothingOfANewInitiativeIsMarked() {
        Document es = Document.compare(null, after, Language.ES, formats);
        assertTrue(es.rows().stream().noneMatch(Document.Row::changed));
        assertEquals("", added(es, Field.TITLE));
    }

    @Test
    void anEmptyFieldIsLeftOut() {
        Document es = Document.compare(before, before, Language.ES, formats);
        assertFalse(es.rows().stream().anyMatch(row -> row.field() == Field.INDICATOR));
    }

    @Test
    void whatFormsDoNotAskForIsComparedTooAndCodesAreShownWhenTheyChange() {
        var rest = new InitiativeText.Rest(
                "A1", List.of("PA"), new Bilingual("Niñez primero", "Children first"), null, "");
        var safe = with(before, rest);
        var bare = with(before, new InitiativeText.Rest("A2", List.of(), null, null, "{}"));
        assertEquals(
                List.of(Field.SAFEGUARDS, Field.PARTNERS, Field.AREA, Field.OTHER),
                Document.changes(safe, bare, formats));
        var shown = Document.compare(safe, safe, Language.ES, formats).rows().stream()
                .map(Document.Row::field)
                .toList();
        assertTrue(shown.containsAll(List.of(Field.SAFEGUARDS, Field.PARTNERS)));
        assertFalse(shown.contains(Field.AREA));
    }

    @Test
    void ofAListWhoseOrderAloneChangesThatIsSaid() {
        var turned = new InitiativeText(before.title(), before.deliverable(), before.due(), List.of("HN", "GT"));
        var one = new InitiativeText(before.title(), before.deliverable(), before.due(), List.of("HN"));
        assertTrue(row(before, turned).moved());
        assertFalse(row(before, one).moved());
        assertFalse(row(before, before).moved());
    }

    private Document.Row row(InitiativeText from, InitiativeText to) {
        return Document.compare(from, to, Language.ES, formats).rows().stream()
                .filter(row -> row.field() == Field.PARTIES)
                .findFirst()
                .orElseThrow();
    }

    private static InitiativeText with(InitiativeText text, InitiativeText.Rest rest) {
        return new InitiativeText(
                text.title(), text.deliverable(), text.due(), text.parties(), List.of(), null, null, rest);
    }

    private static String added(Document document, Field field) {
        return String.join(
                " ",
                document.rows().stream()
                        .filter(row -> row.field() == field)
                        .flatMap(row -> row.paragraphs().stream())
                        .flatMap(paragraph -> paragraph.pieces().stream())
                        .filter(piece -> piece.kind() == Difference.Kind.ADDED)
                        .map(Difference.Piece::text)
                        .toList());
    }
}
