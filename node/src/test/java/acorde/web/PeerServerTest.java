package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Acts;
import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import acorde.trust.Logs;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import acorde.trust.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets an answer on the port for partners, spoken to as a hostile caller would: by hand, over TLS. */
@Tag("database")
class PeerServerTest {
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode HN = new PartyCode("HN");

    private static final Pattern CONTENT_LENGTH = Pattern.compile("content-length: ([0-9]{1,6})");

    private static Parties parties;
    private static Parties strangers;
    private static Postgres postgres;
    private static Acts acts;
    private static PeerServer server;

    /** The charter as the server sees it: the keys of Guatemala can be taken out of it while it runs. */
    private static final AtomicBoolean GT_PINNED = new AtomicBoolean(true);

    @BeforeAll
    static void start(@TempDir Path folder) {
        parties = new Parties(folder.resolve("ours"), Parties.NOWHERE, "GT", "HN");
        strangers = new Parties(folder.resolve("strangers"), Parties.NOWHERE, "GT", "HN");
        postgres = TestPostgres.fresh("trust", "acts");
        acts = new Acts(
                postgres,
                postgres.lease("log"),
                new Logs(parties.charter(), HN, parties.keys(HN), postgres.readers()),
                List.of(),
                (_, _) -> {},
                Clock.systemUTC());
        var without = parties.charterWithout(GT);
        var transport = new Transport(() -> GT_PINNED.get() ? parties.charter() : without, HN, parties.keys(HN));
        server = new PeerServer(acts, transport, new PeerServer.Listening("127.0.0.1", 0, Duration.ofSeconds(2)));
    }

    @AfterAll
    static void stop() {
        server.close();
        acts.close();
        postgres.close();
    }

    private static SSLContext of(Parties whose, PartyCode party) {
        return new Transport(whose.charter(), party, whose.keys(party)).client(HN);
    }

    /** Trusts whoever answers; shows the key of a stranger, or none. */
    private static SSLContext trusting(boolean withKey) throws Exception {
        var anybody = new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {}

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        };
        var keys = javax.net.ssl.KeyManagerFactory.getInstance("PKIX");
        var password = "x".toCharArray();
        keys.init(strangers.keys(GT).tlsKeyStore(GT, password), password);
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(withKey ? keys.getKeyManagers() : null, new TrustManager[] {anybody}, null);
        return context;
    }

    private static SSLSocket open(SSLContext context) throws IOException {
        return (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.port());
    }

    /** Sends one request on a connection that is kept. @return the status line */
    private static String ask(SSLSocket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = socket.getInputStream().read();
            if (next < 0) throw new IOException("ended after: " + head);
            head.append((char) next);
        }
        skipBody(
                socket.getInputStream(),
                request.startsWith("HEAD ") ? "" : head.toString().toLowerCase(Locale.ROOT));
        return head.substring(0, head.indexOf("\r\n"));
    }

    /** Reads on to the end of a body, so that the connection can be used again. */
    private static void skipBody(InputStream in, String head) throws IOException {
        var length = CONTENT_LENGTH.matcher(head);
        if (length.find()) in.readNBytes(Integer.parseInt(length.group(1)));
        if (!head.contains("transfer-encoding: chunked")) return;
        var body = new StringBuilder();
        while (!body.toString().endsWith("0\r\n\r\n")) body.append((char) in.read());
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: hn\r\n\r\n";
    }

    @Test
    void aPartnerIsAnswered() throws IOException {
        try (var socket = open(of(parties, GT))) {
            assertEquals("TLSv1.3", socket.getSession().getProtocol());
            assertTrue(ask(socket, get("/log/checkpoint")).contains(" 404"), "no checkpoint yet");
            assertTrue(ask(socket, get("/acts/000")).contains(" 200"));
        }
    }

    @Test
    void aKeyThatIsNotInTheCharterGetsNoAnswer() throws Exception {
        try (var socket = open(trusting(true))) {
            assertThrows(IOException.class, () -> ask(socket, get("/acts/000")));
        }
    }

    @Test
    void noKeyGetsNoAnswer() throws Exception {
        try (var socket = open(trusting(false))) {
            assertThrows(IOException.class, () -> ask(socket, get("/acts/000")));
        }
    }

    @Test
    void thisPartysOwnKeyIsNoPartners() throws IOException {
        var own = new Transport(parties.charter(), GT, parties.keys(HN)).client(HN);
        try (var socket = open(own)) {
            assertThrows(IOException.class, () -> ask(socket, get("/acts/000")));
        }
    }

    @Test
    void olderTlsIsNotSpoken() throws Exception {
        try (var socket = open(of(parties, GT))) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThrows(SSLException.class, socket::startHandshake);
        }
    }

    @Test
    void aKeptConnectionIsRefusedOnceItsKeyIsNoLongerPinned() throws IOException {
        try (var socket = open(of(parties, GT))) {
            assertTrue(ask(socket, get("/acts/000")).contains(" 200"));
            GT_PINNED.set(false);
            assertTrue(ask(socket, get("/acts/000")).contains(" 403"));
        } finally {
            GT_PINNED.set(true);
        }
    }

    @Test
    void aResumedSessionIsRefusedOnceItsKeyIsNoLongerPinned() throws IOException {
        var context = of(parties, GT);
        byte[] first;
        try (var socket = open(context)) {
            assertTrue(ask(socket, get("/acts/000")).contains(" 200"));
            first = id(context);
        }
        assertTrue(first.length > 0, "there is a session to resume");
        GT_PINNED.set(false);
        try (var socket = open(context)) {
            assertFalse(answered(socket), "a session that was good once is not good for ever");
        } finally {
            GT_PINNED.set(true);
        }
        try (var socket = open(context)) {
            assertTrue(ask(socket, get("/acts/000")).contains(" 200"));
        }
    }

    private static byte[] id(SSLContext context) {
        var ids = context.getClientSessionContext().getIds();
        return ids.hasMoreElements() ? ids.nextElement() : new byte[0];
    }

    private static boolean answered(SSLSocket socket) {
        try {
            return ask(socket, get("/acts/000")).contains(" 200");
        } catch (IOException refused) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/log/tile/0/../0",
                "/log/tile/99/000",
                "/log/tile/0/00",
                "/log/tile/0/x00",
                "/acts/-1",
                "/acts/000.p/0",
                "/acts/000?from=-1",
                "/acts/000?from=257",
                "/acts/000?from=x",
                "/log/checkpoint?after=x",
                "/log/checkpoint?after=99999999999999999999",
                "/log/checkpoint?wait=%00"
            })
    void whatCannotBeReadIsRefusedAndTheConnectionGoesOn(String path) throws IOException {
        try (var socket = open(of(parties, GT))) {
            assertTrue(ask(socket, get(path)).matches("HTTP/1.1 40[04].*"), path);
        }
        try (var socket = open(of(parties, GT))) {
            assertTrue(ask(socket, get("/acts/000")).contains(" 200"));
        }
    }

    @Test
    void aPathLongerThanAnyIsRefused() throws IOException {
        try (var socket = open(of(parties, GT))) {
            assertTrue(ask(socket, get("/acts/" + "0".repeat(600))).contains(" 414"));
        }
    }

    @Test
    void headersLongerThanAnyAreRefused() throws IOException {
        try (var socket = open(of(parties, GT))) {
            assertTrue(ask(socket, "GET /acts/000 HTTP/1.1\r\nHost: hn\r\nX: " + "x".repeat(9_000) + "\r\n\r\n")
                    .matches("HTTP/1.1 4(00|31).*"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE"})
    void partnersOnlyRead(String method) throws IOException {
        try (var socket = open(of(parties, GT))) {
            assertTrue(ask(socket, method + " /acts/000 HTTP/1.1\r\nHost: hn\r\nContent-Length: 0\r\n\r\n")
                    .contains(" 405"));
        }
    }

    @Test
    void aCallerThatSaysNothingIsNotWaitedForWithoutEnd() throws IOException {
        try (var socket = open(of(parties, GT))) {
            socket.startHandshake();
            socket.getOutputStream().write("GET /acts".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            assertEnds(socket.getInputStream());
        }
    }

    @Test
    @Timeout(120) // without the guard it would go on for hours
    void aHandshakeOrAHeadThatComesByteByByteIsNotWaitedForWithoutEnd() throws Exception {
        try (var caller = new SlowCaller(server.port())) {
            caller.say("\u0016\u0003\u0001\u0002\u0000"); // a ClientHello of 512 bytes begins
            caller.dribble(1);
        }
        try (var caller = new SlowCaller(open(of(parties, GT)))) {
            caller.say("GET /log/checkpoint HTTP/1.1\r\nHost: hn\r\nX-Slow: ");
            caller.dribble('x');
        }
    }

    @Test
    @Timeout(120) // as above
    void whoTakesNoAnswerIsNotWaitedForWithoutEnd() throws Exception {
        try (var caller = new SlowCaller(open(of(parties, GT)))) {
            caller.askWithoutReading(get("/acts/000?from=x").repeat(100));
        }
    }

    @Test
    void aBodyIsNotTakenIn() throws IOException {
        try (var socket = open(of(parties, GT))) {
            var head = "POST /acts/000 HTTP/1.1\r\nHost: hn\r\nContent-Length: 1000000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertTrue(answer.startsWith("HTTP/1.1 405"), answer);
        }
    }

    /** The other side ends the connection, whatever it says before. */
    private static void assertEnds(InputStream in) {
        try {
            var said = in.readAllBytes();
            assertFalse(new String(said, StandardCharsets.US_ASCII).contains(" 200"));
        } catch (IOException ended) {
            assertTrue(ended.getMessage() != null);
        }
    }
}
