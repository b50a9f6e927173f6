package acorde.offices;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may hold what, from when to when, and who can act for what on a day. */
final class Tenure {
    private Tenure() {}

    /** Why a person with these holdings may not hold {@code office} for that term; empty if they may. */
    static Optional<Rule> mayBegin(List<Holding> ofPerson, OfficeCode office, Term term) {
        if (term.to() != null && term.to().isBefore(term.from())) return Optional.of(Rule.ENDS_BEFORE_IT_BEGINS);
        var meanwhile = ofPerson.stream()
                .filter(holding -> holding.term().overlaps(term))
                .toList();
        if (meanwhile.stream().anyMatch(holding -> holding.office().equals(office)))
            return Optional.of(Rule.HELD_ALREADY);
        var administers = administers(office);
        if (meanwhile.stream().anyMatch(holding -> administers || administers(holding.office())))
            return Optional.of(Rule.ADMINISTRATION_STANDS_ALONE);
        return Optional.empty();
    }

    /** Why a holding may not be ended on {@code day}; empty if it may. */
    static Optional<Rule> mayEnd(Holding holding, LocalDate day) {
        var to = holding.term().to();
        if (to != null && !day.isBefore(to)) return Optional.of(Rule.ENDED_ALREADY);
        if (day.isBefore(holding.term().from())) return Optional.of(Rule.ENDS_BEFORE_IT_BEGINS);
        return Optional.empty();
    }

    /** Whether somebody with an open account keeps accounts on {@code day}, leaving out one holding. */
    static boolean isAdministered(List<Holding> all, Set<Person.Id> open, LocalDate day, long leftOut) {
        return all.stream()
                .filter(holding -> holding.id() != leftOut
                        && administers(holding.office())
                        && holding.term().holds(day))
                .anyMatch(holding -> open.contains(holding.person()));
    }

    /** The offices a person with these holdings can act for on {@code day}, in the order of their codes. */
    static List<OfficeCode> heldOn(List<Holding> ofPerson, LocalDate day) {
        return ofPerson.stream()
                .filter(holding -> holding.term().holds(day))
                .map(Holding::office)
                .distinct()
                .sorted()
                .toList();
    }

    static boolean administers(OfficeCode office) {
        return Role.of(office).filter(role -> role == Role.ADMINISTRATOR).isPresent();
    }
}
