package acorde.notices;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a mail server that answers in a bounded number of bytes. Over TLS from the first byte if it is given a factory for it, of
 * which the mail library sees nothing: it opens its own TLS sockets where no limit could be set.
 */
final class Line extends Socket {
    /** Bytes a server answers to one letter: some hundred lines. */
    static final int MOST = 64 << 10;

    private final @Nullable SSLSocketFactory tls;
    private @Nullable SSLSocket inner;
    private int read;

    Line(@Nullable SSLSocketFactory tls) {
        this.tls = tls;
    }

    @Override
    public void connect(SocketAddress where, int timeout) throws IOException {
        super.connect(where, timeout);
        if (tls == null || !(where instanceof InetSocketAddress address)) return;
        setSoTimeout(Postman.ANSWER_MILLIS);
        var layered = (SSLSocket) tls.createSocket(this, address.getHostString(), address.getPort(), false);
        var parameters = layered.getSSLParameters();
        identify(parameters);
        layered.setSSLParameters(parameters);
        layered.startHandshake();
        inner = layered;
    }

    private static void identify(SSLParameters parameters) {
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the host's name must stand in its certificate
    }

    @Override
    public InputStream getInputStream() throws IOException {
        if (inner != null) return inner.getInputStream();
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                return counted(super.read(), 1);
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                var got = super.read(bytes, from, length);
                return counted(got, got);
            }
        };
    }

    private int counted(int result, int bytes) throws IOException {
        if (result >= 0) read += bytes;
        if (read > MOST) throw new IOException("the mail server does not come to an end");
        return result;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return inner == null ? super.getOutputStream() : inner.getOutputStream();
    }
}
