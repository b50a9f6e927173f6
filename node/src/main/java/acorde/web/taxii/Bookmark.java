package acorde.web.taxii;

import acorde.trustlog.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a next page begins, closed so that it tells nothing of what stands there and holds for what it was given for alone: the office, the list and
 * the rest of the question (AES-GCM). It holds no state, and is good for as long as the node's key is.
 */
final class Bookmark {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int LENGTH = NONCE + Long.BYTES + TAG_BITS / 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    Bookmark(String key) {
        this.key = new SecretKeySpec(
                Hash.sha256(key.getBytes(StandardCharsets.UTF_8)).bytes(), "AES");
    }

    /** @param of what it is given for */
    String close(long place, String of) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, of)
                    .doFinal(ByteBuffer.allocate(Long.BYTES).putLong(place).array());
            var all = ByteBuffer.allocate(LENGTH).put(nonce).put(sealed).array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws TaxiiFault if this node gave none such for that */
    long open(String text, String of) {
        try {
            var all = Base64.getUrlDecoder().decode(text);
            if (all.length != LENGTH) throw none();
            var nonce = Arrays.copyOf(all, NONCE);
            return ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, nonce, of).doFinal(all, NONCE, LENGTH - NONCE))
                    .getLong();
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            throw none();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String of) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(of.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    static TaxiiFault none() {
        return TaxiiFault.unreadable(words -> words.say("taxii.fault.next"));
    }
}
