package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.postgres.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Real node processes on a database that is not the one their keys have signed: a second history is not begun, or not gone on with. */
@Tag("database")
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UsedKeysTest {
    @TempDir
    static Path folder;

    private static Processes processes;
    private static Processes.One gt;
    private static Processes.One hn;

    @BeforeAll
    static void start() {
        processes = new Processes(folder, "GT", "HN");
        gt = processes.node("GT");
        hn = processes.node("HN");
        for (var node : List.of(gt, hn)) node.database = TestPostgres.migratedUrl(Node.SCHEMAS);
        gt.start();
    }

    @AfterAll
    static void end() {
        processes.close();
    }

    private static void loseTheDatabase(Processes.One node) {
        assertEquals(143, node.stop(), node.said());
        node.database = TestPostgres.migratedUrl(Node.SCHEMAS);
    }

    private static void forgetWhatWasSigned(Processes.One node) throws IOException {
        Files.deleteIfExists(node.folder.keys().resolve("signed"));
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
    @Order(1)
    void keysThatHaveSignedDoNotBeginASecondHistoryOnAnEmptyDatabase() {
        var used = gt.database;
        loseTheDatabase(gt);
        assertEquals(2, gt.runToTheEnd());
        assertTrue(gt.said().contains("With its keys this node has kept this party's log up to entry"), gt.said());
        assertTrue(gt.said().contains("doc/how-to/back-up.md"), gt.said());
        gt.database = used;
        gt.start();
        assertTrue(gt.known("/compact").has("counts"));
    }

    @Test
    @Order(2)
    void aPartnerThatHoldsMoreOfThisLogThanTheDatabaseStopsTheStart() throws IOException {
        assertHolds(hn.start(), gt);
        loseTheDatabase(gt);
        forgetWhatWasSigned(gt);
        assertEquals(2, gt.runToTheEnd());
        assertTrue(gt.said().contains("HN holds this party's log up to entry"), gt.said());
    }

    @Test
    @Order(3)
    void aPartnerThatComesBackWithMoreOfThisLogThanTheDatabaseHoldsEndsTheNode() throws IOException {
        assertEquals(143, hn.stop());
        forgetWhatWasSigned(gt);
        gt.announcesNothing().start();
        var said = gt.said().length();
        hn.start();
        assertEquals(2, gt.awaitEnd());
        assertTrue(gt.said().substring(said).contains("HN holds this party's log up to entry"), gt.said());
    }
}
