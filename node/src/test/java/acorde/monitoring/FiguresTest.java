package acorde.monitoring;

import static acorde.monitoring.World.GT;
import static acorde.monitoring.World.HN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.compact.Disclosing;
import acorde.compact.Indicator;
import acorde.compact.Initiative;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.compact.Thresholds;
import acorde.monitoring.Sums.Quantity;
import acorde.monitoring.Sums.Unit;
import acorde.trustlog.Hash;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Figures: when they are due, what may be added to what, and what the slips of the past say of what is to come. */
class FiguresTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    private static Indicator indicator(String from, @Nullable String to, @Nullable Integer months) {
        var words = new Bilingual("consultas", "queries");
        return new Indicator(
                words,
                words,
                Indicator.Kind.OUTPUT,
                BigDecimal.ZERO,
                LocalDate.parse(from),
                BigDecimal.TEN,
                to == null ? null : LocalDate.parse(to),
                months,
                true,
                null);
    }

    private static List<String> due(Indicator indicator) {
        return Series.dueDays(indicator).stream().map(LocalDate::toString).toList();
    }

    @Test
    void theDaysOfFiguresComeFromTheFrequency() {
        assertEquals(
                List.of("2026-10-15", "2026-11-15", "2026-12-15", "2026-12-20"),
                due(indicator("2026-09-15", "2026-12-20", 1)));
        assertEquals(List.of("2027-03-15", "2027-09-15"), due(indicator("2026-09-15", "2027-09-15", 6)));
    }

    @Test
    void theEndOfAMonthStaysTheEndOfAMonth() {
        assertEquals(
                List.of("2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31"),
                due(indicator("2026-11-30", "2027-03-31", 1)));
    }

    @Test
    void withoutAFrequencyOrAnEndNoFigureIsDue() {
        assertEquals(List.of(), due(indicator("2026-09-15", "2027-09-15", null)));
        assertEquals(List.of(), due(indicator("2026-09-15", null, 1)));
    }

    @Test
    void aThousandFiguresAreTheMost() {
        assertEquals(
                1_001, Series.dueDays(indicator("1900-01-01", "9999-01-01", 1)).size());
    }

    @Test
    void howCompleteTheFiguresAreIsItselfAFigure() {
        var points = new TreeMap<Point.Key, Point>(java.util.Comparator.comparing(Point.Key::toString));
        points.put(new Point.Key("A1-05", HN, LocalDate.parse("2026-09-28")), point(HN, 0, 38));
        points.put(new Point.Key("A1-05", GT, LocalDate.parse("2026-09-30")), point(GT, 0, 12));
        var series = Series.of(indicator("2026-08-31", "2027-06-30", 1), counted(points), TODAY);
        assertEquals(List.of(LocalDate.parse("2026-09-30"), LocalDate.parse("2026-10-31")), series.due());
        assertEquals(List.of(LocalDate.parse("2026-10-31")), series.missing());
        assertEquals(2, series.points().size());
    }

    private static final Hash TEXT = Ear.sha256("text");

    private static Point point(acorde.trust.PartyCode party, long index, int number) {
        return new Point(figure(party, index, number, TEXT), List.of());
    }

    private static Point.Figure figure( // whose, which, what, of what
            acorde.trust.PartyCode party, long index, int number, @Nullable Hash under) {
        return new Point.Figure(new ActId(party, index), new BigDecimal(number), under);
    }

    private static Disclosing.Under under(Hash version, String unit) {
        var of = indicator("2026-08-31", "2027-06-30", 1);
        var counted = new Indicator(
                of.name(),
                new Bilingual(unit, unit),
                of.kind(),
                of.baseline(),
                of.baselineAt(),
                of.target(),
                of.targetAt(),
                of.everyMonths(),
                of.adds(),
                of.counted());
        return new Disclosing.Under(version, counted, null);
    }

    private static Counted counted(Map<Point.Key, Point> points) {
        return Counted.of(points, Disclosing.of(under(TEXT, "consultas")));
    }

    @Test
    void aFigureUnderATextThatNobodyAgreedCountsNowhereAndNeitherDoesACorrectionOfOne() {
        var alone = Ear.sha256("proposed alone");
        var said = figure(HN, 3, 5, TEXT);
        var key = new Point.Key("A1-05", HN, LocalDate.parse("2026-09-30"));
        var corrected = new Point(said, List.of(figure(HN, 5, 5_000, alone)));
        assertEquals(
                Map.of(key, new Point(said, List.of())),
                counted(Map.of(key, corrected)).points());
        assertEquals(
                Map.of(),
                counted(Map.of(key, new Point(figure(HN, 2, 5_000, alone), List.of(figure(HN, 5, 5, TEXT)))))
                        .points());
        assertEquals(
                Map.of(),
                counted(Map.of(key, new Point(figure(HN, 2, 5, null), List.of())))
                        .points());
        var series = Series.of(
                indicator("2026-08-31", "2027-06-30", 1),
                counted(Map.of(key, new Point(figure(HN, 2, 5, alone), List.of()))),
                TODAY);
        assertEquals(series.due(), series.missing(), "no day that is due has one");
    }

    @Test
    void aFigureKeepsTheUnitOfTheTextItWasGivenUnderAndIsAddedInIt() {
        var now = Ear.sha256("amended");
        var texts = Disclosing.of(java.util.stream.Stream.of(under(TEXT, "casos")), under(now, "miles de casos"));
        var before = new Point.Key("A1-05", GT, TODAY.minusDays(9));
        var after = new Point.Key("A1-05", HN, TODAY.minusDays(2));
        var points = Map.of(before, point(GT, 1, 38), after, new Point(figure(HN, 4, 2, now), List.of()));
        var counted = Counted.of(points, texts);
        assertEquals("casos", counted.unit(figure(GT, 1, 38, TEXT)).es());
        var agreed = agreed(Objects.requireNonNull(under(now, "miles de casos").indicator()));
        var followed = new Desk.Followed(agreed, Facts.NONE, text("2027-06-30", null), null);
        var figures = AreaFigures.of(List.of(followed), Map.of("A1-05", counted), TODAY);
        var cases = new Unit("casos", "casos");
        var thousands = new Unit("miles de casos", "miles de casos");
        assertEquals(
                Map.of(cases, new BigDecimal(38), thousands, new BigDecimal(2)),
                figures.actual().byUnit());
        assertEquals(
                List.of(new ActId(GT, 1)),
                Objects.requireNonNull(figures.behind().get(cases)).values());
    }

    @Test
    void aRowHasTheTextAFigureWasReportedUnderAndOneThatWasKeptBeforeIsReadWithoutIt() {
        var first = new Point.Figure(new ActId(HN, 3), new BigDecimal("38"), Ear.sha256("text"));
        var point = new Point(first, List.of(new Point.Figure(new ActId(HN, 4), new BigDecimal("36"), null)));
        var json = JsonMapper.shared();
        assertEquals(point, MonitoringRows.point(json.readTree(MonitoringRows.write(point))));
        var before = new Point(figure(HN, 0, 38, null), List.of());
        assertEquals(
                before, MonitoringRows.point(json.readTree("{\"act\":\"HN/0\",\"number\":\"38\",\"corrected\":[]}")));
    }

    @Test
    void quantitiesOfDifferentUnitsAreNeverAdded() {
        var networks = new Unit("redes", "networks");
        var percent = new Unit("%", "%");
        var sums = Sums.NONE
                .plus(new Quantity(new BigDecimal(3), networks))
                .plus(new Quantity(new BigDecimal(38), percent))
                .plus(new Quantity(new BigDecimal(4), networks));
        assertEquals(Map.of(networks, new BigDecimal(7), percent, new BigDecimal(38)), sums.byUnit());
    }

    @Test
    void aUnitThatReadsOtherwiseInOneLanguageIsAnother() {
        var one = Unit.of(new Bilingual("casos  cerrados", "cases closed"));
        assertEquals(one, Unit.of(new Bilingual("casos cerrados ", "cases closed")));
        var sums = Sums.NONE
                .plus(new Quantity(BigDecimal.ONE, one))
                .plus(new Quantity(BigDecimal.ONE, Unit.of(new Bilingual("casos cerrados", "cases"))));
        assertEquals(2, sums.byUnit().size());
    }

    @Test
    void aFigureOfADayToComeIsNoneYet() {
        var agreed = agreed(indicator("2026-08-31", "2027-06-30", 1));
        var followed = new Desk.Followed(agreed, Facts.NONE, text("2027-06-30", null), null);
        var points = Map.of(
                new Point.Key("A1-05", HN, TODAY.minusDays(1)), point(HN, 0, 38),
                new Point.Key("A1-05", HN, TODAY.plusDays(2)), point(HN, 1, 90));
        var figures = AreaFigures.of(List.of(followed), Map.of("A1-05", counted(points)), TODAY);
        assertEquals(
                Map.of(new Unit("consultas", "consultas"), new BigDecimal(38)),
                figures.actual().byUnit());
        assertEquals(2, figures.due(), "the ends of September and of October");
        assertEquals(2, figures.missing(), "the figure came after both");
    }

    private static Agreed agreed(Indicator indicator) {
        return new Agreed(
                "A1-05",
                "A1",
                TEXT,
                new Agreed.Since(new TreeSet<>(), new TreeSet<>()),
                new TreeSet<>(),
                new TreeSet<>(),
                List.of(),
                indicator);
    }

    /** The text of {@link World} with another day, or with none but that of its target. */
    private static Initiative text(String target, @Nullable String due) {
        var text = World.text(false).put("due", due);
        ((tools.jackson.databind.node.ObjectNode) text.path("indicator")).put("targetAt", target);
        if (due == null) text.remove("due");
        return ItemText.parse(ItemKey.Kind.INITIATIVE, text) instanceof ItemText.Parsed.Good(Initiative good)
                ? good
                : org.junit.jupiter.api.Assertions.fail(text.toString());
    }

    @Test
    void theFirstDayOfTheWholeIsThatOfTheTargetWhereItHadNoOther() {
        var texts = List.of(text("2027-06-30", null), text("2027-09-30", "2027-12-31"));
        assertEquals(LocalDate.parse("2027-06-30"), Slips.first(texts).get(Agreed.WHOLE));
    }

    @Test
    void theForecastIsSilentBelowTenCases() {
        var nine = IntStream.range(0, 9).boxed().toList();
        assertEquals(new Forecast.Silent(9), Forecast.of(nine, TODAY, TODAY));
    }

    @Test
    void theForecastIsTheMiddleHalfOfTheSlipsAndSaysHowManyThereWere() {
        var slips = new ArrayList<>(List.of(90, 5, 10, -3, 20, 30, 40, 50, 60, 70));
        var due = LocalDate.parse("2027-01-31");
        assertEquals(
                new Forecast.Range(due.plusDays(10), due.plusDays(60), 10, 60, 10), Forecast.of(slips, due, TODAY));
    }

    @Test
    void theForecastNeverNamesADayThatHasPassed() {
        var slips = IntStream.range(0, 12).boxed().toList();
        var range = (Forecast.Range) Forecast.of(slips, TODAY.minusDays(100), TODAY);
        assertEquals(TODAY, range.from());
        assertEquals(TODAY, range.to());
    }

    @Test
    void theDaysOfTheLightsAreThoseThePartiesAdopted() {
        assertThrows(IllegalArgumentException.class, () -> new Days(14, 90, List.of(7, 21, 45), 7));
        assertThrows(IllegalArgumentException.class, () -> new Days(14, 90, List.of(7, 45, 21, 60), 7));
        assertThrows(IllegalArgumentException.class, () -> new Days(14, 90, List.of(0, 21, 45, 60), 7), "warned first");
        assertThrows(IllegalArgumentException.class, () -> new Days(14, 90, List.of(7, 7, 45, 60), 7), "one at a time");
        assertEquals(Days.OURS, Days.of(acorde.compact.MocThresholds.adopted()));
        var others = new Thresholds(List.of(
                rule("at-risk", 3),
                rule("ladder", 5, 6, 8, 30),
                rule("cadence", 40),
                rule("receipt", 3),
                rule("unheard-of", 1)));
        assertEquals(new Days(3, 40, List.of(5, 6, 8, 30), 3), Days.of(others), "and not ours");
        var none = new Thresholds(List.of(rule("at-risk", 3, 4), rule("ladder", 21, 7, 45, 60), rule("cadence", 0)));
        assertEquals(new Days(14, 1, List.of(7, 21, 45, 60), 7), Days.of(none), "ours for what says no days");
    }

    private static Thresholds.Threshold rule(String code, Integer... days) {
        return new Thresholds.Threshold(code, List.of(days), new Bilingual("días", "days"));
    }
}
