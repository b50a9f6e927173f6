package acorde.trust;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS 1.3 between nodes, both sides known by keys pinned in the charter. No certificate authority is trusted; names and dates in
 * certificates are ignored.
 *
 * <p>A resumed session is not asked for its key again, and a kept connection neither, so a server must look at the caller's key on every
 * request ({@link #caller}). (Switching tickets off by {@code jdk.tls.server.newSessionTicketCount=0} breaks handshakes in Tomcat's channel.)
 */
public final class Transport {
    private static final String PROTOCOL = "TLSv1.3";

    private final Supplier<Charter> charter;
    private final KeyRing keys;
    private final PartyCode self;

    public Transport(Charter charter, PartyCode self, KeyRing keys) {
        this(() -> charter, self, keys);
    }

    /** @param charter the charter in force, asked for anew whenever a key is looked at */
    public Transport(Supplier<Charter> charter, PartyCode self, KeyRing keys) {
        this.charter = charter;
        this.self = self;
        this.keys = keys;
    }

    /** For calling one partner: no other key is accepted, not even another party's. */
    public SSLContext client(PartyCode partner) {
        return context(party -> party.equals(partner));
    }

    /** For answering partners: the key of any other party is accepted. */
    public SSLContext server() {
        return context(party -> !party.equals(self));
    }

    /** The party whose pinned key this is; empty if it is nobody's, or this party's own. */
    public Optional<PartyCode> caller(X509Certificate certificate) {
        var pin = TlsKey.pin(certificate.getPublicKey());
        return charter.get().places().stream()
                .filter(place ->
                        place.keys().tls().equals(pin) && !place.party().equals(self))
                .map(Place::party)
                .findFirst();
    }

    private SSLContext context(Predicate<PartyCode> accepted) {
        var password = HexFormat.of().formatHex(SecureRandom.getSeed(16)).toCharArray();
        try {
            var factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(keys.tlsKeyStore(self, password), password);
            var context = SSLContext.getInstance(PROTOCOL);
            context.init(factory.getKeyManagers(), new TrustManager[] {new Pins(accepted)}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS 1.3 cannot be prepared", e);
        }
    }

    /** Accepts a chain of one certificate whose key is pinned; being of the extended kind, the JDK adds no check of names to it. */
    private final class Pins extends X509ExtendedTrustManager {
        private final Predicate<PartyCode> accepted;

        Pins(Predicate<PartyCode> accepted) {
            this.accepted = accepted;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            if (chain.length != 1 || caller(chain[0]).filter(accepted).isEmpty())
                throw new CertificateException("the key of the other side is not the one the charter gives");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
