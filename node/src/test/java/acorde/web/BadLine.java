package acorde.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A line to a port of this machine, on which something happens to what a caller sends. */
final class BadLine implements AutoCloseable {
    /** What happens once so many bytes have gone. */
    enum Then {
        /** The connection is cut; the next one is not. */
        CUT,
        /** It is cut, and so is any other until the line is mended. */
        DOWN,
        /** It stands, and nothing comes through it any more. */
        SWALLOWED
    }

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private final AtomicLong gone = new AtomicLong();
    private volatile boolean down;

    private record Event(long after, Then then) {}

    BadLine(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    /** What happens next, counted from what happens before it. */
    void after(long bytes, Then then) {
        events.add(new Event(bytes, then));
    }

    boolean isDown() {
        return down;
    }

    void mend() {
        down = false;
    }

    /** What happens now that so many more bytes go; null if nothing does. */
    private @Nullable Then happens(int bytes) {
        synchronized (events) {
            var next = events.peek();
            if (next == null || gone.addAndGet(bytes) < next.after()) return null;
            gone.set(0);
            events.remove();
            return next.then();
        }
    }

    private void listen() {
        try {
            while (true) {
                var caller = door.accept();
                Thread.ofVirtual().start(() -> connect(caller));
            }
        } catch (IOException closed) {
            // by the test
        }
    }

    private void connect(Socket caller) {
        try (caller;
                var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            if (down) return;
            var back = Thread.ofVirtual().start(() -> back(server, caller));
            forth(caller, server);
            server.shutdownOutput(); // what came is read to its end
            back.join();
        } catch (IOException | InterruptedException ended) {
            // by either side
        }
    }

    private static void back(Socket server, Socket caller) {
        try {
            server.getInputStream().transferTo(caller.getOutputStream());
            caller.close();
        } catch (IOException ended) {
            // by either side
        }
    }

    private void forth(Socket caller, Socket server) throws IOException {
        var buffer = new byte[1 << 14];
        var swallowed = false;
        int read;
        while ((read = caller.getInputStream().read(buffer)) >= 0) {
            var then = happens(read);
            if (then == Then.SWALLOWED) swallowed = true;
            if (then == Then.DOWN) down = true;
            if (down || then == Then.CUT) {
                caller.close();
                return;
            }
            if (!swallowed) server.getOutputStream().write(buffer, 0, read);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
