package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what is derived is compared with what the acts come to, beside a node that goes on. */
@Tag("database")
final class RecountTest {
    private static final PartyCode HN = new PartyCode("HN");

    @TempDir
    Path folder;

    private LoneNode node;

    @BeforeEach
    void start() {
        var parties = new Parties(folder, Parties.NOWHERE, "GT", "HN");
        node = new LoneNode(parties.charter(), HN, parties.keys(HN), LoneNode.prepared());
        for (var i = 0; i < 5; i++) node.say(Notes.say("note " + i));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private List<String> differing() {
        return assertInstanceOf(Recount.Compared.class, node.acts.recount(read -> {}))
                .tables();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = node.postgres.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void rowsThatAreAsTheActsHaveThemAgreeWhileTheNodeGoesOn() {
        var progress = new ArrayList<Long>();
        var compared = node.acts.recount(read -> {
            progress.add(read);
            node.say(Notes.say("said meanwhile"));
        });
        assertEquals(new Recount.Compared(List.of()), compared);
        assertEquals(List.of(0L), progress);
        assertEquals(6, node.notes());
        assertEquals(List.of(), differing(), "and again, with what was said meanwhile");
    }

    @Test
    void aDerivedRowThatSomebodyChangedOrDeletedIsFound() throws SQLException {
        execute("delete from notes.note where ctid = (select min(ctid) from notes.note)");
        assertEquals(List.of("notes.note"), differing());
        assertEquals(4, node.notes(), "only compared, not mended");
    }

    @Test
    void aRecountThatIsGivenUpLeavesNoDatabaseBehind() throws SQLException {
        assertThrows(
                CancellationException.class,
                () -> node.acts.recount(read -> {
                    throw new CancellationException();
                }));
        try (var connection = node.postgres.open();
                var found = connection
                        .createStatement()
                        .executeQuery(
                                "select count(*) from pg_database where datname = current_database() || '_recount'")) {
            found.next();
            assertEquals(0, found.getInt(1));
        }
    }

    @Test
    void whereNoDatabaseMayBeCreatedItSaysSo() throws SQLException {
        var url = TestPostgres.freshUrl();
        var name = url.replaceAll(".*/([^?]*).*", "$1");
        execute("create role " + name + " login password 'x'");
        try (var bare = Postgres.external(url.replaceAll("\\?.*", "?user=" + name + "&password=x"))) {
            assertEquals(new Recount.NoRoom(), Recount.of(bare, node.logs, LoneNode.DUTIES, read -> {}));
        }
    }
}
