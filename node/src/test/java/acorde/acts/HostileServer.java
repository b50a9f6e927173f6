package acorde.acts;

import acorde.trust.PaperLog;
import acorde.trust.PartyCode;
import acorde.trust.Transport;
import acorde.trustlog.SignedNote;
import acorde.trustlog.TilePath;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLServerSocket;

/**
 * A partner's port written by hand, over real TLS, so that it can do on the wire what no server would: it serves a log on paper, and fails at
 * what it is told to, in the way it is told to.
 */
final class HostileServer implements AutoCloseable {
    /** Between two bytes of a body that drips, and between two strides of one that comes just fast enough. */
    private static final Duration BEAT = Duration.ofMillis(150);

    /** The one chunk it has. */
    static final byte[] CHUNK = "EJERCICIO".getBytes(StandardCharsets.UTF_8);

    private final PartyCode reader;
    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private PaperLog log;
    private Optional<Resource> failing = Optional.empty();
    private Fault fault = Fault.SILENT;
    private long sent;
    private int failed;
    private int hungUp;
    private boolean closed;

    /** What is asked for. */
    enum Resource {
        CHECKPOINT("/log/checkpoint"),
        ENTRIES("/log/tile/entries/"),
        OPENINGS("/acts/"),
        RECEIPT("/mirror/"),
        CHUNK("/files/");

        private final String path;

        Resource(String path) {
            this.path = path;
        }
    }

    /** What goes wrong on the wire. */
    enum Fault {
        /** The request is taken and never answered. */
        SILENT,
        /** A few bytes of a body come, and no more. */
        STANDS_STILL,
        /** A body comes a byte at a time, each long before anybody would call it still. */
        DRIPS,
        /** A body that never ends, at a pace at which nobody gives it up. */
        JUST_ABOVE,
        /** A body that never ends, as fast as it is taken. */
        ENDLESS_BODY,
        /** Headers that never end. */
        ENDLESS_HEADERS,
        /** Interim answers that never end. */
        ENDLESS_INTERIM,
        /** One header of two megabytes. */
        HUGE_HEADER,
        /** A body that says it has more bytes than any may have. */
        TOO_LONG,
        DROP_BEFORE_ANSWER,
        DROP_IN_STATUS_LINE,
        DROP_IN_HEADERS,
        DROP_BEFORE_BODY,
        DROP_IN_BODY,
        /** Bytes that are no HTTP. */
        NO_HTTP,
        /** A page in HTML, as a proxy would give it. */
        GARBAGE,
        EMPTY_BODY,
        REDIRECT,
        GONE,
        FAILS
    }

    HostileServer(Transport transport, PaperLog log, PartyCode reader, int port) {
        this.reader = reader;
        this.log = log;
        try {
            socket = transport
                    .server()
                    .getServerSocketFactory()
                    .createServerSocket(port, 50, InetAddress.getLoopbackAddress());
            ((SSLServerSocket) socket).setNeedClientAuth(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("hostile").start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Fails in this way whenever this is asked for. */
    synchronized void fail(Resource resource, Fault how) {
        failing = Optional.of(resource);
        fault = how;
        sent = 0;
        failed = 0;
        hungUp = 0;
        notifyAll();
    }

    synchronized void behave() {
        failing = Optional.empty();
        notifyAll();
    }

    /** From now on serves this log. */
    synchronized void serve(PaperLog other) {
        log = other;
        notifyAll();
    }

    /** Bytes that were taken from it while it failed. */
    synchronized long sent() {
        return sent;
    }

    /** How often it failed. */
    synchronized int failed() {
        return failed;
    }

    /** How often the other side ended a connection on which it failed by going on. */
    synchronized int hungUp() {
        return hungUp;
    }

    /** Waits until the other side has ended every connection on which it fails by going on. */
    synchronized void awaitHangingUp(Duration longest) {
        try {
            var left = longest.toMillis();
            for (var end = System.currentTimeMillis() + left; hungUp < failed && left > 0; ) {
                wait(left);
                left = end - System.currentTimeMillis();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                connection.setTcpNoDelay(
                        true); // else what it writes second waits 40 ms for the other side to confirm the first
                open.add(connection);
                Thread.ofVirtual().name("hostile-connection").start(() -> answer(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            for (var request = in.readLine(); request != null; request = in.readLine()) {
                for (var header = in.readLine(); header != null && !header.isEmpty(); ) header = in.readLine();
                if (!answer(request.split(" ")[1], connection.getOutputStream())) return;
            }
        } catch (IOException | InterruptedException e) {
            // The other side has gone; what it makes of it is for the test to see.
        } finally {
            open.remove(connection);
        }
    }

    /** @return whether the connection goes on */
    private boolean answer(String path, OutputStream out) throws IOException, InterruptedException {
        if (!path.startsWith(Resource.CHECKPOINT.path)) return give(path, out);
        awaitNews(number(path, "after"));
        return give(path, out);
    }

    private boolean give(String path, OutputStream out) throws IOException, InterruptedException {
        Fault how;
        byte[] body;
        synchronized (this) {
            how = failing.filter(resource -> path.startsWith(resource.path))
                    .map(resource -> fault)
                    .orElse(null);
            if (how != null) failed++;
            body = body(path);
        }
        if (how == null) {
            out.write(ok(body.length));
            out.write(body);
            out.flush();
            return true;
        }
        fail(how, body, out);
        return false;
    }

    private synchronized void awaitNews(long after) throws InterruptedException {
        while (!closed && failing.isEmpty() && log.size() <= after) wait();
    }

    private static long number(String path, String name) {
        for (var pair : path.substring(path.indexOf('?') + 1).split("&"))
            if (pair.startsWith(name + "=")) return Long.parseLong(pair.substring(name.length() + 1));
        return 0;
    }

    private static byte[] ok(long length) {
        return head("200 OK\r\nContent-Length: " + length + "\r\n");
    }

    private static byte[] head(String head) {
        return ("HTTP/1.1 " + head + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] body(String path) throws IOException {
        if (path.startsWith(Resource.CHECKPOINT.path)) return log.checkpoint().bytes();
        if (path.startsWith(Resource.RECEIPT.path))
            return SignedNote.parse(log.checkpoint().bytes()).bytes();
        if (path.startsWith(Resource.CHUNK.path)) return CHUNK;
        if (path.startsWith(Resource.OPENINGS.path)) return openings(number(path, "from"));
        return log.tile(TilePath.parse(path.substring("/log/".length()))).orElseThrow();
    }

    private byte[] openings(long from) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        for (var index = from; index < Math.min(log.size(), (from / Openings.PAGE + 1) * Openings.PAGE); index++) {
            if (!log.isFor(reader, index)) continue;
            if (out.size() > 0 && out.size() + log.act(index).length > Openings.PAGE_BYTES) break;
            FakePeer.write(out, index, log.salt(index), log.act(index));
        }
        return bytes.toByteArray();
    }

    private void fail(Fault how, byte[] body, OutputStream out) throws IOException, InterruptedException {
        var whole = ok(body.length);
        switch (how) {
            case SILENT -> standStill();
            case STANDS_STILL -> {
                out.write(whole);
                out.write(body, 0, body.length / 2);
                out.flush();
                standStill();
            }
            case DRIPS -> {
                write(whole, out);
                for (var each : body) {
                    beat();
                    write(new byte[] {each}, out);
                }
            }
            case JUST_ABOVE -> {
                write(head("200 OK\r\nTransfer-Encoding: chunked\r\n"), out);
                while (beat()) write(chunk(), out);
            }
            case ENDLESS_BODY -> endless(head("200 OK\r\nTransfer-Encoding: chunked\r\n"), chunk(), out);
            case ENDLESS_HEADERS ->
                endless(
                        "HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII),
                        "X-More: and more\r\n".repeat(100).getBytes(StandardCharsets.US_ASCII),
                        out);
            case ENDLESS_INTERIM -> endless(new byte[0], head("102 Processing\r\n"), out);
            case HUGE_HEADER ->
                write(head("200 OK\r\nX-Huge: " + "h".repeat(2 << 20) + "\r\nContent-Length: 0\r\n"), out);
            case TOO_LONG -> endless(ok(1L << 40), new byte[1 << 14], out);
            case DROP_BEFORE_ANSWER -> {}
            case DROP_IN_STATUS_LINE -> write(Arrays.copyOf(whole, 7), out);
            case DROP_IN_HEADERS -> write(Arrays.copyOf(whole, 25), out);
            case DROP_BEFORE_BODY -> write(whole, out);
            case DROP_IN_BODY -> {
                write(whole, out);
                write(Arrays.copyOf(body, body.length / 2), out);
            }
            case NO_HTTP -> write("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes(StandardCharsets.US_ASCII), out);
            case GARBAGE -> {
                var page = "<html><body><h1>It works!</h1></body></html>\n".getBytes(StandardCharsets.US_ASCII);
                write(ok(page.length), out);
                write(page, out);
            }
            case EMPTY_BODY -> write(ok(0), out);
            case REDIRECT -> write(head("302 Found\r\nLocation: https://127.0.0.1:1/\r\nContent-Length: 0\r\n"), out);
            case GONE -> write(head("410 Gone\r\nContent-Length: 0\r\n"), out);
            case FAILS -> write(head("500 Internal Server Error\r\nContent-Length: 0\r\n"), out);
        }
    }

    private static void write(byte[] bytes, OutputStream out) throws IOException {
        out.write(bytes);
        out.flush();
    }

    private static byte[] chunk() {
        return ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes until the other side has had enough. */
    private void endless(byte[] head, byte[] more, OutputStream out) throws IOException {
        write(head, out);
        try {
            while (true) {
                write(more, out);
                synchronized (this) {
                    sent += more.length;
                    if (closed) return;
                }
            }
        } finally {
            synchronized (this) {
                hungUp++;
                notifyAll();
            }
        }
    }

    /** @return whether it goes on to fail */
    private synchronized boolean beat() throws InterruptedException {
        if (!closed && failing.isPresent()) wait(BEAT.toMillis());
        return !closed && failing.isPresent();
    }

    private synchronized void standStill() throws InterruptedException {
        while (!closed && failing.isPresent()) wait();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            socket.close();
            for (var connection : open) connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
