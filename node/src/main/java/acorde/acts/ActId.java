package acorde.acts;

import acorde.trust.PartyCode;

/** Names an act by its place: {@code HN/42} is the act at index 42 of the log of HN. */
public record ActId(PartyCode party, long index) implements Comparable<ActId> {
    /** Digits of an index. */
    private static final int DIGITS = 15;

    public ActId {
        if (index < 0) throw new IllegalArgumentException("the index of an act is not negative");
    }

    /** Reads {@code HN/42}. @throws IllegalArgumentException if {@code text} has another shape */
    public static ActId parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 0 || !isIndex(text, slash + 1)) throw new IllegalArgumentException("an act is named like HN/42");
        return new ActId(new PartyCode(text.substring(0, slash)), Long.parseLong(text, slash + 1, text.length(), 10));
    }

    /** By hand, since rows are full of names of acts: a regular expression took a tenth of reading them. */
    private static boolean isIndex(String text, int from) {
        var digits = text.length() - from;
        if (digits < 1 || digits > DIGITS || (digits > 1 && text.charAt(from) == '0')) return false;
        for (var i = from; i < text.length(); i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        return true;
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
