package acorde.postgres;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a built-in server: its starts, its deaths, and what it says when it cannot start. */
@SuppressWarnings("NullAway.Init") // JUnit calls start()
@Tag("database")
@Tag("slow")
@Timeout(300)
class SupervisorTest {
    Path directory;

    /** A server that was started and closed, copied where a test begins with one: that takes a tenth of the time. */
    static Path closedServer;

    @BeforeAll
    static void makeAClosedServer() throws IOException {
        closedServer = Files.createTempDirectory("acorde-supervisor-closed");
        Postgres.embedded(closedServer, TestPostgres.servers()).close();
    }

    @AfterAll
    static void removeTheClosedServer() throws IOException {
        Folders.remove(closedServer);
    }

    @BeforeEach
    void start() throws IOException {
        directory = Files.createTempDirectory("acorde-supervisor");
    }

    private void startOnceAndClose() {
        var copied = Command.run(Duration.ofMinutes(1), List.of("cp", "-a", closedServer + "/.", directory.toString()));
        assertTrue(copied.succeeded(), copied.output());
    }

    private Postgres laterStart() {
        startOnceAndClose();
        return embedded();
    }

    @AfterEach
    void remove() throws IOException {
        Folders.remove(directory);
    }

    private Postgres embedded() {
        return Postgres.embedded(directory, TestPostgres.servers());
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Trouble refusal() {
        return assertThrows(DatabaseUnavailable.class, () -> embedded().close()).trouble();
    }

    private static String ask(Postgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.open();
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            if (!rows) {
                return "";
            }
            try (ResultSet found = statement.getResultSet()) {
                found.next();
                return found.getString(1);
            }
        }
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data().resolve("postmaster.pid")).getFirst());
    }

    private static void killAndAwait(long pid) throws Exception {
        var process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(60, TimeUnit.SECONDS);
    }

    private void awaitNobodyInTheData() throws Exception {
        for (long pid : Orphans.in(data())) {
            var process = ProcessHandle.of(pid);
            if (process.isPresent()) {
                process.get().onExit().get(60, TimeUnit.SECONDS);
            }
        }
    }

    // --- starting and stopping ---

    @Test
    void theFirstStartMakesDataPasswordAndPort() throws Exception {
        try (Postgres postgres = embedded()) {
            assertEquals("1", ask(postgres, "select 1"));
            assertEquals("18", Files.readString(data().resolve("PG_VERSION")).strip());
            assertTrue(Files.exists(directory.resolve("port")));
        }
    }

    @Test
    void thePasswordIsForItsOwnerOnlyAndInNoListOfProcesses() throws Exception {
        try (Postgres postgres = embedded()) {
            Path file = directory.resolve("password");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            String password = Files.readString(file).strip();
            assertTrue(password.length() >= 40);
            assertFalse(Files.readString(Path.of("/proc/" + postmaster() + "/cmdline"))
                    .contains(password));
            assertEquals(
                    "127.0.0.1:" + Files.readString(directory.resolve("port")).strip(), postgres.where());
        }
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        try (Postgres postgres = laterStart()) {
            String url = postgres.address().url() + "?user=postgres&password=guess";
            assertEquals(
                    Trouble.NOT_LET_IN,
                    assertThrows(DatabaseUnavailable.class, () -> Postgres.external(url))
                            .trouble());
        }
    }

    @Test
    void itListensOnTheLoopbackAddressAlone() throws IOException {
        try (Postgres _ = laterStart()) {
            int port =
                    Integer.parseInt(Files.readString(directory.resolve("port")).strip());
            // Any server that listens on all addresses would take this one.
            try (var socket = new ServerSocket()) {
                assertDoesNotThrow(() -> socket.bind(new InetSocketAddress("127.0.0.2", port)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "full_page_writes, on",
        "synchronous_commit, on",
        "data_checksums, on",
        "password_encryption, scram-sha-256",
        "server_encoding, UTF8",
        "unix_socket_directories, ''",
        "jit, off",
        "TimeZone, UTC"
    })
    void itKeepsWhatItConfirms(String setting, String value) throws SQLException {
        assertEquals(value, ask(TestPostgres.administrator(), "show " + setting));
    }

    @Test
    void theProgramsAreOfTheVersionTheyAreNamedFor() throws SQLException {
        assertEquals(Binaries.VERSION, ask(TestPostgres.administrator(), "show server_version") + ".0");
    }

    @Test
    void aLaterStartFindsTheSameDataOnTheSamePort() throws Exception {
        String where;
        try (Postgres postgres = embedded()) {
            ask(postgres, "create table kept as select 7 as x");
            where = postgres.where();
        }
        try (Postgres postgres = embedded()) {
            assertEquals("7", ask(postgres, "select x from kept"));
            assertEquals(where, postgres.where());
        }
    }

    @Test
    void closingLeavesNoProcessAndNoPidFile() throws Exception {
        startOnceAndClose();
        assertEquals(List.of(), Orphans.in(data()));
        assertFalse(Files.exists(data().resolve("postmaster.pid")));
    }

    @Test
    void closingTwiceDoesNoHarm() {
        Postgres postgres = laterStart();
        postgres.close();
        postgres.close();
    }

    @Test
    void aFirstStartCutShortIsBegunAnew() throws Exception {
        Files.createDirectory(directory.resolve("data.new"));
        Files.writeString(directory.resolve("data.new/PG_VERSION"), "18\n");
        Files.writeString(directory.resolve("password"), "of the start that was cut short\n");
        try (Postgres postgres = embedded()) {
            assertEquals("1", ask(postgres, "select 1"));
        }
    }

    @Test
    void theSpeedOfTheDiskIsMeasuredAndNothingIsLeftOnIt() throws Exception {
        assertTrue(TestPostgres.administrator().syncsPerSecond(directory) > 0);
        try (var left = Files.list(directory)) {
            assertEquals(0, left.count());
        }
    }

    // --- deaths ---

    @Test
    void whenJavaIsKilledTheServerStopsInGoodOrderByItself() throws Exception {
        startOnceAndClose();
        var child = ChildNode.start(directory, TestPostgres.servers());
        assertEquals("started", child.says());
        child.kill();
        awaitNobodyInTheData();
        assertFalse(Files.exists(data().resolve("postmaster.pid")), "a server that was cut off leaves this file");
    }

    @Test
    void aStartRightAfterAKilledJavaFindsWhatWasCommitted() throws Exception {
        startOnceAndClose();
        var child = ChildNode.start(directory, TestPostgres.servers());
        assertEquals("started", child.says());
        child.does("create table kept as select 7 as x");
        child.kill();
        try (Postgres postgres = embedded()) {
            assertEquals("7", ask(postgres, "select x from kept"));
        }
    }

    @Test
    void ctrlCInTheTerminalDoesNotReachTheServer() throws Exception {
        startOnceAndClose();
        try (var child = ChildNode.start(directory, TestPostgres.servers())) {
            assertEquals("started", child.says());
            assertNotEquals(sessionOf(ProcessHandle.current().pid()), sessionOf(postmaster()));
        }
    }

    private static String sessionOf(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return stat.substring(stat.lastIndexOf(')')).split(" ")[4];
    }

    @Test
    void whenJavaAndItsKeeperAreKilledTheNextStartStopsTheServerThatWasLeft() throws Exception {
        startOnceAndClose();
        var child = ChildNode.start(directory, TestPostgres.servers());
        assertEquals("started", child.says());
        child.does("create table kept as select 7 as x");
        long orphan = postmaster();
        child.signal("STOP"); // it must not see its keeper die
        var keepers = child.descendants()
                .filter(process -> process.info().command().orElse("").matches(".*/(sh|dash|bash|busybox)"))
                .toList();
        assertEquals(2, keepers.size());
        keepers.forEach(ProcessHandle::destroyForcibly);
        child.kill();
        assertTrue(Orphans.in(data()).contains(orphan));
        try (Postgres postgres = embedded()) {
            assertEquals("7", ask(postgres, "select x from kept"));
            assertNotEquals(orphan, postmaster());
        }
    }

    @Test
    void whatWasNotCommittedWhenJavaWasKilledIsNotThere() throws Exception {
        startOnceAndClose();
        var child = ChildNode.start(directory, TestPostgres.servers());
        assertEquals("started", child.says());
        child.does("begin");
        child.does("create table half as select 7 as x");
        child.kill();
        try (Postgres postgres = embedded()) {
            assertEquals("true", ask(postgres, "select (to_regclass('half') is null)::text"));
        }
    }

    @Test
    void whenOnlyItsKeeperIsKilledTheServerIsStartedAnewUnderAnother() throws Exception {
        try (Postgres postgres = laterStart()) {
            var unguarded = ProcessHandle.of(postmaster()).orElseThrow();
            unguarded.parent().orElseThrow().destroyForcibly();
            unguarded.onExit().get(60, TimeUnit.SECONDS);
            assertEquals("1", ask(postgres, "select 1"));
            assertNotEquals(unguarded.pid(), postmaster());
        }
    }

    @Test
    void aKilledServerIsStartedAgainWithWhatWasCommitted() throws Exception {
        try (Postgres postgres = laterStart()) {
            ask(postgres, "create table kept as select 7 as x");
            killAndAwait(postmaster());
            assertEquals("7", ask(postgres, "select x from kept"));
        }
    }

    @Test
    void readersComeBackAfterTheServerDid() throws Exception {
        try (Postgres postgres = laterStart()) {
            postgres.readers().getConnection().close();
            killAndAwait(postmaster());
            ask(postgres, "select 1");
            try (Connection reader = postgres.readers().getConnection()) {
                assertTrue(reader.isValid(5));
            }
        }
    }

    @Test
    void aServerThatFallsAgainAndAgainIsGivenUpWithItsLastWords() throws Exception {
        try (Postgres postgres = laterStart()) {
            for (int i = 0; i < 6; i++) {
                ask(postgres, "select 1");
                killAndAwait(postmaster());
            }
            var refusal = assertThrows(DatabaseUnavailable.class, postgres::open);
            assertEquals(Trouble.FALLS_AGAIN, refusal.trouble());
        }
    }

    @Test
    void aPidFileThatNamesAnUnrelatedProcessDoesNotStopTheStart() throws Exception {
        startOnceAndClose();
        // PostgreSQL alone would see a living process of the same user and refuse for ever.
        Files.writeString(
                data().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data()
                        + "\n1790000000\n21000\n\n127.0.0.1\n  5432001         0\nready   \n");
        try (Postgres postgres = embedded()) {
            assertEquals("1", ask(postgres, "select 1"));
        }
    }

    @Test
    void aServerOfSomebodyElseOnTheDataIsNamedAndLeftAlone() throws Exception {
        startOnceAndClose();
        RunAs runAs = RunAs.choose(data());
        Path postgres = Binaries.in(TestPostgres.servers()).resolve("bin/postgres");
        int port = new Ports(directory.resolve("port")).choose();
        var foreign = ServerProcess.launch(
                runAs.words(postgres, List.of("-D", data().toString(), "-p", "" + port, "-k", "")), directory);
        try {
            assertTrue(foreign.awaitReady(Duration.ofMinutes(1)));
            var refusal = assertThrows(DatabaseUnavailable.class, () -> Orphans.clear(data(), Duration.ofMillis(100)));
            assertEquals(Trouble.STILL_IN_USE, refusal.trouble());
            assertTrue(String.valueOf(refusal.getMessage()).contains("kill -INT " + postmaster()));
            assertTrue(foreign.isAlive());
        } finally {
            foreign.stop(Duration.ofMinutes(1));
        }
    }

    // --- two at once ---

    @Test
    void aSecondNodeOnTheSameDirectoryIsRefusedAndTheFirstGoesOn() throws Exception {
        try (Postgres first = laterStart()) {
            assertEquals(Trouble.ALREADY_RUNNING, refusal());
            try (var other = ChildNode.start(directory, TestPostgres.servers())) {
                assertTrue(other.says()
                        .startsWith("refused ALREADY_RUNNING Another node is already running on " + directory));
            }
            assertEquals("1", ask(first, "select 1"));
        }
    }

    @Test
    void fourNodesStartingAtOnceUnpackOneServer() throws IOException {
        Path servers = directory.resolve("servers");
        // What a node left that was killed while it unpacked.
        Files.createDirectories(servers.resolve("server-" + Binaries.VERSION + ".part/bin"));
        var nodes = List.of("a", "b", "c", "d").stream()
                .map(name -> ChildNode.start(directory.resolve(name), servers))
                .toList();
        try {
            for (ChildNode node : nodes) {
                assertEquals("started", node.says());
            }
            try (var unpacked = Files.list(servers)) {
                assertEquals(
                        List.of("server-" + Binaries.VERSION, "server-" + Binaries.VERSION + ".lock"),
                        unpacked.map(path -> path.getFileName().toString())
                                .sorted()
                                .toList());
            }
        } finally {
            nodes.forEach(ChildNode::close);
        }
    }

    @Test
    void aTakenPortIsReplacedByAnother() throws Exception {
        startOnceAndClose();
        int taken = Integer.parseInt(Files.readString(directory.resolve("port")).strip());
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), taken));
            try (Postgres postgres = embedded()) {
                assertEquals("1", ask(postgres, "select 1"));
                assertNotEquals("127.0.0.1:" + taken, postgres.where());
                assertEquals(
                        "127.0.0.1:"
                                + Files.readString(directory.resolve("port")).strip(),
                        postgres.where());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "-1", "70000", "''"})
    void aSpoiltPortFileIsWrittenAnew(String content) throws Exception {
        Path file = Files.writeString(directory.resolve("port"), content);
        int port = new Ports(file).choose();
        assertEquals(port, Integer.parseInt(Files.readString(file).strip()));
    }

    // --- data that do not serve ---

    @Test
    void dataOfAnotherVersionAreRefusedUntouched() throws Exception {
        startOnceAndClose();
        Files.writeString(data().resolve("PG_VERSION"), "17\n");
        var refusal = assertThrows(DatabaseUnavailable.class, () -> embedded().close());
        assertEquals(
                "The data in " + data()
                        + " were written by PostgreSQL 17 and this program brings PostgreSQL 18: run pg_upgrade "
                        + "on them, or start a PostgreSQL 17 of your own on them and give it with --database-url.",
                refusal.getMessage());
        Files.writeString(data().resolve("PG_VERSION"), "18\n");
        embedded().close();
    }

    @Test
    void aFolderThatIsNoDatabaseIsRefusedUntouched() throws Exception {
        Files.createDirectory(data());
        Files.writeString(data().resolve("thesis.txt"), "precious");
        assertEquals(Trouble.NOT_A_CLUSTER, refusal());
        assertEquals("precious", Files.readString(data().resolve("thesis.txt")));
    }

    @Test
    void dataWithoutTheirPasswordFileAreRefused() throws Exception {
        startOnceAndClose();
        Files.delete(directory.resolve("password"));
        assertEquals(Trouble.NO_PASSWORD, refusal());
    }

    @Test
    void damagedDataAreSaidInTheWordsOfTheServer() throws Exception {
        startOnceAndClose();
        Files.write(data().resolve("global/pg_control"), new byte[10]);
        var refusal = assertThrows(DatabaseUnavailable.class, () -> embedded().close());
        assertEquals(Trouble.NOT_STARTED, refusal.trouble());
        assertTrue(String.valueOf(refusal.getMessage()).contains("pg_control"), refusal.getMessage());
    }

    @Test
    void afterARefusalTheDirectoryIsFreeAgain() throws Exception {
        Files.createDirectory(data());
        assertEquals(Trouble.NOT_A_CLUSTER, refusal());
        Files.delete(data());
        embedded().close();
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X, aarch64", "Windows 11, amd64", "Linux, riscv64"})
    void aSystemWithoutBinariesIsToldToGiveADatabase(String system, String processor) {
        var refusal = assertThrows(DatabaseUnavailable.class, () -> Binaries.in(directory, system, processor));
        assertEquals(
                "There is no built-in PostgreSQL for " + system + " " + processor
                        + ": give an external one with --database-url.",
                refusal.getMessage());
    }

    @Test
    void theBinariesForTheOtherProcessorAreThere() {
        // They cannot be run here: that they unpack and hold the server is what can be known.
        Path server =
                Binaries.in(directory, "Linux", System.getProperty("os.arch").equals("aarch64") ? "amd64" : "aarch64");
        for (String program : List.of("bin/postgres", "bin/initdb")) {
            assertTrue(Files.isExecutable(server.resolve(program)), program);
        }
    }
}
