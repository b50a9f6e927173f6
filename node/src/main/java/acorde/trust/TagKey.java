package acorde.trust;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * The secret two parties share for the tags of one direction. Not safe for use by several threads at once: it keeps one Mac, since
 * making one costs more than using it.
 *
 * <p>{@code K = HKDF-SHA-256(X25519(originator, reader), info = "acorde/tag/v1" 0x00 compact 0x00 originator 0x00 reader)};
 * {@code tag = first 8 bytes of HMAC-SHA-256(K, "acorde/tag/v1" 0x00 originator 0x00 uint64 index)}; see spec/act.md.
 */
final class TagKey {
    static final int TAG_SIZE = 8;
    private static final String LABEL = "acorde/tag/v1";

    private final Mac mac;
    private final byte[] message;

    private TagKey(Mac mac, byte[] message) {
        this.mac = mac;
        this.message = message;
    }

    static TagKey agree(
            byte[] secret,
            ExchangeKey other,
            String compact,
            PartyCode originator,
            PartyCode reader) { // both directions
        var shared = new byte[X25519.POINT_SIZE];
        if (!X25519.calculateAgreement(secret, 0, other.bytes(), 0, shared, 0))
            throw new KeyRefused(
                    "The exchange key of a partner is not a usable X25519 key: ask for its charter entry again.",
                    "La llave de intercambio de un socio no es una llave X25519 que sirva: pida otra vez su lugar en la carta.");
        var info = (LABEL + "\0" + compact + "\0" + originator + "\0" + reader).getBytes(StandardCharsets.UTF_8);
        try {
            var key = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "HmacSHA256",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(new SecretKeySpec(shared, "X25519"))
                                    .thenExpand(info, 32));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var head = (LABEL + "\0" + originator + "\0").getBytes(StandardCharsets.UTF_8);
            return new TagKey(mac, Arrays.copyOf(head, head.length + Long.BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks HKDF or HMAC with SHA-256", e);
        } finally {
            Arrays.fill(shared, (byte) 0);
        }
    }

    /** Writes the tag of the entry at {@code index} into {@code target}. */
    void write(long index, byte[] target, int offset) {
        System.arraycopy(compute(index), 0, target, offset, TAG_SIZE);
    }

    /** Whether the tag in {@code entry} at {@code offset} says that the entry at {@code index} is for the reader. */
    boolean matches(long index, byte[] entry, int offset) {
        var tag = compute(index);
        var difference = 0;
        for (var i = 0; i < TAG_SIZE; i++) difference |= tag[i] ^ entry[offset + i];
        return difference == 0;
    }

    private byte[] compute(long index) {
        ByteBuffer.wrap(message).putLong(message.length - Long.BYTES, index);
        return mac.doFinal(message);
    }
}
