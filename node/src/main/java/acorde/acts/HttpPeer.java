package acorde.acts;

import acorde.trustlog.TilePath;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** A partner's node over HTTPS. HTTP/1.1: kept connections serve a catch-up faster than one multiplexed connection. */
final class HttpPeer implements Peer {
    /** Bytes of a signed checkpoint with all the cosignatures it may carry. */
    private static final int NOTE_LIMIT = 1 << 16;

    /** Bytes of a tile: 256 entries with the longest entry a directory of 64 places has, and the length before each. */
    private static final int TILE_LIMIT = 256 * 1024;

    private static final long PAGE_LIMIT = Openings.PAGE_BYTES + (2L << 20);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration BODY = Duration.ofMinutes(2);

    private final HttpClient client;
    private final String address;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("peer-watch").factory());

    HttpPeer(URI address, SSLContext tls) {
        var text = address.toString();
        this.address = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.client = HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    @Override
    public byte[] checkpoint(long after, Duration wait) throws IOException, InterruptedException {
        return bytes("/log/checkpoint?after=" + after + "&wait=" + wait.toSeconds(), NOTE_LIMIT, wait.plus(ANSWER));
    }

    @Override
    public byte[] tile(TilePath path) throws IOException, InterruptedException {
        return bytes("/log/" + path.path(), TILE_LIMIT, ANSWER);
    }

    @Override
    public byte[] receipt(String origin, long after, Duration wait) throws IOException, InterruptedException {
        var path = "/mirror/" + sha256(origin) + "/checkpoint?after=" + after + "&wait=" + wait.toSeconds();
        return bytes(path, NOTE_LIMIT, wait.plus(ANSWER));
    }

    @Override
    public void openings(long from, long to, Openings.Reader reader) throws IOException, InterruptedException {
        var bundle = new TilePath(TilePath.ENTRIES, from / Openings.PAGE, width(from, to));
        try (var body = get("/acts/" + bundle.number() + "?from=" + from, PAGE_LIMIT, ANSWER)) {
            Openings.read(body, reader);
        }
    }

    private static int width(long from, long to) {
        return (int) (to - from / Openings.PAGE * Openings.PAGE);
    }

    private byte[] bytes(String path, int limit, Duration timeout) throws IOException, InterruptedException {
        try (var body = get(path, limit, timeout)) {
            return body.readAllBytes();
        }
    }

    private InputStream get(String path, long limit, Duration timeout) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(timeout)
                .GET()
                .build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException("the partner answered with status " + response.statusCode());
        }
        return new Limited(response.body(), limit);
    }

    static String sha256(String origin) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        client.shutdownNow();
    }

    /** Breaks off a body that goes on for ever, in bytes or in time. */
    private final class Limited extends FilterInputStream {
        private final ScheduledFuture<?> deadline;
        private long left;

        Limited(InputStream body, long limit) {
            super(body);
            this.left = limit;
            this.deadline = watch.schedule(this::cut, BODY.toSeconds(), TimeUnit.SECONDS);
        }

        private void cut() {
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
            left -= bytes;
            if (left < 0) throw new IOException("the answer does not end where it must");
        }

        @Override
        public void close() throws IOException {
            deadline.cancel(false);
            super.close();
        }
    }
}
