package acorde.web.view;

import acorde.monitoring.Light.Colour;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One initiative in a list.
 *
 * @param title in the reader's language
 * @param parties the parties that owe it
 * @param asOf the date of the source's report, as precise as the source is: "2020", "2020-01" or "2020-01-31"; empty if
 * no source reports on it
 * @param unverified whether the source has yet to be compared
 * @param version the version in force, or the announced one
 * @param proposal the proposal that is open or was last refused, such as HN/401; empty when there was none
 * @param chord who consented: to the open proposal if there is one, else to the version in force
 * @param light how it stands, as this reader is shown it
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
        Movement movement,
        String proposal,
        Chord chord,
        @Nullable LightView light) { // what a list shows of an initiative
    /** One whose light is not shown. */
    public InitiativeLine( // as above
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
            Movement movement,
            String proposal,
            Chord chord) {
        this(
                code,
                area,
                title,
                parties,
                due,
                status,
                asOf,
                official,
                unverified,
                agreement,
                version,
                movement,
                proposal,
                chord,
                null);
    }

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

    /** What stands: words of sources, a text every party signed, or two rivals that cannot both stand. */
    public enum Agreement {
        ANNOUNCED_ONLY,
        CONSENTED,
        CONTESTED
    }

    /** What last happened to it: nothing, a proposal is open, or the last one was refused. */
    public enum Movement {
        NONE,
        PROPOSED,
        REFUSED
    }

    /** Whether its light says already that it has no date. */
    public boolean undated() {
        return light != null && light.colour() == Colour.UNDATED;
    }

    /** The words a filter may ask for, parted by spaces. */
    public String tags() {
        return movement == Movement.NONE ? agreement.name() : agreement.name() + " " + movement.name();
    }

    public InitiativeLine {
        parties = List.copyOf(parties);
    }
}
