package acorde.policy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * The persons an item concerns, as far as rules look at them: flags, and never who they are.
 *
 * @param flags what holds of one of them at least
 * @param hiddenFrom the countries of nationality and of habitual residence of those among them who seek or have protection
 */
public record People(Set<Flag> flags, Set<Country> hiddenFrom) {
    /** What may hold of a person. */
    public enum Flag {
        /** There is a person at all; holds wherever another flag does. */
        PERSON,
        /** Is under eighteen. */
        CHILD,
        /** Is, or may be, a victim of trafficking. */
        VICTIM,
        /** Seeks or has asylum, refuge, complementary protection or the status of a stateless person. */
        PROTECTION,
        /** So does a person whose country nobody knows. */
        COUNTRY_UNKNOWN,
        /** Took back the consent to be kept. */
        CONSENT_WITHDRAWN
    }

    public static final People NOBODY = new People(Set.of(), Set.of());

    /** Who seeks protection and is from no known country is marked so, whoever forgot to. */
    public People {
        var all = EnumSet.noneOf(Flag.class);
        all.addAll(flags);
        if (!hiddenFrom.isEmpty() || all.contains(Flag.COUNTRY_UNKNOWN)) all.add(Flag.PROTECTION);
        if (all.contains(Flag.PROTECTION) && hiddenFrom.isEmpty()) all.add(Flag.COUNTRY_UNKNOWN);
        if (!all.isEmpty()) all.add(Flag.PERSON);
        flags = Set.copyOf(all);
        hiddenFrom = Set.copyOf(hiddenFrom);
    }

    /** These and others together: what holds of one of them holds of the item. */
    public People and(People others) {
        var both = new HashSet<>(flags);
        both.addAll(others.flags);
        var countries = new HashSet<>(hiddenFrom);
        countries.addAll(others.hiddenFrom);
        return new People(both, countries);
    }

    boolean has(Flag flag) {
        return flags.contains(flag);
    }
}
