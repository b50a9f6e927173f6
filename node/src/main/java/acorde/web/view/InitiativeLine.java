package acorde.web.view;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One initiative in a list.
 *
 * @param title in the reader's language
 * @param parties the parties that owe it
 * @param asOf the date of the source's report, as precise as the source is: "2020", "2020-01" or "2020-01-31"
 * @param unverified whether the source has yet to be compared
 * @param version the version in force, or the announced one
 * @param proposal the open proposal on it, such as HN/401; empty when there is none
 * @param chord who consented: to the open proposal if there is one, else to the version in force
 */
public record InitiativeLine(
        String code,
        String area,
        String title,
        List<String> parties,
        @Nullable LocalDate due,
        Status status,
        String asOf,
        boolean official,
        boolean unverified,
        Agreement agreement,
        int version,
        String proposal,
        Chord chord) {

    /** What the source of that date reports; never our own verdict. */
    public enum Status {
        ANNOUNCED,
        AGREED,
        IN_PROGRESS,
        REPORTED_DONE,
        IN_FORCE,
        SUPERSEDED,
        UNKNOWN
    }

    /** What the parties themselves have signed. */
    public enum Agreement {
        ANNOUNCED_ONLY,
        PROPOSED,
        REFUSED,
        CONSENTED,
        CONTESTED
    }

    public InitiativeLine {
        parties = List.copyOf(parties);
    }
}
