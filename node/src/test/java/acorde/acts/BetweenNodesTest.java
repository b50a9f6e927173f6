package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class BetweenNodesTest {
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode HN = new PartyCode("HN");
    private static final PartyCode SV = new PartyCode("SV");

    @TempDir
    Path folder;

    @Test
    void whatOnePartySaysReachesThoseItIsAddressedToAndNobodyElse() {
        try (var nodes = new TestNodes(folder, "GT", "HN", "SV")) {
            var gt = nodes.start("GT");
            var hn = nodes.start("HN");
            var sv = nodes.start("SV");
            List.of(gt, hn, sv).forEach(TestNodes.One::follow);
            var act = hn.say(Notes.say("for Guatemala alone", GT));
            gt.until("GT has it", () -> gt.acts.act(act).isPresent());
            sv.until("SV has the entry", () -> sv.logs.state(HN).size() == 1);
            assertEquals(
                    "for Guatemala alone",
                    gt.acts.act(act).orElseThrow().body().path("words").asString());
            assertEquals(
                    StoredEntry.State.NOT_FOR_US,
                    sv.logs.entry(HN, 0).orElseThrow().state());
            hn.until(
                    "both receipts",
                    () -> hn.acts.find(act).orElseThrow().receipts().size() == 2);
            hn.say(Notes.say("of which nobody knows yet", SV));
            assertEquals(
                    3,
                    hn.logs.checkpointFor(HN, 0).orElseThrow().signatures().size(),
                    "what proves the act is signed by its party and confirmed by both others");
        }
    }

    @Test
    void anActWaitsUntilWhatItDependsOnHasArrived() {
        try (var nodes = new TestNodes(folder, "GT", "HN", "SV")) {
            var gt = nodes.start("GT");
            var hn = nodes.start("HN");
            var sv = nodes.start("SV");
            gt.follow();
            var first = hn.say(Notes.say("first", GT, SV));
            gt.until("GT has it", () -> gt.acts.act(first).isPresent());
            var second = gt.say(new Notes.Say("second", new TreeSet<>(List.of(HN, SV)), List.of(first)));
            hn.stopServing();
            sv.follow();
            sv.until("the second waits", () -> sv.acts.waiting() == 1);
            assertEquals(first, sv.acts.find(second).orElseThrow().waitsFor().orElseThrow());
            hn.serve();
            sv.until(
                    "nothing waits",
                    () -> sv.acts.waiting() == 0 && sv.acts.act(first).isPresent());
        }
    }

    @Test
    void aNodeThatIsFarBehindCatchesUpWithEverything() {
        try (var nodes = new TestNodes(folder, "GT", "HN")) {
            var gt = nodes.start("GT");
            var hn = nodes.start("HN");
            var said = new ArrayList<CompletableFuture<Said<String>>>();
            for (var i = 0; i < 70_000; i++) {
                if (i % 8_000 == 0) said.forEach(CompletableFuture::join);
                said.add(hn.acts.sayOfItself(Notes.say("note " + i, GT)));
            }
            said.forEach(CompletableFuture::join);
            gt.follow();
            gt.until("all of it", () -> gt.logs.state(HN).cosignedSize() == 70_000);
            assertEquals(
                    hn.logs.head(HN).frontier().root(),
                    gt.logs.head(HN).frontier().root());
            assertTrue(gt.acts.act(new ActId(HN, 69_999)).isPresent());
        }
    }
}
