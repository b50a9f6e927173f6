package acorde.web.desk;

import acorde.monitoring.Light.Climb;
import acorde.monitoring.Rung;
import acorde.monitoring.Watched;
import acorde.trust.PartyCode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A delay that goes up the ladder.
 *
 * @param code of the initiative
 */
record Climbing(String code, Climb climb) {
    /**
     * What climbs, of each initiative one delay: that of the reader's party where it has one, and all of those first; then what came highest
     * and has climbed longest. What evidence holds back does not climb.
     *
     * @param watched as the reader is shown it
     */
    static List<Climbing> of(Collection<Watched> watched, PartyCode reader) {
        var order = Comparator.comparing((Climbing one) -> !one.climb().party().equals(reader))
                .thenComparing(one -> one.climb().rung(), Comparator.reverseOrder())
                .thenComparing(one -> one.climb().from())
                .thenComparing(Climbing::code);
        return watched.stream()
                .flatMap(each -> each.light().climbs().stream()
                        .filter(climb -> climb.rung() != Rung.HELD)
                        .map(climb -> new Climbing(each.agreed().code(), climb))
                        .min(order)
                        .stream())
                .sorted(order)
                .toList();
    }

    /** Those from one on; all of them if none has that code. */
    static List<Climbing> from(List<Climbing> all, String code) {
        return all.subList(Math.max(0, all.stream().map(Climbing::code).toList().indexOf(code)), all.size());
    }
}
