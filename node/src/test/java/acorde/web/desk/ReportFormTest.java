package acorde.web.desk;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.Bilingual;
import acorde.compact.Indicator;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ReportFormTest {
    private static Indicator in(String unit) {
        var name = new Bilingual("Consultas", "Queries");
        return new Indicator(
                name, new Bilingual(unit, unit), Indicator.Kind.OUTCOME, null, null, null, null, null, false, null);
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
