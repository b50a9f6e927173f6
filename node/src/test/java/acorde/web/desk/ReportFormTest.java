package acorde.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.Bilingual;
import acorde.compact.Indicator;
import acorde.web.words.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReportFormTest {
    private static Indicator in(String unit) {
        var name = new Bilingual("Consultas", "Queries");
        return new Indicator(
                name, new Bilingual(unit, unit), Indicator.Kind.OUTCOME, null, null, null, null, null, false, null);
    }

    private static String flaws(String number) {
        var typed = Map.of("at0", List.of("2026-11-01"), "number0", List.of(number), "from0", List.of("Conteo"));
        var form = ReportForm.of(typed, Language.ES);
        form.values();
        return form.flaws.stream().map(flaw -> flaw.why().name()).collect(Collectors.joining());
    }

    @Test
    void aNumberIsWrittenWithAPointOrACommaAndNotGuessedAt() {
        for (var number : List.of("37,5", "37.5", "1.234,5", "1,234.5", "1234"))
            assertEquals("", flaws(number), number);
        assertEquals("NUMBER_AMBIGUOUS", flaws("1.234"));
        assertEquals("NUMBER_UNREADABLE", flaws("muchos"));
    }

    @Test
    void aShareThatIsNoneIsAskedAbout() {
        assertTrue(ReportForm.isBeyond(in("%"), BigDecimal.valueOf(450)));
        assertTrue(ReportForm.isBeyond(in("%"), BigDecimal.valueOf(-1)));
        assertFalse(ReportForm.isBeyond(in("%"), BigDecimal.valueOf(100)));
        assertFalse(ReportForm.isBeyond(in("%"), BigDecimal.ZERO));
        assertFalse(ReportForm.isBeyond(in("horas"), BigDecimal.valueOf(450)));
    }
}
