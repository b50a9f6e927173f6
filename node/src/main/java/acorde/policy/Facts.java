package acorde.policy;

import acorde.trust.PartyCode;
import java.util.Locale;
import java.util.Set;

/** What rules look at of an item, and nothing of what it says. */
public record Facts(
        Origin origin, Marking marking, Terms terms, Circle circle, Content content) { // the five things rules look at

    /** What is exchanged. */
    public enum Kind {
        REPORT,
        REQUEST,
        ANSWER,
        ALERT,
        /** Made from other items. */
        PRODUCT;

        /** As rules name it, such as {@code report}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where an item comes from.
     *
     * @param party the provider, which made it and has the last word on it
     * @param exercise whether it belongs to an exercise and tells of nothing real
     */
    public record Origin(PartyCode party, Kind kind, boolean exercise) {}

    /**
     * What an item has.
     *
     * @param fields those that are filled, one at least
     * @param alertActive whether the public is looking for the child it concerns, by the decision of who may say so
     */
    public record Content(Set<Field> fields, People people, boolean alertActive) {
        public Content {
            if (fields.isEmpty()) throw new IllegalArgumentException("an item has a field at least");
            fields = Set.copyOf(fields);
        }
    }
}
