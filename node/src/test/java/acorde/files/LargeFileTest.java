package acorde.files;

import static acorde.files.Post.ANA;
import static acorde.files.Post.GT;
import static acorde.files.Post.HN;
import static acorde.files.Post.officer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Acts;
import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import acorde.trust.Charter;
import acorde.trust.KeyRing;
import acorde.trust.Logs;
import acorde.trust.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the limit, and one for which the memory of its receiver is too small. */
@Tag("database")
@Tag("slow")
class LargeFileTest {
    private static final int CHUNKS = 72;

    @TempDir
    Path folder;

    @Test
    void aFileOfTheLimitIsTakenAndOneByteMoreIsNot() {
        try (var post = new Post(folder)) {
            var hn = post.start(HN);
            var most = hn.files.put(officer(ANA), Announced.as("a.pdf"), Sample.pdfOf(Attachment.LIMIT));
            assertEquals(256, ((Put.Ready) most).upload().file().chunks().size());
            assertEquals(
                    new Put.Refused(Put.Why.TOO_LARGE),
                    hn.files.put(officer(ANA), Announced.as("b.pdf"), Sample.pdfOf(Attachment.LIMIT + 1)));
        }
    }

    /** The receiver has 64 MiB of memory for all it is, and is killed twice. */
    @Test
    void aReceiverOfLittleMemoryThatIsKilledOnTheWayGoesOnWhereItWas() throws Exception {
        try (var post = new Post(folder)) {
            var hn = post.start(HN);
            var ready = (Put.Ready) hn.files.put(officer(ANA), Announced.as("a.pdf"), Sample.pdfOf(CHUNKS << 20));
            hn.send(List.of(ready.upload().file()), GT);
            var charter = folder.resolve("charter.json");
            java.nio.file.Files.write(charter, post.parties.charter().bytes());
            var url = TestPostgres.freshUrl();
            try (var database = Postgres.external(url)) {
                for (var schema : List.of("trust", "acts", "files")) database.migrate(schema);
                for (var enough : List.of(10L, 45L)) {
                    var receiver = receiver(url);
                    await(database, receiver, "select count(*) >= " + enough + " from files.given");
                    receiver.destroyForcibly().waitFor();
                }
                var receiver = receiver(url);
                await(database, receiver, "select exists (select from files.looked where good)");
                receiver.destroyForcibly().waitFor();
                assertTrue(is(
                        database,
                        "select count(*) = " + CHUNKS + " and sum(size) = " + (CHUNKS << 20) + " from files.given"));
            }
        }
    }

    private Process receiver(String url) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = List.of(
                java,
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Receiver.class.getName(),
                url,
                folder.toString());
        return new ProcessBuilder(words).inheritIO().start();
    }

    private static void await(Postgres database, Process receiver, String question) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!is(database, question)) {
            assertTrue(receiver.isAlive(), "the receiver ended");
            assertTrue(System.nanoTime() < end, "not within five minutes: " + question);
            receiver.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean is(Postgres database, String question) {
        try (var connection = database.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getBoolean(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Guatemala's node as a process of its own: it follows and fetches until it is killed. */
    static final class Receiver {
        private Receiver() {}

        public static void main(String[] arguments) throws Exception {
            var folder = Path.of(arguments[1]);
            var charter = Charter.parse(java.nio.file.Files.readAllBytes(folder.resolve("charter.json")));
            var keys = KeyRing.open(folder.resolve("GT"));
            var postgres = Postgres.external(arguments[0]);
            var logs = new Logs(charter, GT, keys, postgres.readers());
            var lease = postgres.lease("log");
            var acts = new Acts(postgres, lease, logs, List.of(new Letters()), (_, _) -> {}, Clock.systemUTC());
            var transport = new Transport(charter, GT, keys);
            acts.follow(transport);
            new Files(postgres, lease, acts, Clock.systemUTC()).follow(transport, _ -> true, _ -> true);
            Thread.currentThread().join();
        }
    }
}
