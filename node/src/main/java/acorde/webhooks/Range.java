package acorde.webhooks;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A network.
 *
 * @param base one of its addresses
 * @param bits that all of them share with it
 */
public record Range(InetAddress base, int bits) {
    private static final Pattern SHAPE =
            Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*)/([0-9]{1,3})");

    public Range {
        if (bits < 0 || bits > base.getAddress().length * Byte.SIZE)
            throw new IllegalArgumentException("a network shares as many bits as an address has");
    }

    /** Reads {@code 10.20.0.0/16}; empty if {@code text} has another shape. */
    public static Optional<Range> read(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) return Optional.empty();
        try {
            return Optional.of(new Range(InetAddress.ofLiteral(match.group(1)), Integer.parseInt(match.group(2))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static Range of(String text) {
        return read(text).orElseThrow();
    }

    boolean has(InetAddress address) {
        var mine = base.getAddress();
        var other = address.getAddress();
        if (mine.length != other.length) return false;
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> bit % Byte.SIZE;
            if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) return false;
        }
        return true;
    }
}
