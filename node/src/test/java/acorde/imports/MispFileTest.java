package acorde.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.exchange.Persons;
import acorde.exchange.Report;
import acorde.exchange.Texts;
import acorde.exchange.Thing;
import acorde.policy.Field;
import acorde.policy.Purpose;
import acorde.policy.Tlp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a file of MISP comes to, and what of it is not taken and why. */
class MispFileTest {
    private static final Reader READER = new Reader(Texts.Language.ES, true, Set.of(new Purpose("A2")));

    private static Reading read(String json) {
        return MispFile.read(json.getBytes(StandardCharsets.UTF_8), READER);
    }

    private static Candidate event(String members) {
        var read = assertInstanceOf(Reading.Read.class, read("{\"Event\":{" + members + "}}"));
        assertEquals(1, read.candidates().size());
        return read.candidates().getFirst();
    }

    private static Report report(Candidate candidate) {
        return Objects.requireNonNull(candidate.report(), () -> candidate.left().toString());
    }

    private static String attribute(String type, String value, String more) {
        return "{\"type\":\"" + type + "\",\"value\":\"" + value + "\"" + more + "}";
    }

    private static String tags(String... names) {
        return "\"Tag\":[{\"name\":\"" + String.join("\"},{\"name\":\"", names) + "\"}]";
    }

    private static List<Left.Why> left(Candidate candidate) {
        return candidate.left().stream().map(Left::why).toList();
    }

    private static final String TITLE = "\"info\":\"EJERCICIO red de cruce\",";

    @Test
    void anEventIsAReportWithItsMarkingItsThingsAndTheRestInItsFact() {
        var candidate = event(
                TITLE + "\"uuid\":\"u-1\",\"date\":\"2026-11-02\",\"Orgc\":{\"name\":\"PNC\"}," + tags("tlp:amber")
                        + ",\"distribution\":\"3\",\"sharing_group_id\":\"7\",\"Attribute\":["
                        + attribute("full-name", "Persona Inventada", "") + ","
                        + attribute("ip-dst", "203.0.113.7", ",\"comment\":\"visto dos veces\",\"to_ids\":true")
                        + "],\"Object\":[{\"name\":\"vehicle\",\"Attribute\":["
                        + attribute("text", "P-123ABC", ",\"object_relation\":\"license-plate-number\"") + "]}]");
        assertEquals(List.of(), candidate.left());
        var report = report(candidate);
        assertEquals("EJERCICIO red de cruce", report.texts().part(Field.TITLE).orElseThrow());
        assertEquals(
                "ip-dst: 203.0.113.7 (visto dos veces)",
                report.texts().part(Field.FACT).orElseThrow());
        assertEquals(
                "MISP, PNC, 2026-11-02, u-1", report.texts().part(Field.SOURCE).orElseThrow());
        assertEquals(Tlp.AMBER, report.marking().tlp());
        assertEquals(
                List.of(
                        new Thing(Thing.Kind.PERSON, "Persona Inventada", null, null),
                        new Thing(Thing.Kind.VEHICLE, null, "P-123ABC", null)),
                report.things());
        assertEquals(Set.of(Persons.Flag.PERSON), report.persons().flags());
        assertTrue(report.exercise());
        assertEquals(new Candidate.Sharing("3", "7", 1), candidate.sharing());
        assertEquals(Set.of(), report.terms().purposes(), "distribution is no purpose and no consent");
    }

    /** EV-6, EV-3. */
    @Test
    void aMarkingThatCannotBeKeptHasWhatItStandsOnRefusedAndIsNeverDropped() {
        assertEquals(
                Tlp.CLEAR, report(event(TITLE + tags("tlp:white"))).marking().tlp());
        assertEquals(
                Tlp.GREEN, report(event(TITLE + tags("TLP:GREEN"))).marking().tlp());
        assertNull(report(event(TITLE + tags("type:OSINT"))).marking().tlp(), "none is not taken for open");
        for (var unknown : List.of("tlp:ex:chr", "tlp:unclear", "PAP:RED", "de-vs:einstufung=\\\"x\\\"")) {
            var refused = event(TITLE + tags(unknown));
            assertNull(refused.report(), unknown);
            assertEquals(List.of(Left.Why.MARKING_UNKNOWN), left(refused));
        }
        for (var narrow : List.of("tlp:red", "tlp:amber+strict"))
            assertEquals(List.of(Left.Why.MARKING_NARROW), left(event(TITLE + tags(narrow))), narrow);
        assertEquals(List.of(Left.Why.MARKING_SEVERAL), left(event(TITLE + tags("tlp:green", "tlp:amber"))));
        var parts = event(TITLE + tags("tlp:clear") + ",\"Attribute\":["
                + attribute("url", "https://a.example", "," + tags("tlp:amber")) + ","
                + attribute("url", "https://b.example", "," + tags("tlp:red")) + "]");
        assertEquals(Tlp.AMBER, report(parts).marking().tlp(), "the strictest of what is taken");
        assertEquals(
                "url: https://a.example", report(parts).texts().part(Field.FACT).orElseThrow());
        assertEquals(List.of(new Left("Attribute[1]", "TLP:RED", Left.Why.MARKING_NARROW)), parts.left());
    }

    @Test
    void eachPartThatIsNotTakenIsNamedWithItsReasonAndStopsNoOther() {
        var candidate = event(TITLE + tags("admiralty-scale:source-reliability=\\\"a\\\"", "veris:x", "plain")
                + ",\"Attribute\":[7,"
                + attribute("", "x", "") + "," + attribute("ip-src", "x", ",\"deleted\":true") + ","
                + attribute("malware-sample", "a|b", ",\"data\":\"AAAA\"") + "," + attribute("text", "a\\u0000b", "")
                + "," + attribute("text", "queda", "")
                + "],\"Object\":[3],\"Galaxy\":[{\"name\":\"x\"}],\"RelatedEvent\":[]");
        assertEquals(
                List.of(
                        Left.Why.GRADED,
                        Left.Why.TAG,
                        Left.Why.TAG,
                        Left.Why.NOT_AN_ATTRIBUTE,
                        Left.Why.NOT_AN_ATTRIBUTE,
                        Left.Why.DELETED,
                        Left.Why.FILE,
                        Left.Why.UNKEEPABLE,
                        Left.Why.NOT_AN_ATTRIBUTE,
                        Left.Why.MEMBER),
                left(candidate));
        assertEquals("text: queda", report(candidate).texts().part(Field.FACT).orElseThrow());
        assertNull(report(candidate).marking().evaluation(), "no scale is converted (EV-8)");
    }

    @Test
    void whatHasNoRoomIsNamedAndNothingIsCut() {
        var many = new StringBuilder();
        for (var number = 0; number < 150; number++)
            many.append(number == 0 ? "" : ",").append(attribute("full-name", "Persona " + number, ""));
        many.append(",")
                .append(attribute("text", "x".repeat(18_000), ""))
                .append(",")
                .append(attribute("text", "y".repeat(1_500), ""));
        var candidate = event(TITLE + "\"Attribute\":[" + many + "]");
        assertEquals(100, report(candidate).things().size());
        var fact = report(candidate).texts().part(Field.FACT).orElseThrow();
        assertEquals(
                50, fact.lines().filter(line -> line.startsWith("full-name: ")).count());
        assertEquals(List.of(new Left("Attribute[151]", "text", Left.Why.NO_ROOM)), candidate.left());
        var titled = event("\"info\":\"" + "x".repeat(301) + "\"");
        assertEquals(List.of(Left.Why.TOO_LONG), left(titled));
        assertTrue(report(titled).texts().part(Field.TITLE).isEmpty());
        assertTrue(report(titled).texts().part(Field.FACT).orElseThrow().endsWith("x".repeat(301)));
    }

    @Test
    void severalEventsAreReadEachByItselfAndAnEmptyOneSaysNothing() {
        var good = "{\"Event\":{\"info\":\"uno\"}}";
        for (var all : List.of("[" + good + ",{},5," + good + "]", "{\"response\":[" + good + ",{},5," + good + "]}")) {
            var read = assertInstanceOf(Reading.Read.class, read(all));
            assertEquals(4, read.candidates().size());
            assertEquals(
                    2,
                    read.candidates().stream()
                            .filter(each -> each.report() != null)
                            .count());
            assertEquals(
                    read.candidates().getFirst().name(),
                    read.candidates().getLast().name(),
                    "the same is the same");
        }
        assertEquals(List.of(Left.Why.EMPTY, Left.Why.EMPTY), left(event("\"uuid\":\"u\"")));
        assertNotEquals(event("\"info\":\"a\"").name(), event("\"info\":\"b\"").name());
    }

    @Test
    void whatIsNoFileOfMispIsRefusedCheaply() {
        for (var wrong : List.of(
                "<Event/>",
                "{",
                "{\"Event\":{}} x",
                "{\"Event\":{\"info\":\"a\",\"info\":\"b\"}}",
                "[".repeat(10_000),
                "{\"Event\":".repeat(10_000)))
            assertEquals(
                    new Reading.Not(Reading.Why.NOT_JSON),
                    read(wrong),
                    () -> wrong.substring(0, Math.min(20, wrong.length())));
        for (var wrong : List.of("", "7", "null", "[]", "{}", "{\"Event\":[]}", "{\"response\":{}}"))
            assertEquals(new Reading.Not(Reading.Why.NOT_MISP), read(wrong), wrong);
        assertEquals(
                new Reading.Not(Reading.Why.TOO_MANY_EVENTS),
                read("[" + "{\"Event\":{\"info\":\"a\"}},".repeat(100) + "{\"Event\":{}}]"));
        var hostile = event(TITLE + "\"Attribute\":[" + "{},".repeat(5_000) + "{}]");
        assertEquals(Imports.LEFT, hostile.left().size(), "a bound on what is told");
    }
}
