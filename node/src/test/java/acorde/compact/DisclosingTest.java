package acorde.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.Indicator.Counted;
import acorde.trustlog.Hash;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** CT-1: an amendment does not unsay that persons were counted. */
final class DisclosingTest {
    private static final LocalDate DAY = LocalDate.parse("2026-09-30");
    private static final Indicator PERSONS = indicator(Counted.PERSONS);
    private static final Indicator THINGS = indicator(Counted.THINGS);
    private static final Indicator SHARE = indicator(Counted.SHARE);
    private static final Indicator UNSAID = indicator(null);

    private static Indicator indicator(@Nullable Counted counted) {
        return indicator(counted, null, DAY);
    }

    private static Indicator indicator(@Nullable Counted counted, @Nullable Integer baseline, @Nullable LocalDate day) {
        var words = new Bilingual("casos", "cases");
        return new Indicator(
                words,
                words,
                Indicator.Kind.OUTPUT,
                baseline == null ? null : BigDecimal.valueOf(baseline),
                day,
                null,
                null,
                null,
                false,
                counted);
    }

    private static Hash version(int place) {
        return Hash.sha256(new byte[] {(byte) place});
    }

    /** Of texts with these measures, the latest last; without one for null. */
    private static Disclosing stood(@Nullable Indicator... measures) {
        var texts = IntStream.range(0, measures.length)
                .mapToObj(place -> new Disclosing.Under(version(place), measures[place], null))
                .toList();
        return Disclosing.of(texts.stream(), texts.getLast());
    }

    private static Disclosure one(Disclosing disclosing, int number) {
        return disclosing.figure(List.of(Optional.of(version(0))), BigDecimal.valueOf(number));
    }

    /** Whether a figure of three is told that was given under the texts of these places. */
    private static boolean told(Disclosing disclosing, int... places) {
        var under = IntStream.of(places)
                .mapToObj(place -> Optional.of(version(place)))
                .toList();
        return disclosing.figure(under, BigDecimal.valueOf(3)) instanceof Disclosure.Exact;
    }

    @Test
    void whatWasReportedOfPersonsStaysSoWhateverALaterTextCallsIt() {
        assertFalse(told(stood(PERSONS, THINGS), 0));
        assertFalse(told(stood(UNSAID, THINGS), 0));
        assertFalse(told(stood(PERSONS, null, THINGS), 0));
        assertTrue(told(stood(PERSONS, THINGS), 1), "reported after the parties signed that it is of things");
    }

    @Test
    void whatWasReportedOfThingsIsWithheldOnceALaterTextSaysThatItIsOfPersons() {
        assertTrue(told(stood(THINGS), 0));
        assertFalse(told(stood(THINGS, PERSONS), 0));
        assertFalse(told(stood(THINGS, UNSAID, THINGS), 0));
    }

    @Test
    void aTextWithoutAMeasureSaysNothingOfWhatWasCounted() {
        assertTrue(told(stood(THINGS, null, THINGS), 0));
        assertTrue(told(stood(THINGS, null), 0));
    }

    @Test
    void ofAFigureThatIsSaidAndCorrectedUnderSeveralTextsTheStrictestCounts() {
        assertFalse(told(stood(PERSONS, THINGS), 1, 0));
        assertTrue(told(stood(PERSONS, THINGS, THINGS), 2, 1));
    }

    @Test
    void nothingIsToldOfAFigureUnderATextThatNeverStoodOrIsNotKnown() {
        assertFalse(told(stood(THINGS), 7));
        assertFalse(told(stood(THINGS), 0, 7));
        var large = BigDecimal.valueOf(1_000);
        assertEquals(Disclosure.WITHHELD, stood(THINGS).figure(List.of(Optional.empty()), large));
        assertEquals(Disclosure.WITHHELD, stood(THINGS).figure(List.of(), large));
        assertFalse(told(stood(null, null), 0), "nor under one that measures nothing");
    }

    @Test
    void aBaselineThatIsSaidAgainAsOneOfThingsIsWithheldAsBefore() {
        var persons = indicator(Counted.PERSONS, 3, DAY);
        assertEquals(
                Optional.of(Disclosure.WITHHELD),
                stood(persons, indicator(Counted.THINGS, 3, DAY)).baseline());
        assertEquals(
                Optional.of(new Disclosure.Exact(BigDecimal.valueOf(3))),
                stood(persons, indicator(Counted.THINGS, 3, DAY.plusDays(1))).baseline(),
                "of another day, which the parties signed to be of things");
    }

    @Test
    void theHashOfATextTellsWhatIsWithheldOfAnyBeforeIt() {
        var few = indicator(Counted.PERSONS, 3, DAY);
        var free = indicator(Counted.THINGS, 40, DAY.plusYears(1));
        assertTrue(stood(few).hashTells());
        assertTrue(stood(few, free).hashTells());
        assertTrue(stood(few, null).hashTells());
        assertFalse(stood(free, free).hashTells());
        assertFalse(stood(THINGS).hashTells(), "what is not there is not withheld");
    }

    @Test
    void aBaselineWithoutADayIsNotUnsaidByOneThatHasADay() {
        var few = indicator(Counted.PERSONS, 3, null);
        assertEquals(
                Optional.of(Disclosure.WITHHELD),
                stood(few, indicator(Counted.THINGS, 3, DAY)).baseline());
    }

    @Test
    void aBaselineThatWasSuggestedIsNotUnsaidByAdoptingIt() {
        var few = new Disclosing.Under(version(0), null, indicator(Counted.PERSONS, 3, DAY));
        var agreed = new Disclosing.Under(version(1), indicator(Counted.THINGS, 3, DAY), null);
        var disclosing = Disclosing.of(Stream.of(few), agreed);
        assertEquals(Optional.of(Disclosure.WITHHELD), disclosing.baseline());
        assertEquals(Optional.empty(), disclosing.suggestedBaseline());
        assertEquals(Optional.of(Disclosure.WITHHELD), Disclosing.of(few).suggestedBaseline());
        assertTrue(disclosing.hashTells());
    }

    /**
     * Running sums of persons by chance, some of which are small steps: of whatever two or more of them are told, no difference is one from one to
     * ten, and each could as well be eleven persons or more, or none.
     */
    @Test
    void noRunningSumOfPersonsTellsHowManyFewCameSinceTheOneBefore() {
        var random = new Random(7);
        var apart = 0;
        for (var series = 0; series < 500; series++) {
            var sums = new ArrayList<Integer>();
            for (int sum = random.nextInt(60), months = 0; months < 12; sum += random.nextInt(30), months++)
                sums.add(sum);
            for (var earlier : sums)
                for (var later : sums) {
                    if (!(one(stood(PERSONS), earlier) instanceof Disclosure.Told from)) continue;
                    if (!(one(stood(PERSONS), later) instanceof Disclosure.Told to)) continue;
                    var difference = to.number().subtract(from.number()).intValueExact();
                    if (difference < 0) continue;
                    assertTrue(difference == 0 || difference > 10, sums.toString());
                    var least = from.number().intValueExact();
                    var most = to.number().intValueExact() + Disclosure.STEP - 1;
                    assertTrue(most - least > 10, "eleven or more could have come");
                    assertEquals(from, one(stood(PERSONS), least), "and the same would be told");
                    assertEquals(to, one(stood(PERSONS), most), "and the same would be told");
                    if (later > earlier && later - earlier < 11) apart++;
                }
        }
        assertTrue(apart > 1_000, "there are small steps that are not to be told: " + apart);
    }

    @Test
    void ofWhatATextSaysIsAShareOfPersonsNothingIsToldInWhateverUnitAndNoAmendmentUnsaysIt() {
        assertEquals(Disclosure.WITHHELD, one(stood(SHARE), 60));
        assertFalse(told(stood(SHARE, THINGS), 0));
        assertFalse(told(stood(THINGS, SHARE), 0));
        assertTrue(told(stood(SHARE, THINGS), 1), "reported after the parties signed that it is of things");
        assertTrue(stood(indicator(Counted.SHARE, 60, DAY)).hashTells());
    }

    /** The floor for texts that had no word for a share. */
    @Test
    void ofPersonsMeasuredInAUnitOfSharesNothingIsToldHoweverItIsWritten() {
        for (var unit : List.of(
                "%",
                "por ciento",
                "Porcentaje de casos",
                "per cent",
                "percentage",
                "tasa",
                "rate",
                "‰",
                "homicidios por cada 100 000 habitantes",
                "homicides per 100,000 inhabitants",
                "víctimas por cien mil",
                "cada 1000",
                "casos/100.000",
                "per capita")) assertEquals(Disclosure.WITHHELD, one(stood(in(unit)), 60), unit);
        for (var unit : List.of(
                "personas",
                "personas por mes",
                "generated cases",
                "niños",
                "separate cases",
                "personas por militares",
                "persons per month"))
            assertEquals(new Disclosure.AtLeast(BigDecimal.valueOf(60)), one(stood(in(unit)), 60), unit);
    }

    private static Indicator in(String unit) {
        var words = new Bilingual(unit, "x");
        return new Indicator(words, words, Indicator.Kind.OUTPUT, null, null, null, null, null, false, Counted.PERSONS);
    }

    @Test
    void whatIsBelowZeroOrNoWholeNumberCountsNobody() {
        for (var number : List.of("-40", "-0.5", "20.5", "19.999", "0"))
            assertEquals(
                    Disclosure.WITHHELD,
                    stood(PERSONS).figure(List.of(Optional.of(version(0))), new BigDecimal(number)),
                    number);
        assertEquals(
                new Disclosure.AtLeast(BigDecimal.valueOf(40)),
                stood(PERSONS).figure(List.of(Optional.of(version(0))), new BigDecimal("40.000")));
    }
}
