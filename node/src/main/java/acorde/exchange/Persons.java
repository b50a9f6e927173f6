package acorde.exchange;

import acorde.policy.Country;
import acorde.policy.Field;
import acorde.policy.People;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The persons a report concerns, as flags and never by who they are.
 *
 * @param flags what holds of one of them at least
 * @param never the countries it never reaches: those of nationality and habitual residence of who seeks or has protection, and any other the
 *     provider names. So a copy keeps the protection without telling why (AS-1, AS-4)
 */
public record Persons(Set<Flag> flags, SortedSet<Country> never) {
    /** Countries of one report. */
    public static final int MOST_COUNTRIES = 64;

    public static final Persons NOBODY = new Persons(Set.of(), Collections.emptySortedSet());

    /** What may hold of a person. */
    public enum Flag {
        /** There is a person at all; holds wherever another flag does. */
        PERSON(People.Flag.PERSON),
        CHILD(People.Flag.CHILD),
        VICTIM(People.Flag.VICTIM),
        /** Seeks or has protection. Told to nobody but the provider. */
        PROTECTION(People.Flag.PROTECTION);

        private final People.Flag asRulesSee;

        Flag(People.Flag asRulesSee) {
            this.asRulesSee = asRulesSee;
        }
    }

    public Persons {
        if (never.size() > MOST_COUNTRIES) throw new IllegalArgumentException("at most 64 countries");
        var all = EnumSet.noneOf(Flag.class);
        all.addAll(flags);
        if (!all.isEmpty()) all.add(Flag.PERSON);
        flags = Collections.unmodifiableSet(all);
        never = Collections.unmodifiableSortedSet(new TreeSet<>(never));
    }

    /** Whether it tells who one of them is: a person does, and a document of whoever a report concerns, which names its bearer (CH-1, DE-3). */
    boolean isToldBy(Thing thing) {
        return !flags.isEmpty() && thing.kind().isOfAPerson();
    }

    /**
     * The first of these, from 0, that says that somebody who may be the one with protection is of a country that the report could reach (AS-1). There
     * is none while no country is named at all: nobody but its provider has such a report (AS-3).
     */
    public OptionalInt exposed(List<Thing> things) {
        if (!flags.contains(Flag.PROTECTION) || never.isEmpty()) return OptionalInt.empty();
        return IntStream.range(0, things.size())
                .filter(at -> couldReach(things.get(at)))
                .findFirst();
    }

    private boolean couldReach(Thing thing) {
        var country = thing.country();
        return isToldBy(thing) && country != null && !never.contains(country);
    }

    /** Without what is not among these fields. */
    Persons only(Collection<Field> fields) {
        if (fields.contains(Field.PROTECTION)) return this;
        var left = new HashSet<>(flags);
        left.remove(Flag.PROTECTION);
        return new Persons(left, never);
    }

    People asRulesSee() {
        var all = EnumSet.noneOf(People.Flag.class);
        for (var flag : flags) all.add(flag.asRulesSee);
        return new People(all, never);
    }
}
