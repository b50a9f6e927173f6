package acorde.notices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that does with its one connection what the test says. */
public final class Rogue implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));

    interface Manner {
        void treat(Socket caller) throws IOException;
    }

    Rogue(Manner manner) throws IOException {
        Thread.ofVirtual().start(() -> {
            try (var caller = socket.accept()) {
                manner.treat(caller);
            } catch (IOException _) {
                // the caller hung up, or the test is over
            }
        });
    }

    /** One that knows nobody. */
    public static Rogue refusing() throws IOException {
        return new Rogue(caller -> {
            var lines = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
            say(caller, "220 rogue");
            for (var line = lines.readLine(); line != null; line = lines.readLine())
                say(caller, line.startsWith("RCPT") ? "550 nobody of that name" : "250 well");
        });
    }

    static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    public String address() {
        return "smtp://127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
