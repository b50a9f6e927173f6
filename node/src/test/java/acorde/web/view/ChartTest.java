package acorde.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.web.view.Chart.Point;
import acorde.web.view.Chart.Series;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From figures to coordinates. */
final class ChartTest {
    private static final LocalDate DAY = LocalDate.parse("2026-06-30");
    private static final List<Point> GOAL = List.of(point(0, "38"), point(200, "90"));

    private static Formats formats(Language language) {
        return new Formats(Words.in(language), "HN", Instant.parse("2026-11-26T12:00:00Z"));
    }

    private static Point point(int days, String value) {
        return new Point(DAY.plusDays(days), new BigDecimal(value));
    }

    private static Chart chart(List<Point> goal, Series... all) {
        return Chart.of(goal, Arrays.asList(all), formats(Language.ES));
    }

    private static Series series(String party, Point... points) {
        return new Series(party, List.of(points));
    }

    @Test
    void theWayGoesFromTheBaselineToTheTargetAndTheFiguresStandWhereTheyBelong() {
        var chart = chart(GOAL, series("HN", point(0, "0"), point(100, "50"), point(200, "100")));
        // From the right of the longest number to the left of the room for codes; zero below, a hundred above.
        assertEquals(23.5, chart.left());
        assertEquals(
                "M27.5 178.0L158.8 93.0L290.0 8.0", chart.curves().getFirst().path());
        assertEquals("M27.5 113.4L290.0 25.0", chart.goal());
        assertEquals(List.of("0", "20", "40", "60", "80", "100"), labels(chart));
        assertEquals(new Chart.Row(178, "0"), chart.rows().getFirst());
        assertEquals(new Chart.Row(8, "100"), chart.rows().getLast());
        assertTrue(chart.whole());
    }

    private static List<String> labels(Chart chart) {
        return chart.rows().stream().map(Chart.Row::label).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 0.2 0.4 0.6 0.8 1",
                "1 | 0 0.2 0.4 0.6 0.8 1",
                "3 | 0 1 2 3",
                "4 | 0 1 2 3 4",
                "7 | 0 2 4 6 8",
                "38 | 0 10 20 30 40",
                "90 | 0 20 40 60 80 100",
                "1250 | 0 500 1,000 1,500",
                "0.03 | 0 0.01 0.02 0.03",
                "-3 | -3 -2 -1 0",
                "-3.5 | -4 -3 -2 -1 0",
                "900000000000000 | 0 200,000,000,000,000 400,000,000,000,000 600,000,000,000,000 800,000,000,000,000 1,000,000,000,000,000"
            })
    void theScaleHasZeroAndRoundNumbersAsBothLanguagesWriteThem(String value, String rows) {
        for (var language : Language.values()) {
            var chart = Chart.of(List.of(), List.of(series("HN", point(0, value))), formats(language));
            assertEquals(rows, String.join(" ", labels(chart)));
        }
    }

    @Test
    void theFirstDayAndTheLastAreWrittenAsTheReaderWritesThem() {
        var series = List.of(series("HN", point(1, "50")));
        var ends = Chart.of(GOAL, series, formats(Language.ES)).ends();
        assertEquals(
                List.of("30 jun 2026", "16 ene 2027"),
                ends.stream().map(Chart.End::label).toList());
        assertEquals(
                "16 Jan 2027",
                Chart.of(GOAL, series, formats(Language.EN)).ends().getLast().label());
        var one = Chart.of(List.of(), series, formats(Language.EN)).ends();
        assertEquals(List.of("middle"), one.stream().map(Chart.End::anchor).toList(), "a single day stands once");
    }

    @Test
    void codesOfPartiesNeverLieOnEachOtherNorOutsideTheDrawing() {
        var random = new Random(7);
        for (var round = 0; round < 500; round++) {
            var narrow = 1 + random.nextInt(30);
            var all = IntStream.range(0, 1 + random.nextInt(Chart.MOST_CURVES))
                    .mapToObj(party -> series("P" + party, point(9, Integer.toString(random.nextInt(narrow)))))
                    .toList();
            var chart = Chart.of(List.of(), all, formats(Language.ES));
            var heights = chart.curves().stream().map(Chart.Curve::y).sorted().toList();
            for (var i = 0; i < heights.size(); i++) {
                assertTrue(heights.get(i) >= 8 && heights.get(i) <= 182, heights.toString());
                if (i > 0) assertTrue(heights.get(i) - heights.get(i - 1) >= 11.99, heights.toString());
            }
        }
    }

    @Test
    void everyPointOfAnyFiguresLiesWithinTheDrawing() {
        var random = new Random(11);
        for (var round = 0; round < 500; round++) {
            var big = BigDecimal.TEN.pow(random.nextInt(16));
            var points = IntStream.range(0, 1 + random.nextInt(9))
                    .mapToObj(day -> new Point(
                            DAY.plusDays(day * (long) random.nextInt(400)),
                            big.multiply(BigDecimal.valueOf(random.nextInt(2_000) - 1_000, random.nextInt(5)))))
                    .toList();
            var chart = chart(random.nextBoolean() ? GOAL : List.of(), new Series("HN", points));
            assertTrue(chart.rows().size() <= 8, chart.rows().toString());
            for (var pair : (chart.curves().getFirst().path() + chart.goal())
                    .substring(1)
                    .split("[ML]")) {
                var at = Arrays.stream(pair.split(" ")).map(Double::valueOf).toList();
                assertTrue(at.get(0) >= chart.left() && at.get(0) <= 290, pair);
                assertTrue(at.get(1) >= 8 && at.get(1) <= 178, pair);
            }
        }
    }

    @Test
    void asManyPartiesAndFiguresAreDrawnAsCanBeToldApartAndItSaysSoWhenThereAreMore() {
        assertTrue(many(8, 100).whole());
        assertEquals(8, many(8, 100).curves().size());
        var parties = many(9, 100);
        assertFalse(parties.whole());
        assertEquals(
                List.of("P0", "P1", "P2", "P3", "P4", "P5", "P6", "P7"),
                parties.curves().stream().map(Chart.Curve::party).toList());
        var figures = many(1, 101);
        assertFalse(figures.whole());
        assertEquals(100, figures.curves().getFirst().path().split("[ML]").length - 1, "the latest");
        assertEquals("1 Jul 2026", figures.ends().getFirst().label());
    }

    private static Chart many(int parties, int figures) {
        var all = IntStream.range(0, parties)
                .mapToObj(party -> new Series(
                        "P" + party,
                        IntStream.range(0, figures)
                                .mapToObj(day -> point(day, Integer.toString(day)))
                                .collect(Collectors.toList())))
                .toList();
        return Chart.of(List.of(), all, formats(Language.EN));
    }

    @Test
    void aPartyThatGaveNothingHasNoCurveAndOfNobodysFiguresThereIsNoChart() {
        assertEquals(
                1,
                chart(GOAL, series("GT"), series("HN", point(3, "40"))).curves().size());
        assertTrue(chart(GOAL, series("GT"), series("HN", point(3, "40"))).whole());
        assertThrows(IllegalArgumentException.class, () -> chart(GOAL, series("GT")));
    }
}
