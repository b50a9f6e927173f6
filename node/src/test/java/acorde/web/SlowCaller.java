package acorde.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Speaks to a port by hand, and slowly on purpose. */
final class SlowCaller implements AutoCloseable {
    /** Much shorter than the server's patience with one that says nothing. */
    private static final Duration PACE = Duration.ofMillis(100);

    private final Socket socket;

    SlowCaller(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    SlowCaller(Socket socket) {
        this.socket = socket;
    }

    void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Goes on sending one byte after another until the other side ends the connection. Returns only then. */
    void dribble(int octet) throws InterruptedException {
        try {
            while (true) {
                socket.getOutputStream().write(octet);
                socket.getOutputStream().flush();
                TimeUnit.NANOSECONDS.sleep(PACE.toNanos()); // the pace of a slow caller; nothing is waited for
            }
        } catch (IOException ended) {
            // by the other side
        }
    }

    /** Asks again and again and takes no answer, until the other side ends the connection. Returns only then. */
    void askWithoutReading(String request) {
        try {
            while (true) say(request);
        } catch (IOException ended) {
            // by the other side
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
