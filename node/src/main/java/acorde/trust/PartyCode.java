package acorde.trust;

/** The short code of a party, such as {@code HN}: two or three capital letters, the same for ever. */
public record PartyCode(String value) implements Comparable<PartyCode> {
    public PartyCode {
        if (!isCode(value)) throw new IllegalArgumentException("a party code is two or three capital letters");
    }

    private static boolean isCode(String value) {
        if (value.length() < 2 || value.length() > 3) return false;
        for (var i = 0; i < value.length(); i++) if (value.charAt(i) < 'A' || value.charAt(i) > 'Z') return false;
        return true;
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
