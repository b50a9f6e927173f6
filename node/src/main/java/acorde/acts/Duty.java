package acorde.acts;

import acorde.postgres.Table;
import java.util.List;
import java.util.Set;

/** What a package makes of the acts of its kinds. Everything here is pure: no clock, no database, no randomness. */
public interface Duty {
    /** The schema that holds the duty's tables, and the prefix of its kinds. */
    String schema();

    /** The kinds of acts it reads. An act of a kind no duty reads is rejected. */
    Set<String> kinds();

    /**
     * Whether nobody opens an act of its prefix but through its own door, whatever its kind: then pages that show acts of all duties do not
     * tell of them.
     */
    default boolean opensAlone() {
        return false;
    }

    /** The tables it derives. They can be emptied and filled again from the acts. */
    List<Table<?, ?>> tables();

    /**
     * Acts of its author's whose content this one orders whoever it is addressed to to give up, salt and all, and its author to hand out no
     * more; none if it breaks a rule. Their entries stay. Nothing else that follows from an act may depend on whether such content is here.
     */
    default Set<ActId> takesBack(Past past, Act act) {
        return Set.of();
    }

    /** Kinds of acts whose content may be ordered given up. When acts are applied such an act is there for no duty, not even while it is here. */
    default Set<String> givenUp() {
        return Set.of();
    }

    /** The rows that applying this act will likely read; a hint, so that a batch reads them with one statement. */
    default List<RowKey<?, ?>> reads(Act act, Past past) {
        return List.of();
    }

    /**
     * What follows from an act. All acts it names in {@code after} have been applied before. The result of applying a set of acts
     * must not depend on their order otherwise, not even for two acts of one log.
     */
    Applied apply(Past past, Act act);
}
