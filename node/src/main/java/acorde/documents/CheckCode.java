package acorde.documents;

import acorde.acts.ActId;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is printed on a paper so that any party's node can say what it is: the act that issued it and the beginning of the paper's digest, as
 * {@code GT-123-7F3A-9C2D}. The digits tell a slip from a hit; that a paper is genuine is seen by comparing its figures with what the code
 * resolves to.
 *
 * @param digits eight, hexadecimal and large
 */
public record CheckCode(ActId act, String digits) {
    private static final int LONGEST = 80;
    private static final Pattern SHAPE =
            Pattern.compile("([A-Z]{2,3})-(0|[1-9][0-9]{0,14})-([0-9A-F]{4})-?([0-9A-F]{4})");

    /** Blanks and dashes of any kind, as people type and programs lay out. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Zs}\\p{Pd}\\u2212]+");

    public static CheckCode of(ActId act, Hash digest) {
        return new CheckCode(act, digest.hex().substring(0, 8).toUpperCase(Locale.ROOT));
    }

    /** What somebody typed; empty if it cannot be a check code. */
    public static Optional<CheckCode> read(String typed) {
        if (typed.length() > LONGEST) return Optional.empty();
        var plain = BETWEEN.matcher(typed.strip()).replaceAll("-").toUpperCase(Locale.ROOT);
        var match = SHAPE.matcher(plain);
        if (!match.matches()) return Optional.empty();
        var act = new ActId(new PartyCode(match.group(1)), Long.parseLong(match.group(2)));
        return Optional.of(new CheckCode(act, match.group(3) + match.group(4)));
    }

    /** Whether it is of a paper with this digest; takes as long for one that is nearly right. */
    boolean fits(Hash digest) {
        return MessageDigest.isEqual(
                digits.getBytes(StandardCharsets.US_ASCII),
                of(act, digest).digits.getBytes(StandardCharsets.US_ASCII));
    }

    /** Grouped for reading aloud. */
    @Override
    public String toString() {
        return act.party() + "-" + act.index() + "-" + digits.substring(0, 4) + "-" + digits.substring(4);
    }
}
