package acorde.exchange;

import acorde.compact.Bilingual;
import acorde.policy.Country;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that a report tells of, so that who reads it need not look for it in the text; {@code spec/acts-exchange.md}. Nothing of a body
 * has a place in it (BI-1).
 *
 * @param name what it is called
 * @param number by which it is known: of a passport, a plate, a register, or where a place lies; null if none is
 * @param country that gave the number, or whose it is; null if it is not said
 */
public record Thing(
        Kind kind,
        @Nullable String name,
        @Nullable String number,
        @Nullable Country country) { // as an act has it
    /** Of one report. */
    public static final int MOST = 100;

    /** Characters of a name. */
    public static final int NAME = 300;

    /** Characters of a number. */
    public static final int NUMBER = 100;

    /** What it is. Who a person is, is kept back by itself as well ({@code Field.IDENTITY}), with its documents. */
    public enum Kind {
        PERSON,
        ORGANISATION,
        VEHICLE,
        VESSEL,
        AIRCRAFT,
        DOCUMENT,
        PLACE,
        EVENT;

        /** A document names its bearer, and its country is most often the bearer's. */
        boolean isOfAPerson() {
            return this == PERSON || this == DOCUMENT;
        }
    }

    /** @throws IllegalArgumentException if it has neither name nor number, or one that is no text of that length on one line */
    public Thing {
        if (name == null && number == null) throw new IllegalArgumentException("what has no name has a number");
        require(name, NAME);
        require(number, NUMBER);
    }

    /** A semicolon parts them where they are typed. */
    private static void require(@Nullable String text, int longest) {
        if (text != null && !holds(text, longest)) throw new IllegalArgumentException("not a text of that length");
    }

    private static boolean holds(String text, int longest) {
        return text.length() <= longest
                && Bilingual.fault(text) == null
                && text.equals(text.strip())
                && text.chars().noneMatch(c -> c == '\n' || c == '\t' || c == ';');
    }

    /** That there is one, and of what kind. */
    Thing outline() {
        return new Thing(kind, "-", null, null);
    }
}
