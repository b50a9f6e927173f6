package acorde.finding;

import acorde.acts.Act;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Person;
import acorde.offices.Role;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who may open a thing. Nobody, unless something says otherwise.
 *
 * @param admitted {@code all}, {@code role:observer}, {@code office:representative-a1} or {@code person:12}, in their order
 */
public record Audience(SortedSet<String> admitted) {
    /** Whoever acts for an office of this party. */
    public static final Audience EVERY_OFFICER = new Audience(new TreeSet<>(java.util.Set.of("all")));

    public static final Audience NOBODY = new Audience(Collections.emptySortedSet());

    /** Names of those who may: more is a list of people, and no audience. */
    public static final int MOST = 64;

    public Audience {
        if (admitted.size() > MOST) throw new IllegalArgumentException("an audience names at most " + MOST);
        admitted = Collections.unmodifiableSortedSet(new TreeSet<>(admitted));
    }

    public static Audience roles(Role... roles) {
        return of(Arrays.stream(roles).map(Audience::name));
    }

    public static Audience offices(OfficeCode... offices) {
        return of(Arrays.stream(offices).map(Audience::name));
    }

    public static Audience people(Person.Id... people) {
        return of(Arrays.stream(people).map(Audience::name));
    }

    private static Audience of(java.util.stream.Stream<String> names) {
        return new Audience(names.collect(Collectors.toCollection(TreeSet::new)));
    }

    /**
     * Of an act that is not opened by its duty alone. What is addressed to nobody (the journal) tells of officers: supervision and
     * administration read it, and nobody else.
     */
    public static Audience of(Act act) {
        return act.to().isEmpty() ? roles(Role.SUPERVISOR, Role.ADMINISTRATOR) : EVERY_OFFICER;
    }

    /** Whether somebody may open, find, count or be suggested what this is the audience of. */
    public boolean admits(Officer reader) {
        return admitted.contains("all")
                || admitted.contains(name(reader.role()))
                || admitted.contains(name(reader.office()))
                || admitted.contains(name(reader.person()));
    }

    private static String name(Role role) {
        return "role:" + role.code();
    }

    private static String name(OfficeCode office) {
        return "office:" + office;
    }

    private static String name(Person.Id person) {
        return "person:" + person;
    }

    /** Reads what {@link #toString} writes. */
    static Audience parse(String text) {
        return text.isEmpty() ? NOBODY : of(Arrays.stream(text.split(" ")));
    }

    @Override
    public String toString() {
        return String.join(" ", admitted);
    }
}
