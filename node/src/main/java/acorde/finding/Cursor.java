package acorde.finding;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last answer of a page, after which the next begins. Holds no state of the node, and nothing that its reader has not been shown.
 *
 * @param merit how well it answers; not a number where answers are too many to be compared and stand in the order of their days
 */
public record Cursor(int rank, float merit, int age, Key key) { // the order of answers
    private static final Pattern SHAPE =
            Pattern.compile("([0-9])\\.([0-9a-f]{1,8})\\.(-?[0-9]{1,10})\\.([a-z-]{1,31})\\.([A-Za-z0-9/.-]{1,100})");

    /** Before all there are. */
    static final Cursor BEGINNING = new Cursor(-1, Float.NaN, Integer.MIN_VALUE, new Key("a", "0"));

    boolean isByDay() {
        return Float.isNaN(merit);
    }

    /** Reads what {@link #toString} writes; empty for anything else. */
    public static Optional<Cursor> read(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) return Optional.empty();
        try {
            return Optional.of(new Cursor(
                    Integer.parseInt(match.group(1)),
                    Float.intBitsToFloat(Integer.parseUnsignedInt(match.group(2), 16)),
                    Integer.parseInt(match.group(3)),
                    new Key(match.group(4), match.group(5))));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a number past what there can be, or no name of a thing
        }
    }

    @Override
    public String toString() {
        return rank + "." + Integer.toHexString(Float.floatToIntBits(merit)) + "." + age + "." + key.kind() + "."
                + key.name();
    }
}
