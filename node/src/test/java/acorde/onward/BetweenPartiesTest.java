package acorde.onward;

import static acorde.exchange.PartyNode.officer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Said;
import acorde.exchange.GivingOn;
import acorde.exchange.Item;
import acorde.exchange.PartyNode;
import acorde.exchange.Recalled;
import acorde.exchange.Ref;
import acorde.exchange.Release;
import acorde.exchange.Report;
import acorde.exchange.Reports;
import acorde.exchange.Shown;
import acorde.policy.Country;
import acorde.policy.Field;
import acorde.policy.Purpose;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** El Salvador gave Guatemala a report, and Guatemala would have the United States know it: three nodes, over TLS and on their databases. */
// longer than a file should be: one story on three nodes, which would take as long again to start for a second
@Tag("database")
class BetweenPartiesTest {
    private static final PartyCode SV = new PartyCode("SV");
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode US = new PartyCode("US");
    private static final Purpose A2 = new Purpose("A2");
    private static final Instant NOW = PartyNode.CLOCK.instant();

    private static PartyNode sv;
    private static PartyNode gt;
    private static PartyNode us;

    @BeforeAll
    static void start(@TempDir Path folder) {
        var parties = new Parties(folder, party -> "https://127.0.0.1:" + freePort(), "GT", "SV", "US");
        sv = new PartyNode(parties, SV).follow();
        gt = new PartyNode(parties, GT).follow();
        us = new PartyNode(parties, US).follow();
    }

    @AfterAll
    static void stop() {
        us.close();
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

    private static Report report(String title, Consumer<Reports> change) {
        return Reports.report(report -> {
            report.ref = Ref.fresh();
            report.exercise = false; // what the charter of these nodes says
            report.purposes = Set.of(new Purpose("A1"), A2);
            report.parts.put(Field.TITLE, title);
            change.accept(report);
        });
    }

    /** @return the whole, as El Salvador keeps it */
    private static ActId give(Report report) {
        return give(report, List.of(GT));
    }

    private static ActId give(Report report, List<PartyCode> to) {
        var seen = sv.exchange.preview(report, to, NOW);
        if (sv.exchange.send(officer("analysis"), report, seen, NOW) instanceof Said.Written<?>(var acts))
            return ((Act) acts.getFirst()).id();
        throw new AssertionError("it was not sent");
    }

    private static Shown.Open open(PartyNode node, ActId act) {
        node.until(
                act + " opens",
                () -> node.exchange.open(officer("analysis-a2"), act, A2, "", NOW) instanceof Shown.Open);
        return assertInstanceOf(Shown.Open.class, node.exchange.open(officer("analysis-a2"), act, A2, "", NOW));
    }

    private static Item whole(ActId whole) {
        return open(sv, whole).item();
    }

    /** What Guatemala was given. */
    private static Shown.Open copy(ActId whole) {
        return open(gt, sv.exchange.copies(whole).getFirst().act());
    }

    private static ActId asks(Shown.Open copy) {
        var said = gt.onward.ask(officer("analysis-a2"), copy, US, Wish.Why.SAME_MATTER, NOW);
        assertInstanceOf(Said.Written.class, said);
        var wish = gt.onward.wishes(copy.item()).getFirst();
        sv.until("it is asked", () -> isOpen("analysis-a2", wish.act()));
        return wish.act();
    }

    private static boolean isOpen(String office, ActId ask) {
        return sv.onward.open(officer(office), NOW).stream()
                .anyMatch(one -> one.wish().act().equals(ask));
    }

    private static Release release(ActId ask) {
        var listed = sv.onward.find(officer("analysis-a2"), ask, NOW).orElseThrow();
        return sv.onward.release(listed, NOW).orElseThrow();
    }

    private static Said<Rule> grants(ActId ask) {
        return sv.onward.grant(officer("analysis-a2"), ask, release(ask), NOW);
    }

    /** Who was given it, as its provider's log says: what has not come may only be late. */
    private static List<PartyCode> given(ActId whole) {
        return sv.exchange.copies(whole).stream().map(Item.Copy::holder).toList();
    }

    private static Item arrived(String title) {
        us.until(title + " has come", () -> isThere(title));
        return us.received("analysis").stream()
                .filter(item -> isCalled(item, title))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isThere(String title) {
        return us.received("analysis").stream().anyMatch(item -> isCalled(item, title));
    }

    private static boolean isCalled(Item item, String title) {
        return item.report().texts().part(Field.TITLE).orElse("").equals(title);
    }

    @Test
    void withLeaveTheThirdPartyHasNoMoreThanWhoAskedAndForThatPurposeAlone() {
        var whole = give(report("EJERCICIO: con permiso", one -> one.parts.put(Field.SOURCE, "EJERCICIO. Puesto 14")));
        var held = copy(whole);
        assertInstanceOf(
                Course.ByLeave.class, gt.onward.courses(held.item(), NOW).get(US));
        var before = gt.logs().state(GT).size();
        var ask = asks(held);
        assertEquals(before + 2, gt.logs().state(GT).size(), "one entry for each other party");
        assertEquals(
                new Said.Declined<>(Rule.ASKED_ALREADY),
                gt.onward.ask(officer("analysis"), held, US, Wish.Why.DANGER, NOW));
        assertEquals(List.of(GT), given(whole), "silence is never leave");
        var size = sv.logs().state(SV).size();
        assertInstanceOf(Said.Written.class, grants(ask));
        assertEquals(size + 2, sv.logs().state(SV).size(), "as many entries as for anything else");
        var got = arrived("EJERCICIO: con permiso");
        assertEquals(SV, got.by());
        assertEquals(held.item().report().fields(), got.report().fields());
        assertEquals(Set.of(A2), got.report().terms().purposes());
        assertTrue(sv.holds("Puesto 14"));
        assertFalse(us.holds("Puesto 14"));
        us.until("the leave has come", () -> !us.onward.leaves(got).isEmpty());
        assertEquals(GT, us.onward.leaves(got).getFirst().by());
        gt.until(
                "it is answered", () -> gt.onward.wishes(held.item()).getFirst().answer() instanceof Wish.Granted);
        var branch = sv.onward.tree(whole(whole)).branches().getFirst();
        assertEquals(GT, branch.holder());
        assertEquals(US, branch.below().getFirst().holder());
        assertEquals(List.of(), gt.onward.leaves(held.item()));
        assertEquals(
                new Said.Declined<>(Rule.NO_SUCH_WISH),
                sv.onward.grant(officer("analysis"), ask, new Release.Stays(US, new TreeSet<>()), NOW));
        for (var node : List.of(sv, gt, us)) assertEquals(node.fingerprints(), node.replayed());
    }

    @Test
    void aRecallReachesWhoHasItByLeaveWhichAnswersToTheProviderAlone() {
        var whole = give(report("EJERCICIO: de segunda mano", one -> {}));
        var held = copy(whole);
        grants(asks(held));
        var got = arrived("EJERCICIO: de segunda mano");
        var why = new Recalled.Why(Recalled.Ground.WRONG_CONTENT, LocalDate.parse("2026-11-27"));
        sv.exchange.recall(officer("coordination"), whole, Set.of(US), why);
        sv.until("it is answered", () -> sv.exchange.recalls(whole).stream().allMatch(one -> one.answer() != null));
        assertEquals(
                List.of(US),
                sv.exchange.recalls(whole).stream().map(Recalled::holder).toList());
        assertFalse(us.holds("de segunda mano"));
        assertInstanceOf(Shown.NotThere.class, us.exchange.open(officer("analysis"), got.act(), null, "", NOW));
        assertEquals(held, copy(whole), "who asked keeps its own until that is recalled too");
        var order = sv.exchange.recalls(whole).getFirst().order();
        assertEquals(Set.of(US), sv.acts.act(order).orElseThrow().to(), "who asked is not told");
    }

    @Test
    void ofWhatWasTakenBackNothingIsGivenOn() {
        var whole = give(report("EJERCICIO: retirado antes", one -> {}));
        var ask = asks(copy(whole));
        var release = release(ask);
        var why = new Recalled.Why(Recalled.Ground.OTHER, LocalDate.parse("2026-11-27"));
        sv.exchange.recall(officer("coordination"), whole, Set.of(GT), why);
        assertFalse(isOpen("analysis-a2", ask));
        assertEquals(
                new Said.Declined<>(Rule.NO_SUCH_WISH), sv.onward.grant(officer("analysis-a2"), ask, release, NOW));
        assertEquals(List.of(GT), given(whole));
    }

    @Test
    void whatWouldBeGivenIsWhatTheOfficerLookedAt() {
        var whole = give(report("EJERCICIO: mirado", one -> {}));
        var ask = asks(copy(whole));
        assertEquals(
                new Said.Declined<>(Rule.LEAVE_MOVED),
                sv.onward.grant(
                        officer("analysis-a2"),
                        ask,
                        new Release.Stays(
                                US,
                                release(ask) instanceof Release.Goes(var _, var _, var why)
                                        ? why.reasons()
                                        : new TreeSet<>()),
                        NOW));
        assertEquals(List.of(GT), given(whole));
    }

    /** AS-1, AS-4: who asks sees the same course, and the same refusal, whether somebody is protected from that party or not. */
    @Test
    void thatSomebodyIsProtectedFromThePartyShowsNeitherInTheWishNorInItsRefusal() {
        var whole = give(report("EJERCICIO: protegida", one -> one.hideFrom(new Country("US"))));
        var held = copy(whole);
        var other = copy(give(report("EJERCICIO: sin nadie", one -> {})));
        assertEquals(gt.onward.courses(other.item(), NOW), gt.onward.courses(held.item(), NOW));
        var ask = asks(held);
        assertInstanceOf(Release.Stays.class, release(ask));
        assertEquals(new Said.Declined<>(Rule.RULES_REFUSE), grants(ask));
        var size = sv.logs().state(SV).size();
        assertInstanceOf(
                Said.Written.class, sv.onward.refuse(officer("analysis-a2"), ask, Wish.Ground.NOT_LAWFUL, NOW));
        assertEquals(size + 2, sv.logs().state(SV).size(), "as many entries as for anything else");
        gt.until("it is refused", () -> gt.onward.wishes(held.item()).getFirst().answer() instanceof Wish.Refused);
        assertEquals(Wish.Ground.NOT_LAWFUL, ground(sv.onward.wishes(sv.exchange.copies(whole))));
        assertNull(ground(gt.onward.wishes(held.item())), "who asked is told none");
        assertTrue(sv.holds("\"ground\":\"not-lawful\""), "it is noted");
        assertFalse(gt.holds("\"ground\":\"not-lawful\""));
        assertEquals(List.of(GT), given(whole));
        for (var node : List.of(sv, gt)) assertEquals(node.fingerprints(), node.replayed());
    }

    private static Wish.Ground ground(List<Wish> wishes) {
        return assertInstanceOf(Wish.Refused.class, wishes.getFirst().answer()).ground();
    }

    @Test
    void whatIsTakenBackBeforeItIsAnsweredIsAnsweredNoMoreAndMayBeAskedAgain() {
        var held = copy(give(report("EJERCICIO: desistida", one -> {})));
        var ask = asks(held);
        var release = release(ask);
        assertInstanceOf(Said.Written.class, gt.onward.withdraw(officer("analysis-a2"), held, ask));
        assertEquals(new Said.Declined<>(Rule.ANSWERED_ALREADY), gt.onward.withdraw(officer("analysis-a2"), held, ask));
        assertInstanceOf(
                Wish.Withdrawn.class, gt.onward.wishes(held.item()).getFirst().answer());
        sv.until("it has come", () -> !isOpen("analysis-a2", ask));
        assertEquals(
                new Said.Declined<>(Rule.NO_SUCH_WISH), sv.onward.grant(officer("analysis-a2"), ask, release, NOW));
        assertFalse(ask.equals(asks(held)), "another act asks it again");
    }

    /** No answer is no leave. */
    @Test
    void whatIsNotAnsweredInTimeIsLateOnBothSides() {
        var whole = give(report("EJERCICIO: tarde", one -> {}));
        var held = copy(whole);
        var ask = asks(held);
        var listed =
                sv.onward.find(officer("analysis-a2"), ask, NOW).orElseThrow().wish();
        for (var wish : List.of(listed, gt.onward.wishes(held.item()).getFirst())) {
            assertEquals(NOW.plus(Wish.TIME), wish.due());
            assertFalse(wish.isLate(NOW.plus(Wish.TIME)));
            assertTrue(wish.isLate(NOW.plus(Wish.TIME).plusSeconds(1)));
        }
        var after = NOW.plus(Wish.TIME).plusSeconds(1);
        assertFalse(isLate("analysis-a2", ask, NOW));
        assertTrue(isLate("analysis-a2", ask, after));
        for (var office : List.of("supervision", "administration", "analysis-a3"))
            assertFalse(isLate(office, ask, after), office);
        assertEquals(Set.of(whole), sv.exchange.tidings().mailed(officer("analysis-a2"), List.of(whole), NOW));
        var copy = held.item().act();
        assertEquals(Set.of(copy), gt.exchange.tidings().mailed(officer("analysis-a2"), List.of(copy), NOW));
        assertInstanceOf(Said.Written.class, gt.onward.withdraw(officer("analysis-a2"), held, ask));
        assertFalse(isLate("analysis-a2", ask, after), "it is taken back");
    }

    /** For who asked. */
    private static boolean isLate(String office, ActId ask, Instant now) {
        return gt.onward.late(officer(office), now).stream()
                .anyMatch(one -> one.wish().act().equals(ask));
    }

    /** Of two leaves at one instant one brings a copy: whether the party has one is asked where it is said. */
    @Test
    void twoLeavesAtOneInstantBringOneCopy() {
        var whole = give(report("EJERCICIO: a la vez", one -> {}));
        var held = copy(whole);
        var ask = asks(held);
        var listed = sv.onward.find(officer("analysis-a2"), ask, NOW).orElseThrow();
        var wanted = new GivingOn.Wanted(listed.held(), US, A2);
        var ready = sv.exchange
                .givingOn()
                .ready(officer("analysis-a2").office(), wanted, release(ask), NOW)
                .orElseThrow();
        assertInstanceOf(Said.Written.class, grants(ask));
        gt.until(
                "it is answered", () -> gt.onward.wishes(held.item()).getFirst().answer() instanceof Wish.Granted);
        var granted = new OnwardText.Granted(asks(held), ready.ref(), US, A2);
        var others = new TreeSet<>(List.of(GT, US));
        var second = new Answering.Grant(officer("analysis-a2").office(), SV, granted, ready, others);
        assertInstanceOf(Said.Written.class, sv.acts.sayDurably(second, officer("analysis-a2")));
        assertEquals(List.of(GT, US), given(whole));
    }

    /** What was decided of all who have it is not carried out once another has it too. */
    @Test
    void whoTakesBackIsToldThatAnotherWasGivenItMeanwhile() {
        var whole = give(report("EJERCICIO: mientras tanto", one -> {}));
        var ask = asks(copy(whole));
        var seen = sv.exchange.holders(whole);
        assertInstanceOf(Said.Written.class, grants(ask));
        var why = new Recalled.Why(Recalled.Ground.WRONG_CONTENT, LocalDate.parse("2026-11-27"));
        assertEquals(
                new Said.Declined<>(acorde.exchange.Rule.HOLDERS_MOVED),
                sv.exchange.recall(officer("coordination"), whole, new Recalled.From(seen, seen), why));
        assertEquals(List.of(), sv.exchange.recalls(whole));
        var now = sv.exchange.holders(whole);
        assertEquals(Set.of(GT, US), now);
        assertInstanceOf(
                Said.Written.class,
                sv.exchange.recall(officer("coordination"), whole, new Recalled.From(now, now), why));
        assertEquals(Set.of(), sv.exchange.holders(whole));
    }

    /** AS-1. */
    @Test
    void whoMayNotFindAReportIsToldOfNoWish() {
        var ask = asks(copy(give(report("EJERCICIO: callado", one -> {}))));
        for (var office : List.of("supervision", "administration", "analysis-a3")) {
            assertFalse(isOpen(office, ask), office);
            assertTrue(sv.onward.find(officer(office), ask, NOW).isEmpty(), office);
        }
    }

    /** The United States has no copy: what it asks leads to nothing. */
    @Test
    void whoHasNoCopyIsNotHeard() {
        var whole = give(report("EJERCICIO: ajeno", one -> {}));
        var copy = sv.exchange.copies(whole).getFirst().act();
        var others = new TreeSet<>(List.of(GT, SV));
        var asked = new Wish.Asked(copy, GT, A2, Wish.Why.DANGER);
        var said = us.acts.sayDurably(new Ask(officer("analysis").office(), US, asked, others), officer("analysis"));
        var size = us.logs().state(US).size();
        assertInstanceOf(Said.Written.class, said);
        sv.until("it has come", () -> sv.logs().state(US).size() >= size);
        assertTrue(sv.onward.open(officer("analysis"), NOW).stream()
                .noneMatch(one -> one.wish().by().equals(US)));
    }

    /** However many one party asks, or took back; and whatever acts weigh, they are read for a title alone. */
    @Test
    void theOpenWishesOfOnePartyPushNoneOfAnothersOutAndNoActIsReadToListThem() {
        var whole = give(report("EJERCICIO: muy pedido", one -> {}), List.of(GT, US));
        var ask = asks(open(gt, sv.exchange.copies(whole).getFirst().act()));
        var held = sv.exchange.copies(whole).getLast();
        assertEquals(US, held.holder());
        // From the oldest: what leads to nothing, what is about its copy, and what it took back.
        sv.execute(
                "insert into onward.ask select 'SV/9' || n, 'US', 'GT', 'US/91' || n, 'SV', 'analysis', 'A2', 'DANGER', 1"
                        + " from generate_series(1, 100) n");
        sv.execute(
                "insert into onward.ask select '" + held.act()
                        + "', 'US', 'Q' || chr(65 + n), 'US/92' || n, 'SV', 'analysis', 'A2', 'DANGER', 2 from generate_series(0, 25) n");
        sv.execute(
                "insert into onward.ask select 'SV/8' || n, 'US', 'GT', 'US/93' || n, 'SV', 'analysis', 'A2', 'DANGER', 3"
                        + " from generate_series(1, 1000) n");
        sv.execute("insert into onward.withdrawn select act, act, 3 from onward.ask where said = 3");
        sv.execute("create table away as select * from trust.entry where act is not null and idx = " + whole.index());
        sv.execute("update trust.entry set act = 'x' where act is not null and idx = " + whole.index());
        try {
            assertTrue(isOpen("analysis-a2", ask));
            var theirs = sv.onward.open(officer("analysis-a2"), NOW).stream()
                    .filter(one -> one.wish().by().equals(US))
                    .toList();
            assertEquals(Onward.EACH, theirs.size());
            var about = theirs.getFirst().held().whole();
            assertEquals(whole, about.act());
            assertEquals(Map.of(), sv.onward.read(officer("analysis-a2"), List.of(about), NOW));
            sv.execute("update trust.entry e set act = a.act from away a where a.place = e.place and a.idx = e.idx");
            var read = sv.onward.read(officer("analysis-a2"), List.of(about, about), NOW);
            assertEquals(whole(whole).report().texts(), read.get(whole).report().texts());
        } finally {
            sv.execute("update trust.entry e set act = a.act from away a where a.place = e.place and a.idx = e.idx");
            sv.execute("drop table away");
            sv.execute("delete from onward.ask where said < 4");
            sv.execute("delete from onward.withdrawn where said < 4");
        }
    }
}
