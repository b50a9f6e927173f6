package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A log that is far ahead or large is taken in by parts, and one of whose acts too many wait is not read on. */
class FarAheadTest extends Following {
    @Test
    void actsTooLargeForOnePageComeInSeveral() {
        var words = "x".repeat(1_000_000);
        for (var i = 0; i < 12; i++) says(gt, Notes.say(i + words, HN));
        var peer = follow();
        untilStored(12);
        assertEquals(12, hn.notes());
        assertEquals(2, peer.requestsForOpenings());
        assertEquals(12, hn.logs.state(GT).cosignedSize());
    }

    @Test
    @Tag("slow")
    void aLogFarAheadIsTakenInByItsBundlesAndGoesOnWhereItBrokeOff() {
        for (var i = 0; i < 3_000; i++) says(gt, Notes.say("note " + i, i % 2 == 0 ? HN : SV));
        var peer = new FakePeer(gt, HN)
                .tiles(path -> path.holdsEntries() && path.index() == 5
                        ? Optional.of(changed(gt.tile(path).orElseThrow()))
                        : Optional.empty());
        hn.follow(GT, peer, pace);
        untilTrouble(Partner.UNREADABLE);
        assertNull(hn.logs.state(GT).halted());
        assertTrue(hn.logs.state(GT).size() <= 5 * 256);
        peer.tiles(path -> Optional.empty());
        pace.endRest();
        untilStored(3_000);
        assertEquals(1_500, hn.notes());
        assertEquals(3_000, hn.logs.state(GT).cosignedSize());
        assertEquals(Optional.empty(), hn.logs.audit(GT).flaw());
    }

    @Test
    @Tag("slow")
    void largeActsFarAheadAreNeverInMemoryTogether() {
        var words = "x".repeat(300_000);
        for (var i = 0; i < 2_100; i++) says(gt, i % 8 == 0 ? Notes.say(i + words, HN) : Notes.say("note", SV));
        pace.hurried();
        follow();
        untilStored(2_100);
        assertEquals(263, hn.notes());
    }

    @Test
    @Tag("slow")
    void aPartnerOfWhomOneActLessWaitsIsReadOnAndOneMoreStopsIt() {
        var after = List.of(new ActId(SV, 0));
        for (var i = 0; i < Follower.WAITING - 1; i++)
            says(gt, new Notes.Say("note " + i, new TreeSet<>(Set.of(HN)), after));
        var peer = follow();
        untilStored(gt.size());
        says(gt, new Notes.Say("the one that is too many", new TreeSet<>(Set.of(HN)), after));
        peer.show();
        untilTrouble(Partner.TOO_MANY_WAIT);
        assertEquals(Follower.WAITING, hn.acts.waiting());
        assertEquals(gt.size(), hn.logs.state(GT).size());
    }

    @Test
    @Tag("slow")
    void aPartnerOfWhomTooManyActsWaitIsReadOnWhenTheyHaveGone() {
        var after = List.of(new ActId(SV, 0));
        for (var i = 0; i < Follower.WAITING + 100; i++)
            says(gt, new Notes.Say("note " + i, new TreeSet<>(Set.of(HN)), after));
        var peer = follow();
        untilStored(gt.size());
        says(gt, Notes.say("one more", HN));
        peer.show();
        untilTrouble(Partner.TOO_MANY_WAIT);
        pace.awaitRest();
        assertEquals(Follower.WAITING + 100, hn.acts.waiting());
        var sv = parties.log(SV);
        says(sv, Notes.say("what they waited for", HN));
        hn.follow(SV, new FakePeer(sv, HN), new FakePace());
        hn.until("nothing waits", () -> hn.acts.waiting() == 0);
        pace.hurried(); // the follower learns of it a moment after the database
        pace.endRest();
        untilStored(gt.size());
        assertEquals(gt.size() + 1, hn.notes());
        hn.until("no trouble", () -> hn.partner(GT).trouble() == null);
    }
}
