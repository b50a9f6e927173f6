package acorde.monitoring;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Why a meeting should look at an initiative: it is late, blocked, disputed, due, or climbs the ladder.
 *
 * @param rung the highest its reader is shown; null if it is on none
 * @param next the day on which something follows: word goes up one rung, or a step is due; null if none is known
 */
public record Concern(
        String initiative,
        String area,
        Light light,
        @Nullable Rung rung,
        @Nullable LocalDate next) {
    static final Comparator<Concern> WORST_FIRST = Comparator.comparing(
                    (Concern concern) -> order(concern.light().colour()))
            .thenComparing(
                    concern -> concern.rung() == null ? 0 : -concern.rung().ordinal())
            .thenComparing(Concern::initiative);

    private static int order(Light.Colour colour) {
        return switch (colour) {
            case LATE -> 0;
            case BLOCKED -> 1;
            case AT_RISK -> 2;
            case UNDATED -> 3;
            case ON_TRACK -> 4;
            case DONE -> 5;
        };
    }

    static Concern of(Watched watched) {
        var light = watched.light();
        var climb = light.climbs().stream()
                .max(Comparator.comparing(Light.Climb::rung))
                .orElse(null);
        var next = climb != null
                ? climb.next()
                : switch (light.why()) {
                    case Light.Why.DueSoon(var _, var _, var due) -> due;
                    case Light.Why.NothingAmiss(var due) -> due;
                    default -> null;
                };
        return new Concern(
                watched.agreed().code(), watched.agreed().area(), light, climb == null ? null : climb.rung(), next);
    }

    /** Whether a meeting should look at it at all. */
    boolean concerns() {
        return switch (light.colour()) {
            case LATE, BLOCKED, AT_RISK -> true;
            case UNDATED -> rung != null;
            case ON_TRACK, DONE -> false;
        };
    }
}
