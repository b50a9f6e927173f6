package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import acorde.trust.PartyCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That one process writes a party's log, even when it does not notice that another has taken its place. */
@Tag("database")
@SuppressWarnings("NullAway.Init") // set before each test
class RightToWriteTest {
    private static final PartyCode HN = new PartyCode("HN");

    private TestNodes nodes;
    private TestNodes.One hn;

    @BeforeEach
    void start(@TempDir Path folder) {
        nodes = new TestNodes(folder, "HN", "GT");
        hn = nodes.start("HN");
        hn.say(note("before"));
    }

    @AfterEach
    void stop() {
        nodes.close();
    }

    private static Notes.Say note(String words) {
        return new Notes.Say(words, new TreeSet<>(List.of(new PartyCode("GT"))), List.of());
    }

    private void sql(String statement) throws SQLException {
        try (var connection = hn.postgres.open();
                var one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    @Test
    void aNodeThatLostTheRightToWriteWritesNothingMoreAndSaysSo() throws Exception {
        var fenced = new CountDownLatch(1);
        hn.acts.whenFenced(fenced::countDown);
        sql("update leases.lease set number = number + 1");
        var answer = hn.acts.say(note("after"));
        var fault = assertThrows(ExecutionException.class, () -> answer.get(60, TimeUnit.SECONDS));
        assertInstanceOf(NodeStopping.class, fault.getCause());
        fenced.await();
        assertEquals(1, hn.count("trust.entry"));
        assertEquals(1, hn.notes());
        assertThrows(NodeStopping.class, () -> hn.acts.say(note("later")));
    }

    @Test
    void whenTheWritersConnectionIsCutTheNextActIsWrittenOnANewOne() throws Exception {
        sql("select pg_terminate_backend(pid, 10000) from pg_stat_activity where query like '%leases.insist%'"
                + " and pid <> pg_backend_pid()");
        // The act that meets the cut may fail, and says so; it is never half there.
        var met = hn.acts.say(note("met")).handle((said, fault) -> fault == null);
        var written = met.get(60, TimeUnit.SECONDS);
        hn.say(note("after"));
        assertEquals(written ? 3 : 2, hn.logs.state(HN).size());
        assertEquals(written ? 3 : 2, hn.notes());
        assertEquals(hn.fingerprints(), hn.replayed());
    }
}
