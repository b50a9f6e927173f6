package acorde.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/** What information may be used for, and what an office is there for: an area of the compact, by its code. */
public record Purpose(String code) implements Comparable<Purpose> {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9](?:[A-Z0-9-]{0,14}[A-Z0-9])?");

    public Purpose {
        if (!CODE.matcher(code).matches())
            throw new IllegalArgumentException("a purpose is the code of an area, such as A1");
    }

    /** Reads the code of an area; empty if it can name no purpose. */
    public static Optional<Purpose> read(String code) {
        return CODE.matcher(code).matches() ? Optional.of(new Purpose(code)) : Optional.empty();
    }

    @Override
    public int compareTo(Purpose other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
