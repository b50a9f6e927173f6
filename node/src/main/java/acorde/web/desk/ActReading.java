package acorde.web.desk;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.ActView;
import acorde.acts.Acts;
import acorde.finding.Audience;
import acorde.offices.Officer;
import acorde.offices.Role;
import acorde.policy.Nothing;
import acorde.trust.StoredEntry;
import java.util.Optional;
import java.util.function.Predicate;

/** What pages and programs do alike with an act. */
public final class ActReading {
    /** What came and cannot be read may be a report that no rule can be asked about. */
    private static final Audience UNREADABLE = Audience.roles(Role.COORDINATOR, Role.SUPERVISOR);

    private ActReading() {}

    /** The act of a path such as {@code HN/42}; empty if these name none. */
    public static Optional<ActId> id(String party, String index) {
        try {
            return Optional.of(ActId.parse(party + "/" + index));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The act of a name such as {@code HN/42}; empty if it is none. */
    public static Optional<ActId> id(String name) {
        var slash = name.indexOf('/');
        return slash < 0 ? Optional.empty() : id(name.substring(0, slash), name.substring(slash + 1));
    }

    /** Whether somebody may open an act: the same answer by which it is found. */
    public static boolean mayRead(Acts acts, Act act, Officer reader) {
        return mayBeTold(acts, act) && Audience.of(act).admits(reader);
    }

    /** Whether pages that all offices see alike may tell of an act: not of what is exchanged, which each opens by the rules of release. */
    static boolean mayBeTold(Acts acts, Act act) {
        return !acts.isOpenedByItsDuty(act);
    }

    public static boolean mayRead(Acts acts, ActView view, Officer reader) {
        return mayRead(view, reader, act -> mayRead(acts, act, reader));
    }

    /** @param mayBeRead whether the act may, if it is one */
    static boolean mayRead(ActView view, Officer reader, Predicate<Act> mayBeRead) {
        return view.act().map(mayBeRead::test).orElse(view.entry().act() == null || mayReadUnreadable(reader));
    }

    /** Whether somebody may see what came and is no act. */
    static boolean mayReadUnreadable(Officer reader) {
        return UNREADABLE.admits(reader);
    }

    /**
     * An act as somebody may see it. What another party gave this one and is kept from this reader, or was given up, looks like what was never
     * for this party, and takes as long: that it was is not told (AS-1).
     */
    public static Optional<ActView> find(Acts acts, ActId id, Officer reader) {
        var nothing = Nothing.asked();
        return acts.find(id).flatMap(view -> {
            var entry = view.entry();
            var open = !entry.state().isGivenUp() && mayRead(acts, view, reader);
            if (id.party().equals(acts.self())) return Optional.of(view).filter(_ -> open);
            if (open && view.act().isPresent()) return Optional.of(view);
            nothing.await();
            return Optional.of(
                    open
                            ? view
                            : new ActView(
                                    id,
                                    notForUs(entry),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    view.receipts()));
        });
    }

    /** The same of an entry. */
    public static StoredEntry notForUs(StoredEntry entry) {
        return StoredEntry.closed(entry.index(), entry.entry(), StoredEntry.State.NOT_FOR_US);
    }

    /** The proof of an act as a file; empty while no checkpoint stored here covers it. */
    public static Optional<byte[]> proof(Acts acts, ActView view) {
        var logs = acts.logs();
        var party = view.id().party();
        return logs.checkpointFor(party, view.id().index())
                .map(note -> logs.proof(party, view.entry(), note).bytes());
    }
}
