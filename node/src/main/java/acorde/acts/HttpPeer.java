package acorde.acts;

import acorde.trustlog.Hash;
import acorde.trustlog.TilePath;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** A partner's node over HTTPS. HTTP/1.1: kept connections serve a catch-up faster than one multiplexed connection. */
final class HttpPeer implements Peer, ChunkPeer {
    /** Bytes of a signed checkpoint with all the cosignatures it may carry. */
    private static final int NOTE_LIMIT = 1 << 19;

    /** Bytes of a tile: 256 entries with the longest entry a directory of 64 places has, and the length before each. */
    private static final int TILE_LIMIT = 256 * 1024;

    private static final long PAGE_LIMIT = Openings.PAGE_BYTES + (2L << 20);

    private final SSLContext tls;
    private final String address;
    private final Patience patience;
    private volatile HttpClient client;
    private volatile boolean closed;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("peer-watch").factory());

    /**
     * How long a partner is waited for.
     *
     * @param connect for a connection
     * @param answer for an answer to begin, beyond the time the partner was asked to hold it
     * @param stride for each further {@link #STRIDE_BYTES}: a slow line gets its page in the end, and one that stands still is given up
     * @param whole for all of an answer, however steadily it comes
     */
    record Patience(Duration connect, Duration answer, Duration stride, Duration whole) {
        static final int STRIDE_BYTES = 16 << 10;
        /** A page of the most bytes comes over a line of 24 kbit/s in an hour; at the pace of one stride after another it would take five. */
        static final Patience USUAL = new Patience(
                Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofHours(1));
    }

    HttpPeer(URI address, SSLContext tls) {
        this(address, tls, Patience.USUAL);
    }

    HttpPeer(URI address, SSLContext tls, Patience patience) {
        var text = address.toString();
        this.address = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.patience = patience;
        this.tls = tls;
        this.client = newClient();
    }

    private HttpClient newClient() {
        return HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.connect())
                .build();
    }

    /**
     * The connection of a request that was given up before its answer began stays open, and may be written to without
     * end, until its client is closed.
     */
    private synchronized void renew(HttpClient used) {
        if (used != client || closed) return;
        client = newClient();
        used.shutdownNow();
    }

    @Override
    public Optional<byte[]> checkpoint(long after, Duration wait) throws IOException, InterruptedException {
        return note("/log/checkpoint?after=" + after + "&wait=" + wait.toSeconds(), wait);
    }

    @Override
    public Optional<byte[]> receipt(String origin, long after, Duration wait) throws IOException, InterruptedException {
        return note(
                "/mirror/"
                        + Hash.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex() + "/checkpoint?after=" + after
                        + "&wait=" + wait.toSeconds(),
                wait);
    }

    private Optional<byte[]> note(String path, Duration wait) throws IOException, InterruptedException {
        var response = send(path, wait.plus(patience.answer()));
        if (response.statusCode() == 404) {
            response.body().close();
            return Optional.empty();
        }
        try (var body = body(response, NOTE_LIMIT)) {
            return Optional.of(body.readAllBytes());
        }
    }

    @Override
    public byte[] tile(TilePath path) throws IOException, InterruptedException {
        try (var body = body(send("/log/" + path.path(), patience.answer()), TILE_LIMIT)) {
            return body.readAllBytes();
        }
    }

    @Override
    public void openings(long from, long to, Openings.Reader reader) throws IOException, InterruptedException {
        var bundle = new TilePath(TilePath.ENTRIES, from / Openings.PAGE, width(from, to));
        var response = send("/acts/" + bundle.number() + "?from=" + from, patience.answer());
        try (var body = body(response, PAGE_LIMIT)) {
            Openings.read(body, reader);
        }
    }

    @Override
    public Optional<byte[]> chunk(long index, int file, int chunk) throws IOException, InterruptedException {
        var response = send("/files/" + index + "/" + file + "/" + chunk, patience.answer());
        if (response.statusCode() == 404) {
            response.body().close();
            return Optional.empty();
        }
        try (var body = body(response, CHUNK_LIMIT)) {
            return Optional.of(body.readAllBytes());
        }
    }

    private static int width(long from, long to) {
        return (int) (to - from / Openings.PAGE * Openings.PAGE);
    }

    private HttpResponse<InputStream> send(String path, Duration timeout) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(timeout)
                .GET()
                .build();
        var used = client;
        try {
            return used.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (SSLException e) {
            throw keyTrouble(e);
        } catch (ProtocolException e) {
            renew(used);
            throw PartnerFault.unreadable("the answer is not HTTP as it is read here: " + e.getMessage());
        } catch (HttpTimeoutException e) {
            renew(used);
            throw e;
        }
    }

    /** Whose key was not accepted: theirs by us, or ours by them, which TLS 1.3 tells by an alert after the handshake. */
    private static IOException keyTrouble(SSLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof CertificateException)
                return new PartnerFault(Partner.WRONG_KEY, String.valueOf(cause.getMessage()));
        var words = String.valueOf(e.getMessage());
        return words.contains("fatal alert") && (words.contains("certificate") || words.contains("access_denied"))
                ? new PartnerFault(Partner.REFUSES_US, words)
                : e;
    }

    private InputStream body(HttpResponse<InputStream> response, long limit) throws IOException {
        var status = response.statusCode();
        if (status == 200) return new Limited(response.body(), limit);
        response.body().close();
        var words = "the partner answered with status " + status;
        if (status == 403) throw new PartnerFault(Partner.REFUSES_US, words);
        if (status == 429 || status >= 500) throw new IOException(words);
        throw PartnerFault.unreadable(words);
    }

    @Override
    public synchronized void close() {
        closed = true;
        watch.shutdownNow();
        client.shutdownNow();
    }

    /** Breaks off a body that goes on for ever, or does not go on. */
    private final class Limited extends FilterInputStream {
        private final ScheduledFuture<?> strides;
        private final long limit;
        private final long began = System.nanoTime();
        private volatile long arrived;
        private volatile boolean stuck;
        private long before;

        Limited(InputStream body, long limit) {
            super(body);
            this.limit = limit;
            var stride = patience.stride().toMillis();
            this.strides = watch.scheduleAtFixedRate(this::stride, stride, stride, TimeUnit.MILLISECONDS);
        }

        private void stride() {
            var inTime = System.nanoTime() - began < patience.whole().toNanos();
            if (inTime && arrived - before >= Patience.STRIDE_BYTES) {
                before = arrived;
                return;
            }
            stuck = true;
            try {
                in.close();
            } catch (IOException e) {
                // The reader learns of it by its own next read.
            }
        }

        @Override
        public int read() throws IOException {
            var read = in.read();
            take(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = in.read(target, offset, length);
            take(Math.max(read, 0));
            return read;
        }

        private void take(int bytes) throws IOException {
            arrived += bytes;
            if (stuck) throw new IOException("the answer does not come to an end in time");
            if (arrived > limit) throw PartnerFault.unreadable("the answer is longer than it may be");
        }

        @Override
        public void close() throws IOException {
            strides.cancel(false);
            super.close();
        }
    }
}
