package acorde.documents;

import acorde.compact.ItemKey;
import acorde.trust.PartyCode;
import java.util.Locale;

/**
 * What a paper is and of what.
 *
 * @param of the code of a party or of an area
 */
public record Scope(Kind kind, String of) {
    /** The kinds of papers. */
    public enum Kind {
        /** One page for a party's minister. */
        BRIEF,
        /** How the initiatives of an area stand. */
        AREA;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** As acts and addresses have it. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** @throws IllegalArgumentException if {@code of} has not the shape of such a code */
    public Scope {
        switch (kind) {
            case BRIEF -> new PartyCode(of);
            case AREA -> new ItemKey(ItemKey.Kind.AREA, of);
        }
    }

    public static Scope brief(PartyCode party) {
        return new Scope(Kind.BRIEF, party.value());
    }

    public static Scope area(String code) {
        return new Scope(Kind.AREA, code);
    }

    /** @throws IllegalArgumentException if there is no such kind, or the code has another shape */
    public static Scope of(String kind, String of) {
        for (var each : Kind.values()) if (each.word.equals(kind)) return new Scope(each, of);
        throw new IllegalArgumentException("a paper is a brief or of an area");
    }

    @Override
    public String toString() {
        return kind + " " + of;
    }
}
