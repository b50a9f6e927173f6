package acorde.web.desk;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.ActView;
import acorde.acts.Acts;
import acorde.finding.Audience;
import acorde.offices.Officer;
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

    /** Whether somebody may open an act: the same answer by which it is found. */
    public static boolean mayRead(Act act, Officer reader) {
        return Audience.of(act).admits(reader);
    }

    public static boolean mayRead(ActView view, Officer reader) {
        return view.act().map(act -> mayRead(act, reader)).orElse(true);
    }

    /** The proof of an act as a file; empty while no checkpoint stored here covers it. */
    public static Optional<byte[]> proof(Acts acts, ActId id) {
        var logs = acts.logs();
        return logs.checkpointFor(id.party(), id.index())
                .map(note -> logs.proof(id.party(), id.index(), note).bytes());
    }
}
