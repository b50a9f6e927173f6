package acorde.exchange;

import static acorde.exchange.PartyNode.officer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Busy;
import acorde.acts.Command;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.ReadingRoom;
import acorde.acts.Said;
import acorde.policy.Country;
import acorde.policy.Field;
import acorde.policy.Nothing;
import acorde.policy.Purpose;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report given, shown and taken back between nodes, over TLS and on their databases. */
// longer than a file should be: one story on one set of parties, which would take as long again to start for a second
@Tag("database")
class BetweenPartiesTest {
    private static final PartyCode SV = new PartyCode("SV");
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode HN = new PartyCode("HN");
    private static final Instant NOW = PartyNode.CLOCK.instant();
    private static final Recalled.Why WRONG =
            new Recalled.Why(Recalled.Ground.WRONG_RECIPIENT, LocalDate.parse("2026-11-27"));

    private static Parties parties;
    private static PartyNode sv;
    private static PartyNode gt;

    @BeforeAll
    static void start(@TempDir Path folder) {
        parties = new Parties(folder, party -> "https://127.0.0.1:" + freePort(), "GT", "HN", "SV");
        sv = new PartyNode(parties, SV).follow();
        gt = new PartyNode(parties, GT).follow();
    }

    @AfterAll
    static void stop() {
        gt.close();
        sv.close();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A report with a title of its own. */
    private static Report report(String title, Consumer<Reports> change) {
        return Reports.report(report -> {
            report.ref = Ref.fresh();
            report.exercise = false; // what the charter of these nodes says
            report.parts.put(Field.TITLE, title);
            change.accept(report);
        });
    }

    /** @return the whole, as its provider keeps it */
    private static Item send(Report report, PartyCode... to) {
        var seen = sv.exchange.preview(report, List.of(to), NOW);
        var said = sv.exchange.send(officer("analysis"), report, seen, NOW);
        var acts = assertInstanceOf(Said.Written.class, said).acts();
        return Item.of((Act) acts.getFirst()).orElseThrow();
    }

    private static Item arrived(PartyNode node, String title) {
        node.until(title + " has come", () -> found(node, title));
        return node.received("analysis").stream()
                .filter(item -> isCalled(item, title))
                .findFirst()
                .orElseThrow();
    }

    private static boolean found(PartyNode node, String title) {
        return node.received("analysis").stream().anyMatch(item -> isCalled(item, title));
    }

    private static boolean isCalled(Item item, String title) {
        return item.report().texts().part(Field.TITLE).orElse("").equals(title);
    }

    private static Shown open(PartyNode node, String office, ActId act) {
        return node.exchange.open(officer(office), act, null, "", NOW);
    }

    @Test
    void whatIsSentIsShownAtTheOtherNodeAndWhatWasKeptBackNeverCame() {
        var whole = send(
                report("EJERCICIO: sello", one -> one.parts.put(Field.SOURCE, "EJERCICIO. Registro del puesto 14")),
                GT,
                HN);
        var copy = arrived(gt, "EJERCICIO: sello");
        var opened = assertInstanceOf(Shown.Open.class, open(gt, "liaison-a2", copy.act()));
        assertEquals(
                whole.report().only(copy.report().fields()).orElseThrow(),
                opened.item().report());
        assertFalse(gt.holds("puesto 14"));
        assertTrue(sv.holds("puesto 14"));
        assertEquals(
                StoredEntry.State.NOT_FOR_US,
                gt.logs().entry(SV, whole.act().index()).orElseThrow().state());
        assertEquals(
                List.of(GT, HN),
                sv.exchange.copies(whole.act()).stream().map(Item.Copy::holder).toList());
        assertTrue(
                gt.offices.journal().lines(0, 1_000).stream()
                        .anyMatch(line -> line.contains("report-opened")
                                && line.contains(copy.act().toString())
                                && line.contains("A2")),
                "CE-5");
    }

    /** AS-1. */
    @Test
    void whoMayNotReadIsAnsweredAsIfThereWereNone() {
        send(report("EJERCICIO: oculto", one -> {}), GT);
        var copy = arrived(gt, "EJERCICIO: oculto");
        var lines = gt.offices.journal().lines(0, 1_000).size();
        for (var office : List.of("supervision", "administration", "representative-a1", "analysis-a3")) {
            assertEquals(inTime(office, new ActId(SV, 999)), inTime(office, copy.act()), office);
            assertFalse(gt.received(office).stream().anyMatch(item -> isCalled(item, "EJERCICIO: oculto")), office);
        }
        assertEquals(lines, gt.offices.journal().lines(0, 1_000).size());
    }

    /** No sooner than after the time within which it is decided, whether there is something or not. */
    private static Shown inTime(String office, ActId act) {
        var before = System.nanoTime();
        var shown = open(gt, office, act);
        assertTrue(System.nanoTime() - before >= Nothing.AFTER.toNanos(), office);
        return shown;
    }

    /** What one party sends without end that nobody finds ends its own part of the list, and no other's. */
    @Test
    void howeverMuchOnePartySendsThatNobodyFindsTheReportsOfTheOthersAreFound() {
        send(report("EJERCICIO: de otra", one -> {}), GT);
        var copy = arrived(gt, "EJERCICIO: de otra").act();
        gt.execute("insert into exchange.item select 'HN/' || n, 'HN', ref, holder, said, outline"
                + " from exchange.item, generate_series(1, 5600) n where act = '" + copy + "'");
        try {
            assertTrue(found(gt, "EJERCICIO: de otra"));
        } finally {
            gt.execute("delete from exchange.item where provider = 'HN'");
        }
    }

    @Test
    void answersToOneProviderAreCountedByTheDay() {
        gt.execute(
                "insert into exchange.recall select 'HN/' || n, 'HN/9' || n, 'HN', n, 'GT', 'OTHER', date '2026-11-27', 0,"
                        + " 'GT/9' || n, 1000 * n, true from generate_series(1, 10) n");
        try {
            var rows = gt.rows();
            assertEquals(7, rows.answered(GT, HN, Instant.ofEpochSecond(4)));
            assertEquals(0, rows.answered(GT, SV, Instant.ofEpochSecond(4)) - rows.answered(GT, SV, Instant.EPOCH));
        } finally {
            gt.execute("delete from exchange.recall where provider = 'HN'");
        }
    }

    /** Of a provider that orders more than is answered in a day. */
    @Test
    void whatIsAnsweredOnAnotherDayHasLostItsPlaceAndIsForgottenAtOnce() {
        gt.execute(
                "insert into exchange.recall select 'HN/' || n, 'HN/9' || n, 'HN', n, 'GT', 'OTHER', date '2026-11-27', 0,"
                        + " case when n > 0 then 'GT/9' || n end, case when n > 0 then %d end, case when n > 0 then true end"
                                .formatted(NOW.toEpochMilli())
                        + " from generate_series(0, %d) n".formatted(Answering.DAILY));
        try {
            var item = ActId.parse("HN/0");
            var forgotten = new ArrayList<ActId>();
            var placeless = new ArrayList<Set<ActId>>();
            gt.answering(
                            (now, gone) -> {
                                assertEquals(List.of(), forgotten);
                                return placeless.add(gone);
                            },
                            gone -> forgotten.addAll(
                                    gone.apply(Set.of(item, ActId.parse("HN/90000"), ActId.parse("SV/0")))))
                    .answer();
            assertEquals(List.of(Set.of(item)), placeless, "it loses its place before all else");
            assertEquals(List.of(item), forgotten);
            assertEquals(1, gt.rows().unanswered(GT, List.of(HN), 10).size());
        } finally {
            gt.execute("delete from exchange.recall where provider = 'HN'");
        }
    }

    /** Nor for the next look, a minute later. */
    @Test
    void whatIsLeftOfMuchThatCameWaitsForNoCommit() throws Exception {
        var parts = new CountDownLatch(3);
        BiPredicate<Instant, Set<ActId>> takeIn = (now, gone) -> {
            parts.countDown();
            return parts.getCount() > 0;
        };
        try (var _ = gt.exchange.answering(PartyNode.CLOCK, takeIn, gone -> {})) {
            assertTrue(parts.await(40, TimeUnit.SECONDS));
        }
    }

    /** Its node may have been killed before it forgot. */
    @Test
    void whatWasAnsweredBeforeAStartIsForgottenOnceAfterIt() {
        gt.execute("insert into exchange.recall values"
                + " ('HN/0', 'HN/90', 'HN', 0, 'GT', 'OTHER', date '2026-11-27', 0, 'GT/90', %d, true)"
                        .formatted(NOW.toEpochMilli()));
        try {
            var item = ActId.parse("HN/0");
            var forgotten = new ArrayList<ActId>();
            var answering = gt.answering((now, gone) -> false, gone -> forgotten.addAll(gone.apply(Set.of(item))));
            answering.answer();
            assertEquals(List.of(item), forgotten);
            answering.answer();
            assertEquals(List.of(item), forgotten);
        } finally {
            gt.execute("delete from exchange.recall where provider = 'HN'");
        }
    }

    /** AS-1: what somebody may not find costs no place. */
    @Test
    void whatIsNotFoundPushesNothingOutOfTheMailbox() {
        send(report("EJERCICIO: debajo", one -> {}), GT);
        arrived(gt, "EJERCICIO: debajo");
        send(report("EJERCICIO: encima", one -> one.purposes = Set.of(new Purpose("A3"))), GT);
        var hidden = arrived(gt, "EJERCICIO: encima").act();
        gt.execute("insert into exchange.item select 'SV/9' || n, provider, ref, holder, said, outline"
                + " from exchange.item, generate_series(10000, 11500) n where act = '" + hidden + "'");
        try {
            var found = gt.received("analysis-a2");
            assertTrue(found.stream().anyMatch(item -> isCalled(item, "EJERCICIO: debajo")));
        } finally {
            gt.execute("delete from exchange.item where act like 'SV/91____'");
        }
    }

    /** Nobody is told whether there is more, for that would tell of what is hidden: the list goes on from a day they choose. */
    @Test
    void whatStandsBehindManyHiddenReportsOfTheSamePartyIsFoundFromADayOn() {
        send(report("EJERCICIO: antiguo", one -> {}), GT);
        var old = arrived(gt, "EJERCICIO: antiguo").act();
        send(report("EJERCICIO: oculto y nuevo", one -> one.purposes = Set.of(new Purpose("A3"))), GT);
        var hidden = arrived(gt, "EJERCICIO: oculto y nuevo").act();
        gt.execute("update exchange.item set said = said - 172800000 where act = '" + old + "'");
        gt.execute("insert into exchange.item select 'SV/9' || n, provider, ref, holder, said, outline"
                + " from exchange.item, generate_series(10000, 15600) n where act = '" + hidden + "'");
        try {
            assertFalse(gt.received("analysis-a2").stream().anyMatch(item -> isCalled(item, "EJERCICIO: antiguo")));
            var place = Mailbox.Place.until(LocalDate.parse("2026-11-24"), ZoneOffset.UTC);
            var part = gt.exchange.mailbox(officer("analysis-a2"), Mailbox.Way.RECEIVED, place, 50, NOW);
            assertTrue(part.items().stream().anyMatch(item -> isCalled(item, "EJERCICIO: antiguo")));
        } finally {
            gt.execute("delete from exchange.item where act like 'SV/91____'");
            gt.execute("update exchange.item set said = said + 172800000 where act = '" + old + "'");
        }
    }

    private static final ActId MISSING = new ActId(GT, 999_999);

    /** An order in itself, without the sequencer of this product that would not say it. */
    private record Ordering(ActId copy, List<ActId> after) implements Command<Rule> {
        @Override
        public acorde.acts.Decision<Rule> decide(Past past, Instant now) {
            return new acorde.acts.Decision.Say<>(List.of(new Draft(
                    ExchangeDuty.RECALLED, "coordination", Cover.only(GT), after, RecallText.recalled(copy, WRONG))));
        }
    }

    @Test
    void anOrderThatWaitsForWhatDidNotComeStandsInTheListOfWhomItIsFor() {
        send(report("EJERCICIO: espera", one -> {}), GT);
        var copy = arrived(gt, "EJERCICIO: espera").act();
        sv.acts.sayOfItselfDurably(new Ordering(copy, List.of(copy, MISSING)));
        gt.until(
                "the order has come",
                () -> !gt.exchange.waitingOrders(officer("coordination")).isEmpty());
        var order = gt.exchange.waitingOrders(officer("supervision")).getFirst();
        assertEquals(copy, order.item());
        assertEquals(WRONG, order.why());
        assertEquals(List.of(), gt.exchange.waitingOrders(officer("analysis")));
        assertTrue(found(gt, "EJERCICIO: espera"), "it takes nothing back");
    }

    private static boolean isOf(List<Recalled> orders, ActId copy) {
        return orders.stream().anyMatch(order -> order.item().equals(copy));
    }

    /** AS-1: by page or by mail, waiting or carried out, and after a replay, which finds nothing of the copy. */
    @Test
    void theOrderToGiveUpWhatTheCoreHidHereIsToldToNobody() {
        var betrayed = report("EJERCICIO: oculto", one -> one.never.add(new Country("GT")));
        var said = assertInstanceOf(Said.Written.class, sv.acts.sayOfItselfDurably(new Betraying(betrayed, GT)));
        var hidden = ((Act) said.acts().getFirst()).id();
        var here = "exchange.item where act = '" + hidden + "'";
        gt.until("it has come", () -> gt.count(here) == 1);
        var waits = assertInstanceOf(
                Said.Written.class, sv.acts.sayOfItselfDurably(new Ordering(hidden, List.of(hidden, MISSING))));
        var waiting = ((Act) waits.acts().getFirst()).id();
        gt.until("it waits", () -> gt.acts.waiting(100).contains(waiting));
        var shown = send(report("EJERCICIO: visto", one -> {}), GT);
        var copy = arrived(gt, "EJERCICIO: visto").act();
        sv.acts.sayOfItselfDurably(new Ordering(hidden, List.of(hidden)));
        sv.exchange.recall(officer("analysis"), shown.act(), Set.of(GT), WRONG);
        gt.until(
                "both are gone",
                () -> gt.count(here) == 0 && gt.rows().item(copy).isEmpty());
        for (var replayed : List.of(false, true)) {
            if (replayed) gt.replayed();
            for (var office : List.of("coordination", "supervision")) {
                var orders = gt.exchange.orders(officer(office));
                assertTrue(isOf(orders, copy));
                assertFalse(isOf(orders, hidden) || isOf(gt.exchange.waitingOrders(officer(office)), hidden));
                var order =
                        orders.stream().filter(one -> one.item().equals(copy)).findFirst();
                var mailed = gt.exchange.tidings().orders(officer(office), NOW);
                assertTrue(mailed.contains(order.orElseThrow().order()));
                assertTrue(mailed.stream()
                        .noneMatch(act -> gt.acts.act(act).orElseThrow().after().contains(hidden)));
            }
        }
    }

    /** To every other party alike, so that the log does not tell who was given something, nor when somebody reads. */
    @Test
    void everyHourANodeSaysWhatBecameOfWhatItWasGiven() {
        var whole = send(report("EJERCICIO: acusado", one -> {}), GT);
        var copy = arrived(gt, "EJERCICIO: acusado");
        var before = gt.logs().state(GT).size();
        gt.exchange.acknowledge(NOW);
        assertEquals(before + 2, gt.logs().state(GT).size(), "one for each other party");
        sv.until("accepted", () -> stages(whole).equals(List.of(Received.Stage.ACCEPTED)));
        assertInstanceOf(Shown.Open.class, open(gt, "analysis", copy.act()));
        gt.exchange.acknowledge(NOW);
        sv.until("opened", () -> stages(whole).equals(List.of(Received.Stage.ACCEPTED, Received.Stage.OPENED)));
        open(gt, "analysis", copy.act());
        var size = gt.logs().state(GT).size();
        gt.exchange.acknowledge(NOW);
        assertEquals(size + 2, gt.logs().state(GT).size(), "as many when there is nothing");
        for (var index = size; index < size + 2; index++)
            assertEquals(
                    "{}", gt.acts.act(new ActId(GT, index)).orElseThrow().body().toString(), "said once");
        assertEquals(gt.fingerprints(), gt.replayed());
    }

    private static boolean isUnanswered(Item whole) {
        return sv.exchange.unanswered(officer("coordination")).stream()
                .anyMatch(one ->
                        one.whole().equals(whole.act()) && one.order().holder().equals(HN));
    }

    private static List<Received.Stage> stages(Item whole) {
        return sv.exchange.received(whole.act()).stream().map(Received::stage).toList();
    }

    @Test
    void whatIsRecalledIsDestroyedWithItsSaltAndAnsweredFor() {
        var whole = send(report("EJERCICIO: retirado", one -> {}), GT);
        var copy = arrived(gt, "EJERCICIO: retirado");
        var kept = send(report("EJERCICIO: queda", one -> {}), GT);
        arrived(gt, "EJERCICIO: queda");
        sv.exchange.recall(officer("coordination"), whole.act(), Set.of(GT), WRONG);
        sv.until(
                "GT has answered",
                () -> sv.exchange.recalls(whole.act()).stream().allMatch(one -> one.answer() != null));
        assertEquals(new Shown.NotThere(), open(gt, "analysis", copy.act()));
        assertFalse(found(gt, "EJERCICIO: retirado"));
        assertTrue(found(gt, "EJERCICIO: queda"));
        assertFalse(gt.holds("EJERCICIO: retirado"));
        var entry = gt.logs().entry(SV, copy.act().index()).orElseThrow();
        assertEquals(StoredEntry.State.DESTROYED, entry.state());
        assertNull(entry.salt());
        assertEquals(List.of(), sv.exchange.recalls(kept.act()));
        assertEquals(
                GT,
                Objects.requireNonNull(
                                sv.exchange.recalls(whole.act()).getFirst().answer())
                        .act()
                        .party());
        assertTrue(gt.exchange.orders(officer("supervision")).stream()
                .anyMatch(one -> one.item().equals(copy.act())));
        assertEquals(List.of(), gt.exchange.orders(officer("analysis")), "what it was about cannot be asked any more");
        assertTrue(gt.logs().audit(SV).flaw().isEmpty(), "the log proves as much as before");
        assertEquals(gt.fingerprints(), gt.replayed(), "what is gone is gone after a replay too");
        sv.until(
                "GT has cosigned it all",
                () -> sv.logs().delivered(GT, sv.logs().state(SV).size() - 1).isPresent());
    }

    /** And whoever looks meanwhile does not find it either. */
    @Test
    void aNodeThatWasAwayIsNeverShownWhatWasTakenBackMeanwhile() {
        var whole = send(report("EJERCICIO: ausente", one -> {}), HN);
        var copy = sv.exchange.copies(whole.act()).getFirst().act();
        sv.exchange.recall(officer("analysis"), whole.act(), Set.of(HN), WRONG);
        assertTrue(isUnanswered(whole), "who has not answered is listed");
        assertEquals(List.of(), sv.exchange.unanswered(officer("supervision")));
        assertFalse(sv.exchange.recalls(whole.act()).getFirst().isLate(LocalDate.parse("2026-11-27")));
        assertTrue(sv.exchange.recalls(whole.act()).getFirst().isLate(LocalDate.parse("2026-11-28")));
        try (var hn = new PartyNode(parties, HN).follow()) {
            hn.until("HN has answered", () -> {
                assertEquals(new Shown.NotThere(), open(hn, "analysis", copy));
                return hn.exchange.orders(officer("coordination")).stream().anyMatch(one -> one.answer() != null);
            });
            assertEquals(List.of(), hn.exchange.tidings().orders(officer("coordination"), NOW), "it never was here");
            assertFalse(hn.holds("EJERCICIO: ausente"));
            assertEquals(
                    StoredEntry.State.TAKEN_BACK,
                    hn.logs().entry(SV, copy.index()).orElseThrow().state());
            sv.until(
                    "SV has the answer",
                    () -> sv.exchange.recalls(whole.act()).getFirst().answer() != null);
            var answer = Objects.requireNonNull(
                    sv.exchange.recalls(whole.act()).getFirst().answer());
            assertFalse(answer.held(), "nobody says it destroyed what it never had");
            assertFalse(isUnanswered(whole));
            sv.until(
                    "HN has cosigned it all",
                    () -> sv.logs().delivered(HN, copy.index()).isPresent());
            assertTrue(hn.logs().audit(SV).flaw().isEmpty());
            assertEquals(hn.fingerprints(), hn.replayed());
        }
        assertTrue(sv.holds("EJERCICIO: ausente"), "who gave it keeps its own");
        assertEquals(sv.fingerprints(), sv.replayed());
        var handed = sv.logs().openingsFor(HN, copy.index(), copy.index() + 1, 1 << 20);
        assertNull(handed.getFirst().entry().act());
        assertTrue(handed.getFirst().takenBack().isPresent());
    }

    @Test
    void nothingIsOrderedGivenUpTwiceNorOfOthers() {
        var whole = send(report("EJERCICIO: dos veces", one -> {}), GT);
        var copy = arrived(gt, "EJERCICIO: dos veces");
        assertEquals(
                new Said.Declined<>(Rule.NO_SUCH_REPORT),
                gt.exchange.recall(officer("coordination"), copy.act(), Set.of(GT), WRONG));
        assertEquals(
                new Said.Declined<>(Rule.DEADLINE_PAST),
                sv.exchange.recall(
                        officer("analysis"),
                        whole.act(),
                        Set.of(GT),
                        new Recalled.Why(Recalled.Ground.OTHER, LocalDate.parse("2026-11-25"))));
        assertInstanceOf(
                Said.Written.class, sv.exchange.recall(officer("analysis"), whole.act(), Set.of(GT, HN), WRONG));
        assertEquals(
                new Said.Declined<>(Rule.NOTHING_TO_RECALL),
                sv.exchange.recall(officer("analysis"), whole.act(), Set.of(GT), WRONG));
        sv.until(
                "GT has answered",
                () -> sv.exchange.recalls(whole.act()).getFirst().answer() != null);
    }

    @Test
    void whatTheOfficerWasShownIsWhatIsSent() {
        var report = report("EJERCICIO: visto", one -> {});
        var other = sv.exchange.preview(report("EJERCICIO: otro", one -> {}), List.of(GT), NOW);
        assertEquals(
                new Said.Declined<>(Rule.RELEASE_MOVED), sv.exchange.send(officer("analysis"), report, other, NOW));
        var hidden = report("EJERCICIO: propio", one -> one.seeksProtection("SV"));
        assertEquals(
                new Said.Declined<>(Rule.OWN_COUNTRY),
                sv.exchange.send(officer("analysis"), hidden, sv.exchange.preview(hidden, List.of(GT), NOW), NOW));
    }

    private static Said<Rule> sendOn(String office, Report report) {
        return gt.exchange.send(officer(office), report, gt.exchange.preview(report, List.of(HN), NOW), NOW);
    }

    /** AS-1: its provider alone knows whom it must never reach. Who does not find it is told no more than of a report of their own party's. */
    @Test
    void whatAnotherPartyGaveIsNotSentOnAsThisPartysOwn() {
        send(report("EJERCICIO: de otra", one -> {}), GT);
        var copy = arrived(gt, "EJERCICIO: de otra").report();
        assertEquals(new Said.Declined<>(Rule.GIVEN_BY_ANOTHER), sendOn("analysis", copy));
        var other = report("EJERCICIO: de otra área", one -> {
            one.ref = copy.ref();
            one.purposes = Set.of(new Purpose("A3"));
        });
        assertEquals(new Said.Declined<>(Rule.SENT_ALREADY), sendOn("analysis-a3", other));
        var hidden = report("EJERCICIO: escondido", one -> one.never.add(new Country("GT")));
        sv.acts.sayOfItselfDurably(new Betraying(hidden, GT));
        gt.until("it has come", () -> gt.count("exchange.item where ref = '" + hidden.ref() + "'") == 1);
        var same = report("EJERCICIO: igual", one -> one.ref = hidden.ref());
        assertInstanceOf(Said.Written.class, sendOn("analysis", same), "what the core hides is not there");
    }

    @Test
    void aMailboxIsReadPartByPartAndWhatIsNotFoundLeavesNoGap() {
        for (var title : List.of("EJERCICIO: uno", "EJERCICIO: dos", "EJERCICIO: tres")) {
            send(report(title, one -> {}), GT);
            send(report(title + ", de otra área", one -> one.purposes = Set.of(new Purpose("A3"))), GT);
        }
        arrived(gt, "EJERCICIO: tres");
        var reader = officer("analysis-a2");
        var all = gt.exchange.mailbox(reader, Mailbox.Way.RECEIVED, Mailbox.Place.newest(NOW), 50, NOW);
        assertNull(all.older());
        var parts = new ArrayList<Item>();
        var next = Mailbox.Place.newest(NOW);
        while (next != null) {
            var part = gt.exchange.mailbox(
                    reader,
                    Mailbox.Way.RECEIVED,
                    Mailbox.Place.read(next.toString()).orElse(next),
                    2,
                    NOW);
            assertTrue(part.items().size() == 2 || part.older() == null, "a part is full, or the last");
            parts.addAll(part.items());
            next = part.older();
        }
        assertEquals(all.items(), parts);
        assertTrue(all.items().stream().noneMatch(item -> isCalled(item, "EJERCICIO: uno, de otra área")));
        var beyond = Mailbox.Place.read("1.ZZ/999").orElseThrow();
        assertEquals(
                new Mailbox(List.of(), null),
                gt.exchange.mailbox(reader, Mailbox.Way.RECEIVED, beyond, 2, NOW),
                "where a list goes on says nothing of what there is");
    }

    /** A button pressed twice, an answer that was lost: the report is one, and so is what takes it back. */
    @Test
    void aReportIsSentOnce() {
        var report = report("EJERCICIO: una vez", one -> {});
        var seen = sv.exchange.preview(report, List.of(GT), NOW);
        var first = sv.exchange.send(officer("analysis"), report, seen, NOW);
        assertInstanceOf(Said.Written.class, first);
        assertEquals(new Said.Declined<>(Rule.SENT_ALREADY), sv.exchange.send(officer("analysis"), report, seen, NOW));
    }

    /** CE-4: content, salt and row go by the same path as what is recalled, and whoever gave it sees who has destroyed it. */
    @Test
    void whatIsNotRenewedByItsDayIsDestroyedWhereItWasGivenAndWhatIsRenewedStays() {
        var ends = send(report("EJERCICIO: vence", one -> one.review = Reports.TODAY), GT, HN);
        var valid = send(report("EJERCICIO: vigencia", one -> one.valid = Reports.TODAY), GT);
        var stays = send(report("EJERCICIO: renovado", one -> one.review = Reports.TODAY), GT);
        var copy = arrived(gt, "EJERCICIO: vence");
        var renewed = arrived(gt, "EJERCICIO: renovado");
        arrived(gt, "EJERCICIO: vigencia");
        var later = Reports.TODAY.plusDays(30);
        assertEquals(
                new Said.Declined<>(Rule.REVIEW_NOT_LATER),
                sv.exchange.renewals().renew(officer("analysis"), stays.act(), Reports.TODAY, NOW));
        assertEquals(
                new Said.Declined<>(Rule.NO_SUCH_REPORT),
                gt.exchange.renewals().renew(officer("analysis"), renewed.act(), later, NOW));
        assertInstanceOf(
                Said.Written.class, sv.exchange.renewals().renew(officer("analysis"), stays.act(), later, NOW));
        assertEquals(0, Ending.end(sv.acts, sv.rows(), NOW), "its day is the last on which it is read");
        var tomorrow = NOW.plus(Duration.ofDays(1));
        untilConfirmed(renewed.act());
        assertEquals(0, Ending.end(sv.acts, sv.rows(), tomorrow.plusSeconds(1)), "a clock that is ahead of all others");
        var size = sv.logs().state(SV).size();
        assertEquals(2, Ending.end(sv.acts, sv.rows(), tomorrow));
        assertEquals(size + 4, sv.logs().state(SV).size(), "of each report an entry for each other party");
        assertEquals(0, Ending.end(sv.acts, sv.rows(), tomorrow), "once");
        sv.until(
                "GT has answered",
                () -> Stream.of(ends, valid)
                        .allMatch(whole ->
                                sv.exchange.recalls(whole.act()).getFirst().answer() != null));
        var told = sv.exchange.recalls(ends.act());
        assertEquals(Recalled.Ground.EXPIRED, told.getFirst().why().ground());
        assertTrue(Objects.requireNonNull(told.getFirst().answer()).held());
        assertNull(told.getLast().answer(), "HN is away, and has not said that it destroyed it");
        assertFalse(gt.holds("EJERCICIO: vence"));
        assertNull(gt.logs().entry(SV, copy.act().index()).orElseThrow().salt());
        var opened = assertInstanceOf(
                Shown.Open.class, gt.exchange.open(officer("analysis-a2"), renewed.act(), null, "", tomorrow));
        assertEquals(later, opened.item().report().terms().span().reviewOn(), "both sides judge by the new day");
        assertEquals(List.of(), sv.exchange.recalls(stays.act()));
        assertEquals(gt.fingerprints(), gt.replayed());
        assertEquals(sv.fingerprints(), sv.replayed());
    }

    private static void untilConfirmed(ActId act) {
        sv.until(
                "GT has confirmed it",
                () -> sv.logs().delivered(GT, act.index()).isPresent());
    }

    /** There is no way back from an order: what holds when it is said decides. */
    @Test
    void whatIsRenewedWhileItIsLookedForIsNotOrderedGivenUp() {
        var whole = send(report("EJERCICIO: a tiempo", one -> one.review = Reports.TODAY), GT);
        var copies = sv.exchange.copies(whole.act());
        var later = Reports.TODAY.plusDays(30);
        assertInstanceOf(
                Said.Written.class, sv.exchange.renewals().renew(officer("analysis"), whole.act(), later, NOW));
        var others = Cover.others(sv.acts);
        assertEquals(
                new Said.Declined<>(Rule.NOTHING_TO_RECALL),
                sv.acts.sayOfItselfDurably(new Ending.End(copies, Reports.TODAY.plusDays(1), others)));
        assertInstanceOf(
                Said.Written.class, sv.acts.sayOfItselfDurably(new Ending.End(copies, later.plusDays(1), others)));
        assertEquals(
                new Said.Declined<>(Rule.NOTHING_TO_RECALL),
                sv.acts.sayOfItselfDurably(new Ending.End(copies, later.plusDays(1), others)),
                "nor what was ordered already");
    }

    /** Of another's act nothing is looked up, whether there is one or not. */
    @Test
    void whatWasOrderedOfAReportIsToldToCoordinationAndToWhoFindsIt() {
        var whole = send(report("EJERCICIO: seguido", one -> {}), GT).act();
        for (var office : List.of("coordination", "analysis", "liaison-a2"))
            assertTrue(sv.exchange.follows(officer(office), whole, NOW), office);
        for (var office : List.of("representative-a1", "analysis-a3"))
            assertFalse(sv.exchange.follows(officer(office), whole, NOW), office);
        var copy = arrived(gt, "EJERCICIO: seguido").act();
        assertEquals(List.of(), gt.exchange.copies(copy));
        assertEquals(new Shown.NotThere(), inTime("coordination", new ActId(SV, 999_998)));
    }

    /** It waits for a place before it looks at anything, whoever finds nothing in the end. */
    @Test
    void whoReadsAMailboxTakesAPlaceInTheReadingRoomFirst() {
        var full = new ReadingRoom(0, 1, Duration.ZERO);
        for (var office : List.of("analysis", "supervision"))
            try (var _ = full.visit(office)) {
                assertThrows(Busy.class, () -> gt.received(office), office);
            }
    }

    /** Whoever sends what the rules here refuse has this node keep no file of it. */
    @Test
    void filesAreHereOnlyWhileTheRulesLetThisNodeHaveTheReport() {
        send(report("EJERCICIO: con archivo", one -> one.files = List.of(Reports.file("sello.txt"))), GT);
        var copy = arrived(gt, "EJERCICIO: con archivo").act();
        assertTrue(gt.exchange.mayHaveFiles(copy, NOW));
        var after = NOW.plus(Duration.ofDays(400));
        assertFalse(gt.exchange.mayHaveFiles(copy, after), "its day of review has passed");
        assertFalse(gt.exchange.mayKeepFiles(copy, after), "nor may what came before stay");
        var before = gt.inForce;
        gt.inForce = new InForce(Optional.empty(), before.purposes(), before.holds(), true);
        try {
            assertFalse(gt.exchange.mayHaveFiles(copy, NOW), "no rules are in force");
            assertTrue(gt.exchange.mayKeepFiles(copy, NOW), "they may be there and not be read");
        } finally {
            gt.inForce = before;
        }
        assertTrue(gt.exchange.mayHaveFiles(copy, NOW));
        assertTrue(gt.exchange.mayKeepFiles(copy, NOW));
        assertTrue(gt.exchange.mayHaveFiles(new ActId(SV, 999_999), NOW), "what is nothing exchanged");
    }

    /** AS-4: whoever sends it all the same. */
    @Test
    void filesOfWhatProtectsSomebodyAreNotHere() {
        var report = report("EJERCICIO: protege y lleva archivo", one -> {
            one.never.add(new Country("HN"));
            one.files = List.of(Reports.file("sello.txt"));
        });
        var kept = assertInstanceOf(
                Release.Goes.class,
                sv.exchange.preview(report, List.of(GT), NOW).getFirst());
        assertEquals(List.of(), kept.copy().files());
        var whole = new Release.Goes(GT, report, kept.decision());
        var others = new TreeSet<>(List.of(GT, HN));
        var said = sv.acts.sayDurably(
                new Send(officer("analysis").office(), report, List.of(whole), others, _ -> true), officer("analysis"));
        assertInstanceOf(Said.Written.class, said);
        var copy = sv.exchange
                .copies(((Act) ((Said.Written<?>) said).acts().getFirst()).id())
                .getFirst()
                .act();
        gt.until("it has come", () -> gt.rows().item(copy).isPresent());
        assertFalse(gt.exchange.mayHaveFiles(copy, NOW));
        assertFalse(gt.exchange.mayKeepFiles(copy, NOW));
    }

    /** What was sent can be taken back whoever may still read it. */
    @Test
    void whatNobodyOpensAnyMoreCanStillBeTakenBack() {
        var whole = send(report("EJERCICIO: vencido", one -> one.review = Reports.TODAY), GT);
        var copy = sv.exchange.copies(whole.act()).getFirst().act().index();
        gt.until(
                "it has come",
                () -> gt.logs()
                        .entry(SV, copy)
                        .filter(entry -> entry.state() == StoredEntry.State.OPEN)
                        .isPresent());
        var later = NOW.plus(Duration.ofDays(2));
        assertEquals(new Shown.NotThere(), sv.exchange.open(officer("analysis"), whole.act(), null, "", later));
        var closed = assertInstanceOf(
                Shown.OwnClosed.class, sv.exchange.open(officer("coordination"), whole.act(), null, "", later));
        assertEquals(1, closed.copies().size());
        assertInstanceOf(
                Said.Written.class, sv.exchange.recall(officer("coordination"), whole.act(), Set.of(GT), WRONG));
        sv.until(
                "GT has answered",
                () -> sv.exchange.recalls(whole.act()).getFirst().answer() != null);
        assertTrue(Objects.requireNonNull(
                        sv.exchange.recalls(whole.act()).getFirst().answer())
                .held());
    }
}
