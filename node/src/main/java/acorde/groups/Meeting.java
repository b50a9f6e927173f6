package acorde.groups;

import acorde.acts.ActId;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A meeting as lists tell of it: without anything that was said in it.
 *
 * @param starts where it is held, as it was last said
 */
public record Meeting(Sitting sitting, LocalDateTime starts, Course.State state, Minuted minutes) {
    /** How far its minutes have come. */
    public enum Minuted {
        /** None have been put. */
        NONE,
        OPEN,
        REFUSED,
        APPROVED;

        static Minuted of(Proceedings proceedings) {
            if (!proceedings.sitting().isMeeting()) return NONE;
            var states = MinutesBook.versions(proceedings).stream()
                    .map(MinutesBook.Version::state)
                    .toList();
            if (states.isEmpty()) return NONE;
            if (states.contains(MinutesBook.State.APPROVED)) return APPROVED;
            return states.contains(MinutesBook.State.OPEN) ? OPEN : REFUSED;
        }
    }

    /** @param proceedings of a meeting */
    public static Meeting of(Proceedings proceedings) {
        var course = Course.of(proceedings);
        return new Meeting(proceedings.sitting(), course.when().starts(), course.state(), Minuted.of(proceedings));
    }

    public ActId act() {
        return sitting.act();
    }

    public LocalDate day() {
        return starts.toLocalDate();
    }

    /** Whether it was opened: who met, met. */
    public boolean met() {
        return state == Course.State.OPEN || state == Course.State.CLOSED;
    }
}
