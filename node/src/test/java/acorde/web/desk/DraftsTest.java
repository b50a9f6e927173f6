package acorde.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.web.view.ComposeView.Draft;
import acorde.web.view.Figures;
import acorde.web.view.Flaw;
import acorde.web.view.HomeView;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The form of a proposal: what is wrong with it is said beside each field. */
class DraftsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<HomeView.Area> AREAS =
            List.of(new HomeView.Area("A1", "Trata", new Figures(0, 0, 0, 0, 0, 0, 0)));
    private static final String WHOLE = "Consultas|Queries|%|%|outcome|38|2026-10-31|90|2027-06-30";

    @Test
    void aDraftWithoutAnIndicatorHasNoFlaw() {
        assertEquals("", flaws("||||||||"));
    }

    @Test
    void aWholeIndicatorHasNoFlaw() {
        assertEquals("", flaws(WHOLE));
    }

    @Test
    void eachMissingPartOfAnIndicatorIsNamedAtItsField() {
        var names = List.of(
                "indicatorEs",
                "indicatorEn",
                "unitEs",
                "unitEn",
                "counts",
                "baseline",
                "baselineDate",
                "target",
                "targetDate");
        for (var place = 0; place < names.size(); place++) {
            var parts = WHOLE.split("\\|");
            parts[place] = "";
            assertEquals(names.get(place) + " INDICATOR_INCOMPLETE", flaws(String.join("|", parts)));
        }
    }

    @Test
    void whatCannotBeReadIsNamedAtItsField() {
        assertEquals("counts INDICATOR_INCOMPLETE", flaws(WHOLE.replace("outcome", "everything")));
        assertEquals("baseline NUMBER_UNREADABLE", flaws(WHOLE.replace("38", "38,5")));
        assertEquals("baselineDate DATE_UNREADABLE", flaws(WHOLE.replace("2026-10-31", "2026-02-30")));
        assertEquals("targetDate DATE_PAST", flaws(WHOLE.replace("2027-06-30", "2026-11-22")));
        assertEquals("unitEs TOO_LONG", flaws(WHOLE.replace("|%|%|", "|" + "x".repeat(61) + "|%|")));
    }

    @Test
    void aBaselineComesBeforeItsTarget() {
        assertEquals("baselineDate BASELINE_AFTER_TARGET", flaws(WHOLE.replace("2026-10-31", "2027-10-31")));
        assertEquals("baselineDate BASELINE_AFTER_TARGET", flaws(WHOLE.replace("2026-10-31", "2027-06-30")));
    }

    /** Nothing would be told of it, and the text would not say why. */
    @Test
    void whatIsMeasuredInAUnitOfSharesIsSaidToBeAShareAndNoCountOfPersons() {
        var rate = WHOLE.replace("|%|%|", "|homicidios por cada 100 000 habitantes|homicides|");
        assertEquals("counted SHARE_AS_PERSONS", flaws(rate, "persons"));
        assertEquals("counted SHARE_AS_PERSONS", flaws(WHOLE.replace("|%|%|", "|x|percent|"), "persons"));
        for (var counted : List.of("share", "things", "")) assertEquals("", flaws(rate, counted));
        assertEquals("", flaws(WHOLE.replace("|%|%|", "|personas|persons|"), "persons"));
    }

    private static String flaws(String indicator) {
        return flaws(indicator, "");
    }

    private static String flaws(String indicator, String counted) {
        var in = Arrays.asList(indicator.split("\\|", -1));
        var draft = new Draft(
                "",
                "A1",
                "Título",
                "Title",
                "Texto",
                "Text",
                "2027-01-31",
                in.get(0),
                in.get(1),
                in.get(2),
                in.get(3),
                in.get(4),
                counted,
                in.get(5),
                in.get(6),
                in.get(7),
                in.get(8),
                "",
                in.stream().allMatch(part -> !part.isEmpty()) ? "" : "Aún sin medida",
                in.stream().allMatch(part -> !part.isEmpty()) ? "" : "No measure yet",
                List.of(),
                List.of("HN"),
                "Nota",
                "");
        return Drafts.flaws(draft, AREAS, TODAY, null).stream()
                .map(DraftsTest::told)
                .collect(Collectors.joining(", "));
    }

    private static String told(Flaw flaw) {
        return flaw.field() + " " + flaw.why();
    }
}
