package acorde.trust;

import acorde.trustlog.Signer;
import acorde.trustlog.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** This party's four secret keys, one file each, made on its own machine and never leaving it. */
public final class KeyRing {
    private final byte[] log;
    private final byte[] cosign;
    private final byte[] tls;
    private final byte[] exchange;
    private final Signer logSigner;
    private final Signer cosigner;

    private KeyRing(byte[] log, byte[] cosign, byte[] tls, byte[] exchange) {
        this.log = log;
        this.cosign = cosign;
        this.tls = tls;
        this.exchange = exchange;
        // Kept, since to make one costs as much as a signature.
        this.logSigner = Ed25519.signer(log);
        this.cosigner = Ed25519.signer(cosign);
    }

    /** Makes new keys in {@code folder}, which must not hold any. */
    public static KeyRing create(Path folder, SecureRandom random) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var file : KeyFile.values()) {
            var secret = new byte[32];
            random.nextBytes(secret);
            file.write(folder, secret);
        }
        return open(folder);
    }

    /** @throws KeyRefused if a file is missing, open to others, or not a key */
    public static KeyRing open(Path folder) {
        return new KeyRing(
                KeyFile.LOG.read(folder),
                KeyFile.COSIGN.read(folder),
                KeyFile.TLS.read(folder),
                KeyFile.EXCHANGE.read(folder));
    }

    /** The public halves, as they stand in the charter. */
    public PartyKeys publicKeys(String compact, PartyCode party) {
        var exchangeKey = new byte[X25519.POINT_SIZE];
        X25519.generatePublicKey(exchange, 0, exchangeKey, 0);
        return new PartyKeys(
                VerifierKey.ofEd25519(PartyKeys.origin(compact, party), Ed25519.publicKey(log)),
                VerifierKey.ofCosigner(PartyKeys.origin(compact, party), Ed25519.publicKey(cosign)),
                new ExchangeKey(exchangeKey),
                TlsKey.pin(Ed25519.publicKey(tls)));
    }

    Signer logSigner() {
        return logSigner;
    }

    Signer cosigner() {
        return cosigner;
    }

    /** The tags that {@code originator} writes for {@code reader}; one of the two is this party. */
    TagKey tagKey(String compact, PartyCode originator, PartyCode reader, ExchangeKey other) {
        return TagKey.agree(exchange, other, compact, originator, reader);
    }

    /**
     * A secret of 32 bytes that follows from this party's keys and from what it is for, so that it need be kept nowhere. Nothing of the keys, and no
     * other such secret, follows from it: {@code HKDF-SHA-256(exchange key, info = "acorde/secret/v1" 0x00 of)}.
     */
    public byte[] secret(String of) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(exchange)
                            .thenExpand(("acorde/secret/v1\0" + of).getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key store in memory that holds the TLS key and its self-signed certificate, for this process only. */
    public KeyStore tlsKeyStore(PartyCode party, char[] password) {
        return TlsKey.keyStore(tls, party, password);
    }
}
