package acorde.policy;

import acorde.trust.PartyCode;
import java.util.Set;

/**
 * For whom the provider meant an item, and what it gave leave to since.
 *
 * @param parties those it was given to
 * @param organisations those within the parties it was meant for; what is strict stops at them
 * @param named the persons who alone may open what is red
 * @param leave what the provider allowed afterwards
 */
public record Circle(Set<PartyCode> parties, Set<Organisation> organisations, Set<Named> named, Leave leave) {
    /** As many as an act has addressees. */
    static final int LIMIT = 64;

    /** A body within a party, such as {@code SV/PNC}. */
    public record Organisation(PartyCode party, String code) {
        public Organisation {
            refuse(code);
        }

        @Override
        public String toString() {
            return party + "/" + code;
        }
    }

    /**
     * A person whom an item names as one who may open it.
     *
     * @param handle what the party's node calls this person; no name
     */
    public record Named(PartyCode party, String handle) {
        public Named {
            refuse(handle);
        }

        @Override
        public String toString() {
            return party + "/" + handle;
        }
    }

    /**
     * What the provider allowed after it gave the item.
     *
     * @param onward parties a receiver may give it to
     * @param court parties that may use it in court
     */
    public record Leave(Set<PartyCode> onward, Set<PartyCode> court) {
        public static final Leave NONE = new Leave(Set.of(), Set.of());

        public Leave {
            onward = bounded(onward);
            court = bounded(court);
        }
    }

    public Circle {
        parties = bounded(parties);
        organisations = bounded(organisations);
        named = bounded(named);
    }

    static <T> Set<T> bounded(Set<T> set) {
        if (set.size() > LIMIT) throw new IllegalArgumentException("at most " + LIMIT + " of one kind");
        return Set.copyOf(set);
    }

    private static void refuse(String code) {
        if (!code.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,31}"))
            throw new IllegalArgumentException("1 to 32 letters, digits, points and hyphens");
    }
}
