package acorde.trust;

import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** A public X25519 key (RFC 7748), 32 bytes. */
public final class ExchangeKey {
    private final byte[] bytes;

    ExchangeKey(byte[] bytes) {
        if (bytes.length != X25519.POINT_SIZE) throw new IllegalArgumentException("an X25519 key has 32 bytes");
        this.bytes = bytes.clone();
    }

    /** Reads standard base64. */
    public static ExchangeKey parse(String base64) {
        return new ExchangeKey(Base64.getDecoder().decode(base64));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExchangeKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
