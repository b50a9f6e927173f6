package acorde.postgres;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The life of a built-in server: its starts and its deaths. */
@Tag("database")
@Tag("slow")
@Timeout(300)
class SupervisorTest {
    final ServerFolder folder = new ServerFolder();

    @AfterEach
    void remove() throws IOException {
        folder.close();
    }

    // --- starting and stopping ---

    @Test
    void theFirstStartMakesDataPasswordAndPort() throws Exception {
        try (Postgres postgres = folder.start()) {
            assertEquals("1", ServerFolder.ask(postgres, "select 1"));
            assertEquals(
                    "18", Files.readString(folder.data().resolve("PG_VERSION")).strip());
            assertTrue(Files.exists(folder.path().resolve("port")));
        }
    }

    @Test
    void thePasswordIsForItsOwnerOnlyAndInNoListOfProcesses() throws Exception {
        try (Postgres postgres = folder.start()) {
            Path file = folder.path().resolve("password");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            String password = Files.readString(file).strip();
            assertTrue(password.length() >= 40);
            assertFalse(Files.readString(Path.of("/proc/" + folder.postmaster() + "/cmdline"))
                    .contains(password));
            assertEquals(
                    "127.0.0.1:"
                            + Files.readString(folder.path().resolve("port")).strip(),
                    postgres.where());
        }
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        try (Postgres postgres = folder.laterStart()) {
            String url = postgres.address().url() + "?user=postgres&password=guess";
            assertEquals(
                    Trouble.NOT_LET_IN,
                    assertThrows(DatabaseUnavailable.class, () -> Postgres.external(url))
                            .trouble());
        }
    }

    @Test
    void itListensOnTheLoopbackAddressAlone() throws IOException {
        try (Postgres _ = folder.laterStart()) {
            int port = Integer.parseInt(
                    Files.readString(folder.path().resolve("port")).strip());
            // Any server that listens on all addresses would take this one.
            try (var socket = new ServerSocket()) {
                assertDoesNotThrow(() -> socket.bind(new InetSocketAddress("127.0.0.2", port)));
            }
        }
    }

    @Test
    void itKeepsWhatItConfirms() throws SQLException {
        var kept = Map.of(
                "fsync", "on",
                "full_page_writes", "on",
                "synchronous_commit", "on",
                "data_checksums", "on",
                "password_encryption", "scram-sha-256",
                "server_encoding", "UTF8",
                "unix_socket_directories", "",
                "jit", "off",
                "TimeZone", "UTC");
        try (Postgres postgres = folder.laterStart()) {
            for (var setting : kept.keySet())
                assertEquals(kept.get(setting), ServerFolder.ask(postgres, "show " + setting), setting);
        }
    }

    @Test
    void theProgramsAreOfTheVersionTheyAreNamedFor() throws SQLException {
        assertEquals(Binaries.VERSION, ServerFolder.ask(TestPostgres.administrator(), "show server_version") + ".0");
    }

    @Test
    void aLaterStartFindsTheSameDataOnTheSamePort() throws Exception {
        String where;
        try (Postgres postgres = folder.start()) {
            ServerFolder.ask(postgres, "create table kept as select 7 as x");
            where = postgres.where();
        }
        try (Postgres postgres = folder.start()) {
            assertEquals("7", ServerFolder.ask(postgres, "select x from kept"));
            assertEquals(where, postgres.where());
        }
    }

    @Test
    void closingLeavesNoProcessAndNoPidFile() throws Exception {
        folder.startOnceAndClose();
        assertEquals(List.of(), Orphans.in(folder.data()));
        assertFalse(Files.exists(folder.data().resolve("postmaster.pid")));
    }

    @Test
    void closingTwiceDoesNoHarm() throws Exception {
        Postgres postgres = folder.laterStart();
        postgres.close();
        postgres.close();
        try (Postgres again = folder.laterStart()) {
            assertEquals("1", ServerFolder.ask(again, "select 1"));
        }
    }

    @Test
    void aFirstStartCutShortIsBegunAnew() throws Exception {
        Files.createDirectory(folder.path().resolve("data.new"));
        Files.writeString(folder.path().resolve("data.new/PG_VERSION"), "18\n");
        Files.writeString(folder.path().resolve("password"), "of the start that was cut short\n");
        try (Postgres postgres = folder.start()) {
            assertEquals("1", ServerFolder.ask(postgres, "select 1"));
        }
    }

    @Test
    void theSpeedOfTheDiskIsMeasuredAndNothingIsLeftOnIt() throws Exception {
        assertTrue(TestPostgres.administrator().syncsPerSecond(folder.path()) > 0);
        try (var left = Files.list(folder.path())) {
            assertEquals(0, left.count());
        }
    }

    // --- deaths ---

    @Test
    void whenJavaIsKilledTheServerStopsInGoodOrderByItself() throws Exception {
        folder.startOnceAndClose();
        var child = ChildNode.start(folder.path(), TestPostgres.servers());
        assertEquals("started", child.says());
        child.kill();
        folder.awaitNobodyInTheData();
        assertFalse(
                Files.exists(folder.data().resolve("postmaster.pid")), "a server that was cut off leaves this file");
    }

    @Test
    void aStartRightAfterAKilledJavaFindsWhatWasCommitted() throws Exception {
        folder.startOnceAndClose();
        var child = ChildNode.start(folder.path(), TestPostgres.servers());
        assertEquals("started", child.says());
        child.does("create table kept as select 7 as x");
        child.kill();
        try (Postgres postgres = folder.start()) {
            assertEquals("7", ServerFolder.ask(postgres, "select x from kept"));
        }
    }

    @Test
    void ctrlCInTheTerminalDoesNotReachTheServer() throws Exception {
        folder.startOnceAndClose();
        try (var child = ChildNode.start(folder.path(), TestPostgres.servers())) {
            assertEquals("started", child.says());
            assertNotEquals(sessionOf(ProcessHandle.current().pid()), sessionOf(folder.postmaster()));
        }
    }

    private static String sessionOf(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return stat.substring(stat.lastIndexOf(')')).split(" ")[4];
    }

    @Test
    void whenJavaAndItsKeeperAreKilledTheNextStartStopsTheServerThatWasLeft() throws Exception {
        folder.startOnceAndClose();
        var child = ChildNode.start(folder.path(), TestPostgres.servers());
        assertEquals("started", child.says());
        child.does("create table kept as select 7 as x");
        long orphan = folder.postmaster();
        child.signal("STOP"); // it must not see its keeper die
        var keepers = child.descendants()
                .filter(process -> process.info().command().orElse("").matches(".*/(sh|dash|bash|busybox)"))
                .toList();
        assertEquals(2, keepers.size());
        keepers.forEach(ProcessHandle::destroyForcibly);
        child.kill();
        assertTrue(Orphans.in(folder.data()).contains(orphan));
        try (Postgres postgres = folder.start()) {
            assertEquals("7", ServerFolder.ask(postgres, "select x from kept"));
            assertNotEquals(orphan, folder.postmaster());
        }
    }

    @Test
    void whatWasNotCommittedWhenJavaWasKilledIsNotThere() throws Exception {
        folder.startOnceAndClose();
        var child = ChildNode.start(folder.path(), TestPostgres.servers());
        assertEquals("started", child.says());
        child.does("begin");
        child.does("create table half as select 7 as x");
        child.kill();
        try (Postgres postgres = folder.start()) {
            assertEquals("true", ServerFolder.ask(postgres, "select (to_regclass('half') is null)::text"));
        }
    }

    @Test
    void whenOnlyItsKeeperIsKilledTheServerIsStartedAnewUnderAnother() throws Exception {
        try (Postgres postgres = folder.laterStart()) {
            var unguarded = ProcessHandle.of(folder.postmaster()).orElseThrow();
            unguarded.parent().orElseThrow().destroyForcibly();
            unguarded.onExit().get(60, TimeUnit.SECONDS);
            assertEquals("1", ServerFolder.ask(postgres, "select 1"));
            assertNotEquals(unguarded.pid(), folder.postmaster());
        }
    }

    @Test
    void aKilledServerIsStartedAgainWithWhatWasCommitted() throws Exception {
        try (Postgres postgres = folder.laterStart()) {
            ServerFolder.ask(postgres, "create table kept as select 7 as x");
            ServerFolder.killAndAwait(folder.postmaster());
            assertEquals("7", ServerFolder.ask(postgres, "select x from kept"));
        }
    }

    @Test
    void readersComeBackAfterTheServerDid() throws Exception {
        try (Postgres postgres = folder.laterStart()) {
            postgres.readers().getConnection().close();
            ServerFolder.killAndAwait(folder.postmaster());
            ServerFolder.ask(postgres, "select 1");
            try (Connection reader = postgres.readers().getConnection()) {
                assertTrue(reader.isValid(5));
            }
        }
    }

    @Test
    void aServerThatFallsAgainAndAgainIsGivenUpWithItsLastWords() throws Exception {
        try (Postgres postgres = folder.laterStart()) {
            for (int i = 0; i < 6; i++) {
                ServerFolder.ask(postgres, "select 1");
                ServerFolder.killAndAwait(folder.postmaster());
            }
            var refusal = assertThrows(DatabaseUnavailable.class, postgres::open);
            assertEquals(Trouble.FALLS_AGAIN, refusal.trouble());
        }
    }

    @Test
    void aPidFileThatNamesAnUnrelatedProcessDoesNotStopTheStart() throws Exception {
        folder.startOnceAndClose();
        // PostgreSQL alone would see a living process of the same user and refuse for ever.
        Files.writeString(
                folder.data().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.data()
                        + "\n1790000000\n21000\n\n127.0.0.1\n  5432001         0\nready   \n");
        try (Postgres postgres = folder.start()) {
            assertEquals("1", ServerFolder.ask(postgres, "select 1"));
        }
    }

    @Test
    void aServerOfSomebodyElseOnTheDataIsNamedAndLeftAlone() throws Exception {
        folder.startOnceAndClose();
        RunAs runAs = RunAs.choose(folder.data());
        Path postgres = Binaries.in(TestPostgres.servers()).resolve("bin/postgres");
        int port = new Ports(folder.path().resolve("port")).choose();
        var foreign = ServerProcess.launch(
                runAs.words(postgres, List.of("-D", folder.data().toString(), "-p", "" + port, "-k", "")),
                folder.path());
        try {
            assertTrue(foreign.awaitReady(Duration.ofMinutes(1)));
            var refusal =
                    assertThrows(DatabaseUnavailable.class, () -> Orphans.clear(folder.data(), Duration.ofMillis(100)));
            assertEquals(Trouble.STILL_IN_USE, refusal.trouble());
            assertTrue(String.valueOf(refusal.getMessage()).contains("kill -INT " + folder.postmaster()));
            assertTrue(foreign.isAlive());
        } finally {
            foreign.stop(Duration.ofMinutes(1));
        }
    }
}
