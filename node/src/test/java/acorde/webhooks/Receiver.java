package acorde.webhooks;

import acorde.notices.Authority;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A system that is told, on a real HTTPS server of its own: it answers what the test says, and looks at signatures as the how-to has it. */
public final class Receiver implements AutoCloseable {
    private static final String PASSWORD = "de-prueba";
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final SSLServerSocket socket;
    private final Path authority;
    private volatile Manner manner = answering("HTTP/1.1 204 No Content\r\n\r\n");

    /** What came. @param headers by their names in small letters */
    public record Got(String line, TreeMap<String, String> headers, String body) {
        public String id() {
            return headers.getOrDefault("webhook-id", "");
        }
    }

    /** What it does once it has read what came. */
    public interface Manner {
        void treat(SSLSocket caller) throws IOException;
    }

    /** @param name that stands in its certificate, such as {@code dns:localhost} */
    public Receiver(Path folder, String name) throws IOException, GeneralSecurityException, InterruptedException {
        var store = Files.createTempDirectory(folder, "receiver").resolve("server.p12");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder((tool + " -genkeypair -alias it -keyalg EC -dname CN=it -ext san=" + name
                                + " -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + store)
                        .split(" "))
                .inheritIO()
                .start();
        if (made.waitFor() != 0) throw new IOException("no certificate");
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        authority = Files.writeString(
                store.resolveSibling("authority.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("it").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 20, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        while (!socket.isClosed())
            try (var caller = (SSLSocket) socket.accept()) {
                read(caller.getInputStream());
                manner.treat(caller);
            } catch (IOException _) {
                // the caller hung up or believed nothing, or the test is over
            }
    }

    private void read(InputStream in) throws IOException {
        var line = line(in);
        var headers = new TreeMap<String, String>();
        for (var next = line(in); !next.isEmpty(); next = line(in)) {
            var parts = next.split(": ", 2);
            headers.put(parts[0].toLowerCase(java.util.Locale.ROOT), parts[1]);
        }
        var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        got.add(new Got(line, headers, new String(body, StandardCharsets.UTF_8)));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) line.append((char) next);
        return line.toString().strip();
    }

    public static Manner answering(String answer) {
        return caller -> {
            caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            caller.getOutputStream().flush();
        };
    }

    public void now(Manner other) {
        manner = other;
    }

    /** What came since the last time. */
    public List<Got> took() {
        var all = List.copyOf(got);
        got.clear();
        return all;
    }

    /** Signed with that secret, not long ago, and not seen before. */
    public boolean accepts(Got one, String secret, Instant now) {
        var at = Instant.ofEpochSecond(Long.parseLong(one.headers().get("webhook-timestamp")));
        if (Duration.between(at, now).abs().compareTo(WINDOW) > 0) return false;
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
            var signed = one.id() + "." + at.getEpochSecond() + "." + one.body();
            var due = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            var said = one.headers().get("webhook-signature");
            return MessageDigest.isEqual(
                            due.getBytes(StandardCharsets.US_ASCII), said.getBytes(StandardCharsets.US_ASCII))
                    && seen.add(one.id());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public String host() {
        return "localhost:" + socket.getLocalPort();
    }

    /** To this alone. */
    public Reach reach() {
        return new Reach(new TreeSet<>(Set.of(host())), List.of(Range.of("127.0.0.0/8")), new Authority(authority));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
