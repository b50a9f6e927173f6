package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each office of this party is shown now: by the rules in force, the areas of the compact, the offices there are, and the day.
 *
 * @param offices asked anew each time
 * @param exercise whether all that is exchanged belongs to an exercise
 */
record Sights(
        Acts acts,
        Supplier<InForce> inForce,
        Supplier<Collection<OfficeCode>> offices,
        Clock clock,
        boolean exercise) { // all that it depends on
    PartyCode self() {
        return acts.self();
    }

    /** None while no rules are in force. */
    List<Showing> showings() {
        var stands = inForce.get();
        return stands.rules().stream()
                .flatMap(annex -> offices.get().stream()
                        .sorted()
                        .map(office ->
                                new Showing(annex, self(), Posts.of(office, stands.purposes()), today(), exercise)))
                .toList();
    }

    /** All that {@link #showings} depends on, as a text. */
    String stance() {
        var stands = inForce.get();
        var rules = stands.rules().stream()
                .flatMap(annex -> annex.rules().stream())
                .map(rule -> rule.place().text());
        return Stream.of(
                        Stream.of(today().toString()),
                        offices.get().stream().map(OfficeCode::value).sorted(),
                        stands.purposes().stream().map(Object::toString).sorted(),
                        rules)
                .map(part -> part.collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * One that came with others of which not all are stored yet is not there: what takes it back may be among them. What is dated ahead waits
     * for its time.
     */
    static boolean isThere(Acts acts, ActId item, Instant said, Instant now) {
        return acts.isSettled(item) && !said.isAfter(now);
    }

    boolean isThere(ActId item, Instant said) {
        return isThere(acts, item, said, clock.instant());
    }
}
