package acorde.notices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * By whose certificates a server is believed that notices are sent to.
 *
 * @param file of certificates in PEM; null for those that Java brings
 */
public record Authority(@Nullable Path file) {
    /** @throws IllegalArgumentException if the file cannot be read or holds none */
    public SSLSocketFactory sockets() {
        try {
            if (file == null) return SSLContext.getDefault().getSocketFactory();
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var number = 0;
            try (var in = Files.newInputStream(file)) {
                for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in))
                    store.setCertificateEntry("authority-" + number++, certificate);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("The certificates of the authority cannot be read: " + file, e);
        }
    }
}
