package acorde.acts;

import acorde.trust.PartyCode;
import java.util.regex.Pattern;

/** Names an act by its place: {@code HN/42} is the act at index 42 of the log of HN. */
public record ActId(PartyCode party, long index) implements Comparable<ActId> {
    private static final Pattern SHAPE = Pattern.compile("([A-Z]{2,3})/(0|[1-9][0-9]{0,14})");

    public ActId {
        if (index < 0) throw new IllegalArgumentException("the index of an act is not negative");
    }

    /** Reads {@code HN/42}. @throws IllegalArgumentException if {@code text} has another shape */
    public static ActId parse(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) throw new IllegalArgumentException("an act is named like HN/42");
        return new ActId(new PartyCode(match.group(1)), Long.parseLong(match.group(2)));
    }

    @Override
    public int compareTo(ActId other) {
        var order = party.compareTo(other.party);
        return order == 0 ? Long.compare(index, other.index) : order;
    }

    @Override
    public String toString() {
        return party + "/" + index;
    }
}
