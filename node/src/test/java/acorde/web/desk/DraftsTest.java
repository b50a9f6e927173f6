package acorde.web.desk;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.web.view.ComposeView.Draft;
import acorde.web.view.Figures;
import acorde.web.view.Flaw;
import acorde.web.view.HomeView;
import java.math.BigDecimal;
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
        assertEquals("baseline NUMBER_UNREADABLE", flaws(WHOLE.replace("38", "38 %")));
        assertEquals("baseline NUMBER_AMBIGUOUS", flaws(WHOLE.replace("38", "1,234")));
        assertEquals("baselineDate DATE_UNREADABLE", flaws(WHOLE.replace("2026-10-31", "2026-02-30")));
        assertEquals("targetDate DATE_PAST", flaws(WHOLE.replace("2027-06-30", "2026-11-22")));
        assertEquals("unitEs TOO_LONG", flaws(WHOLE.replace("|%|%|", "|" + "x".repeat(61) + "|%|")));
    }

    @Test
    void decimalsAreWrittenWithAPointOrAComma() {
        for (var typed : List.of("37,5", "37.5")) {
            var text = Drafts.text(draft(WHOLE.replace("38", typed), "", false), null);
            assertEquals(
                    new BigDecimal("37.5"), requireNonNull(text.indicator()).baseline());
        }
    }

    /** Whatever else is missing: each field is looked at by itself. */
    @Test
    void aNumberThatMayMeanTwoThingsIsNamedBesideWhatIsMissingAndOneThatMeansOneIsRead() {
        var half = WHOLE.replace("|%|%|", "||%|");
        assertEquals(
                "unitEs INDICATOR_INCOMPLETE, target NUMBER_AMBIGUOUS",
                told(draft(half.replace("|90|", "|1.250|"), "", false)));
        assertEquals("unitEs INDICATOR_INCOMPLETE", told(draft(half.replace("|90|", "|1.250,75|"), "", false)));
        var text = Drafts.text(draft(WHOLE.replace("|90|", "|1.250,75|"), "", false), null);
        assertEquals(new BigDecimal("1250.75"), requireNonNull(text.indicator()).target());
    }

    /** 1.234 could be thousands, so it stands in the form with one decimal more; it is the same number. */
    @Test
    void aNumberThatIsNotTouchedIsNoChange() {
        for (var number : List.of("1.234", "38.50", "90000")) {
            var kept = WHOLE.replace("38", number + (number.equals("1.234") ? "0" : ""));
            var before = Drafts.text(draft(kept, "", false), null);
            var again = Drafts.of("A1-05", before);
            assertEquals(before.indicator(), Drafts.text(again, before).indicator());
        }
    }

    /** Whoever has begun to say a measure is not asked why there is none. */
    @Test
    void whatIsMissingOfAMeasureIsNamedAndNoReasonIsAskedForBesides() {
        var half = draft(WHOLE.replace("|90|", "||"), "", false);
        assertEquals("target INDICATOR_INCOMPLETE", told(half));
        assertEquals("waiverEs NOT_MEASURED", told(draft("||||||||", "", false)));
        var undated = Drafts.kept(draft(WHOLE, "", false));
        undated.remove("due");
        assertEquals("due NOT_DATED", told(Drafts.read(undated)));
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
        return told(draft(indicator, counted, in.stream().anyMatch(String::isEmpty)));
    }

    /** @param waived whether a reason is given for going without */
    private static Draft draft(String indicator, String counted, boolean waived) {
        var in = Arrays.asList(indicator.split("\\|", -1));
        return new Draft(
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
                waived ? "Aún sin medida" : "",
                waived ? "No measure yet" : "",
                List.of(),
                List.of("HN"),
                "Nota",
                "");
    }

    private static String told(Draft draft) {
        return Drafts.flaws(draft, AREAS, TODAY, null).stream()
                .map(DraftsTest::told)
                .collect(Collectors.joining(", "));
    }

    private static String told(Flaw flaw) {
        return flaw.field() + " " + flaw.why();
    }
}
