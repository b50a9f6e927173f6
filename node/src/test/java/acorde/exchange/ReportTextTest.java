package acorde.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.offices.OfficeCode;
import acorde.policy.Country;
import acorde.policy.Field;
import acorde.policy.Marking.Handling;
import acorde.policy.Tlp;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The text of a report as its act carries it. */
class ReportTextTest {
    private static Optional<Report> read(String json) {
        return ReportText.read(JsonMapper.shared().readTree(json)).map(ReportText.Read::report);
    }

    /** EV-7, and all else. */
    @Test
    void whatIsWrittenIsReadBackWithEveryMarking() {
        var full = Reports.report(report -> {
            report.parts.put(Field.SOURCE, "EJERCICIO. Registro del puesto 14");
            report.handling = Set.of(Handling.H1, Handling.H3);
            report.restriction = "Solo para prevenir, no para procesos.";
            report.arrangement = "US-HN";
            report.valid = Reports.TODAY.plusDays(10);
            report.seeksProtection("GT", "HN");
            report.files = List.of(Reports.file("sello.txt"), Reports.file("partida.txt"));
        });
        for (var report : List.of(full, Reports.report(), Reports.report(draft -> {
            draft.tlp = null;
            draft.evaluation = null;
            draft.handling = Set.of();
            draft.purposes = Set.of();
            draft.law = null;
            draft.review = null;
            draft.exercise = false;
        }))) assertEquals(Optional.of(report), read(report.toJson().toString()));
        for (var turn : List.of(
                new Turn.Asks(Urgency.DIRECT, null),
                new Turn.Asks(Urgency.ORDINARY, new OfficeCode("liaison-corinto")),
                new Turn.Answers(new ActId(Reports.GT, 7), false),
                new Turn.Answers(new ActId(Reports.GT, 7), true))) {
            var turned = Reports.report(draft -> draft.turn = turn);
            assertEquals(Optional.of(turned), read(turned.toJson().toString()));
            assertEquals(turn, turned.outline().turn());
        }
        var asked = List.of(new Asked(Reports.GT, true, Set.of(Field.SOURCE), List.of("DE-4", "P-2")));
        assertEquals(
                asked,
                ReportText.read(ReportText.write(full, asked)).orElseThrow().asked());
        var rules = List.of("P-2");
        for (var most : List.of(64, 65)) {
            var many = IntStream.range(0, most)
                    .mapToObj(n -> new Asked(Reports.GT, true, Set.of(), rules))
                    .toList();
            assertEquals(
                    most == 64, ReportText.read(ReportText.write(full, many)).isPresent());
        }
    }

    /** Its names, its hashes and its sizes are kept in no row. */
    @Test
    void anOutlineTellsHowManyFilesThereAreAndNothingOfThem() {
        var report = Reports.report(one -> one.files = List.of(Reports.file("sello.txt"), Reports.file("partida.txt")));
        var outline = report.outline();
        assertEquals(report.fields(), outline.fields());
        assertEquals(2, outline.files().size());
        assertEquals(1, Set.copyOf(outline.files()).size());
        assertFalse(outline.toJson().toString().contains("sello"));
        assertEquals(Optional.of(outline), read(outline.toJson().toString()));
    }

    @Test
    void anAlertHasNoFilesAndNothingHasMoreThanTwelve() {
        var files =
                IntStream.range(0, 13).mapToObj(n -> Reports.file(n + ".txt")).toList();
        assertEquals(
                12,
                Reports.report(one -> one.files = files.subList(0, 12)).files().size());
        assertThrows(IllegalArgumentException.class, () -> Reports.report(one -> one.files = files));
        var codes = new Alert.Codes(
                Alert.Category.MET,
                Alert.Response.NONE,
                Alert.Urgency.UNKNOWN,
                Alert.Severity.UNKNOWN,
                Alert.Certainty.UNKNOWN);
        var alert = new Turn.Warns(new Alert(codes, Instant.parse("2026-11-27T15:00:00Z"), "EXERCISE", "EXERCISE."));
        assertEquals(alert, Reports.report(one -> one.turn = alert).turn());
        assertThrows(
                IllegalArgumentException.class,
                () -> Reports.report(one -> {
                    one.turn = alert;
                    one.files = files.subList(0, 1);
                }));
    }

    private static final List<Thing> THINGS = List.of(
            new Thing(Thing.Kind.PERSON, "Persona inventada", "X123456", new Country("HN")),
            new Thing(Thing.Kind.VEHICLE, null, "C123BBB", null),
            new Thing(Thing.Kind.PLACE, "Puesto inventado", null, null));

    private static Report telling(List<Thing> things) {
        return Reports.report(one -> {
            one.things = things;
            one.flags = Set.of(Persons.Flag.PERSON);
        });
    }

    @Test
    void whatAReportTellsOfIsReadAsItIsWrittenAndItsOutlineTellsOfWhatKindItIsAlone() {
        var report = telling(THINGS);
        assertEquals(Optional.of(report), read(report.toJson().toString()));
        assertTrue(report.fields().containsAll(Set.of(Field.OBJECTS, Field.IDENTITY)));
        var outline = report.outline();
        assertEquals(report.fields(), outline.fields());
        assertEquals(Optional.of(outline), read(outline.toJson().toString()));
        for (var said : List.of("inventad", "X123456", "C123BBB", "HN"))
            assertFalse(outline.toJson().toString().contains(said), said);
    }

    /** CH-1 and the rules name who a person is by itself. */
    @Test
    void whoAPersonIsCanBeKeptBackWhileTheOtherThingsAreGiven() {
        var report = telling(THINGS);
        assertEquals(
                THINGS.subList(1, 3),
                report.only(Set.of(Field.FACT, Field.OBJECTS)).orElseThrow().things());
        assertEquals(
                List.of(),
                report.only(Set.of(Field.FACT, Field.IDENTITY)).orElseThrow().things());
    }

    /** CH-1, DE-3: whoever reads a passport knows who the child is. */
    @Test
    void aDocumentTellsWhoAPersonIsWhereTheReportConcernsOneAndIsAThingLikeOthersElsewhere() {
        var things = List.of(
                new Thing(Thing.Kind.DOCUMENT, "Pasaporte inventado", "X1", new Country("HN")), THINGS.getLast());
        for (var flag : Persons.Flag.values()) {
            var report = Reports.report(one -> {
                one.things = things;
                one.flags = Set.of(flag);
            });
            assertTrue(report.fields().contains(Field.IDENTITY), flag.name());
            assertEquals(report.fields(), report.outline().fields());
            var left = report.only(Set.of(Field.FACT, Field.OBJECTS)).orElseThrow();
            assertEquals(things.subList(1, 2), left.things());
            assertFalse(left.fields().contains(Field.IDENTITY));
        }
        var nobody = Reports.report(one -> one.things = things);
        assertFalse(nobody.fields().contains(Field.IDENTITY));
        assertEquals(
                things,
                nobody.only(Set.of(Field.FACT, Field.OBJECTS)).orElseThrow().things());
    }

    /** AS-1. With no country at all AS-3 hides it from everybody. */
    @Test
    void noReportOfProtectionCouldReachTheCountryOfAPersonOrADocumentItNames() {
        for (var kind : Thing.Kind.values()) {
            var things = List.of(THINGS.getLast(), new Thing(kind, "Inventado", "X1", new Country("HN")));
            var good = protecting(things, "GT", "HN").toJson();
            assertEquals(OptionalInt.empty(), Report.exposed(good));
            assertEquals(things, protecting(things).things(), "to nobody");
            good.putArray("never").add("GT");
            if (kind == Thing.Kind.PERSON || kind == Thing.Kind.DOCUMENT) {
                assertThrows(IllegalArgumentException.class, () -> protecting(things, "GT"));
                assertEquals(Optional.empty(), read(good.toString()));
                assertEquals(OptionalInt.of(1), Report.exposed(good));
            } else assertEquals(things, protecting(things, "GT").things());
        }
    }

    private static Report protecting(List<Thing> things, String... never) {
        return Reports.report(one -> {
            one.things = things;
            one.seeksProtection(never);
        });
    }

    @Test
    void noReportNamesAPersonAndConcernsNobodyOrTellsOfMoreThanAHundredThings() {
        assertThrows(IllegalArgumentException.class, () -> Reports.report(one -> one.things = THINGS.subList(0, 1)));
        assertEquals(
                100,
                telling(Collections.nCopies(100, THINGS.getLast())).things().size());
        assertThrows(IllegalArgumentException.class, () -> telling(Collections.nCopies(101, THINGS.getLast())));
        var good = telling(THINGS.subList(0, 1)).toJson().toString();
        for (var change : List.of(
                List.of("\"kind\":\"person\"", "\"kind\":\"ghost\""),
                List.of("\"kind\":\"person\",", ""),
                List.of("\"name\":\"Persona inventada\",\"number\":\"X123456\",", ""),
                List.of("Persona inventada", " Persona"),
                List.of("Persona inventada", "Persona; otra"),
                List.of("Persona inventada", "Persona\\notra"),
                List.of("Persona inventada", "x".repeat(301)),
                List.of("X123456", "1".repeat(101)),
                List.of("\"country\":\"HN\"", "\"country\":\"Honduras\""),
                List.of("\"country\"", "\"face\""))) {
            var bad = good.replace(change.getFirst(), change.getLast());
            assertFalse(bad.equals(good), change.getFirst());
            assertEquals(Optional.empty(), read(bad), bad);
        }
    }

    /** What rules look at is all there, and nothing of what it says. */
    @Test
    void anOutlineIsDecidedAboutLikeItsReportAndTellsNothing() {
        var full = Reports.report(report -> {
            report.parts.put(Field.SOURCE, "EJERCICIO. Registro del puesto 14");
            report.handling = Set.of(Handling.H1, Handling.H3);
            report.restriction = "Solo para prevenir, no para procesos.";
            report.seeksProtection("HN");
        });
        var outline = full.outline();
        assertEquals(full.facts(Reports.SV, Set.of(Reports.GT)), outline.facts(Reports.SV, Set.of(Reports.GT)));
        assertEquals(Optional.of(outline), read(outline.toJson().toString()));
        for (var said : List.of("EJERCICIO", "Memorando", "prevenir"))
            assertFalse(outline.toJson().toString().contains(said), said);
    }

    @Test
    void anythingElseIsNoReport() {
        var good = Reports.report().toJson().toString();
        assertTrue(read(good).isPresent());
        for (var change : List.of(
                List.of("\"ref\":\"5d", "\"ref\":\"5D"),
                List.of("\"language\":\"es\"", "\"language\":\"fr\""),
                List.of("\"language\":\"es\",", ""),
                List.of("\"evaluation\":\"B2\"", "\"evaluation\":\"F6\""),
                List.of("\"evaluation\":\"B2\"", "\"evaluation\":\"B5\""),
                List.of("[\"H2\"]", "[\"H4\"]"),
                List.of("[\"H2\"]", "[\"H2\",\"H2\"]"),
                List.of("[\"H2\"]", "[\"H3\"]"),
                List.of("\"tlp\":\"AMBER\"", "\"tlp\":\"amber\""),
                List.of("\"tlp\":\"AMBER\"", "\"tlp\":\"WHITE\""),
                List.of("\"tlp\":\"AMBER\"", "\"tlp\":\"RED\""),
                List.of("\"tlp\":\"AMBER\"", "\"tlp\":\"AMBER+STRICT\""),
                List.of("[\"A2\"]", "[\"a2\"]"),
                List.of("\"review\":\"2027", "\"review\":\"+12027"),
                List.of("\"basis\":\"Memorando de 2019, área 2\"", "\"basis\":\"\""),
                List.of("\"tlp\"", "\"score\":7,\"tlp\""),
                List.of("\"tlp\"", "\"persons\":[\"asylum\"],\"tlp\""),
                List.of("\"tlp\"", "\"never\":[\"XX\"],\"tlp\""),
                List.of("\"exercise\":true", "\"exercise\":\"yes\""),
                List.of("\"tlp\"", "\"asks\":{},\"tlp\""),
                List.of("\"tlp\"", "\"answers\":{\"request\":\"HN\"},\"tlp\""),
                List.of("EJERCICIO: partidas", "EJERCICIO:\\npartidas"))) {
            var bad = good.replace(change.getFirst(), change.getLast());
            assertFalse(bad.equals(good), change.getFirst());
            assertEquals(Optional.empty(), read(bad), bad);
        }
        assertEquals(Optional.empty(), read("{}"));
        assertEquals(Optional.empty(), read("[]"));
    }

    @Test
    void aTextIsAsLongAsItMayBeAndNoLonger() {
        Texts.LONGEST.forEach((field, longest) -> {
            var parts = new TreeMap<>(java.util.Map.of(field, "x".repeat(longest)));
            assertEquals(
                    longest,
                    new Texts(Texts.Language.EN, parts)
                            .part(field)
                            .orElseThrow()
                            .length());
            parts.put(field, "x".repeat(longest + 1));
            assertThrows(IllegalArgumentException.class, () -> new Texts(Texts.Language.EN, parts));
        });
        assertEquals(
                Basis.TEXT, new Basis("x".repeat(Basis.TEXT), null, null).law().length());
        assertThrows(IllegalArgumentException.class, () -> new Basis("x".repeat(Basis.TEXT + 1), null, null));
        assertThrows(IllegalArgumentException.class, () -> new Basis(null, "x".repeat(Basis.ZONE + 1), null));
    }

    @Test
    void aReportHasNoFieldThatNoRuleCouldKeepBack() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Texts(Texts.Language.ES, new TreeMap<>(java.util.Map.of(Field.IDENTITY, "x"))));
    }

    @Test
    void labelsAreWrittenAsTheProtocolSpellsThem() {
        assertEquals(
                "GREEN",
                Reports.report(report -> report.tlp = Tlp.GREEN)
                        .toJson()
                        .path("tlp")
                        .asString());
    }
}
