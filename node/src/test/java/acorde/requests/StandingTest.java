package acorde.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.exchange.Item;
import acorde.exchange.Outcome;
import acorde.exchange.Reports;
import acorde.exchange.Urgency;
import acorde.trust.PartyCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a request of Honduras to El Salvador stands, what its clock shows, and what may still be said of it. */
class StandingTest {
    private static final PartyCode SV = new PartyCode("SV");
    private static final ActId ASKED = new ActId(new PartyCode("HN"), 41);
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Word ACKNOWLEDGED = new Word.Acknowledged();
    private static final Word EXTENDED = new Word.Extended(Word.Reason.ANOTHER_BODY);
    private static final Word REFUSED = new Word.Refused(Word.Ground.UNCLEAR);

    /** What was said, some hours after noon. */
    private record At(int hours, Word word) {}

    private static Instant hour(int hours) {
        return NOON.plus(Duration.ofHours(hours));
    }

    private static Request request(@Nullable Instant received, List<At> words, Request.Reply... replies) {
        var said = new ArrayList<Request.Said>();
        for (var at : words)
            said.add(new Request.Said(new ActId(SV, said.size()), "analysis", hour(at.hours()), at.word()));
        return new Request(
                ASKED, SV, Urgency.DIRECT, new Request.Clocks(NOON, received, null), null, said, List.of(replies));
    }

    private static Request received(At... words) {
        return request(NOON, List.of(words));
    }

    private static Request.Reply reply(int hours, boolean interim) {
        return new Request.Reply(new ActId(SV, 70 + hours), hour(hours), interim, null);
    }

    private static Standing open(int until, Due.Light light) {
        return new Standing.Open(new Due(NOON, hour(until)), light);
    }

    @Test
    void noClockRunsBeforeItIsReceived() {
        assertEquals(new Standing.Underway(), Standing.of(request(null, List.of()), hour(100)));
    }

    @Test
    void theClockRunsFromWhenItsNodeSaysItHasIt() {
        assertEquals(open(8, Due.Light.IN_TIME), Standing.of(received(), NOON));
    }

    /** Of what another says of it nobody who asks depends: its own signature starts the clock. */
    @Test
    void whoSaysTooLateOrNeverThatItHasItIsHeldToItsReceipt() {
        var proven = hour(1);
        for (var said : new Instant[] {null, hour(30)}) {
            var silent = new Request(
                    ASKED, SV, Urgency.DIRECT, new Request.Clocks(NOON, said, proven), null, List.of(), List.of());
            var from = proven.plus(Due.TO_SAY_SO);
            var due = new Due(from, from.plus(Duration.ofHours(8)));
            assertEquals(new Standing.Underway(), Standing.of(silent, from.minusMillis(1)), "it has still time to");
            assertEquals(new Standing.Open(due, Due.Light.IN_TIME), Standing.of(silent, from));
            assertTrue(due.isProven(silent));
        }
        var honest = new Request(
                ASKED, SV, Urgency.DIRECT, new Request.Clocks(NOON, hour(2), proven), null, List.of(), List.of());
        assertEquals(hour(2), Due.of(honest).orElseThrow().from(), "both sides see what it said");
    }

    @Test
    void whoSpeaksOfItBeforeTheHourHasIt() {
        var early = request(hour(1), List.of(new At(0, ACKNOWLEDGED)));
        assertEquals(open(8, Due.Light.IN_TIME), Standing.of(early, hour(1)));
        assertEquals(
                open(8, Due.Light.IN_TIME),
                Standing.of(request(null, List.of(), reply(0, true)), hour(1)),
                "so does an interim answer");
    }

    @Test
    void theTimesAreThoseOfTheUrgency() {
        assertEquals(
                List.of(8L, 72L, 168L),
                Arrays.stream(Urgency.values())
                        .map(one -> one.within().toHours())
                        .toList());
    }

    @Test
    void theLastQuarterOfTheTimeIsSoonAndAfterItItIsLate() {
        assertEquals(open(8, Due.Light.IN_TIME), Standing.of(received(), hour(6).minusMillis(1)));
        assertEquals(open(8, Due.Light.SOON), Standing.of(received(), hour(6)));
        assertEquals(open(8, Due.Light.SOON), Standing.of(received(), hour(8)));
        assertEquals(open(8, Due.Light.LATE), Standing.of(received(), hour(8).plusMillis(1)));
    }

    @Test
    void anExtensionGivesAsMuchTimeAgain() {
        assertEquals(open(16, Due.Light.IN_TIME), Standing.of(received(new At(7, EXTENDED)), hour(9)));
        assertEquals(open(16, Due.Light.IN_TIME), Standing.of(received(new At(8, EXTENDED)), hour(9)));
    }

    @Test
    void anExtensionSaidWhenTheTimeIsUpChangesNothing() {
        assertEquals(open(8, Due.Light.LATE), Standing.of(received(new At(9, EXTENDED)), hour(10)));
    }

    @Test
    void anAnswerSettlesItAndAnInterimOneDoesNot() {
        var interim = request(NOON, List.of(), reply(2, true));
        assertEquals(open(8, Due.Light.IN_TIME), Standing.of(interim, hour(3)));
        var answered = request(NOON, List.of(), reply(2, true), reply(4, false), reply(5, false));
        assertEquals(new Standing.Answered(hour(4), false), Standing.of(answered, hour(30)));
        assertEquals(
                new Standing.Answered(hour(9), true), Standing.of(request(NOON, List.of(), reply(9, false)), hour(30)));
    }

    @Test
    void anAnswerCountsWhateverWasSaidBesideIt() {
        var both = request(NOON, List.of(new At(3, REFUSED)), reply(5, false));
        assertEquals(new Standing.Answered(hour(5), false), Standing.of(both, hour(6)));
    }

    @Test
    void aRefusalSettlesItWithItsGround() {
        var ground = Word.Ground.UNCLEAR;
        assertEquals(new Standing.Refused(ground, hour(3), false), Standing.of(received(new At(3, REFUSED)), hour(20)));
        assertEquals(new Standing.Refused(ground, hour(9), true), Standing.of(received(new At(9, REFUSED)), hour(20)));
    }

    @Test
    void whatWasTakenBackIsNeverLate() {
        var back = new Request(
                ASKED, SV, Urgency.DIRECT, new Request.Clocks(NOON, NOON, null), hour(1), List.of(), List.of());
        assertEquals(new Standing.TakenBack(hour(1)), Standing.of(back, hour(30)));
    }

    /** In whatever order the words came, for those of a log stand in its order. */
    @Test
    void whereItStandsDoesNotDependOnTheOrderInWhichThingsWereSaid() {
        var words = new ArrayList<>(List.of(new At(1, ACKNOWLEDGED), new At(2, EXTENDED), new At(3, REFUSED)));
        var one = Standing.of(request(NOON, words), hour(4));
        Collections.reverse(words);
        assertEquals(one, Standing.of(request(NOON, words), hour(4)));
    }

    private static Requests.Listed listed(Request request, Instant now) {
        var item = new Item(request.act(), "", NOON, new TreeSet<>(List.of(SV)), Reports.report(one -> {}), List.of());
        return new Requests.Listed(item, request, Standing.of(request, now));
    }

    @Test
    void aTallyCountsEachRequestOnceWhereItStandsAndRefusalsByTheirGround() {
        var acted = new Outcome(new ActId(SV, 71), ASKED.party(), Outcome.Kind.ACTED_UPON, "analysis", NOON);
        var now = hour(30);
        var requests = List.of(
                listed(request(NOON, List.of(), new Request.Reply(acted.item(), hour(1), false, acted)), now),
                listed(request(NOON, List.of(), reply(9, false)), now),
                listed(received(new At(1, REFUSED)), now),
                listed(received(new At(9, REFUSED)), now),
                listed(received(), now),
                listed(received(), hour(1)),
                listed(request(null, List.of()), now));
        var tally = Tally.of(new Tally.Pair(ASKED.party(), SV), requests);
        assertEquals(7, tally.asked());
        for (var state : Tally.State.values())
            assertEquals(
                    state == Tally.State.TAKEN_BACK ? null : 1, tally.states().get(state), state.name());
        assertEquals(Map.of(Word.Ground.UNCLEAR, 2), tally.refused());
        assertEquals(Map.of(Outcome.Kind.ACTED_UPON, 1), tally.outcomes());
        var pair = tally.pair();
        assertEquals(tally, Tally.of(pair, requests.subList(0, 3)).and(Tally.of(pair, requests.subList(3, 7))));
    }

    @Test
    void eachThingIsSaidOnce() {
        for (var word : List.of(ACKNOWLEDGED, EXTENDED)) {
            assertEquals(Optional.empty(), Saying.against(received(), word.kind(), hour(1)));
            assertEquals(Optional.of(Rule.WORD_SAID), Saying.against(received(new At(0, word)), word.kind(), hour(1)));
        }
    }

    @Test
    void nobodyGivesThemselvesMoreTimeWhenItIsUp() {
        assertEquals(Optional.empty(), Saying.against(received(), Word.Kind.EXTENDED, hour(8)));
        assertEquals(Optional.of(Rule.TIME_IS_UP), Saying.against(received(), Word.Kind.EXTENDED, hour(9)));
        assertEquals(
                Optional.empty(), Saying.against(received(), Word.Kind.REFUSED, hour(9)), "it can still be refused");
    }

    @Test
    void ofWhatIsSettledNothingMoreIsSaid() {
        var settled = List.of(
                received(new At(1, REFUSED)),
                request(NOON, List.of(), reply(1, false)),
                new Request(
                        ASKED,
                        SV,
                        Urgency.DIRECT,
                        new Request.Clocks(NOON, NOON, null),
                        hour(1),
                        List.of(),
                        List.of()));
        for (var request : settled)
            for (var kind : Word.Kind.values())
                assertEquals(Optional.of(Rule.REQUEST_SETTLED), Saying.against(request, kind, hour(2)));
    }
}
