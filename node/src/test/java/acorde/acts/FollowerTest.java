package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.postgres.EveryServer;
import acorde.trust.StoredEntry;
import acorde.trustlog.Hash;
import acorde.trustlog.NoteSignature;
import acorde.trustlog.SignedNote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What a follower does with what is new, and how often it asks. */
@ParameterizedClass
@MethodSource("acorde.postgres.EveryServer#all")
class FollowerTest extends Following {
    /** @param server each in turn, on which {@link #on} has made the database */
    FollowerTest(EveryServer server) {}

    @BeforeParameterizedClassInvocation
    static void on(EveryServer server) {
        postgres.close();
        postgres = server.fresh("trust", "acts", "notes");
    }

    @Test
    void whatAPartnerSaysIsStoredAppliedAndCosigned() {
        says(gt, Notes.say("one", HN));
        says(gt, Notes.say("for others", SV));
        follow();
        untilStored(2);
        assertEquals("one", wordsOf(0));
        assertEquals(
                StoredEntry.State.NOT_FOR_US, hn.logs.entry(GT, 1).orElseThrow().state());
        assertEquals(1, hn.notes());
        assertEquals(2, hn.logs.state(GT).cosignedSize());
    }

    /** What a party says to nobody, as its journal, is none of it. */
    @Test
    void aLongLogHidesNoActOfAnotherAndItIsToldWhereThereMayBeMore() {
        for (var number = 0; number < 5; number++) says(gt, Notes.say("number " + number, HN));
        hn.say(Notes.say("of Honduras", GT));
        for (var number = 0; number < 4; number++) hn.say(Notes.say("to nobody " + number));
        follow();
        untilStored(5);
        var latest = hn.acts.latest(3, Map.of(), act -> true);
        assertEquals(List.of("GT/2", "GT/3", "GT/4", "HN/0"), names(latest));
        assertEquals(Set.of(GT), latest.cut());
        assertEquals(List.of("GT/3", "GT/4"), names(hn.acts.latest(3, Map.of(GT, 3L, HN, 1L), act -> true)));
        assertEquals(
                Set.of(), hn.acts.latest(3, Map.of(GT, 2L), act -> true).cut(), "all that is new was looked through");
        assertEquals(Set.of(), hn.acts.latest(5, Map.of(), act -> true).cut());
    }

    private static List<String> names(Acts.Latest latest) {
        return latest.acts().stream().map(act -> act.id().toString()).sorted().toList();
    }

    @Test
    void aLogWithoutACheckpointIsEmptyAndNoTrouble() {
        var peer = follow();
        peer.showNothing();
        hn.until("heard", () -> hn.logs.state(GT).heardAt() != null);
        assertNull(hn.partner(GT).trouble());
        says(gt, Notes.say("first", HN));
        peer.show();
        pace.awaitRest();
        pace.endRest();
        untilStored(1);
    }

    @Test
    void aLogThatShowsNothingAnyMoreIsUnreadable() {
        says(gt, Notes.say("one", HN));
        var peer = follow();
        untilStored(1);
        peer.showNothing();
        untilTrouble(Partner.UNREADABLE);
    }

    @Test
    void aSilentPartnerIsAskedLessAndLessOftenUpToOnceAMinute() {
        says(gt, Notes.say("one", HN));
        var peer = new FakePeer(gt, HN).silent(true);
        hn.follow(GT, peer, pace);
        var longest = Duration.ofMillis(250);
        var since = Instant.MIN;
        for (var i = 0; i < 12; i++) {
            var rest = pace.awaitRest();
            assertTrue(
                    rest.compareTo(longest) <= 0 && rest.compareTo(longest.dividedBy(2)) >= 0, rest + " of " + longest);
            assertEquals(Partner.UNREACHABLE, hn.partner(GT).trouble());
            if (i == 0) since = hn.partner(GT).troubleSince();
            longest = longest.multipliedBy(2).compareTo(Duration.ofMinutes(1)) > 0
                    ? Duration.ofMinutes(1)
                    : longest.multipliedBy(2);
            pace.endRest();
        }
        assertEquals(since, hn.partner(GT).troubleSince());
        pace.awaitRest();
        peer.silent(false);
        pace.endRest();
        untilStored(1);
        hn.until("no trouble", () -> hn.partner(GT).trouble() == null);
    }

    @Test
    void aPartnerThatDoesNotHoldItsAnswersIsAskedOnceASecond() {
        says(gt, Notes.say("one", HN));
        var peer = follow();
        untilStored(1);
        peer.impatient();
        for (var i = 0; i < 5; i++) {
            var rest = pace.awaitRest();
            assertTrue(rest.compareTo(Duration.ofMillis(500)) >= 0, rest.toString());
            pace.endRest();
        }
        assertNull(hn.partner(GT).trouble());
    }

    @Test
    void aCheckpointOfAnotherPartysLogIsUnreadableAndChangesNothing() {
        var sv = parties.log(SV);
        says(sv, Notes.say("another's", HN));
        var peer = follow();
        peer.serve(sv);
        untilTrouble(Partner.UNREADABLE);
        assertEquals(0, hn.logs.state(GT).size());
        assertNull(hn.logs.state(GT).halted());
        says(gt, Notes.say("its own", HN));
        peer.serve(gt);
        pace.endRest();
        untilStored(1);
    }

    @Test
    void anOlderCheckpointOfTheSameHistoryIsShownAndWaitedOut() {
        for (var i = 0; i < 5; i++) says(gt, Notes.say("note " + i, HN));
        var peer = follow();
        untilStored(5);
        peer.show(gt.checkpoint(3));
        untilTrouble(Partner.BEHIND_ITSELF);
        pace.awaitRest();
        says(gt, Notes.say("note 5", HN));
        peer.show();
        pace.endRest();
        untilStored(6);
        hn.until("no trouble", () -> hn.partner(GT).trouble() == null);
        assertNull(hn.logs.state(GT).halted());
    }

    @Test
    void entriesThatDoNotAddUpAreNoProofAndAreAskedForAgain() {
        for (var i = 0; i < 5; i++) says(gt, Notes.say("note " + i, HN));
        var peer = follow();
        untilStored(5);
        for (var i = 5; i < 9; i++) says(gt, Notes.say("note " + i, HN));
        peer.tiles(
                path -> path.holdsEntries() ? Optional.of(changed(gt.tile(path).orElseThrow())) : Optional.empty());
        peer.show();
        untilTrouble(Partner.UNREADABLE);
        assertEquals(5, hn.logs.state(GT).size());
        assertNull(hn.logs.state(GT).halted());
        peer.tiles(path -> Optional.empty());
        pace.endRest();
        untilStored(9);
    }

    @Test
    void aRewrittenHistoryWithTilesThatProveNothingIsNoProof() {
        for (var i = 0; i < 5; i++) says(gt, Notes.say("note " + i, HN));
        var peer = follow();
        untilStored(5);
        peer.tiles(path -> path.holdsEntries() ? Optional.empty() : Optional.of(new byte[path.width() * Hash.SIZE]));
        peer.show(gt.sign(9, Hash.of(new byte[32])));
        untilTrouble(Partner.UNREADABLE);
        assertNull(hn.logs.state(GT).halted());
    }

    @Test
    void aBundleOfAnotherWidthIsUnreadable() {
        for (var i = 0; i < 5; i++) says(gt, Notes.say("note " + i, HN));
        var peer = new FakePeer(gt, HN).tiles(path -> gt.tile(path.partial(path.width() - 1)));
        hn.follow(GT, peer, pace);
        untilTrouble(Partner.UNREADABLE);
        assertEquals(0, hn.logs.state(GT).size());
    }

    @Test
    void anEntryWithAnotherNumberOfPlacesIsUnreadable() {
        gt.writeRaw(new byte[34 + 8]);
        follow();
        untilTrouble(Partner.UNREADABLE);
        assertEquals(0, hn.logs.state(GT).size());
    }

    @Test
    void ofACheckpointAsLargeAsOneMayBeOnlyTheAuthorsLineIsKept() {
        says(gt, Notes.say("one", HN));
        var note = gt.checkpoint();
        for (var i = 0; i < SignedNote.MAX_SIGNATURES - 1; i++)
            note = note.with(new NoteSignature("anybody", i, new byte[3_000]));
        follow().show(note);
        untilStored(1);
        hn.until("it is cosigned", () -> hn.logs.state(GT).cosignedSize() == 1);
        assertEquals(gt.checkpoint(), hn.logs.state(GT).note());
        assertEquals(
                2,
                Objects.requireNonNull(hn.logs.state(GT).cosigned())
                        .signatures()
                        .size());
        assertNull(hn.partner(GT).trouble());
    }

    @Test
    void aNodeKnowsSinceWhenItHasWhatItConfirmed() {
        says(gt, Notes.say("one", HN));
        follow();
        hn.until("it is cosigned", () -> hn.logs.state(GT).cosignedSize() == 1);
        assertEquals(Set.of(0L), hn.logs.had(GT, List.of(0L, 1L)).keySet());
    }

    @Test
    void aReceiptOfATimeThatNoTableHoldsIsNone() {
        hn.say(Notes.say("something", GT));
        var note = Objects.requireNonNull(hn.logs.state(HN).note());
        assertEquals(Optional.empty(), hn.logs.checkReceipt(GT, gt.cosign(note, Instant.MAX)));
        assertTrue(hn.logs
                .checkReceipt(GT, gt.cosign(note, Instant.parse("9999-12-31T23:59:59Z")))
                .isPresent());
    }

    @Test
    void aReceiptIsKeptWhenItIsSignedByThePartner() {
        var peer = follow();
        var act = hn.say(Notes.say("from Honduras", GT));
        var note = hn.logs.state(HN).note();
        peer.receipt(parties.log(SV).cosign(note, Instant.parse("2019-03-28T16:00:00Z")));
        pace.awaitRest();
        assertEquals(List.of(), hn.acts.find(act).orElseThrow().receipts());
        peer.receipt(gt.cosign(note, Instant.parse("2019-03-28T17:00:00Z")));
        pace.endRest();
        hn.until("the receipt", () -> hn.acts.find(act).orElseThrow().receipts().size() == 1);
        assertEquals(
                Instant.parse("2019-03-28T17:00:00Z"),
                hn.acts.find(act).orElseThrow().receipts().getFirst().at());
    }

    /** Dated ahead, nobody who gives it would ever be late by it. */
    @Test
    void aReceiptIsKeptWithNoLaterTimeThanWhenItCame() {
        var peer = follow();
        var act = hn.say(Notes.say("from Honduras", GT));
        var note = Objects.requireNonNull(hn.logs.state(HN).note());
        peer.receipt(gt.cosign(note, Instant.parse("9000-01-01T00:00:00Z")));
        hn.until("the receipt", () -> hn.logs.delivered(GT, act.index()).isPresent());
        var at = hn.logs.delivered(GT, List.of(act.index())).get(act.index());
        assertFalse(Objects.requireNonNull(at).isAfter(Instant.now()));
    }
}
