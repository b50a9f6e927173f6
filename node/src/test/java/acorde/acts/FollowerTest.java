package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import acorde.trust.Evidence;
import acorde.trust.PaperLog;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import acorde.trustlog.EntryBundle;
import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Honduras follows Guatemala, whose node does whatever a test tells it to. */
@Tag("database")
class FollowerTest {
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode HN = new PartyCode("HN");
    private static final PartyCode SV = new PartyCode("SV");

    private static Parties parties;
    private static Postgres postgres;

    private final FakePace pace = new FakePace();
    private LoneNode hn;
    private PaperLog gt;

    @BeforeAll
    static void found(@TempDir Path folder) {
        parties = new Parties(folder, Parties.NOWHERE, "GT", "HN", "SV");
        postgres = LoneNode.prepared(TestPostgres.fresh());
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @BeforeEach
    void start() {
        LoneNode.empty(postgres);
        hn = new LoneNode(parties.charter(), HN, parties.keys(HN), postgres);
        gt = parties.log(GT);
    }

    @AfterEach
    void stop() {
        hn.stop();
    }

    private long says(PaperLog log, Notes.Say note) {
        return log.write(Notes.text(log.party(), note), note.to());
    }

    private FakePeer follow() {
        var peer = new FakePeer(gt, HN);
        hn.follow(GT, peer, pace);
        return peer;
    }

    private void untilStored(long size) {
        hn.until("GT stored up to " + size, () -> hn.logs.state(GT).size() == size);
    }

    private void untilTrouble(String code) {
        hn.until(code, () -> code.equals(hn.partner(GT).trouble()));
    }

    private String wordsOf(long index) {
        return hn.acts
                .act(new ActId(GT, index))
                .orElseThrow()
                .body()
                .path("words")
                .asString();
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

    /** One bit of the last commitment is not as it was. */
    private static byte[] changed(byte[] bundle) {
        var entries = EntryBundle.parse(bundle).entries();
        entries.getLast()[5] ^= 1;
        return EntryBundle.of(entries).bytes();
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
