package acorde.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters handed to real mail servers, and to some that mean no good. */
class PostmanTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration PATIENT = Duration.ofMinutes(1);
    private static final String PASSWORD = "de-prueba";

    @TempDir
    static Path folder;

    private static GreenMail mail;
    private static Path certificate;

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        certificate = certificate();
        mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
        });
        mail.setUser("acorde@ministerio.example", "acorde", PASSWORD);
        mail.start();
    }

    @AfterAll
    static void stop() {
        mail.stop();
    }

    /** Of localhost, signed by itself; GreenMail finds it by properties of the system. */
    private static Path certificate() throws IOException, InterruptedException, GeneralSecurityException {
        var store = folder.resolve("server.p12");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder((tool + " -genkeypair -alias mail -keyalg EC -dname CN=localhost -ext"
                                + " san=dns:localhost -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + store)
                        .split(" "))
                .inheritIO()
                .start();
        assertEquals(0, made.waitFor());
        System.setProperty("greenmail.tls.keystore.file", store.toString());
        System.setProperty("greenmail.tls.keystore.password", PASSWORD);
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        return Files.writeString(
                folder.resolve("authority.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("mail").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    private static void purge() {
        try {
            mail.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new AssertionError(e);
        }
    }

    private static MailServer server(String address, MailServer.@Nullable Login login, @Nullable Path authority) {
        return MailServer.of(
                URI.create(address),
                login,
                new Address("acorde@ministerio.example"),
                URI.create("https://acorde.example"),
                authority);
    }

    private static Letter letter() {
        var to = new Subscription(
                new acorde.offices.Person.Id(1),
                new Address("nadia@ministerio.example"),
                true,
                Pace.AT_ONCE,
                "es",
                "s",
                null,
                null);
        return new Letter(UUID.randomUUID(), to, List.of(), 0, null, 0);
    }

    private static Outcome send(MailServer server, Duration whole, Letter letter) {
        var written = new Written("Acorde: 2 avisos, también de mañana", "Algo espera.\nhttps://acorde.example/work\n");
        return new Postman(server, whole).send(letter, written, "https://acorde.example/notices/off/1/s", NOW);
    }

    private static Outcome send(String address) {
        return send(server(address, null, null), PATIENT, letter());
    }

    @Test
    void aLetterIsPlainTextToOneWithAStableName() throws MessagingException, IOException {
        purge();
        var letter = letter();
        var server = server("smtp://127.0.0.1:" + mail.getSmtp().getPort(), null, null);
        for (var time = 0; time < 2; time++) assertEquals(Outcome.SENT, send(server, PATIENT, letter));
        var came = mail.getReceivedMessages();
        assertEquals(2, came.length);
        for (var one : came) {
            assertEquals("<" + letter.id() + "@ministerio.example>", one.getHeader("Message-ID", null));
            assertEquals("Acorde: 2 avisos, también de mañana", one.getSubject());
            assertTrue(one.isMimeType("text/plain"), one.getContentType());
            assertEquals("<https://acorde.example/notices/off/1/s>", one.getHeader("List-Unsubscribe", null));
            assertEquals("nadia@ministerio.example", one.getAllRecipients()[0].toString());
            assertEquals(1, one.getAllRecipients().length);
            assertTrue(one.getContent().toString().contains("https://acorde.example/work"));
        }
    }

    @Test
    void overTlsItGoesToTheServerThatIsBelievedAndToNoOther() {
        var port = mail.getSmtps().getPort();
        var login = new MailServer.Login("acorde", PASSWORD);
        assertEquals(Outcome.SENT, send(server("smtps://localhost:" + port, login, certificate), PATIENT, letter()));
        assertEquals(Outcome.FAILED, send("smtps://localhost:" + port), "Java does not know who signed it");
        assertEquals(
                Outcome.FAILED,
                send(server("smtps://127.0.0.1:" + port, null, certificate), PATIENT, letter()),
                "it is another's name");
        var wrong = new MailServer.Login("acorde", "otra");
        assertEquals(Outcome.FAILED, send(server("smtps://localhost:" + port, wrong, certificate), PATIENT, letter()));
    }

    @Test
    void withoutTheTlsThatWasAskedForNothingIsSent() {
        purge();
        assertEquals(
                Outcome.FAILED, send("starttls://127.0.0.1:" + mail.getSmtp().getPort()));
        assertEquals(0, mail.getReceivedMessages().length);
    }

    @Test
    void withStarttlsALetterGoesOverTlsToTheServerThatIsBelievedAndNothingOfItBefore() throws Exception {
        purge();
        try (var server = new Terminator(tls(), mail.getSmtp().getPort())) {
            var login = new MailServer.Login("acorde", PASSWORD);
            assertEquals(
                    Outcome.SENT, send(server(server.address("localhost"), login, certificate), PATIENT, letter()));
            assertEquals(1, mail.getReceivedMessages().length);
            assertEquals(List.of("EHLO ministerio.example", "STARTTLS"), server.plain());
            assertEquals(Outcome.FAILED, send(server.address("localhost")), "Java does not know who signed it");
            assertEquals(
                    Outcome.FAILED,
                    send(server(server.address("127.0.0.1"), login, certificate), PATIENT, letter()),
                    "it is another's name");
            assertEquals(1, mail.getReceivedMessages().length);
        }
    }

    /** The server's side of it. */
    private static SSLContext tls() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(folder.resolve("server.p12").toFile(), PASSWORD.toCharArray());
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return tls;
    }

    @Test
    void aServerThatNeverComesToAnEndIsLeft() throws IOException {
        try (var rogue = new Rogue(caller -> {
            while (true) Rogue.say(caller, "220-" + "x".repeat(500));
        })) {
            assertEquals(Outcome.FAILED, send(rogue.address()));
        }
    }

    @Test
    void aServerThatSaysNothingIsLeftWhenItsTimeIsOver() throws IOException {
        try (var rogue = new Rogue(caller -> caller.getInputStream().readAllBytes())) {
            var server = server(rogue.address(), null, null);
            assertEquals(Outcome.FAILED, send(server, Duration.ofMillis(300), letter()));
        }
    }

    @Test
    void whatTheServerRefusesForGoodIsNotTriedAgain() throws IOException {
        try (var rogue = Rogue.refusing()) {
            assertEquals(Outcome.REFUSED, send(rogue.address()));
        }
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() throws IOException {
        int port;
        try (var gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }
        assertEquals(Outcome.FAILED, send("smtp://127.0.0.1:" + port));
    }
}
