package acorde.publication;

import static acorde.publication.Saying.A105;
import static acorde.publication.Saying.GT;
import static acorde.publication.Saying.SV;
import static acorde.publication.Saying.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.ItemKey;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CT-1: a count of fewer than eleven persons is not published, nor anything from which it could be derived. */
final class SmallCountsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @TempDir
    Path keys;

    private static String told(Account account) {
        return text(account) + account.promises().stream().map(Csv::line).collect(Collectors.joining());
    }

    private static String text(Account account) {
        var text = new StringWriter();
        try {
            AccountJson.write(account, DAY, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }

    private static JsonNode json(Account account) {
        return JsonMapper.shared().readTree(text(account));
    }

    /** What three editions say of a history, and what each says otherwise than the one before. */
    private static List<String> editions(SmallCounts history) {
        var editions = new ArrayList<String>();
        var before = json(history.saying.account());
        for (var edition = 0; edition < 3; edition++) {
            history.go();
            editions.add(told(history.saying.account()));
            var now = json(history.saying.account());
            editions.add(EditionChange.between(before, now).toString());
            before = now;
        }
        return editions;
    }

    /** Whoever reads all editions cannot tell one from any other of the numbers that are withheld: all give the same bytes. */
    @Test
    void fromAllThatIsPublishedOverAllEditionsNoSmallCountOfPersonsCanBeTold() {
        var withheld = 0;
        for (var seed = 0; seed < 40; seed++) {
            var history = SmallCounts.of(keys.resolve("a" + seed), seed, IntUnaryOperator.identity());
            var editions = editions(history);
            for (var step : List.of(1, 3, 10)) {
                var other = SmallCounts.of(keys.resolve("b" + seed + "-" + step), seed, n -> (n + step) % 11);
                assertEquals(editions, editions(other), "seed " + seed);
            }
            withheld += history.withheld();
        }
        assertTrue(withheld > 100, "the histories have something to withhold: " + withheld);
    }

    @Test
    void noCellOfAnAccountHoldsACountOfFewerThanElevenThatMayBeOfPersons() {
        for (var seed = 0; seed < 40; seed++) {
            var history = SmallCounts.of(keys.resolve("c" + seed), seed, IntUnaryOperator.identity());
            for (var edition = 0; edition < 3; edition++) {
                history.go();
                for (var initiative : json(history.saying.account()).path("initiatives")) {
                    for (var measure : List.of("indicator", "suggestion")) {
                        var text = initiative.path("text").path(measure);
                        if (!text.path("counted").asString("").equals("things"))
                            assertTrue(text.path("baseline").asInt(11) >= 11, initiative.toString());
                    }
                    assertTrue(
                            initiative.path("withheld").isEmpty()
                                    || initiative.path("version").isNull(),
                            "the hash of a text tells what is withheld of it");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "persons, 0, false", "persons, 10, false", "persons, 10.5, false", "persons, 11, true",
        "'', 10, false", "'', 11, true", "things, 0, true", "things, 10, true"
    })
    void aBaselineIsShownFromElevenOnOrIfTheTextSaysThatItCountsThings(String counted, String baseline, boolean shown) {
        var saying = new Saying(keys, true).announce(key -> key.equals(A105) || key.kind() == ItemKey.Kind.AREA);
        var text = Saying.text(A105);
        var indicator = text.putObject("indicator");
        for (var both : List.of("name", "unit"))
            indicator.putObject(both).put("es", "x").put("en", "x");
        if (!counted.isEmpty()) indicator.put("counted", counted);
        indicator.put("kind", "output").put("baseline", new BigDecimal(baseline));
        indicator.put("baselineAt", "2026-09-30").put("target", 3).put("targetAt", "2027-06-30");
        var proposal = saying.propose(Saying.HN, A105, text);
        for (var party : List.of(GT, SV, US)) saying.assent(party, proposal, null);
        var account = saying.account();
        var initiative = json(account).path("initiatives").get(0);
        assertEquals(shown, initiative.path("text").path("indicator").has("baseline"));
        assertEquals(3, initiative.path("text").path("indicator").path("target").asInt(), "nobody is counted by it");
        assertEquals(
                shown ? "[]" : "[\"indicator.baseline\"]",
                initiative.path("withheld").toString());
        assertEquals(shown, !initiative.path("version").isNull());
        assertEquals(1, account.figures(DAY).measured(), "it has a measure, shown or not");
    }

    /** So that the tests above can fail: a number that is shown does change bytes. */
    @Test
    void aNumberThatIsShownIsMissedWhenItIsAnother() {
        var differ = 0;
        for (var seed = 0; seed < 10; seed++) {
            var one = SmallCounts.of(keys.resolve("d" + seed), seed, IntUnaryOperator.identity());
            var other = SmallCounts.of(keys.resolve("e" + seed), seed, n -> n + 11);
            if (!editions(one).equals(editions(other))) differ++;
        }
        assertNotEquals(0, differ);
        assertFalse(
                told(new Saying(keys.resolve("f"), true).announce(key -> true).account())
                        .contains("\"baseline\":0"),
                "the one of 2019: advisers deployed");
    }
}
