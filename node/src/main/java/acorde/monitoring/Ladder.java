package acorde.monitoring;

import acorde.monitoring.Light.Climb;
import acorde.monitoring.Light.Why;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of a delay, in which order. The clock of a party runs from the first day of its delay: the day after a
 * step was due, or after twice the cadence without a word, which reaches also what has no date. It never runs from
 * before the text was there. Evidence stops it for one cadence; a newly agreed text begins anew. Each party has a clock
 * of its own: the longer delay of another neither hides nor ripens it.
 */
final class Ladder {
    private Ladder() {}

    /** That a party is late. @param from the day from which the clock runs */
    private record Delay(PartyCode party, Why why, LocalDate from) {}

    /** The longest delay of each who owes it, the longest first. */
    static List<Climb> climbs(Situation situation) {
        return situation.agreed().obliged().stream()
                .flatMap(party -> delays(situation, party).min(Comparator.comparing(Delay::from)).stream())
                .sorted(Comparator.comparing(Delay::from))
                .map(delay -> climb(delay, situation.days(), situation.today()))
                .toList();
    }

    private static Stream<Delay> delays(Situation situation, PartyCode party) {
        return Stream.concat(
                situation
                        .open(party)
                        .filter(step -> step.due().isBefore(situation.today()))
                        .map(step -> overdue(situation, party, step)),
                silent(situation, party).stream());
    }

    private static Delay overdue(Situation situation, PartyCode party, Agreed.Step step) {
        var from = later(step.due().plusDays(1), situation.since());
        var proven = situation.provenSince(party);
        if (proven != null && !proven.isBefore(from))
            from = proven.plusDays(situation.days().cadence() + 1L);
        return new Delay(party, new Why.Overdue(party, step.code(), step.due()), from);
    }

    private static Optional<Delay> silent(Situation situation, PartyCode party) {
        if (situation.finished(party)) return Optional.empty();
        var since = situation.heard(party);
        var from = since.plusDays(2L * situation.days().cadence() + 1);
        return from.isAfter(situation.today())
                ? Optional.empty()
                : Optional.of(new Delay(party, new Why.Silent(party, since), from));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Climb climb(Delay delay, Days days, LocalDate today) {
        var rung = rung(delay.from(), days, today);
        return new Climb(delay.party(), delay.why(), rung, delay.from(), next(rung, delay.from(), days));
    }

    /**
     * Whether a reader is shown a delay: the party itself at once, the others once the word has gone up one rung,
     * everybody on the last.
     */
    static boolean isShown(Climb climb, Viewer viewer) {
        return switch (viewer) {
            case Viewer.Of(var party) ->
                party.equals(climb.party()) || climb.rung().compareTo(Rung.COORDINATOR) >= 0;
            case Viewer.Public() -> climb.rung() == Rung.PUBLIC;
        };
    }

    private static Rung rung(LocalDate from, Days days, LocalDate today) {
        if (from.isAfter(today)) return Rung.HELD;
        var passed = days.rungs().stream()
                .filter(rung -> !from.plusDays(rung).isAfter(today))
                .count();
        return Rung.values()[1 + (int) passed];
    }

    private static @Nullable LocalDate next(Rung rung, LocalDate from, Days days) {
        return switch (rung) {
            case HELD -> from;
            case REPRESENTATIVE, COORDINATOR, VICE_MINISTER, MINISTER ->
                from.plusDays(days.rungs().get(rung.ordinal() - 1));
            case PUBLIC -> null;
        };
    }
}
