package acorde.web.desk;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.ActView;
import acorde.acts.Acts;
import acorde.offices.Role;
import acorde.trustlog.Checkpoint;
import java.util.Optional;

/** What pages and programs do alike with an act. */
public final class ActReading {
    private ActReading() {}

    /** The act of a path such as {@code HN/42}; empty if these name none. */
    public static Optional<ActId> id(String party, String index) {
        try {
            return Optional.of(ActId.parse(party + "/" + index));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What is addressed to nobody (the journal) tells of officers: supervision and administration read it, and nobody else. */
    public static boolean mayRead(Act act, Role role) {
        return !act.to().isEmpty() || role == Role.SUPERVISOR || role == Role.ADMINISTRATOR;
    }

    public static boolean mayRead(ActView view, Role role) {
        return view.act().map(act -> mayRead(act, role)).orElse(true);
    }

    /** The proof of an act as a file; empty while no checkpoint stored here covers it. */
    public static Optional<byte[]> proof(Acts acts, ActId id) {
        var note = acts.logs().state(id.party()).note();
        if (note == null || Checkpoint.parse(note.text()).size() <= id.index()) return Optional.empty();
        return Optional.of(acts.logs().proof(id.party(), id.index(), note).bytes());
    }
}
