package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.trust.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Openings that come late, wrong or never, and acts that are kept and rejected. */
class FollowedOpeningsTest extends Following {
    @Test
    void anOpeningThatIsNotWhatTheLogCommitsToIsMissingUntilTheRightOneComes() {
        says(gt, Notes.say("the truth", HN));
        var peer = new FakePeer(gt, HN).openings(page -> {
            page[page.length - 4] ^= 1;
            return page;
        });
        hn.follow(GT, peer, pace);
        untilStored(1);
        assertMissingUntil(peer, () -> peer.openings(page -> page));
        assertEquals("the truth", wordsOf(0));
    }

    @Test
    void anOpeningWithheldIsMissingAndNothingIsCosignedUntilItComes() {
        says(gt, Notes.say("withheld", HN));
        says(gt, Notes.say("given", HN));
        var peer = new FakePeer(gt, HN).withhold(0, true);
        hn.follow(GT, peer, pace);
        untilStored(2);
        assertEquals("given", wordsOf(1));
        assertMissingUntil(peer, () -> peer.withhold(0, false));
        assertEquals("withheld", wordsOf(0));
    }

    private void assertMissingUntil(FakePeer peer, Runnable mended) {
        assertEquals(List.of(0L), hn.logs.missing(GT, 10));
        assertEquals(0, hn.logs.state(GT).cosignedSize());
        var before = hn.notes();
        mended.run();
        pace.pass(Duration.ofSeconds(21));
        peer.stir();
        hn.until("the opening", () -> hn.logs.missing(GT, 10).isEmpty());
        assertEquals(before + 1, hn.notes());
        assertEquals(gt.size(), hn.logs.state(GT).cosignedSize());
    }

    @Test
    void whatDependsOnAWithheldActWaitsForItAndNothingElseDoes() {
        says(gt, Notes.say("withheld", HN));
        says(gt, new Notes.Say("depends", new TreeSet<>(Set.of(HN)), List.of(new ActId(GT, 0))));
        says(gt, Notes.say("does not", HN));
        var peer = new FakePeer(gt, HN).withhold(0, true);
        hn.follow(GT, peer, pace);
        untilStored(3);
        assertEquals(1, hn.notes());
        assertEquals(1, hn.acts.waiting());
        peer.withhold(0, false);
        pace.pass(Duration.ofSeconds(21));
        peer.stir();
        hn.until("all of it", () -> hn.notes() == 3);
        assertEquals(0, hn.acts.waiting());
    }

    @Test
    void missingOpeningsAreNotAskedForMoreOftenThanEveryTwentySeconds() {
        says(gt, Notes.say("withheld", HN));
        var peer = new FakePeer(gt, HN).withhold(0, true);
        hn.follow(GT, peer, pace);
        untilStored(1);
        hn.until("asked again", () -> peer.requestsForOpenings() == 2);
        for (var i = 1; i <= 10; i++) {
            says(gt, Notes.say("note " + i, SV));
            peer.show();
            untilStored(1 + i);
        }
        assertEquals(2, peer.requestsForOpenings());
    }

    @Test
    void oneOpeningWithheldForEverHidesNoOther() {
        for (var i = 0; i < 200; i++) says(gt, Notes.say("note " + i, HN));
        var peer = new FakePeer(gt, HN);
        for (var i = 0; i < 200; i++) peer.withhold(i, true);
        hn.follow(GT, peer, pace);
        untilStored(200);
        peer.withhold(150, false);
        pace.hurried();
        hn.until("number 150", () -> {
            pace.pass(Duration.ofSeconds(21));
            peer.stir();
            return hn.acts.act(new ActId(GT, 150)).isPresent();
        });
    }

    @Test
    void anOpeningForAnEntryThatIsNotForUsIsNotTaken() {
        var index = says(gt, Notes.say("for others", SV));
        says(gt, Notes.say("for us", HN));
        var peer = new FakePeer(gt, HN).openings(page -> with(page, index));
        hn.follow(GT, peer, pace);
        untilStored(2);
        assertEquals(
                StoredEntry.State.NOT_FOR_US,
                hn.logs.entry(GT, index).orElseThrow().state());
        assertEquals("for us", wordsOf(1));
    }

    @Test
    void anOpeningThatWasNotAskedForIsUnreadable() {
        says(gt, Notes.say("for us", HN));
        for (var i = 0; i < 3; i++) says(gt, Notes.say("for others", SV));
        var peer = new FakePeer(gt.until(1), HN).openings(page -> with(page, 3));
        hn.follow(GT, peer, pace);
        untilTrouble(Partner.UNREADABLE);
        assertEquals(0, hn.logs.state(GT).size());
    }

    /** The page with the opening of one more entry, in its place by index. */
    private byte[] with(byte[] page, long index) {
        var more = new java.io.ByteArrayOutputStream();
        try (var out = new java.io.DataOutputStream(more)) {
            if (index > 0) out.write(page);
            FakePeer.write(out, index, gt.salt(index), gt.act(index));
            if (index == 0) out.write(page);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        return more.toByteArray();
    }

    @Test
    void anActInTheNameOfAnotherPartyIsKeptAndRejected() {
        gt.write(Notes.text(SV, Notes.say("not mine to say", HN)), Set.of(HN));
        follow();
        untilStored(1);
        assertRejected(0, "BY_ANOTHER");
    }

    @Test
    void anActWhoseTagNamesUsAndWhoseTextDoesNotIsKeptAndRejected() {
        gt.write(Notes.text(GT, Notes.say("to whom?", SV)), Set.of(HN));
        follow();
        untilStored(1);
        assertRejected(0, "TO_DISAGREES");
    }

    @Test
    void bytesThatAreNoActAreKeptAndRejectedAndWhatFollowsIsRead() {
        gt.write("not JSON", Set.of(HN));
        says(gt, Notes.say("goes on", HN));
        follow();
        untilStored(2);
        assertRejected(0, "NOT_JSON");
        assertEquals("goes on", wordsOf(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {Notes.FAULTY, Notes.UNSTORABLE})
    void anActOverWhichOurOwnDutyFallsIsKeptAndRejectedAndWhatIsBehindItArrives(String words) {
        says(gt, Notes.say("before", HN));
        says(gt, Notes.say(words, HN));
        says(gt, new Notes.Say("behind", new TreeSet<>(Set.of(HN)), List.of(new ActId(GT, 1))));
        follow();
        untilStored(3);
        assertRejected(1, "FAULT");
        assertEquals("behind", wordsOf(2));
        assertEquals(2, hn.notes());
        assertEquals(0, hn.acts.waiting());
        assertEquals(hn.fingerprints(), hn.replayed(), "and replay goes on in the same way");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud83d", "\\udc49", "\\udc49\\ud83d"})
    void anActWithTextThatNoDatabaseHoldsIsKeptAndRejectedAndWhatIsBehindItArrives(String escaped) {
        says(gt, Notes.say("before", HN));
        var text = new String(Notes.text(GT, Notes.say("WORDS", HN)), StandardCharsets.UTF_8);
        gt.write(text.replace("WORDS", escaped), Set.of(HN));
        gt.write(text.replace("\"words\"", "\"" + escaped + "\""), Set.of(HN));
        says(gt, Notes.say("behind", HN));
        follow();
        untilStored(4);
        assertRejected(1, "MALFORMED");
        assertRejected(2, "MALFORMED");
        assertEquals("behind", wordsOf(3));
        assertEquals(2, hn.notes());
    }

    private void assertRejected(long index, String rule) {
        var id = new ActId(GT, index);
        assertEquals(Optional.of(rule), hn.acts.find(id).orElseThrow().rejected());
        assertEquals(
                new String(gt.act(index), StandardCharsets.UTF_8),
                new String(hn.logs.entry(GT, index).orElseThrow().act(), StandardCharsets.UTF_8));
        assertEquals(gt.size(), hn.logs.state(GT).cosignedSize());
    }
}
