package acorde.web;

import acorde.acts.Acts;
import acorde.trust.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/**
 * Answers partners' nodes on a port of its own, over TLS 1.3 with pinned keys on both sides. Nothing of the pages is reachable here, and
 * nothing of this from the pages.
 */
public final class PeerServer implements AutoCloseable {
    private final Tomcat tomcat = new Tomcat();
    private final Path folder;

    /**
     * Starts to listen.
     *
     * @throws IllegalStateException with a sentence for the administrator if the port cannot be had
     */
    public PeerServer(Acts acts, Transport transport, String host, int port) {
        try {
            folder = Files.createTempDirectory("acorde-peer");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tomcat.setBaseDir(folder.toString());
        tomcat.setConnector(connector(transport, host, port));
        var context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "peer", new PeerServlet(acts, transport)).setAsyncSupported(false);
        context.addServletMappingDecoded("/*", "peer");
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException(
                    "Port " + port + " on " + host
                            + " cannot be opened for the partners: free it, or give another in --address.",
                    e);
        }
    }

    private static Connector connector(Transport transport, String host, int port) {
        var connector = new Connector(Http11NioProtocol.class.getName());
        connector.setPort(port);
        connector.setThrowOnFailure(true);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setMaxPostSize(0);
        connector.setXpoweredBy(false);
        connector.setProperty("address", host);
        var protocol = (Http11NioProtocol) connector.getProtocolHandler();
        protocol.setSSLEnabled(true);
        protocol.setMaxKeepAliveRequests(-1);
        protocol.setKeepAliveTimeout(60_000);
        protocol.setConnectionTimeout(20_000);
        protocol.setMaxHttpRequestHeaderSize(8 * 1024);
        protocol.setExecutor(new VirtualThreadExecutor("peer-"));
        var tls = new SSLHostConfig();
        tls.setProtocols("TLSv1.3");
        tls.setCertificateVerification("required");
        var certificate = new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setSslContext(new PinnedContext(transport.server()));
        tls.addCertificate(certificate);
        protocol.addSslHostConfig(tls);
        return connector;
    }

    /** The port that was opened; of use when 0 was asked for. */
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("the port for partners did not close", e);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
