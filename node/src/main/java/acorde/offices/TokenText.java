package acorde.offices;

import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a token is written: {@code acorde-<16 hexadecimal digits>-<43 characters of base64url>}. The first part finds it, the second holds 256
 * random bits and is kept as SHA-256 only; the word in front lets scanners for leaked keys know it.
 */
record TokenText(Token.Id id, Hash secret) {
    private static final Pattern SHAPE = Pattern.compile("acorde-([0-9a-f]{16})-([A-Za-z0-9_-]{43})");
    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;

    /** A new token, as it is told once. */
    static Secret make(SecureRandom random) {
        var id = new byte[ID_BYTES];
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        return new Secret("acorde-" + HexFormat.of().formatHex(id) + "-"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** What is kept of a token, and looked up with one; empty if {@code text} has another shape. */
    static Optional<TokenText> read(String text) {
        var match = SHAPE.matcher(text);
        return match.matches()
                ? Optional.of(new TokenText(new Token.Id(match.group(1)), sha256(match.group(2))))
                : Optional.empty();
    }

    /** Whether this is the token of which {@code kept} is the hash; takes as long whatever the answer. */
    boolean is(Hash kept) {
        return MessageDigest.isEqual(secret.bytes(), kept.bytes());
    }

    static Hash sha256(String text) {
        return Hash.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
