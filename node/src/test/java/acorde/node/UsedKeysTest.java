package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.postgres.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real node processes on a database that is not the one their keys have signed: a second history is not begun, or not gone on with. */
@Tag("database")
@Tag("slow")
class UsedKeysTest {
    @TempDir
    Path folder;

    private Processes founded() {
        var processes = new Processes(folder, "GT", "HN");
        for (var party : List.of("GT", "HN")) processes.node(party).database = TestPostgres.freshUrl();
        return processes;
    }

    private static void loseTheDatabase(Processes.One node) {
        assertEquals(143, node.stop(), node.said());
        node.database = TestPostgres.freshUrl();
    }

    private static void forgetWhatWasSigned(Processes.One node) throws IOException {
        Files.delete(node.folder.keys().resolve("signed"));
    }

    private static void assertHolds(Processes.One holder, Processes.One author) {
        var size = author.known("/partners").path("own").path("size").asLong();
        assertTrue(size > 0);
        Processes.until(
                "it is stored and cosigned",
                () -> holder.known("/partners").path("partners").values().stream()
                        .anyMatch(partner -> partner.path("cosigned").asLong() >= size));
    }

    @Test
    void keysThatHaveSignedDoNotBeginASecondHistoryOnAnEmptyDatabase() {
        try (var processes = founded()) {
            var gt = processes.node("GT").start();
            var used = gt.database;
            loseTheDatabase(gt);
            assertEquals(2, gt.runToTheEnd());
            assertTrue(gt.said().contains("With its keys this node has kept this party's log up to entry"), gt.said());
            assertTrue(gt.said().contains("doc/how-to/back-up.md"), gt.said());
            gt.database = used;
            gt.start();
            assertTrue(gt.known("/compact").has("counts"));
        }
    }

    @Test
    void aPartnerThatHoldsMoreOfThisLogThanTheDatabaseStopsTheStart() throws IOException {
        try (var processes = founded()) {
            var gt = processes.node("GT").start();
            var hn = processes.node("HN").start();
            assertHolds(hn, gt);
            loseTheDatabase(gt);
            forgetWhatWasSigned(gt);
            assertEquals(2, gt.runToTheEnd());
            assertTrue(gt.said().contains("HN holds this party's log up to entry"), gt.said());
        }
    }

    @Test
    void aPartnerThatComesBackWithMoreOfThisLogThanTheDatabaseHoldsEndsTheNode() throws IOException {
        try (var processes = founded()) {
            var gt = processes.node("GT").start();
            var hn = processes.node("HN").start();
            assertHolds(hn, gt);
            assertEquals(143, hn.stop());
            loseTheDatabase(gt);
            forgetWhatWasSigned(gt);
            gt.announcesNothing().start();
            hn.start();
            assertEquals(2, gt.awaitEnd());
            assertTrue(gt.said().contains("HN holds this party's log up to entry"), gt.said());
        }
    }
}
