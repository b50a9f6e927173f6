package acorde.trust;

import java.util.regex.Pattern;

/** The short code of a party, such as {@code HN}: two or three capital letters, the same for ever. */
public record PartyCode(String value) implements Comparable<PartyCode> {
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2,3}");

    public PartyCode {
        if (!SHAPE.matcher(value).matches())
            throw new IllegalArgumentException("a party code is two or three capital letters");
    }

    @Override
    public int compareTo(PartyCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
