package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.postgres.EveryServer;
import acorde.postgres.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A whole node, a process of its own, on the PostgreSQL of this machine, with a database and a user as {@code doc/how-to} has them made. */
@Tag("database")
@Tag("slow")
final class ExternalNodeTest {
    @TempDir
    static Path folder;

    private static EveryServer server;
    private static Processes processes;
    private static Processes.One gt;

    @BeforeAll
    static void make() {
        var installed = EveryServer.external();
        Assumptions.assumeTrue(installed.isPresent(), "no PostgreSQL 15 or newer in /usr/lib/postgresql");
        server = installed.get();
        server.administer("create role acorde login password 'not a secret'");
        for (var database : List.of("acorde", "fourteen"))
            server.administer("create database " + database
                    + " owner acorde encoding 'UTF8' locale 'C.UTF-8' template template0");
        processes = new Processes(folder, "GT", "HN");
        gt = processes.node("GT");
    }

    @AfterAll
    static void end() {
        if (processes != null) processes.close();
    }

    private static String where(String database) {
        var url = server.urlOf(database);
        return url.substring("jdbc:postgresql://".length(), url.indexOf('?'));
    }

    private static String url(String where, String password) {
        return "jdbc:postgresql://" + where + "?user=acorde&password=" + password;
    }

    @Test
    void whatWasSaidIsThereAfterARestart() throws IOException, InterruptedException {
        gt.database = url(where("acorde"), "not+a+secret");
        gt.start();
        Processes.until("the rules", () -> gt.known("/release").has("text"));
        var rules = gt.known("/release");
        var body = Coordinators.object().put("item", "release/moc-2019");
        body.set("base", rules.path("version"));
        body.set("text", rules.path("text"));
        body.set("why", Coordinators.both("EJERCICIO", "EXERCISE"));
        var said = gt.post("/proposals", body);
        assertEquals(201, said.statusCode(), said.body());
        assertEquals(143, gt.stop(), gt.said());
        gt.start();
        var id = JsonMapper.shared().readTree(said.body()).path("id").asString();
        assertEquals("open", gt.known("/proposals/" + id).path("state").asString());
        assertEquals(143, gt.stop(), gt.said());
    }

    /** The one line with which a start on that database ends. */
    private static String refusal(String database) {
        gt.database = database;
        var before = gt.said().length();
        assertEquals(2, gt.runToTheEnd());
        var said = gt.said().substring(before).strip();
        assertEquals(1, said.lines().count(), said);
        return said;
    }

    @Test
    void whyItCannotStartIsOneSentenceAndAnExitThatIsNotZero() throws IOException {
        var wrong = refusal(url(where("acorde"), "secret123"));
        assertTrue(
                wrong.startsWith("acorde: The database at " + where("acorde") + " does not let this user in ("), wrong);
        assertFalse(wrong.contains("secret123"), wrong);

        var nobody = "127.0.0.1:" + Processes.freePort() + "/acorde";
        var silent = refusal(url(nobody, "secret123"));
        assertTrue(silent.startsWith("acorde: The database at " + nobody + " does not answer ("), silent);

        sayItIsOld();
        assertEquals(
                "acorde: The database at " + where("fourteen") + " is PostgreSQL 14.9: version 15 or newer is needed.",
                refusal(url(where("fourteen"), "not+a+secret")));
    }

    /** Nothing older than 15 is at hand to be run: of itself this one says that it is. */
    private static void sayItIsOld() {
        try (var database = Postgres.external(server.urlOf("fourteen"));
                var connection = database.open();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create schema old;
                    grant usage on schema old to acorde;
                    create function old.current_setting(text) returns text language sql as $$
                      select case $1 when 'server_version' then '14.9' when 'server_version_num' then '140009'
                        else pg_catalog.current_setting($1) end $$;
                    alter database fourteen set search_path = old, pg_catalog""");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
