package acorde.publication;

import acorde.compact.Disclosure;
import acorde.monitoring.Situation;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last figure of a party that everybody may know.
 *
 * @param told the last of which anything is told; null if there is none
 * @param withheld the day of the last one of all, if that is a later one and nothing is told of it; else null
 */
public record LastFigure(
        PartyCode party,
        @Nullable ToldFigure told,
        @Nullable LocalDate withheld) { // what, and what not
    /** As of a day; empty if the party gave none until then. @param figures the latest first */
    static Optional<LastFigure> of(PartyCode party, List<ToldFigure> figures, LocalDate today) {
        var come = figures.stream()
                .filter(each -> Situation.hasCome(each.at(), today))
                .toList();
        if (come.isEmpty()) return Optional.empty();
        var told = come.stream()
                .filter(each -> each.number() instanceof Disclosure.Told)
                .findFirst()
                .orElse(null);
        var last = come.getFirst();
        return Optional.of(new LastFigure(party, told, last == told ? null : last.at()));
    }
}
