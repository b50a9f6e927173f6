package acorde.notices;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Stands before a mail server that speaks no TLS, and speaks it once a caller says STARTTLS, as {@code stunnel} does. */
final class Terminator implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    private final List<String> plain = new CopyOnWriteArrayList<>();
    private final SSLContext tls;
    private final int behind;

    Terminator(SSLContext tls, int behind) throws IOException {
        this.tls = tls;
        this.behind = behind;
        Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        while (!socket.isClosed())
            try (var caller = socket.accept()) {
                treat(caller);
            } catch (IOException _) {
                // the caller hung up, or the test is over
            }
    }

    private void treat(Socket caller) throws IOException {
        Rogue.say(caller, "220 terminator");
        for (var line = line(caller.getInputStream()); !line.isEmpty(); line = line(caller.getInputStream())) {
            plain.add(line);
            if (line.equals("STARTTLS")) {
                Rogue.say(caller, "220 go ahead");
                secure(caller);
                return;
            }
            Rogue.say(caller, line.startsWith("EHLO") ? "250-terminator\r\n250 STARTTLS" : "530 TLS first");
        }
    }

    private void secure(Socket caller) throws IOException {
        try (var secured = (SSLSocket) tls.getSocketFactory().createSocket(caller, "localhost", 0, true);
                var server = new Socket("127.0.0.1", behind)) {
            secured.setUseClientMode(false);
            secured.startHandshake();
            line(server.getInputStream()); // a caller that has been greeted is not greeted again
            var answers = Thread.ofVirtual().start(() -> pass(server, secured));
            secured.getInputStream().transferTo(server.getOutputStream());
            server.shutdownOutput();
            answers.join();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // the caller hung up
        }
    }

    /** A line, read a byte at a time: what follows it may be TLS. */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) line.append((char) next);
        return line.toString().strip();
    }

    /** What callers said before there was TLS. */
    List<String> plain() {
        return List.copyOf(plain);
    }

    String address(String host) {
        return "starttls://" + host + ":" + socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
