package acorde.files;

import java.util.List;

/**
 * A file of an act, as far as it is here.
 *
 * @param here how many of its chunks are here
 * @param handed of a file of this party's, how much each party was given that its act is addressed to; empty for a partner's
 */
public record Kept(
        Named named, Attachment file, State state, int here, List<Handed> handed) { // as far as this node knows
    public Kept {
        handed = List.copyOf(handed);
    }

    /** How a file of an act stands at this node. */
    public enum State {
        /** All of it is here and is what the act says. */
        WHOLE,
        /** Chunks are missing and are asked for. */
        COMING,
        /** Chunks are missing, and are not asked for: the partner's files have taken up their room. */
        NO_ROOM,
        /** All chunks are here, and the whole is not what the act says, or not of its type. */
        NOT_AS_SAID,
        /** Chunks that were here are missing: the database has lost them. */
        LOST
    }
}
