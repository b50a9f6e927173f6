package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.finding.Stance;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
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

    /** As of a day; none while no rules are in force. */
    List<Showing> showings(LocalDate day) {
        var stands = inForce.get();
        return stands.rules().stream()
                .flatMap(annex -> offices.get().stream()
                        .sorted()
                        .map(office -> new Showing(annex, self(), Posts.of(office, stands.purposes()), day, exercise)))
                .toList();
    }

    /** All that {@link #showings} depends on. What one office is shown, no other office changes. */
    Stance stance() {
        var stands = inForce.get();
        var rules = stands.rules().stream()
                .flatMap(annex -> annex.rules().stream())
                .map(rule -> rule.place().text());
        var purposes = stands.purposes().stream().map(Object::toString).sorted();
        return new Stance(
                hash(Stream.concat(purposes, Stream.concat(Stream.of(""), rules))),
                hash(offices.get().stream().map(OfficeCode::value).sorted()),
                today());
    }

    private static String hash(Stream<String> parts) {
        return Hash.sha256(parts.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    LocalDate today() {
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
