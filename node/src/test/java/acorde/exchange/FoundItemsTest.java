package acorde.exchange;

import static acorde.exchange.PartyNode.officer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Said;
import acorde.finding.Answer;
import acorde.finding.Cursor;
import acorde.finding.Entry;
import acorde.finding.Filter;
import acorde.finding.Question;
import acorde.offices.OfficeCode;
import acorde.policy.Annex;
import acorde.policy.Country;
import acorde.policy.Field;
import acorde.policy.Invented;
import acorde.policy.Marking.Handling;
import acorde.policy.Purpose;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exchanged is found by exactly those offices in whose mailbox it stands, at a node that was given it and at the one that gave it. */
// longer than a file should be: one set of parties and items, which would take as long again to make for a second
@Tag("database")
class FoundItemsTest {
    private static final PartyCode SV = new PartyCode("SV");
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode HN = new PartyCode("HN");
    private static final Instant NOW = PartyNode.CLOCK.instant();
    private static final InForce OF_2019 = TestRules.inForce(Reports.AREAS);
    private static final int ITEMS = 40;

    private static final List<OfficeCode> OFFICES = Stream.of(
                    "administration",
                    "analysis",
                    "analysis-a2",
                    "coordination",
                    "liaison-a1-a2",
                    "liaison-corinto",
                    "observation",
                    "protection",
                    "representative-a1",
                    "supervision")
            .map(OfficeCode::new)
            .toList();

    private static PartyNode sv;
    private static PartyNode gt;

    @BeforeAll
    static void start(@TempDir Path folder) {
        var parties = new Parties(folder, party -> "https://127.0.0.1:" + freePort(), "GT", "HN", "SV");
        sv = new PartyNode(parties, SV).follow();
        gt = new PartyNode(parties, GT).follow();
        sv.inForce = by(annex());
        var random = new Random(20_261_127);
        for (var i = 0; i < ITEMS; i++) send(any(random, i));
        untilAllCame();
    }

    @AfterAll
    static void stop() {
        gt.close();
        sv.close();
    }

    @BeforeEach
    void everythingAsItIs() {
        for (var node : List.of(sv, gt)) {
            node.inForce = OF_2019;
            node.codes = OFFICES;
            node.now = NOW;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void untilAllCame() {
        var size = sv.logs().state(SV).size();
        gt.until("all has come", () -> gt.acts.isSettled(new ActId(SV, size - 1)));
    }

    private static InForce by(Annex annex) {
        return new InForce(Optional.of(annex), Reports.AREAS, past -> true, true);
    }

    /** Of one rule, that permits everything. */
    private static Annex annex() {
        var rule = "@id(\"ALL\") @reason_es(\"Todo.\") @reason_en(\"All.\") permit (principal, action, resource);";
        return assertInstanceOf(Annex.class, Annex.read(rule));
    }

    private static Report report(String title, Consumer<Reports> change) {
        return Reports.report(report -> {
            report.ref = Ref.fresh();
            report.exercise = false; // what the charter of these nodes says
            report.parts.put(Field.TITLE, title);
            change.accept(report);
        });
    }

    /** Every word of it is its own, whether it stands in its title or in its facts. */
    private static Report any(Random random, int number) {
        return report("EJERCICIO título" + number, one -> {
            one.parts.put(Field.FACT, "EJERCICIO hecho" + number);
            if (random.nextInt(3) == 0) one.parts.put(Field.SOURCE, "EJERCICIO fuente" + number);
            if (random.nextInt(6) == 0) one.parts.remove(Field.TITLE);
            if (random.nextInt(3) == 0) one.arrangement = "US-HN";
            if (random.nextInt(8) == 0) one.review = Reports.TODAY;
            one.purposes = random.nextInt(4) == 0
                    ? Set.of(new Purpose("A1"), new Purpose("A2"))
                    : Set.of(new Purpose("A" + (1 + random.nextInt(3))));
            if (random.nextInt(4) == 0) {
                one.handling = Set.of(Handling.H3);
                one.restriction = "EJERCICIO. No se comparte.";
            }
            if (random.nextInt(4) == 0) one.flags = Set.of(Persons.Flag.CHILD);
            if (random.nextInt(5) == 0)
                one.never = new TreeSet<>(Set.of(new Country(random.nextBoolean() ? "HN" : "GT")));
            if (random.nextInt(5) == 0) one.turn = new Turn.Asks(Urgency.URGENT, null);
        });
    }

    private static Item send(Report report) {
        var seen = sv.exchange.preview(report, List.of(GT, HN), NOW);
        var said = assertInstanceOf(Said.Written.class, sv.exchange.send(officer("analysis"), report, seen, NOW));
        return Item.of((Act) said.acts().getFirst()).orElseThrow();
    }

    /** The copy of one that was sent. */
    private static ActId given(Report report) {
        var copy = sv.exchange.copies(send(report).act()).stream()
                .filter(one -> one.holder().equals(GT))
                .findFirst()
                .orElseThrow();
        untilAllCame();
        return copy.act();
    }

    /** All that is in the mailbox of an office. */
    private static Map<String, Item> mailbox(PartyNode node, OfficeCode office) {
        var all = new HashMap<String, Item>();
        for (var way : Mailbox.Way.values())
            node.exchange
                    .mailbox(officer(office.value()), way, Mailbox.Place.newest(node.now), 1_000, node.now)
                    .items()
                    .forEach(item -> all.put(item.act().toString(), item));
        return all;
    }

    private static Answer.Found ask(PartyNode node, String office, String typed, @Nullable Cursor after, int most) {
        return assertInstanceOf(
                Answer.Found.class, node.finding.ask(officer(office), Question.read(typed), Filter.NONE, after, most));
    }

    private static Map<String, Entry> found(PartyNode node, String office, String typed) {
        return ask(node, office, typed, null, 1_000).hits().stream()
                .peek(hit -> assertTrue(
                        hit.es().pieces().isEmpty() && hit.en().pieces().isEmpty(), "no excerpt"))
                .collect(Collectors.toMap(hit -> hit.entry().key().name(), Answer.Hit::entry));
    }

    private static void assertFoundIsWhatStandsInTheMailbox(PartyNode node, OfficeCode office) {
        var expected = mailbox(node, office);
        var told = node.acts.self() + " " + office;
        var found = found(node, office.value(), "");
        assertEquals(expected.keySet(), found.keySet(), told);
        expected.forEach((act, item) -> assertEquals(
                item.report().texts().part(Field.TITLE).orElse(""),
                found.get(act).title().es(),
                told));
        var page = ask(node, office.value(), "", null, 3);
        assertEquals(expected.size(), page.count(), told);
        assertEquals(kinds(expected.values()), page.values().getOrDefault(Filter.By.KIND, new TreeMap<>()), told);
        var paged = new TreeSet<String>();
        for (Cursor after = null; ; ) {
            var part = ask(node, office.value(), "", after, 7);
            part.hits().forEach(hit -> assertTrue(paged.add(hit.entry().key().name()), told));
            after = part.next();
            if (after == null) break;
        }
        assertEquals(expected.keySet(), paged, told);
        var titled = expected.values().stream()
                .filter(item -> item.report().texts().part(Field.TITLE).isPresent())
                .map(item -> item.act().toString())
                .collect(Collectors.toSet());
        assertEquals(
                titled,
                node.finding.suggest(officer(office.value()), "ejerc", 1_000).stream()
                        .map(entry -> entry.key().name())
                        .collect(Collectors.toSet()),
                told);
    }

    private static Map<String, Integer> kinds(Collection<Item> items) {
        var kinds = new TreeMap<String, Integer>();
        for (var item : items) kinds.merge("item-" + item.report().turn().kind().code(), 1, Integer::sum);
        return kinds;
    }

    /** Whoever would be shown the fact, with nothing to be read before, whatever it is opened for. */
    private static boolean reads(PartyNode node, OfficeCode office, Item item) {
        var post = Posts.of(office, Reports.AREAS);
        var showing = new Showing(node.inForce.rules().orElseThrow(), node.acts.self(), post, Reports.TODAY, false);
        var shown = item.report().terms().purposes().stream()
                .filter(post.competence()::contains)
                .map(purpose -> showing.opened(item, purpose, ""))
                .filter(one -> !(one instanceof Shown.NotThere))
                .toList();
        return !item.report().marking().handling().contains(Handling.H3)
                && !shown.isEmpty()
                && shown.stream()
                        .allMatch(one -> one instanceof Shown.Open(var open, var _)
                                && open.report().fields().contains(Field.FACT));
    }

    private static void assertWordsAreFoundByWhoReadsThem(PartyNode node, OfficeCode office) {
        for (var item : mailbox(node, office).values()) {
            var fact = item.report().texts().part(Field.FACT);
            if (!fact.orElse("").startsWith("EJERCICIO hecho"))
                continue; // those of other tests are not alone in what they say
            var found = found(node, office.value(), fact.get().replace("EJERCICIO ", ""))
                    .keySet();
            var expected = reads(node, office, item) ? Set.of(item.act().toString()) : Set.of();
            assertEquals(expected, found, node.acts.self() + " " + office + " " + item.act());
        }
    }

    /** The rules and the offices are others each time: all that there is is looked at again. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void eachOfficeFindsWhatStandsInItsMailboxAndByItsTextWhatItReadsAtOnce(long seed) {
        var random = new Random(seed);
        var codes = OFFICES.stream()
                .filter(office -> seed == 0 || random.nextInt(4) > 0)
                .toList();
        for (var node : List.of(sv, gt)) {
            if (seed > 0)
                node.inForce = by(assertInstanceOf(
                        Annex.class, Annex.read(String.join("\n", new Invented(seed).rulesThatLeaveSome()))));
            node.codes = codes;
            node.indexed();
            for (var office : codes) {
                assertFoundIsWhatStandsInTheMailbox(node, office);
                assertWordsAreFoundByWhoReadsThem(node, office);
            }
        }
    }

    @Test
    void whileNoRulesAreInForceNothingIsFound() {
        gt.indexed();
        assertFalse(found(gt, "analysis", "").isEmpty());
        gt.inForce = new InForce(Optional.empty(), Reports.AREAS, past -> true, true);
        assertEquals(0, ask(gt, "analysis", "", null, 1).count(), "at once");
        gt.indexed();
        assertEquals(0, ask(gt, "analysis", "", null, 1).count());
        assertEquals(0, gt.count("finding.room"), "and no room is left of them");
    }

    /** DE-3. */
    @Test
    void whatAReportTellsOfIsFoundByWhoReadsItAndWhoAVictimIsByOfficesOfProtectionAlone() {
        var copy = given(report("EJERCICIO: cosas", one -> {
            one.things = List.of(
                    new Thing(Thing.Kind.PERSON, "Persona tecún", null, null),
                    new Thing(Thing.Kind.VEHICLE, null, "C777XYZ", null));
            one.flags = Set.of(Persons.Flag.VICTIM);
        }));
        gt.indexed();
        for (var office : List.of("analysis", "protection"))
            assertEquals(Set.of(copy.toString()), found(gt, office, "c777xyz").keySet(), office);
        assertEquals(Set.of(copy.toString()), found(gt, "protection", "tecun").keySet());
        assertEquals(Set.of(), found(gt, "analysis", "tecun").keySet());
    }

    /** EV-4. */
    @Test
    void theTextUnderARestrictionIsConfirmedToNobodyByItsWords() {
        var copy = given(report("EJERCICIO: titular reservado", one -> {
            one.handling = Set.of(Handling.H3);
            one.restriction = "EJERCICIO. No se comparte.";
            one.parts.put(Field.FACT, "EJERCICIO. Contraseña quetzalcóatl.");
        }));
        gt.indexed();
        sv.indexed();
        assertEquals(
                Set.of(copy.toString()),
                found(gt, "analysis", "titular reservado").keySet());
        for (var typed : List.of("quetzalcoatl", "titular quetzalcoatl"))
            for (var node : List.of(sv, gt))
                assertTrue(found(node, "analysis", typed).isEmpty(), typed);
        assertEquals(
                Set.of(copy.toString()),
                found(gt, "analysis", "titular reservado -quetzalcoatl").keySet());
    }

    /** AS-1: the index does not hold it, so nothing that is looked for is ever compared with it. */
    @Test
    void whatIsHiddenFromAPartyStandsNowhereInItsIndexWhoeverSentIt() {
        gt.indexed();
        var pages = gt.count("finding.page");
        var rooms = gt.count("finding.room");
        var before = OFFICES.stream()
                .map(office -> ask(gt, office.value(), "", null, 1_000))
                .toList();
        var said = assertInstanceOf(
                Said.Written.class,
                sv.acts.sayOfItselfDurably(new Betraying(
                        report("EJERCICIO: zopilote", one -> {
                            one.never.add(new Country("GT"));
                            one.parts.put(Field.FACT, "EJERCICIO. Cenzontle.");
                        }),
                        GT)));
        untilAllCame();
        gt.indexed();
        var act = (Act) said.acts().getFirst();
        assertEquals(1, gt.count("exchange.item where act = '" + act.id() + "'"), "it came");
        assertEquals(pages, gt.count("finding.page"));
        assertEquals(rooms, gt.count("finding.room"));
        assertEquals(
                before,
                OFFICES.stream()
                        .map(office -> ask(gt, office.value(), "", null, 1_000))
                        .toList());
        for (var office : OFFICES)
            for (var typed : List.of("zopilote", "cenzontle", act.id().toString())) {
                assertEquals(
                        ask(gt, office.value(), "nadie-escribió", null, 10), ask(gt, office.value(), typed, null, 10));
                assertEquals(List.of(), gt.finding.suggest(officer(office.value()), typed, 10));
            }
    }

    private static ActId takenBack(ActId whole) {
        var why = new Recalled.Why(Recalled.Ground.WRONG_RECIPIENT, LocalDate.parse("2026-11-27"));
        assertInstanceOf(Said.Written.class, sv.exchange.recall(officer("coordination"), whole, Set.of(GT), why));
        var copy = sv.exchange.recalls(whole).getFirst().item();
        gt.until("it is gone", () -> gt.count("exchange.item where act = '" + copy + "'") == 0);
        return copy;
    }

    /** The index is not kept up meanwhile, and nobody has answered the order. */
    @Test
    void whatIsTakenBackIsOutOfTheIndexInTheTransactionThatTakesTheOrderIn() {
        var whole = send(report("EJERCICIO: guacamaya", one -> {})).act();
        untilAllCame();
        gt.indexed();
        assertEquals(1, ask(gt, "analysis", "guacamaya", null, 10).count());
        var copy = takenBack(whole);
        assertEquals(0, gt.count("finding.page where name = '" + copy + "'"));
        var answer = ask(gt, "analysis", "guacamaya", null, 10);
        assertEquals(ask(gt, "analysis", "nadie-escribió", null, 10), answer);
        assertEquals(List.of(), gt.finding.suggest(officer("analysis"), "guacam", 10));
    }

    /** The order passes over what a step of the index is writing; where that step fails, what stood there stays until the next one. */
    @Test
    void whatIsTakenBackIsCountedNoMoreWhileTheIndexStillHasIt() throws SQLException {
        var whole = send(report("EJERCICIO: chiltota", one -> {})).act();
        untilAllCame();
        gt.indexed();
        assertEquals(1, ask(gt, "analysis", "chiltota", null, 10).count());
        ActId copy;
        try (var step = gt.postgres.open();
                var statement = step.createStatement()) {
            step.setAutoCommit(false);
            statement.execute("update finding.page set age = age where name like 'SV/%'");
            copy = takenBack(whole);
            step.rollback();
        }
        assertEquals(1, gt.count("finding.page where name = '" + copy + "'"), "it stands there still");
        assertEquals(ask(gt, "analysis", "nadie-escribió", null, 10), ask(gt, "analysis", "chiltota", null, 10));
        assertEquals(List.of(), gt.finding.suggest(officer("analysis"), "chiltot", 10));
        gt.indexed();
        assertEquals(0, gt.count("finding.page where name = '" + copy + "'"));
    }

    /** The indexer has read it and waits for the table of rooms while the order comes. */
    @Test
    void whatIsTakenBackWhileItIsIndexedIsNotInTheIndexAfterwards() throws Exception {
        gt.indexed();
        var whole = send(report("EJERCICIO: pijuyo", one -> {})).act();
        untilAllCame();
        Thread indexing;
        ActId copy;
        try (var _ = gt.holding("finding.room")) {
            indexing = Thread.ofVirtual().start(gt::indexedFurther);
            gt.until(
                    "the indexer has read it and waits",
                    () -> gt.count("pg_locks where not granted and relation = 'finding.room'::regclass") > 0);
            copy = takenBack(whole);
        }
        indexing.join();
        assertEquals(0, gt.count("finding.page where name = '" + copy + "'"));
        gt.indexed();
        assertEquals(0, gt.count("finding.page where name = '" + copy + "'"));
    }

    @Test
    void noKindOfWhatIsExchangedStandsInTheIndexWithoutItsItem() {
        for (var kind : gt.finding.kinds()) {
            var page = "insert into finding.page (kind, name, room, rank, age, parties, touched, words) values ('"
                    + kind + "', 'SV/9000001', 0, 0, 0, '{}', '{}', '')";
            gt.execute("insert into exchange.item select 'SV/9000001', provider, ref, holder, said, outline"
                    + " from exchange.item limit 1");
            gt.execute(page);
            assertEquals(1, gt.count("finding.page where name = 'SV/9000001'"), kind);
            gt.execute("delete from exchange.item where act = 'SV/9000001'");
            assertEquals(0, gt.count("finding.page where name = 'SV/9000001'"), kind);
            gt.execute(page);
            assertEquals(0, gt.count("finding.page where name = 'SV/9000001'"), kind);
        }
    }

    /** CE-4: also before anything is looked at again on that day, and nothing else is lost to those who look for it then. */
    @Test
    void whatHasPassedItsReviewIsNeitherShownNorCountedFromMidnightOn() {
        var copy = given(report("EJERCICIO: tecolote", one -> one.review = Reports.TODAY));
        gt.indexed();
        assertEquals(Set.of(copy.toString()), found(gt, "analysis", "tecolote").keySet());
        gt.now = NOW.plus(Duration.ofDays(1));
        assertTrue(gt.finding.isLookingAgain());
        assertEquals(ask(gt, "analysis", "nadie-escribió", null, 10), ask(gt, "analysis", "tecolote", null, 10));
        for (var office : OFFICES) assertFoundIsWhatStandsInTheMailbox(gt, office);
        gt.indexed();
        assertFalse(gt.finding.isLookingAgain());
        assertEquals(0, gt.count("finding.page where name = '" + copy + "'"));
        for (var office : OFFICES) assertFoundIsWhatStandsInTheMailbox(gt, office);
    }

    /** Neither how many, nor of what kind, nor by which words, nor which was the last. */
    @Test
    void byOtherRulesNothingIsToldOfWhatWasFoundByThoseBefore() {
        gt.inForce = by(annex());
        gt.indexed();
        assertTrue(ask(gt, "analysis", "", null, 3).count() > 3);
        gt.inForce = OF_2019;
        var nothing = ask(gt, "analysis", "nadie-escribió", null, 3);
        for (var typed : List.of("", "ejercicio", "titulo1", "hecho1"))
            assertEquals(nothing, ask(gt, "analysis", typed, null, 3), typed);
        assertEquals(List.of(), gt.finding.suggest(officer("analysis"), "ejerc", 10));
        assertTrue(gt.finding.isLookingAgain());
        gt.indexed();
        for (var office : OFFICES) assertFoundIsWhatStandsInTheMailbox(gt, office);
    }

    @Test
    void anOfficeThatIsOpenedTakesNothingFromTheOthersMeanwhile() {
        gt.codes = OFFICES.subList(1, OFFICES.size());
        gt.indexed();
        gt.codes = OFFICES;
        assertTrue(gt.finding.isLookingAgain());
        for (var office : OFFICES.subList(1, OFFICES.size())) assertFoundIsWhatStandsInTheMailbox(gt, office);
    }

    @Test
    void whatIsDatedAheadIsFoundWhenItsTimeHasCome() {
        gt.now = NOW.minusSeconds(30);
        var copy = given(report("EJERCICIO: chachalaca", one -> {}));
        gt.indexed();
        assertEquals(0, ask(gt, "analysis", "chachalaca", null, 10).count());
        gt.now = NOW;
        gt.indexed();
        assertEquals(
                Set.of(copy.toString()), found(gt, "analysis", "chachalaca").keySet());
    }

    @Test
    void whatIsFoundSaysWhoseItIsWhatForOfWhichDayAndWhetherItIsOfAnExercise() {
        sv.inForce = by(annex());
        gt.inForce = sv.inForce;
        var copy = given(report("EJERCICIO: puente", one -> {
            one.exercise = true;
            one.turn = new Turn.Warns(new Alert(
                    new Alert.Codes(
                            Alert.Category.MET,
                            Alert.Response.AVOID,
                            Alert.Urgency.EXPECTED,
                            Alert.Severity.SEVERE,
                            Alert.Certainty.LIKELY),
                    NOW.plus(Duration.ofDays(1)),
                    "EXERCISE: bridge",
                    "EXERCISE. Keep away."));
        }));
        gt.indexed();
        var entry = found(gt, "analysis", "bridge keep away").get(copy.toString());
        assertEquals("item-alert", entry.key().kind());
        assertEquals(new Entry.Text("EJERCICIO: puente", "EXERCISE: bridge"), entry.title());
        assertEquals(
                new Entry.Place("A2", new TreeSet<>(Set.of(SV)), "exercise", LocalDate.ofInstant(NOW, ZoneOffset.UTC)),
                entry.place());
        assertEquals(
                Set.of(copy.toString()), found(gt, "analysis", "puente " + copy).keySet());
    }
}
