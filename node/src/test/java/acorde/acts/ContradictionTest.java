package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.trust.Evidence;
import acorde.trust.PaperLog;
import org.junit.jupiter.api.Test;

/** A partner that signed two things that cannot both be true is no longer followed, and what it signed is kept. */
class ContradictionTest extends Following {
    @Test
    void twoHistoriesOfOneSizeEndTheFollowingAndAreKept() {
        says(gt, Notes.say("to Honduras", HN));
        var other = gt.until(0);
        says(other, Notes.say("to everybody else", SV));
        assertHalts(Evidence.TWO_HISTORIES, other);
    }

    @Test
    void aHistoryRewrittenAndGoneOnEndsTheFollowingAndIsKept() {
        for (var i = 0; i < 300; i++) says(gt, Notes.say("note " + i, HN));
        var other = gt.until(299);
        for (var i = 0; i < 30; i++) says(other, Notes.say("another note " + i, HN));
        assertHalts(Evidence.DOES_NOT_EXTEND, other);
    }

    @Test
    void aHistoryRewrittenFarAheadEndsTheFollowingAndIsKept() {
        for (var i = 0; i < 256; i++) says(gt, Notes.say("note " + i, HN));
        var other = gt.until(255);
        for (var i = 0; i < 3_000; i++) says(other, Notes.say("another note " + i, SV));
        assertHalts(Evidence.DOES_NOT_EXTEND, other);
    }

    @Test
    void aHistoryTakenBackEndsTheFollowingAndIsKept() {
        for (var i = 0; i < 5; i++) says(gt, Notes.say("note " + i, HN));
        var other = gt.until(2);
        says(other, Notes.say("another note", HN));
        assertHalts(Evidence.WENT_BACK, other);
    }

    private void assertHalts(String kind, PaperLog other) {
        var size = gt.size();
        var peer = follow();
        untilStored(size);
        peer.serve(other);
        hn.until("halted", () -> hn.logs.state(GT).halted() != null);
        assertEquals(kind, hn.logs.state(GT).halted());
        assertEquals(kind, hn.partner(GT).trouble());
        var evidence = hn.logs.evidence(GT).getFirst();
        assertEquals(kind, evidence.kind());
        assertEquals(gt.checkpoint(size).toString(), evidence.first());
        assertEquals(other.checkpoint().toString(), evidence.second());
        assertEquals(size, hn.logs.state(GT).size());
    }

    @Test
    void aPartnerThatContradictedItselfIsNotFollowedAfterARestartEither() {
        twoHistoriesOfOneSizeEndTheFollowingAndAreKept();
        hn.stop();
        hn = new LoneNode(parties.charter(), HN, parties.keys(HN), postgres);
        var peer = new FakePeer(gt, HN);
        hn.follow(GT, peer, pace);
        assertEquals(Evidence.TWO_HISTORIES, hn.logs.state(GT).halted());
        assertEquals(Evidence.TWO_HISTORIES, hn.partner(GT).trouble());
        assertEquals(0, peer.requests());
    }

    @Test
    void aPartnerThatContradictsItselfStopsNobodyElse() {
        twoHistoriesOfOneSizeEndTheFollowingAndAreKept();
        var sv = parties.log(SV);
        says(sv, Notes.say("another party", HN));
        hn.follow(SV, new FakePeer(sv, HN), new FakePace());
        hn.until("SV stored", () -> hn.logs.state(SV).size() == 1);
    }
}
