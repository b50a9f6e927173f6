package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.postgres.Postgres;
import acorde.trust.PaperLog;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wherever a request is cut, everything arrives exactly once after all, and the rows are those of a node that was never disturbed. */
@Tag("database")
@Tag("slow")
class CutsTest {
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode HN = new PartyCode("HN");
    private static final PartyCode SV = new PartyCode("SV");

    private static Parties parties;
    private static Postgres postgres;

    @BeforeAll
    static void found(@TempDir Path folder) {
        parties = new Parties(folder, Parties.NOWHERE, "GT", "HN", "SV");
        postgres = LoneNode.prepared();
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostOrDoubledWhereverFollowingIsCut(FakePeer.Cut cut) {
        assertCutsHeal(history(700, 3), cut, List.of(3L, 256L, 700L));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostOrDoubledWhereverCatchingUpIsCut(FakePeer.Cut cut) {
        assertCutsHeal(history(2_300, 50), cut, List.of(100L, 2_300L));
    }

    /** A log of which every n-th act is for Honduras and names the one before. */
    private static PaperLog history(int size, int every) {
        var log = parties.log(GT);
        var after = List.<ActId>of();
        for (var i = 0; i < size; i++) {
            var to = new TreeSet<>(Set.of(i % every == 0 ? HN : SV));
            var index = log.write(Notes.text(GT, new Notes.Say("note " + i, to, after)), to);
            if (i % every == 0) after = List.of(new ActId(GT, index));
        }
        return log;
    }

    private static void assertCutsHeal(PaperLog log, FakePeer.Cut cut, List<Long> steps) {
        var undisturbed = run(log, steps, 0, cut);
        for (var request = 1; request <= undisturbed.requests(); request++) {
            var disturbed = run(log, steps, request, cut);
            assertEquals(undisturbed.rows(), disturbed.rows(), cut + " at request " + request);
            assertEquals(undisturbed.openings(), disturbed.openings(), cut + " at request " + request);
        }
    }

    private record Outcome(int requests, Map<String, String> rows, long openings) {}

    /** Follows the log as it grows in steps, one of the requests being cut. */
    private static Outcome run(PaperLog log, List<Long> steps, int request, FakePeer.Cut cut) {
        LoneNode.empty(postgres);
        var hn = new LoneNode(parties.charter(), HN, parties.keys(HN), postgres);
        try {
            var peer = new FakePeer(log.until(steps.getFirst()), HN).cutAt(request, cut);
            hn.follow(GT, peer, new FakePace().hurried());
            for (var size : steps) {
                peer.serve(log.until(size));
                hn.until(
                        "all of it, request " + request, () -> hn.logs.state(GT).cosignedSize() == size);
            }
            var audit = hn.logs.audit(GT);
            assertEquals(Optional.empty(), audit.flaw());
            assertEquals(log.size(), audit.entries());
            return new Outcome(peer.requests(), hn.fingerprints(), audit.openings());
        } finally {
            hn.stop();
        }
    }
}
