package acorde.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a receiver knows an event by to be this node's: it does not tell itself to whoever prints or logs what holds it. */
public final class Secret {
    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec key;

    Secret(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, MAC);
    }

    /** As receivers are told it: {@code whsec_} and base64. For the one answer that shows it. */
    public String reveal() {
        return "whsec_" + Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** HMAC-SHA-256 over name, time and body, as {@code webhook-signature} has it (Standard Webhooks, version 1). */
    String sign(String id, Instant at, String body) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            var signed = id + "." + at.getEpochSecond() + "." + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
