package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import acorde.trust.Charter;
import acorde.trust.KeyRing;
import acorde.trust.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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

    /** Those for Honduras are more bytes than its node, here a process of its own, has memory for all it is. */
    @Test
    @Tag("slow")
    void largeActsFarAheadAreNeverInMemoryTogether() throws Exception {
        var words = "x".repeat(400_000);
        for (var i = 0; i < 2_100; i++) says(gt, i % 6 == 0 ? Notes.say(i + words, HN) : Notes.say("note", SV));
        Files.write(keys.resolve("charter.json"), parties.charter().bytes());
        var url = TestPostgres.freshUrl();
        try (var database = Postgres.external(url)) {
            for (var schema : List.of("trust", "acts", "notes")) database.migrate(schema);
        }
        var transport = new Transport(parties.charter(), GT, parties.keys(GT));
        try (var server = new HostileServer(transport, gt, HN, 0)) { // one that behaves
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var reader = new ProcessBuilder(
                    java,
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SmallReader.class.getName(),
                    url,
                    keys.toString(),
                    "" + server.port());
            assertEquals(0, reader.inheritIO().start().waitFor());
        }
    }

    /** The node of Honduras: it ends when all that is for it is there. */
    static final class SmallReader {
        private SmallReader() {}

        public static void main(String[] arguments) throws IOException {
            var folder = Path.of(arguments[1]);
            var charter = Charter.parse(Files.readAllBytes(folder.resolve("charter.json")));
            var keys = KeyRing.open(folder.resolve(HN.value()));
            var address = URI.create("https://127.0.0.1:" + arguments[2]);
            try (var node = new LoneNode(charter, HN, keys, Postgres.external(arguments[0]))) {
                var peer = new HttpPeer(address, new Transport(charter, HN, keys).client(GT));
                node.follow(GT, peer, Pace.of(Clock.systemUTC()));
                node.until("all is stored", () -> node.logs.state(GT).cosignedSize() == 2_100);
                assertEquals(350, node.notes());
            }
        }
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
