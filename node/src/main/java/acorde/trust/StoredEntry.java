package acorde.trust;

import org.jspecify.annotations.Nullable;

/** An entry of a log as stored here, with the opening where this party has it. */
public final class StoredEntry {
    /** What this party has of the content. */
    public enum State {
        NOT_FOR_US,
        OPEN,
        MISSING,
        /** It was here and was given up for ever, salt and all. */
        DESTROYED,
        /** Its author took it back before it came. */
        TAKEN_BACK;

        /** Whether its author took it back: there was an opening for this party, and none comes any more. */
        public boolean isGivenUp() {
            return this == DESTROYED || this == TAKEN_BACK;
        }
    }

    private final long index;
    private final byte[] entry;
    private final byte @Nullable [] salt;
    private final byte @Nullable [] act;
    private final State state;

    StoredEntry(long index, byte[] entry, byte @Nullable [] salt, byte @Nullable [] act, State state) { // one row
        this.index = index;
        this.entry = entry;
        this.salt = salt;
        this.act = act;
        this.state = state;
    }

    /** An entry with its opening, for writing. */
    public static StoredEntry open(long index, byte[] entry, byte[] salt, byte[] act) {
        return new StoredEntry(index, entry, salt, act, State.OPEN);
    }

    /** An entry of which this party does not have the content: it is not for it, or the opening has not come. */
    public static StoredEntry closed(long index, byte[] entry, State state) {
        return new StoredEntry(index, entry, null, null, state);
    }

    public long index() {
        return index;
    }

    /** The bytes of the entry; not to be changed. */
    public byte[] entry() {
        return entry;
    }

    /** The salt; null unless {@link State#OPEN}. Not to be changed. */
    public byte @Nullable [] salt() {
        return salt;
    }

    /** The exact bytes of the act; null unless {@link State#OPEN}. Not to be changed. */
    public byte @Nullable [] act() {
        return act;
    }

    public State state() {
        return state;
    }

    /** Bytes it takes, about. */
    public int weight() {
        return entry.length + (act == null ? 0 : act.length + Entry.SALT_SIZE);
    }
}
