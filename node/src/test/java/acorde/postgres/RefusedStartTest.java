package acorde.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a built-in server says when it cannot start: somebody else is there, or the data do not serve. */
@Tag("database")
@Tag("slow")
@Timeout(300)
class RefusedStartTest {
    final ServerFolder folder = new ServerFolder();

    @AfterEach
    void remove() throws IOException {
        folder.close();
    }

    private Trouble refusal() {
        return assertThrows(DatabaseUnavailable.class, () -> folder.start().close())
                .trouble();
    }

    // --- two at once ---

    @Test
    void aSecondNodeOnTheSameDirectoryIsRefusedAndTheFirstGoesOn() throws Exception {
        try (Postgres first = folder.laterStart()) {
            assertEquals(Trouble.ALREADY_RUNNING, refusal());
            try (var other = ChildNode.start(folder.path(), TestPostgres.servers())) {
                assertTrue(other.says()
                        .startsWith("refused ALREADY_RUNNING Another node is already running on " + folder.path()));
            }
            assertEquals("1", ServerFolder.ask(first, "select 1"));
        }
    }

    @Test
    void fourNodesStartingAtOnceUnpackOneServer() throws IOException {
        Path servers = folder.path().resolve("servers");
        // What a node left that was killed while it unpacked.
        Files.createDirectories(servers.resolve("server-" + Binaries.VERSION + ".part/bin"));
        var nodes = List.of("a", "b", "c", "d").stream()
                .map(name -> ChildNode.start(folder.path().resolve(name), servers))
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
        folder.startOnceAndClose();
        int taken =
                Integer.parseInt(Files.readString(folder.path().resolve("port")).strip());
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), taken));
            try (Postgres postgres = folder.start()) {
                assertEquals("1", ServerFolder.ask(postgres, "select 1"));
                assertNotEquals("127.0.0.1:" + taken, postgres.where());
                assertEquals(
                        "127.0.0.1:"
                                + Files.readString(folder.path().resolve("port"))
                                        .strip(),
                        postgres.where());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "-1", "70000", "''"})
    void aSpoiltPortFileIsWrittenAnew(String content) throws Exception {
        Path file = Files.writeString(folder.path().resolve("port"), content);
        int port = new Ports(file).choose();
        assertEquals(port, Integer.parseInt(Files.readString(file).strip()));
    }

    // --- data that do not serve ---

    @Test
    void dataOfAnotherVersionAreRefusedUntouched() throws Exception {
        folder.startOnceAndClose();
        Files.writeString(folder.data().resolve("PG_VERSION"), "17\n");
        var refusal =
                assertThrows(DatabaseUnavailable.class, () -> folder.start().close());
        assertEquals(
                "The data in " + folder.data()
                        + " were written by PostgreSQL 17 and this program brings PostgreSQL 18: run pg_upgrade "
                        + "on them, or start a PostgreSQL 17 of your own on them and give it with --database-url.",
                refusal.getMessage());
        Files.writeString(folder.data().resolve("PG_VERSION"), "18\n");
        folder.start().close();
    }

    @Test
    void aFolderThatIsNoDatabaseIsRefusedUntouched() throws Exception {
        Files.createDirectory(folder.data());
        Files.writeString(folder.data().resolve("thesis.txt"), "precious");
        assertEquals(Trouble.NOT_A_CLUSTER, refusal());
        assertEquals("precious", Files.readString(folder.data().resolve("thesis.txt")));
    }

    @Test
    void dataWithoutTheirPasswordFileAreRefused() throws Exception {
        folder.startOnceAndClose();
        Files.delete(folder.path().resolve("password"));
        assertEquals(Trouble.NO_PASSWORD, refusal());
    }

    @Test
    void damagedDataAreSaidInTheWordsOfTheServer() throws Exception {
        folder.startOnceAndClose();
        Files.write(folder.data().resolve("global/pg_control"), new byte[10]);
        var refusal =
                assertThrows(DatabaseUnavailable.class, () -> folder.start().close());
        assertEquals(Trouble.NOT_STARTED, refusal.trouble());
        assertTrue(String.valueOf(refusal.getMessage()).contains("pg_control"), refusal.getMessage());
    }

    @Test
    void afterARefusalTheDirectoryIsFreeAgain() throws Exception {
        Files.createDirectory(folder.data());
        assertEquals(Trouble.NOT_A_CLUSTER, refusal());
        Files.delete(folder.data());
        folder.start().close();
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X, aarch64", "Windows 11, amd64", "Linux, riscv64"})
    void aSystemWithoutBinariesIsToldToGiveADatabase(String system, String processor) {
        var refusal = assertThrows(DatabaseUnavailable.class, () -> Binaries.in(folder.path(), system, processor));
        assertEquals(
                "There is no built-in PostgreSQL for " + system + " " + processor
                        + ": give an external one with --database-url.",
                refusal.getMessage());
    }

    @Test
    void theBinariesForTheOtherProcessorAreThere() {
        // They cannot be run here: that they unpack and hold the server is what can be known.
        Path server = Binaries.in(
                folder.path(), "Linux", System.getProperty("os.arch").equals("aarch64") ? "amd64" : "aarch64");
        for (String program : List.of("bin/postgres", "bin/initdb")) {
            assertTrue(Files.isExecutable(server.resolve(program)), program);
        }
    }
}
