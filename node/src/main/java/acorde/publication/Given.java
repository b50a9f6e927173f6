package acorde.publication;

import acorde.compact.Disclosing;
import acorde.compact.Disclosure;
import acorde.monitoring.Point;
import acorde.monitoring.Situation;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * The figures that a party gave of an initiative, and what of them everybody may know.
 *
 * @param points by their days; nobody changes them any more
 */
record Given(NavigableMap<LocalDate, Point> points, Disclosing disclosing) {
    /** Figures of a party on an initiative that are looked at, the latest that have come. */
    static final int MOST = 100;

    /** The last as of a day; empty if the party gave none until then. Days to come hide nothing. */
    Optional<LastFigure> last(PartyCode party, LocalDate today) {
        var come = points.headMap(Situation.lastCome(today), true).descendingMap().entrySet().stream()
                .limit(MOST)
                .toList();
        if (come.isEmpty()) return Optional.empty();
        var told = come.stream()
                .filter(each -> each.getValue().counts(disclosing) instanceof Disclosure.Told)
                .findFirst()
                .map(each -> ToldFigure.of(each.getKey(), each.getValue(), disclosing))
                .orElse(null);
        var last = come.getFirst();
        return Optional.of(
                told != null && told.at().equals(last.getKey())
                        ? new LastFigure(party, told, null, false)
                        : new LastFigure(
                                party, told, last.getKey(), last.getValue().isUnsaid(disclosing)));
    }
}
