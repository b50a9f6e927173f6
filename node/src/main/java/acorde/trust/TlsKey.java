package acorde.trust;

import acorde.trustlog.Hash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import javax.crypto.spec.PBEParameterSpec;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/**
 * The key that authenticates the transport. Parties pin each other's key in the charter, so the certificate is only a wrapping that TLS
 * asks for: self-signed, its dates and names read by nobody.
 */
final class TlsKey {
    private static final AlgorithmIdentifier ED25519 = new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.101.112"));
    /** RFC 5280, section 4.1.2.5: the date for a certificate without a well-defined end. */
    private static final Instant NO_END = Instant.parse("9999-12-31T23:59:59Z");

    /** The store never leaves the memory in which the key lies open: to stretch a password of chance ten thousand times would only cost time. */
    private static final String ENCRYPTION = "PBEWithHmacSHA256AndAES_256";

    private static final PBEParameterSpec ONCE = new PBEParameterSpec(new byte[16], 1);

    private TlsKey() {}

    /** SHA-256 of the SubjectPublicKeyInfo. */
    static Hash pin(byte[] publicKey) {
        try {
            return Hash.sha256(new SubjectPublicKeyInfo(ED25519, publicKey).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Hash pin(PublicKey key) {
        return Hash.sha256(key.getEncoded());
    }

    static KeyStore keyStore(byte[] secret, PartyCode party, char[] password) {
        try {
            var pkcs8 = HexFormat.of()
                    .parseHex(
                            "302e020100300506032b657004220420" + HexFormat.of().formatHex(secret));
            var key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            var entry = new KeyStore.PrivateKeyEntry(key, new Certificate[] {certificate(secret, party)});
            store.setEntry("acorde", entry, new KeyStore.PasswordProtection(password, ENCRYPTION, ONCE));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the TLS key cannot be prepared", e);
        }
    }

    private static Certificate certificate(byte[] secret, PartyCode party)
            throws IOException, GeneralSecurityException {
        var name = new X500Name("CN=" + party);
        var content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(BigInteger.ONE));
        content.setSignature(ED25519);
        content.setIssuer(name);
        content.setSubject(name);
        content.setStartDate(new Time(Date.from(Instant.EPOCH)));
        content.setEndDate(new Time(Date.from(NO_END)));
        content.setSubjectPublicKeyInfo(new SubjectPublicKeyInfo(ED25519, Ed25519.publicKey(secret)));
        var signed = content.generateTBSCertificate();
        var parts = new ASN1EncodableVector();
        parts.add(signed);
        parts.add(ED25519);
        parts.add(new DERBitString(Ed25519.signer(secret).sign(signed.getEncoded("DER"))));
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(new DERSequence(parts).getEncoded("DER")));
    }
}
