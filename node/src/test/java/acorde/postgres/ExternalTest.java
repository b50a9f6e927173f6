package acorde.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A database that somebody else runs: who is let in, and what is said when it does not serve. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@Tag("database")
@ParameterizedClass(name = "{0}")
@MethodSource("acorde.postgres.EveryServer#all")
class ExternalTest {
    @Parameter
    EveryServer server;

    private DatabaseUnavailable refusalOf(String url) {
        return assertThrows(
                DatabaseUnavailable.class, () -> Postgres.external(url).close());
    }

    private static String withoutUser(String url) {
        return url.substring(0, url.indexOf('?'));
    }

    private static String as(String url, String user, String password) {
        return withoutUser(url) + "?user=" + user + "&password=" + password;
    }

    private String freshRole(String url) {
        String database = withoutUser(url).substring(withoutUser(url).lastIndexOf('/') + 1);
        server.administer("create role r_" + database + " login password 'pw'");
        return "r_" + database;
    }

    @Test
    void userAndPasswordMayComeFromTheEnvironment() throws Exception {
        String url = server.freshUrl();
        String role = freshRole(url);
        var origin =
                External.at(withoutUser(url), Map.of("ACORDE_DATABASE_USER", role, "ACORDE_DATABASE_PASSWORD", "pw"));
        try (Connection connection = new Source(origin, "").getConnection()) {
            assertEquals(role, connection.getMetaData().getUserName());
        }
    }

    @Test
    void whatStandsInTheUrlWinsOverTheEnvironment() {
        var origin =
                External.at(server.freshUrl(), Map.of("ACORDE_DATABASE_USER", "x", "ACORDE_DATABASE_PASSWORD", "y"));
        assertNotEquals("x", origin.address().properties().get("user"));
        assertNotEquals("y", origin.address().properties().get("password"));
    }

    @Test
    void optionsInTheUrlAreKeptBesideOurs() throws Exception {
        try (Postgres postgres = Postgres.external(server.freshUrl() + "&options=-c%20work_mem=5MB");
                Connection connection = postgres.open();
                var found = connection
                        .createStatement()
                        .executeQuery("select current_setting('work_mem') || current_setting('jit')")) {
            found.next();
            assertEquals("5MBoff", found.getString(1));
        }
    }

    @Test
    void aWrongPasswordIsSaidWithoutRepeatingIt() {
        String url = server.freshUrl();
        var fault = refusalOf(as(url, freshRole(url), "secret123"));
        assertEquals(Trouble.NOT_LET_IN, fault.trouble());
        assertFalse(String.valueOf(fault.getMessage()).contains("secret123"));
    }

    @Test
    void noPasswordAtAllIsSaid() {
        assertEquals(
                Trouble.NOT_LET_IN, refusalOf(withoutUser(server.freshUrl())).trouble());
    }

    @Test
    void aDatabaseThatIsNotThereIsSaid() {
        assertEquals(Trouble.NO_DATABASE, refusalOf(server.urlOf("nowhere")).trouble());
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedWithItsPort() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var fault = refusalOf("jdbc:postgresql://127.0.0.1:" + port + "/x?user=u&password=secret123");
        assertEquals(Trouble.UNREACHABLE, fault.trouble());
        assertTrue(String.valueOf(fault.getMessage()).contains("127.0.0.1:" + port + "/x"));
        assertFalse(String.valueOf(fault.getMessage()).contains("secret123"));
    }

    @Test
    void aDatabaseInAnotherEncodingIsRefused() {
        server.administer("drop database if exists ascii");
        server.administer("create database ascii template template0 encoding 'SQL_ASCII' locale 'C'");
        assertEquals(Trouble.NOT_UTF8, refusalOf(server.urlOf("ascii")).trouble());
    }

    @Test
    void aDatabaseThatOnlyReadsIsRefused() {
        String url = server.freshUrl();
        String database = withoutUser(url).substring(withoutUser(url).lastIndexOf('/') + 1);
        server.administer("alter database " + database + " set default_transaction_read_only = on");
        assertEquals(Trouble.READ_ONLY, refusalOf(url).trouble());
    }

    @Test
    void aDatabaseWithoutAConnectionLeftIsSaid() {
        String url = server.freshUrl();
        String role = freshRole(url);
        server.administer("alter role " + role + " connection limit 0");
        assertEquals(
                Trouble.TOO_MANY_CONNECTIONS, refusalOf(as(url, role, "pw")).trouble());
    }

    @Test
    void aUserWithoutTheRightToMakeSchemasIsTold() {
        String url = server.freshUrl();
        try (Postgres postgres = Postgres.external(as(url, freshRole(url), "pw"))) {
            assertEquals(
                    Trouble.NO_RIGHT,
                    assertThrows(DatabaseUnavailable.class, () -> postgres.migrate("shelf"))
                            .trouble());
            assertEquals(
                    Trouble.NO_RIGHT,
                    assertThrows(DatabaseUnavailable.class, () -> postgres.lease("log"))
                            .trouble());
        }
    }

    @Test
    void anOrdinaryUserWithThatRightIsEnough() throws Exception {
        String url = server.freshUrl();
        String role = freshRole(url);
        server.administer("grant create on database " + role.substring(2) + " to " + role);
        try (Postgres postgres = Postgres.external(as(url, role, "pw"))) {
            postgres.migrate("shelf");
            try (var lease = postgres.lease("log")) {
                assertEquals(1, lease.number());
            }
            assertEquals(role, ServerFolder.ask(postgres, "select current_user"));
        }
    }
}
