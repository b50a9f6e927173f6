package acorde.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends one event within a bounded time, whatever the receiver does: HTTP/1.1 by hand, because the address that was looked at must be the one that is
 * connected to, which the client of the JDK looks up anew. Of the answer the status is read and nothing else; it leads nowhere.
 */
final class Messenger {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 10_000;

    /** Characters of a status line. */
    private static final int LONGEST_STATUS = 1_024;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");
    private static final int GONE = 410;

    private final Reach reach;
    private final SSLSocketFactory sockets;
    private final Duration whole;

    /** @param whole for all of it: a receiver that drips its answer gets no more */
    Messenger(Reach reach, Duration whole) {
        this.reach = reach;
        this.sockets = reach.authority().sockets();
        this.whole = whole;
    }

    Outcome send(Event event, URI address, Secret secret, Instant now) { // what, where, signed by what and when
        var found = reach.look(address);
        if (found.isEmpty()) return new Outcome.Failed(Outcome.Why.NO_ADDRESS);
        try (var plain = new Socket()) {
            var watch = Thread.ofVirtual().name("webhook-limit").start(() -> cutWhenOver(plain));
            try {
                plain.connect(new InetSocketAddress(found.get(), Reach.port(address)), CONNECT_MILLIS);
                plain.setSoTimeout(ANSWER_MILLIS);
                return send(plain, address, request(event, address, secret, now));
            } finally {
                watch.interrupt();
            }
        } catch (IOException _) {
            return new Outcome.Failed(Outcome.Why.UNREACHABLE);
        }
    }

    private void cutWhenOver(Socket socket) {
        try {
            Thread.sleep(whole); // a limit; ended by interrupt
            socket.close();
        } catch (InterruptedException | IOException _) {
            // it came to an end in time, or is closed all the same
        }
    }

    private Outcome send(Socket plain, URI address, byte[] request) {
        try (var secured = (SSLSocket) sockets.createSocket(plain, address.getHost(), Reach.port(address), true)) {
            var parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the host's name must stand in its certificate
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            secured.getOutputStream().write(request);
            secured.getOutputStream().flush();
            return outcome(status(secured.getInputStream()));
        } catch (SSLException _) {
            return new Outcome.Failed(Outcome.Why.TLS);
        } catch (IOException _) {
            return new Outcome.Failed(Outcome.Why.NO_ANSWER);
        }
    }

    private static Outcome outcome(String line) {
        var match = STATUS.matcher(line);
        if (!match.matches()) return new Outcome.Failed(Outcome.Why.NO_ANSWER);
        var status = Integer.parseInt(match.group(1));
        if (status == GONE) return new Outcome.Unwanted();
        return status / 100 == 2 ? new Outcome.Taken() : new Outcome.Failed(match.group(1));
    }

    /** Up to the end of the first line, or to as much as one has. */
    private static String status(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next >= 0 && next != '\n' && line.length() < LONGEST_STATUS; next = in.read())
            line.append((char) next);
        return line.toString().stripTrailing();
    }

    private static byte[] request(Event event, URI address, Secret secret, Instant now) { // as above
        var body = event.body().getBytes(StandardCharsets.UTF_8);
        var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var head = "POST " + path + query + " HTTP/1.1\r\nHost: " + address.getRawAuthority()
                + "\r\nUser-Agent: Acorde\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + "\r\nwebhook-id: " + event.id() + "\r\nwebhook-timestamp: " + now.getEpochSecond()
                + "\r\nwebhook-signature: " + secret.sign(event.id(), now, event.body())
                + "\r\nConnection: close\r\n\r\n";
        return (head + event.body()).getBytes(StandardCharsets.UTF_8);
    }
}
