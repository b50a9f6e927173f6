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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CT-1: a count of few persons is not published, nor anything from which it could be derived. */
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

    @Test
    void ofAnIndicatorOfAnAreaNoMoreIsToldThanOfThatOfAnInitiative() {
        var saying = new Saying(keys, true).announce(key -> key.kind() == ItemKey.Kind.AREA);
        var item = ItemKey.indicator("A1-I1");
        var text = JsonMapper.shared().createObjectNode().put("area", "A1");
        text.putObject("name").put("es", "Personas atendidas").put("en", "Persons attended");
        text.putObject("unit").put("es", "personas").put("en", "persons");
        text.put("kind", "output").put("counted", "persons").put("baseline", 7).put("baselineAt", "2026-06-30");
        text.put("target", 90).put("targetAt", "2027-06-30");
        var announced = saying.announce(item, text);
        var values = Saying.body("indicator", "A1-I1")
                .put("version", "sha256:" + announced.hash().hex());
        var given = values.putArray("values");
        given.addObject()
                .put("at", "2026-09-30")
                .put("value", 47)
                .putObject("from")
                .put("es", "Registro, EJERCICIO");
        given.addObject()
                .put("at", "2026-10-31")
                .put("value", 9)
                .putObject("from")
                .put("es", "Registro, EJERCICIO");
        values.putNull("note");
        saying.say(SV, "monitoring.measured", List.of(announced.id()), values);
        var told = json(saying.account()).path("indicators").path(0);
        assertFalse(told.path("text").has("baseline"), told.toString());
        assertTrue(told.path("withheld").has("baseline") && told.path("version").isNull(), told.toString());
        var value = told.path("values").path(0);
        assertEquals(40, value.path("atLeast").asInt(), told.toString());
        assertEquals("2026-10-31", value.path("withheld").asString(""), "of fewer than twenty nothing is told");
    }

    /** Whoever reads all editions cannot tell one from any other of the numbers that are withheld: all give the same bytes. */
    @Test
    void fromAllThatIsPublishedOverAllEditionsNoSmallCountOfPersonsCanBeTold() {
        var withheld = 0;
        for (var seed = 0; seed < 20; seed++) {
            var history = SmallCounts.of(keys.resolve("a" + seed), seed, SmallCounts.moved(0));
            var editions = editions(history);
            for (var step : List.of(1, 13)) {
                var other = SmallCounts.of(keys.resolve("b" + seed + "-" + step), seed, SmallCounts.moved(step));
                assertEquals(editions, editions(other), "seed " + seed);
            }
            withheld += history.withheld();
        }
        assertTrue(withheld > 100, "the histories have something to withhold: " + withheld);
    }

    /** Of what may be of persons, over all editions and in whatever order. */
    @Test
    void nobodyComesToACountFromOneToTenBySubtractingWhatIsPublished() {
        var subtracted = 0;
        for (var seed = 0; seed < 20; seed++) {
            var history = SmallCounts.of(keys.resolve("c" + seed), seed, SmallCounts.moved(0));
            var published = new TreeMap<String, SortedSet<Integer>>();
            for (var edition = 0; edition < 6; edition++) {
                history.go();
                for (var initiative : json(history.saying.account()).path("initiatives"))
                    published
                            .computeIfAbsent(initiative.path("code").asString(), code -> new TreeSet<>())
                            .addAll(ofPersons(initiative));
            }
            for (var numbers : published.values())
                for (var one : numbers)
                    for (var other : numbers) {
                        if (one <= other) continue;
                        assertTrue(one - other > 10, "seed " + seed + ": " + numbers);
                        subtracted++;
                    }
        }
        assertTrue(subtracted > 30, "there is something to subtract: " + subtracted);
    }

    /** What an initiative tells of numbers that may be of persons. */
    private static List<Integer> ofPersons(JsonNode initiative) {
        var numbers = new ArrayList<Integer>();
        for (var told : initiative.path("withheld")) if (told.isNumber()) numbers.add(told.asInt());
        for (var value : initiative.path("values"))
            for (var told : List.of(value, value.path("first")))
                if (told.has("atLeast")) numbers.add(told.path("atLeast").asInt());
        return numbers;
    }

    @Test
    void noCellOfAnAccountHoldsANumberThatMayBeOfPersonsButInTwenties() {
        for (var seed = 0; seed < 20; seed++) {
            var history = SmallCounts.of(keys.resolve("d" + seed), seed, SmallCounts.moved(0));
            for (var edition = 0; edition < 3; edition++) {
                history.go();
                for (var initiative : json(history.saying.account()).path("initiatives")) {
                    for (var measure : List.of("indicator", "suggestion")) {
                        var text = initiative.path("text").path(measure);
                        if (!text.path("counted").asString("").equals("things"))
                            assertFalse(text.has("baseline"), initiative.toString());
                    }
                    assertFalse(tellsExactly(initiative), initiative.toString());
                    for (var number : ofPersons(initiative))
                        assertTrue(number >= 20 && number % 20 == 0, initiative.toString());
                    assertTrue(
                            initiative.path("withheld").isEmpty()
                                    || initiative.path("version").isNull(),
                            "the hash of a text tells what is withheld of it");
                }
            }
        }
    }

    /** Whether a party's value is told in full though the text it stands under does not say that things are counted. */
    private static boolean tellsExactly(JsonNode initiative) {
        var indicator = initiative.path("text").path("indicator");
        if (!indicator.isObject() || indicator.path("counted").asString("").equals("things")) return false;
        return initiative
                .path("values")
                .valueStream()
                .anyMatch(value -> value.has("value") || value.path("first").has("value"));
    }

    /** @param told the number that is told; 0 for none */
    @ParameterizedTest
    @CsvSource({
        "persons, personas, 0, 0",
        "persons, personas, 10, 0",
        "persons, personas, 19, 0",
        "persons, personas, 20, 20",
        "persons, personas, 39, 20",
        "persons, personas, 40, 40",
        "persons, personas, 40.5, 0",
        "persons, %, 60, 0",
        "persons, por ciento de las personas, 60, 0",
        "persons, homicidios por cada 100 000 habitantes, 60, 0",
        "share, homicidios, 60, 0",
        "'', personas, 1000, 0",
        "'', %, 60, 0"
    })
    void ofABaselineThatMayBeOfPersonsItsTwentyIsToldAndOfAnyShareNothing(
            String counted, String unit, String baseline, int told) {
        var initiative = measured(counted, unit, baseline);
        assertFalse(initiative.path("text").path("indicator").has("baseline"));
        assertEquals(3, initiative.path("text").path("indicator").path("target").asInt(), "nobody is counted by it");
        assertEquals(
                "{\"indicator.baseline\":" + (told == 0 ? "null" : told) + "}",
                initiative.path("withheld").toString());
        assertTrue(initiative.path("version").isNull());
    }

    @ParameterizedTest
    @CsvSource({"oficinas, 0", "oficinas, 10", "%, 38.5"})
    void aBaselineOfThingsIsToldAsItIs(String unit, String baseline) {
        var initiative = measured("things", unit, baseline);
        assertEquals(
                new BigDecimal(baseline),
                initiative.path("text").path("indicator").path("baseline").decimalValue());
        assertEquals("{}", initiative.path("withheld").toString());
        assertFalse(initiative.path("version").isNull());
    }

    private JsonNode measured(String counted, String unit, String baseline) {
        var saying = new Saying(keys, true).announce(key -> key.equals(A105) || key.kind() == ItemKey.Kind.AREA);
        var text = Saying.text(A105);
        var indicator = text.putObject("indicator");
        indicator.putObject("name").put("es", "x").put("en", "x");
        indicator.putObject("unit").put("es", unit).put("en", "x");
        if (!counted.isEmpty()) indicator.put("counted", counted);
        indicator.put("kind", "output").put("baseline", new BigDecimal(baseline));
        indicator.put("baselineAt", "2026-09-30").put("target", 3).put("targetAt", "2027-06-30");
        var proposal = saying.propose(Saying.HN, A105, text);
        for (var party : List.of(GT, SV, US)) saying.assent(party, proposal, null);
        var account = saying.account();
        assertEquals(1, account.figures(DAY).measured(), "it has a measure, shown or not");
        return json(account).path("initiatives").get(0);
    }

    /** So that the tests above can fail: a number that is shown does change bytes. */
    @Test
    void aNumberThatIsShownIsMissedWhenItIsAnother() {
        var differ = 0;
        for (var seed = 0; seed < 10; seed++) {
            var one = SmallCounts.of(keys.resolve("e" + seed), seed, SmallCounts.moved(0));
            var other = SmallCounts.of(keys.resolve("f" + seed), seed, (number, told) -> number + 20);
            if (!editions(one).equals(editions(other))) differ++;
        }
        assertNotEquals(0, differ);
        assertFalse(
                told(new Saying(keys.resolve("g"), true).announce(key -> true).account())
                        .contains("\"baseline\":0"),
                "the one of 2019: advisers deployed");
    }
}
