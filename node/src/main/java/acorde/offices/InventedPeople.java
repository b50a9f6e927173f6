package acorde.offices;

import java.util.List;
import java.util.Optional;

/**
 * Signs invented people in without a password. Had from {@link Offices#invented}, and only while nobody real stands in the records; asked
 * again at every sign-in.
 */
public final class InventedPeople {
    /**
     * Somebody made up.
     *
     * @param account the name they are kept under, such as {@code nadia.alvarenga}
     */
    public record Invented(String account, String name, Office office) {
        public Invented {
            if (Names.account(account).filter(account::equals).isEmpty())
                throw new IllegalArgumentException("the name of an account is lower-case letters and digits");
            name = Names.oneLine(name, Person.NAME_LIMIT);
        }
    }

    private final Entry entry;
    private final Roster roster;

    InventedPeople(Entry entry, Roster roster) {
        this.entry = entry;
        this.roster = roster;
    }

    /** Adds those who are not there yet. @throws IllegalStateException if somebody real has come into the records */
    public void settle(List<Invented> people) {
        for (var person : people)
            if (roster.addInvented(person) instanceof Change.Declined<?>(var why))
                throw new IllegalStateException("invented people cannot be added: " + why);
    }

    /** Whether {@link #signIn} would let one in. */
    public boolean mayEnter(Invented person) {
        return entry.invented(person.account(), person.office().code()).isPresent();
    }

    /** Signs one in; empty if they are not there, or no longer hold their office, or somebody real is in the records. */
    public Optional<Session> signIn(Invented person) {
        return entry.signInInvented(person.account(), person.office().code());
    }
}
