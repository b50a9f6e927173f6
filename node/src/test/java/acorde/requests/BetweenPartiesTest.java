package acorde.requests;

import static acorde.exchange.PartyNode.officer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Busy;
import acorde.acts.ReadingRoom;
import acorde.acts.Said;
import acorde.exchange.Exchange;
import acorde.exchange.Mailbox;
import acorde.exchange.PartyNode;
import acorde.exchange.Recalled;
import acorde.exchange.Ref;
import acorde.exchange.Report;
import acorde.exchange.Reports;
import acorde.exchange.Turn;
import acorde.exchange.Urgency;
import acorde.policy.Field;
import acorde.policy.Nothing;
import acorde.policy.Purpose;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** El Salvador asks Guatemala, over TLS and on their databases. */
@Tag("database")
class BetweenPartiesTest {
    private static final PartyCode SV = new PartyCode("SV");
    private static final PartyCode GT = new PartyCode("GT");
    private static final Instant NOW = PartyNode.CLOCK.instant();
    private static final Word ACKNOWLEDGED = new Word.Acknowledged();

    private static PartyNode sv;
    private static PartyNode gt;

    @BeforeAll
    static void start(@TempDir Path folder) {
        var parties = new Parties(folder, party -> "https://127.0.0.1:" + freePort(), "GT", "HN", "SV");
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

    private static Report item(String title, Turn turn) {
        return Reports.report(report -> {
            report.ref = Ref.fresh();
            report.exercise = false; // what the charter of these nodes says
            report.parts.put(Field.TITLE, title);
            report.turn = turn;
        });
    }

    /** @return the acts by which it was sent: the whole, then an entry for each other party */
    private static List<Act> send(PartyNode node, Report report, PartyCode to) {
        var seen = node.exchange.preview(report, List.of(to), NOW);
        var said = node.exchange.send(officer("analysis"), report, seen, NOW);
        if (said instanceof Said.Written<acorde.exchange.Rule>(var acts)) return acts;
        throw new AssertionError(said.toString());
    }

    /** @return the copy of Guatemala, which has come */
    private static ActId asks(String title, Urgency urgency) {
        var whole = send(sv, item(title, new Turn.Asks(urgency, null)), GT)
                .getFirst()
                .id();
        var copy = sv.exchange.copies(whole).getFirst().act();
        gt.until(title + " has come", () -> !found(gt, copy).isEmpty());
        return copy;
    }

    private static List<Requests.Listed> found(PartyNode node, ActId request) {
        return node.requests.find(officer("analysis"), List.of(request), NOW);
    }

    private static Standing stands(PartyNode node, ActId request, Instant now) {
        return node.requests
                .find(officer("analysis"), List.of(request), now)
                .getFirst()
                .standing();
    }

    private static boolean isOpen(PartyNode node, Mailbox.Way way, ActId request) {
        return isOpen(node, "analysis", way, request);
    }

    private static boolean isOpen(PartyNode node, String office, Mailbox.Way way, ActId request) { // whose list
        return node.requests.open(officer(office), way, NOW).stream()
                .anyMatch(one -> one.item().act().equals(request));
    }

    private static Said<Rule> says(ActId request, Word word) {
        return gt.requests.say(officer("analysis"), request, word, NOW);
    }

    private static void bothSee(ActId request, Standing standing) {
        assertEquals(standing, stands(gt, request, NOW));
        sv.until("El Salvador sees " + standing, () -> stands(sv, request, NOW).equals(standing));
    }

    @Test
    void bothSidesSeeTheSameClockFromReceiptToTheAnswer() {
        var request = asks("EJERCICIO: pregunta", Urgency.DIRECT);
        assertTrue(isOpen(gt, Mailbox.Way.RECEIVED, request));
        assertTrue(isOpen(sv, Mailbox.Way.SENT, request));
        assertEquals(new Standing.Underway(), stands(gt, request, NOW));
        gt.acknowledge();
        var first = new Due(NOW, NOW.plus(Duration.ofHours(8)));
        bothSee(request, new Standing.Open(first, Due.Light.IN_TIME));
        assertEquals(new Standing.Open(first, Due.Light.LATE), stands(sv, request, NOW.plus(Duration.ofHours(9))));
        assertInstanceOf(Said.Written.class, says(request, ACKNOWLEDGED));
        assertInstanceOf(Said.Written.class, says(request, new Word.Extended(Word.Reason.ANOTHER_BODY)));
        bothSee(request, new Standing.Open(new Due(NOW, NOW.plus(Duration.ofHours(16))), Due.Light.IN_TIME));
        assertEquals(new Said.Declined<>(Rule.WORD_SAID), says(request, ACKNOWLEDGED));
        var interim = send(gt, item("EJERCICIO: en parte", new Turn.Answers(request, true)), SV);
        sv.until("the interim answer has come", () -> replies(request) == 1);
        assertTrue(isOpen(sv, Mailbox.Way.SENT, request), "more is to follow");
        send(gt, item("EJERCICIO: respuesta", new Turn.Answers(request, false)), SV);
        bothSee(request, new Standing.Answered(NOW, false));
        assertTrue(!isOpen(gt, Mailbox.Way.RECEIVED, request) && !isOpen(sv, Mailbox.Way.SENT, request));
        assertEquals(new Said.Declined<>(Rule.REQUEST_SETTLED), says(request, ACKNOWLEDGED));
        assertEquals(3, interim.size(), "the whole, the copy, and an entry for who is told nothing");
        assertEquals(gt.fingerprints(), gt.replayed());
        assertEquals(sv.fingerprints(), sv.replayed());
    }

    private static int replies(ActId request) {
        return found(sv, request).getFirst().request().replies().size();
    }

    @Test
    void aRefusalIsSaidToWhoAskedWithAnEntryForEachOther() {
        var request = asks("EJERCICIO: negada", Urgency.ORDINARY);
        var before = gt.logs().state(GT).size();
        assertInstanceOf(Said.Written.class, says(request, new Word.Refused(Word.Ground.NOTHING_TO_GIVE)));
        assertEquals(before + 2, gt.logs().state(GT).size());
        bothSee(request, new Standing.Refused(Word.Ground.NOTHING_TO_GIVE, NOW, false));
        assertTrue(!isOpen(sv, Mailbox.Way.SENT, request) && !isOpen(gt, Mailbox.Way.RECEIVED, request));
    }

    /** AS-1: and in the time within which it is decided whether there is one. */
    @Test
    void whoMayNotFindARequestIsAnsweredAsIfThereWereNone() {
        var request = asks("EJERCICIO: de otra área", Urgency.URGENT);
        for (var office : List.of("analysis-a3", "supervision", "liaison-corinto"))
            for (var act : List.of(request, new ActId(SV, 999))) {
                var began = System.nanoTime();
                assertEquals(
                        new Said.Declined<>(Rule.NO_SUCH_REQUEST),
                        gt.requests.say(officer(office), act, ACKNOWLEDGED, NOW),
                        office);
                assertTrue(System.nanoTime() - began >= Nothing.AFTER.toNanos(), office);
                assertEquals(List.of(), gt.requests.open(officer(office), Mailbox.Way.RECEIVED, NOW));
            }
        assertEquals(
                new Said.Declined<>(Rule.NO_SUCH_REQUEST),
                sv.requests.say(officer("analysis"), request, ACKNOWLEDGED, NOW),
                "nobody speaks for who was asked");
    }

    @Test
    void anAnswerGoesToWhoAskedAndToNobodyElse() {
        var request = asks("EJERCICIO: para una", Urgency.URGENT);
        var answer = item("EJERCICIO: respuesta a otra", new Turn.Answers(request, false));
        var seen = gt.exchange.preview(answer, List.of(SV, new PartyCode("HN")), NOW);
        assertEquals(
                new Said.Declined<>(acorde.exchange.Rule.NOT_TO_ASKER),
                gt.exchange.send(officer("analysis"), answer, seen, NOW));
    }

    @Test
    void anAnswerThatIsTakenBackIsNone() {
        var request = asks("EJERCICIO: mal respondida", Urgency.URGENT);
        gt.acknowledge();
        var answer = send(gt, item("EJERCICIO: errada", new Turn.Answers(request, false)), SV);
        bothSee(request, new Standing.Answered(NOW, false));
        recall(gt.exchange, answer.getFirst().id(), SV);
        var due = new Due(NOW, NOW.plus(Duration.ofDays(3)));
        bothSee(request, new Standing.Open(due, Due.Light.IN_TIME));
        assertTrue(isOpen(gt, Mailbox.Way.RECEIVED, request));
    }

    private static void recall(Exchange exchange, ActId whole, PartyCode from) {
        var why = new Recalled.Why(Recalled.Ground.WRONG_CONTENT, LocalDate.parse("2026-11-27"));
        assertInstanceOf(Said.Written.class, exchange.recall(officer("coordination"), whole, Set.of(from), why));
    }

    /** AS-1: who may not read an answer is owed one, and cannot tell that there is any. */
    @Test
    void anAnswerThatAnOfficeMayNotReadIsNoneForIt() {
        var request = asks("EJERCICIO: respondida a otros", Urgency.URGENT);
        gt.acknowledge();
        var answer = Reports.report(report -> {
            report.ref = Ref.fresh();
            report.exercise = false;
            report.purposes = Set.of(new Purpose("A3"));
            report.turn = new Turn.Answers(request, false);
        });
        send(gt, answer, SV);
        bothSee(request, new Standing.Answered(NOW, false));
        assertTrue(!isOpen(sv, Mailbox.Way.SENT, request) && !isOpen(gt, Mailbox.Way.RECEIVED, request));
        assertTrue(isOpen(sv, "analysis-a2", Mailbox.Way.SENT, request));
        assertTrue(isOpen(gt, "analysis-a2", Mailbox.Way.RECEIVED, request));
        var due = new Due(NOW, NOW.plus(Duration.ofDays(3)));
        var found =
                sv.requests.find(officer("analysis-a2"), List.of(request), NOW).getFirst();
        assertEquals(new Standing.Open(due, Due.Light.IN_TIME), found.standing());
        assertEquals(List.of(), found.request().replies());
    }

    /** Whoever never says so; only who asked holds the proof. */
    @Test
    void theReceiptOfWhoWasAskedStartsTheClockThatItDoesNotStartItself() {
        var request = asks("EJERCICIO: callada", Urgency.DIRECT);
        sv.until(
                "Guatemala has cosigned it",
                () -> sv.logs().delivered(GT, request.index()).isPresent());
        var from = NOW.plus(Due.TO_SAY_SO);
        assertEquals(new Standing.Underway(), stands(sv, request, NOW));
        var due = new Due(from, from.plus(Duration.ofHours(8)));
        assertEquals(new Standing.Open(due, Due.Light.LATE), stands(sv, request, NOW.plus(Duration.ofHours(10))));
        assertEquals(new Standing.Underway(), stands(gt, request, NOW.plus(Duration.ofHours(10))));
        gt.acknowledge();
    }

    @Test
    void aRequestThatIsTakenBackIsNoLongerDue() {
        var sent = send(sv, item("EJERCICIO: retirada", new Turn.Asks(Urgency.DIRECT, null)), GT);
        var whole = sent.getFirst().id();
        var request = sv.exchange.copies(whole).getFirst().act();
        gt.until("it has come", () -> isOpen(gt, Mailbox.Way.RECEIVED, request));
        recall(sv.exchange, whole, GT);
        gt.until("it is gone", () -> found(gt, request).isEmpty());
        assertEquals(new Said.Declined<>(Rule.NO_SUCH_REQUEST), says(request, ACKNOWLEDGED));
        assertEquals(new Standing.TakenBack(NOW), stands(sv, request, NOW.plus(Duration.ofDays(9))));
        assertTrue(!isOpen(sv, Mailbox.Way.SENT, request));
    }

    /** AS-1: newer ones that nobody may find yet, as many as are counted. */
    @Test
    void whatIsHiddenTakesNothingFromWhatIsCounted() {
        var request = asks("EJERCICIO: contada", Urgency.URGENT);
        var before = gt.requests.tallies(officer("analysis"), NOW);
        assertTrue(before.getFirst().asked() > 0);
        gt.execute(
                "insert into exchange.item select 'SV/9' || n, provider, ref, holder, said + n, outline, turn, request"
                        + " from exchange.item, generate_series(20000, 21100) n where act = '" + request + "'");
        try {
            assertEquals(before, gt.requests.tallies(officer("analysis"), NOW));
        } finally {
            gt.execute("delete from exchange.item where act like 'SV/92____'");
        }
    }

    /** It waits for a place before it looks at anything, whoever finds nothing in the end. */
    @Test
    void whoListsWhatIsOpenTakesAPlaceInTheReadingRoomFirst() {
        var full = new ReadingRoom(0, 1, Duration.ZERO);
        for (var office : List.of("analysis", "supervision"))
            try (var _ = full.visit(office)) {
                assertThrows(Busy.class, () -> gt.requests.open(officer(office), Mailbox.Way.RECEIVED, NOW), office);
            }
    }

    /** However much the acts weigh that ask. */
    @Test
    void noActIsReadToListWhatIsOpen() {
        var request = asks("EJERCICIO: pesada", Urgency.URGENT);
        var there = " act is not null and idx = " + request.index();
        gt.execute("create table away as select * from trust.entry where" + there);
        gt.execute("update trust.entry set act = 'x' where" + there);
        var back = "update trust.entry e set act = a.act from away a where a.place = e.place and a.idx = e.idx";
        try {
            assertTrue(isOpen(gt, Mailbox.Way.RECEIVED, request));
            var listed = gt.requests.open(officer("analysis"), Mailbox.Way.RECEIVED, NOW).stream()
                    .filter(one -> one.item().act().equals(request))
                    .toList();
            assertEquals(Map.of(), gt.requests.read(officer("analysis"), listed, NOW));
            gt.execute(back);
            var read = gt.requests.read(officer("analysis"), listed, NOW).get(request);
            assertEquals(found(gt, request).getFirst().item(), read);
        } finally {
            gt.execute(back);
            gt.execute("drop table away");
        }
    }

    /** Nor is more than its row: that there are many costs little. */
    @Test
    void ofWhatIsSettledNotEvenTheOutlineIsReadToListWhatIsOpen() {
        var settled = asks("EJERCICIO: negada hace tiempo", Urgency.ORDINARY);
        var request = asks("EJERCICIO: abierta", Urgency.URGENT);
        assertInstanceOf(Said.Written.class, says(settled, new Word.Refused(Word.Ground.NOTHING_TO_GIVE)));
        gt.execute("create table kept as select act, outline from exchange.item where act = '" + settled + "'");
        gt.execute(outline("'{}'"));
        try {
            assertTrue(isOpen(gt, Mailbox.Way.RECEIVED, request));
            assertTrue(!isOpen(gt, Mailbox.Way.RECEIVED, settled));
        } finally {
            gt.execute(outline("k.outline"));
            gt.execute("drop table kept");
        }
    }

    /** Nothing else at this node notices. */
    private static String outline(String text) {
        return "do $$ begin set local session_replication_role = replica; update exchange.item i set outline = " + text
                + " from kept k where k.act = i.act; end $$";
    }

    @Test
    void whatIsHiddenOrManyKeepsNothingOfAnotherPartyOutOfTheList() {
        var request = asks("EJERCICIO: la última", Urgency.URGENT);
        gt.execute(
                "insert into exchange.item select 'HN/9' || n, 'HN', ref, holder, said - 1000000 + n, outline, turn, request"
                        + " from exchange.item, generate_series(10000, 15600) n where act = '" + request + "'");
        try {
            assertTrue(isOpen(gt, Mailbox.Way.RECEIVED, request));
        } finally {
            gt.execute("delete from exchange.item where act like 'HN/91____'");
        }
    }
}
