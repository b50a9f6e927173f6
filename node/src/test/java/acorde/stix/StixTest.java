package acorde.stix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.exchange.Alert;
import acorde.exchange.Basis;
import acorde.exchange.Item;
import acorde.exchange.Listed;
import acorde.exchange.Persons;
import acorde.exchange.Ref;
import acorde.exchange.Report;
import acorde.exchange.Texts;
import acorde.exchange.Thing;
import acorde.exchange.Turn;
import acorde.exchange.Urgency;
import acorde.policy.Country;
import acorde.policy.Evaluation;
import acorde.policy.Field;
import acorde.policy.Marking;
import acorde.policy.Marking.Handling;
import acorde.policy.Purpose;
import acorde.policy.Terms;
import acorde.policy.Tlp;
import acorde.stix.StixRead.Why;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is exchanged as STIX 2.1, out and in. The schemas of OASIS are not in the repository: a table of what each object has to have stands here instead. */
// longer than a file should be: what is written is read back, and the table of what objects have to have is asked of
// both
class StixTest {
    private static final PartyCode SV = new PartyCode("SV");
    private static final PartyCode GT = new PartyCode("GT");
    private static final Names NAMES = new Names(Hash.sha256("carta".getBytes(StandardCharsets.UTF_8)));
    private static final Stix OF_GT = new Stix(NAMES, GT, new TreeMap<>(Map.of(SV, "El Salvador", GT, "Guatemala")));
    private static final Instant AT = Instant.parse("2026-11-26T15:00:00.123Z");
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z";

    /** By type, what STIX 2.1 requires of it. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "report", List.of("created", "modified", "name", "published", "object_refs"),
            "identity", List.of("created", "modified", "name"),
            "marking-definition", List.of("created"),
            "extension-definition",
                    List.of("created_by_ref", "created", "modified", "name", "schema", "version", "extension_types"));

    /** Any report there can be, of any kind. */
    private static Report any(Random random) {
        var turn = turn(random);
        var parts = new TreeMap<Field, String>();
        for (var field : List.of(Field.TITLE, Field.FACT, Field.ASSESSMENT, Field.SOURCE))
            if (random.nextBoolean()) parts.put(field, "EJERCICIO " + field + " ñ \"<&>\" " + random.nextInt());
        if (turn instanceof Turn.Warns || parts.isEmpty())
            for (var field : List.of(Field.TITLE, Field.FACT)) parts.put(field, "EJERCICIO " + random.nextInt());
        if (parts.containsKey(Field.FACT) && random.nextBoolean())
            parts.compute(Field.FACT, (_, text) -> text + "\nDos.");
        var handling = some(random, Handling.values());
        var law = random.nextBoolean() ? "Memorando de 2019, área 2" : null;
        var span = new Terms.Span(day(random), day(random));
        var arrangement = random.nextInt(4) == 0 ? "US-HN" : null;
        var things = turn instanceof Turn.Warns ? List.<Thing>of() : things(random);
        var flags = some(random, Persons.Flag.values());
        if (things.stream().anyMatch(one -> one.kind() == Thing.Kind.PERSON)) flags.add(Persons.Flag.PERSON);
        var never = new TreeSet<>(some(random, new Country("HN"), new Country("US")));
        if (!never.isEmpty() && !things.isEmpty()) never.add(new Country("GT")); // of all of them
        return new Report(
                Ref.fresh(),
                new Texts(one(random, Texts.Language.values()), parts),
                new Marking(
                        random.nextInt(4) == 0 ? null : one(random, Tlp.AMBER, Tlp.GREEN, Tlp.CLEAR),
                        handling,
                        random.nextInt(4) == 0
                                ? null
                                : new Evaluation(one(random, Evaluation.Source.values()), 1 + random.nextInt(4)),
                        false),
                new Terms(some(random, new Purpose("A1"), new Purpose("A2")), law != null, arrangement, span),
                new Basis(
                        law,
                        random.nextBoolean() ? "Puesto 14" : null,
                        handling.contains(Handling.H3) ? "Solo para prevenir." : null),
                new Persons(flags, never),
                random.nextBoolean(),
                turn,
                List.of(),
                things);
    }

    private static List<Thing> things(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(number -> new Thing(
                        one(random, Thing.Kind.values()),
                        "EJERCICIO " + number,
                        random.nextBoolean() ? "X" + number : null,
                        random.nextBoolean() ? new Country("GT") : null))
                .toList();
    }

    private static Turn turn(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Turn.TELLS;
            case 1 -> new Turn.Asks(one(random, Urgency.values()), null);
            case 2 -> new Turn.Answers(new ActId(GT, random.nextInt(99)), random.nextBoolean());
            default ->
                new Turn.Warns(new Alert(
                        new Alert.Codes(
                                one(random, Alert.Category.values()),
                                one(random, Alert.Response.values()),
                                one(random, Alert.Urgency.values()),
                                one(random, Alert.Severity.values()),
                                one(random, Alert.Certainty.values())),
                        Instant.parse("2026-12-01T00:00:00Z"),
                        "EXERCISE",
                        "EXERCISE. A river rises."));
        };
    }

    private static LocalDate day(Random random) {
        return random.nextBoolean() ? LocalDate.of(2027, 1, 1 + random.nextInt(28)) : null;
    }

    @SafeVarargs
    private static <T> T one(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    @SafeVarargs
    private static <T> Set<T> some(Random random, T... of) {
        var some = new HashSet<T>();
        Arrays.stream(of).filter(_ -> random.nextBoolean()).forEach(some::add);
        return some;
    }

    private static Listed.Here here(PartyCode by, Report report, boolean renewed) {
        var act = new ActId(by, 17);
        var item = new Item(act, "analysis", AT, Collections.emptySortedSet(), report, List.of());
        var place = new Listed.Place(act, NAMES.of(act), 1_795_000_000_000_000L);
        return new Listed.Here(place, item, Collections.emptySortedSet(), renewed);
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 300).boxed();
    }

    /** EV-7. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsReadBackWithEveryMarking(int seed) {
        var report = any(new Random(seed));
        var written = OF_GT.write(here(GT, report, false));
        assertValid(written);
        assertEquals(new StixRead.Good(report, List.of()), StixReader.read(written, report.ref()));
    }

    /** AS-4. */
    @Test
    void whomItNeverReachesIsToldToItsProviderAlone() {
        var report = any(new Random(3));
        while (report.persons().never().isEmpty()) report = any(new Random(report.hashCode()));
        assertTrue(OF_GT.write(here(GT, report, false)).toString().contains("\"never\""));
        assertFalse(OF_GT.write(here(SV, report, false)).toString().contains("never"));
    }

    @Test
    void ofFilesTheNameTypeAndSizeAreToldAndNoHashAndAnObjectThatHasThemIsRefused() {
        var report = any(new Random(5));
        while (report.turn() instanceof Turn.Warns) report = any(new Random(report.hashCode()));
        var hash = Hash.sha256("EJERCICIO".getBytes(StandardCharsets.UTF_8));
        var json = report.toJson();
        json.putArray("attachments")
                .addObject()
                .put("name", "acta.pdf")
                .put("type", "application/pdf")
                .put("size", 9)
                .put("sha256", hash.hex())
                .putArray("chunks")
                .add(hash.hex());
        var written = OF_GT.write(here(SV, Report.read(json).orElseThrow(), false));
        assertEquals(
                "[{\"name\":\"acta.pdf\",\"type\":\"application/pdf\",\"size\":9}]",
                extension(written).path("attachments").toString());
        var bad = assertInstanceOf(StixRead.Bad.class, StixReader.read(written, report.ref()));
        assertEquals(Why.FILES, bad.why());
    }

    private static StixRead changed(Consumer<ObjectNode> change) {
        var random = new Random(0);
        var report = any(random);
        while (!(report.turn() instanceof Turn.Tells)
                || report.marking().tlp() != Tlp.AMBER
                || report.texts().part(Field.TITLE).isEmpty()) report = any(random);
        var written = OF_GT.write(here(GT, report, false));
        change.accept(written);
        return StixReader.read(written, report.ref());
    }

    private static void refused(Why why, Consumer<ObjectNode> change) {
        assertEquals(why, assertInstanceOf(StixRead.Bad.class, changed(change)).why());
    }

    private static ObjectNode extension(ObjectNode object) {
        return (ObjectNode) object.at("/extensions/" + Stix.EXTENSION);
    }

    /** AS-1: what names who seeks protection says no country that the report could reach; with its place, so that it can be mended. */
    @Test
    void aReportThatTellsOfAPersonFromACountryItCouldReachIsRefusedWithItsPlace() {
        Consumer<ObjectNode> protecting = object -> {
            var extension = extension(object);
            extension.putArray("persons").add("person").add("protection");
            extension.putArray("never").add("HN");
            extension
                    .putArray("objects")
                    .addObject()
                    .put("kind", "person")
                    .put("name", "Persona inventada")
                    .put("country", "HN");
        };
        var good = assertInstanceOf(StixRead.Good.class, changed(protecting));
        assertEquals(1, good.report().things().size());
        for (var kind : List.of("person", "document"))
            assertEquals(
                    new StixRead.Bad(Why.OBJECT_REACHED, List.of(1)),
                    changed(protecting.andThen(
                            object -> ((ArrayNode) extension(object).path("objects"))
                                    .addObject()
                                    .put("kind", kind)
                                    .put("name", "Inventado")
                                    .put("country", "GT"))),
                    kind);
    }

    /** EV-6. */
    @Test
    void aLabelThatIsNoneWeKnowIsRefusedAndNeverDropped() {
        refused(
                Why.UNKNOWN_MARKING,
                object -> object.putArray("object_marking_refs")
                        .add("marking-definition--00000000-0000-4000-8000-000000000000"));
        refused(
                Why.UNKNOWN_MARKING,
                object -> object.putArray("object_marking_refs").add(7));
        refused(Why.NO_MARKINGS, object -> object.put("object_marking_refs", "marking-definition--x"));
        refused(
                Why.SEVERAL_LABELS,
                object -> object.putArray("object_marking_refs")
                        .add(new Label.Tlp2(Tlp.AMBER).id())
                        .add(new Label.Tlp2(Tlp.GREEN).id()));
        refused(
                Why.MARKS_OF_PARTS,
                object -> object.putArray("granular_markings").addObject());
        refused(
                Why.UNKNOWN_EXTENSION,
                object -> ((ObjectNode) object.path("extensions")).putObject("extension-definition--x"));
        refused(
                Why.NO_HANDLING_CODE,
                object -> extension(object).putArray("handling").add("H9"));
        refused(Why.MALFORMED, object -> extension(object).put("evaluation", "F6"));
        refused(Why.MALFORMED, object -> extension(object).put("secrecy", "high"));
        refused(Why.NO_PLACE, object -> extension(object).put("tlp", "CLEAR"));
    }

    @Test
    void redAndStrictAreRefusedForTheyNamePersonsAndOrganisations() {
        for (var tlp : List.of(Tlp.RED, Tlp.AMBER_STRICT))
            refused(
                    Why.NAMES_READERS,
                    object -> object.putArray("object_marking_refs").add(new Label.Tlp2(tlp).id()));
    }

    /** EV-6. */
    @Test
    void whiteOfTheFirstProtocolIsReadAsClear() {
        var read = changed(object -> {
            object.putArray("object_marking_refs").add("marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9");
            extension(object).remove("handling");
            extension(object).remove("restriction");
        });
        assertEquals(Tlp.CLEAR, ((StixRead.Good) read).report().marking().tlp());
    }

    @Test
    void whatIsTooLongOrNoReportIsRefusedWithASentenceAndNothingIsCut() {
        assertEquals(
                new StixRead.Bad(Why.TOO_LONG, List.of("name", 301, 300)),
                changed(object -> object.put("name", "x".repeat(301))));
        refused(Why.LANGUAGE, object -> object.put("lang", "fr"));
        refused(Why.NO_REPORT, object -> object.put("type", "indicator"));
        refused(Why.OTHER_VERSION_OF_STIX, object -> object.put("spec_version", "2.0"));
        refused(Why.REVOKED, object -> object.put("revoked", true));
        refused(Why.NO_TITLE, object -> object.remove("name"));
        refused(Why.NO_TEXT, object -> object.putArray("description"));
    }

    @Test
    void whatHasNoPlaceHereIsNamedToWhoSentIt() {
        var read = changed(
                object -> object.put("confidence", 80).putArray("labels").add("x"));
        assertEquals(List.of("confidence", "labels"), ((StixRead.Good) read).untaken());
    }

    @Test
    void theSameActHasTheSameNameEverywhereAndAnotherInAnotherCompact() {
        var act = new ActId(SV, 17);
        var other = new Names(Hash.sha256("otra".getBytes(StandardCharsets.UTF_8)));
        assertEquals(NAMES.of(act), new Names(NAMES.charter()).of(act));
        assertNotEquals(NAMES.of(act), other.of(act));
        assertEquals(5, NAMES.of(act).version());
        assertEquals(2, NAMES.of(act).variant());
    }

    @Test
    void whatWasGivenUpIsRevokedAndSaysNothingOfWhatItSaid() {
        var act = new ActId(SV, 17);
        var place = new Listed.Place(act, NAMES.of(act), 1_795_000_000_000_000L);
        var gone = OF_GT.write(new Listed.Gone(place, AT));
        assertValid(gone);
        assertTrue(gone.path("revoked").asBoolean(false));
        assertEquals(
                Stix.id(here(SV, any(new Random(1)), false)), gone.path("id").asString());
        assertEquals("SV/17", gone.path("name").asString());
        assertFalse(gone.has("description") || gone.has("extensions"));
        assertTrue(
                gone.path("modified").asString().compareTo(gone.path("created").asString()) > 0);
    }

    @Test
    void whatIsRenewedHasALaterVersion() {
        var report = any(new Random(1));
        assertEquals("2026-11-26T15:00:00.123Z", Stix.version(here(GT, report, false)));
        assertTrue(Stix.version(here(GT, report, true)).compareTo("2026-11-26T15:00:00.123Z") > 0);
    }

    @Test
    void everythingThatIsReferredToStandsBesideIt() {
        var beside = OF_GT.beside();
        beside.forEach(StixTest::assertValid);
        var ids = new HashSet<String>();
        beside.forEach(object -> assertTrue(ids.add(object.path("id").asString())));
        for (var seed = 0; seed < 50; seed++) {
            var written = OF_GT.write(here(SV, any(new Random(seed)), false));
            for (var ref : written.path("object_marking_refs"))
                assertTrue(ids.contains(ref.asString()), ref.asString());
            assertTrue(ids.contains(written.path("created_by_ref").asString()));
            for (var name : written.path("extensions").propertyNames()) assertTrue(ids.contains(name));
        }
    }

    /** What STIX 2.1 asks of every object we write: members that are required, names, times, and that no list or text is empty. */
    private static void assertValid(ObjectNode object) {
        var type = object.path("type").asString();
        assertEquals("2.1", object.path("spec_version").asString());
        assertTrue(
                object.path("id").asString().matches(type + "--" + UUID),
                object.path("id").asString());
        for (var member : REQUIRED.get(type)) assertTrue(object.has(member), type + " lacks " + member);
        for (var time : List.of("created", "modified", "published"))
            if (object.has(time))
                assertTrue(
                        object.path(time).asString().matches(TIME),
                        object.path(time).asString());
        if (object.has("created_by_ref"))
            assertTrue(object.path("created_by_ref").asString().matches("identity--" + UUID));
        assertRefs(object, "object_refs", "[a-z][a-z0-9-]+");
        assertRefs(object, "object_marking_refs", "marking-definition");
        assertFull(object);
    }

    private static void assertRefs(ObjectNode object, String member, String type) {
        for (var ref : object.path(member)) assertTrue(ref.asString().matches(type + "--" + UUID), member + " " + ref);
    }

    private static void assertFull(JsonNode node) {
        assertFalse(node.isContainer() && node.isEmpty(), "empty");
        assertFalse(node.isString() && node.stringValue().isEmpty(), "empty");
        for (var name : node.propertyNames())
            assertTrue(name.matches("[a-z][a-z0-9_]{2,249}|id|extension-definition--" + UUID), name);
        node.forEach(StixTest::assertFull);
    }
}
