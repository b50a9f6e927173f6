package acorde.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection of HTTP/1.1, kept alive: little more than a socket, so that the load costs the machine little beside what is measured. */
final class Keepalive implements AutoCloseable {
    private final URI node;
    private final String host;
    private Socket socket;
    private InputStream in;

    Keepalive(URI node) throws IOException {
        this.node = node;
        host = node.getHost() + ":" + node.getPort();
        socket = open(node);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
    }

    private static Socket open(URI node) throws IOException {
        var socket = new Socket(node.getHost(), node.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** The node ends a connection after some thousand requests, and says so. */
    private void reopen() throws IOException {
        socket.close();
        socket = open(node);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
    }

    /**
     * An answer.
     *
     * @param headers by their names in small letters; of several of one name the last
     */
    record Reply(int status, Map<String, String> headers, byte[] body) {
        /** The cookies that were set, as they are sent back. */
        String cookies() {
            return headers.getOrDefault("set-cookie", "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Reply get(String path, String headers) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n", new byte[0]);
    }

    Reply post(String path, String headers, byte[] body) throws IOException {
        return send(
                "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: " + body.length + "\r\n" + headers
                        + "\r\n",
                body);
    }

    private Reply send(String head, byte[] body) throws IOException {
        var request = new ByteArrayOutputStream(head.length() + body.length);
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        request.writeTo(socket.getOutputStream());
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var headers = new TreeMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            var value = line.substring(colon + 1).strip();
            if (!name.equals("set-cookie")) headers.put(name, value);
            else if (!value.split(";", 2)[0].endsWith("=")) // one that is empty was taken away
            headers.merge(name, value.split(";", 2)[0], (one, other) -> one + "; " + other);
        }
        var reply = new Reply(status, headers, body(status, headers));
        if ("close".equals(headers.get("connection"))) reopen();
        return reply;
    }

    private byte[] body(int status, Map<String, String> headers) throws IOException {
        if (status == 204 || status == 304) return new byte[0];
        if ("chunked".equals(headers.get("transfer-encoding"))) return chunks();
        return exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.writeBytes(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException("the answer broke off");
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder(80);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new EOFException("the connection was closed");
            if (next != '\r') line.append((char) next);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
