package acorde.policy;

import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Set;

/** May this reader use this item so, as things are? Sender and receiver ask with the same values and get the same answer. */
public record Question(Facts facts, Reader reader, Use use, Moment moment) {
    /** What was done before, where a rule asks for it. */
    public enum Done {
        /** The text of the handling restriction was shown to the reader. */
        HANDLING_READ,
        /** A second officer asks for the same. */
        SECOND_OFFICER
    }

    /**
     * How things are when it is asked.
     *
     * @param from the party that hands it out; another than the provider gives it on
     * @param exercise whether the one who hands it out is in an exercise
     */
    public record Moment(LocalDate day, PartyCode from, boolean exercise, Set<Done> done) {
        public Moment {
            done = Set.copyOf(done);
        }

        Moment from(PartyCode party) {
            return new Moment(day, party, exercise, done);
        }
    }
}
