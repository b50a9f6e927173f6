package acorde.offices;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names an office of a party, such as {@code coordination} or {@code representative-a1}: the word of its role, and what for if there are
 * several. It is what an act carries, so partners see it and it is never given to another office.
 */
public record OfficeCode(String value) implements Comparable<OfficeCode> {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /** The node itself: speaks where no person does, and nobody can hold it. */
    public static final OfficeCode NODE = new OfficeCode("node");

    public OfficeCode {
        if (!SHAPE.matcher(value).matches())
            throw new IllegalArgumentException("the code of an office is lower-case letters, digits and hyphens");
    }

    /** Reads a code; empty if {@code text} has another shape. */
    public static Optional<OfficeCode> read(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new OfficeCode(text)) : Optional.empty();
    }

    @Override
    public int compareTo(OfficeCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
