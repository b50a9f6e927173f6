package acorde.web;

import acorde.acts.Acts;
import acorde.files.Files;
import acorde.trust.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/**
 * Answers partners' nodes on a port of its own, over TLS 1.3 with pinned keys on both sides. Nothing of the pages is reachable here, and
 * nothing of this from the pages.
 */
public final class PeerServer implements AutoCloseable {
    /** Connections, and those that wait to be accepted: a few for each of 64 parties, and room for strangers who never finish a handshake. */
    private static final int CONNECTIONS = 2_048;

    private static final int HEADER_BYTES = 8 * 1024;

    private final Tomcat tomcat = new Tomcat();
    private final Path folder;
    private final PeerServlet servlet;

    /**
     * Starts to listen.
     *
     * @throws IllegalStateException with a sentence for the administrator if the port cannot be had
     */
    public PeerServer(Acts acts, Transport transport, String host, int port) {
        this(acts, transport, new Listening(host, port));
    }

    /** @param patience with a caller that does not send, or does not take what it asked for */
    public record Listening(String host, int port, Duration patience) {
        public Listening(String host, int port) {
            this(host, port, Duration.ofSeconds(20));
        }
    }

    PeerServer(Acts acts, Transport transport, Listening listening) {
        this(new PeerServlet(acts, Optional.empty(), transport, listening.patience()), transport, listening);
    }

    /** The same for a node whose acts name files. */
    public PeerServer(Acts acts, Files files, Transport transport, Listening listening) { // two doors, who calls, where
        this(new PeerServlet(acts, Optional.of(files), transport, listening.patience()), transport, listening);
    }

    private PeerServer(PeerServlet servlet, Transport transport, Listening listening) {
        this.servlet = servlet;
        try {
            folder = java.nio.file.Files.createTempDirectory("acorde-peer");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tomcat.setBaseDir(folder.toString());
        tomcat.setConnector(connector(transport, listening));
        tomcat.getHost().getPipeline().addValve(silent());
        tomcat.getEngine().getPipeline().addValve(new UnhurriedBodies(listening.patience()));
        var context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "peer", servlet).setAsyncSupported(false);
        context.addServletMappingDecoded("/*", "peer");
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            close();
            throw new IllegalStateException(
                    "Port " + listening.port() + " on " + listening.host()
                            + " cannot be opened for the partners: free it, or give another in --address.",
                    e);
        }
    }

    /** Errors that never reach the servlet say nothing of what runs here. */
    private static ErrorReportValve silent() {
        var valve = new ErrorReportValve();
        valve.setShowReport(false);
        valve.setShowServerInfo(false);
        return valve;
    }

    private static Connector connector(Transport transport, Listening listening) {
        var connector = new Connector(PromptHeads.class.getName());
        connector.setPort(listening.port());
        connector.setThrowOnFailure(true);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setMaxPostSize(0);
        connector.setXpoweredBy(false);
        connector.setProperty("address", listening.host());
        var protocol = (PromptHeads) connector.getProtocolHandler();
        protocol.setPatience(listening.patience());
        protocol.setOfOneNetwork(CONNECTIONS / 2, null);
        protocol.setSSLEnabled(true);
        protocol.setMaxKeepAliveRequests(-1);
        protocol.setKeepAliveTimeout(60_000);
        protocol.setConnectionTimeout((int) listening.patience().toMillis()); // for reading, and for writing
        protocol.setMaxConnections(CONNECTIONS);
        protocol.setMaxSwallowSize(0);
        protocol.setMaxHttpRequestHeaderSize(HEADER_BYTES);
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
        servlet.release();
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
        try (var files = java.nio.file.Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
