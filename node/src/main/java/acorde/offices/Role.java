package acorde.offices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an office may do. Written in the first word of its code, so that a partner's node can tell it from an act alone. */
public enum Role {
    /** Proposes, assents and refuses for the party. */
    COORDINATOR("coordination"),
    /** Speaks for the party in one working group. */
    REPRESENTATIVE("representative"),
    /** Sends and answers requests at a border or police post. */
    LIAISON("liaison"),
    /** Grades items and builds products. */
    ANALYST("analysis"),
    /** Guards the cases of children and victims. */
    PROTECTION_OFFICER("protection"),
    /** Sees who read what and why, and speaks for nobody. */
    SUPERVISOR("supervision"),
    /** Keeps accounts, offices and tokens, and speaks for nobody. */
    ADMINISTRATOR("administration"),
    /** Reads, and assesses what became of what was agreed; reports nothing. */
    OBSERVER("observation");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The role of an office; empty if its code begins with no role's word, as {@code node} does. */
    public static Optional<Role> of(OfficeCode office) {
        var first = office.value().split("-", 2)[0];
        return Arrays.stream(values()).filter(role -> role.word.equals(first)).findFirst();
    }

    /** The word that begins the code of each of its offices. */
    public String word() {
        return word;
    }

    /** As it is written in messages and tables, such as {@code protection-officer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
