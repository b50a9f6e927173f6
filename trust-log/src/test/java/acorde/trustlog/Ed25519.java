package acorde.trustlog;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** Test keys, made from a word, and the checks that go with them. */
final class Ed25519 {
    static final SignatureCheck CHECK = (key, message, signature) -> key.length == 32
            && signature.length == 64
            && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(signature, 0, key, 0, message, 0, message.length);

    private final Ed25519PrivateKeyParameters key;

    private Ed25519(Ed25519PrivateKeyParameters key) {
        this.key = key;
    }

    /** Always the same key for the same word. */
    static Ed25519 named(String word) {
        return new Ed25519(new Ed25519PrivateKeyParameters(
                Sha256.mine().plain(("test key " + word).getBytes(StandardCharsets.UTF_8)), 0));
    }

    byte[] publicKey() {
        return key.generatePublicKey().getEncoded();
    }

    Signer signer() {
        return message -> {
            var signature = new byte[64];
            key.sign(
                    org.bouncycastle.math.ec.rfc8032.Ed25519.Algorithm.Ed25519,
                    null,
                    message,
                    0,
                    message.length,
                    signature,
                    0);
            return signature;
        };
    }
}
