package acorde.web;

import acorde.offices.InventedPeople;
import acorde.offices.InventedPeople.Invented;
import acorde.offices.Offices;
import acorde.offices.Session;
import acorde.trust.Charter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets invented people in without a password. There is one only if three things are true at once: the node was started for a demonstration,
 * all parties founded the compact as an exercise, and nobody real stands in the node's records.
 */
public final class DemoDoor {
    private final List<Invented> people;
    private final InventedPeople entry;
    private final Map<String, String> all;

    private DemoDoor(List<Invented> people, InventedPeople entry, Map<String, String> all) {
        this.people = List.copyOf(people);
        this.entry = entry;
        this.all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /** @param all where the doors of all parties are, in the order of the directory */
    public DemoDoor beside(Map<String, String> all) {
        return new DemoDoor(people, entry, all);
    }

    Map<String, String> all() {
        return all;
    }

    /**
     * Opens it and adds the people who are not there yet.
     *
     * @param started whether the node was started for a demonstration
     * @param charter an exercise if its member {@code exercise} is {@code true}
     */
    public static Optional<DemoDoor> open(boolean started, Charter charter, Offices offices, List<Invented> people) {
        if (!started || !charter.content().path("exercise").asBoolean(false)) return Optional.empty();
        return offices.invented().map(entry -> {
            entry.settle(people);
            return new DemoDoor(people, entry, Map.of());
        });
    }

    /** Those who may come in: whose account was not closed, and who still hold their office. */
    List<Invented> people() {
        return people.stream().filter(entry::mayEnter).toList();
    }

    Optional<Session> signIn(String account) {
        return people.stream()
                .filter(person -> person.account().equals(account))
                .findFirst()
                .flatMap(entry::signIn);
    }
}
