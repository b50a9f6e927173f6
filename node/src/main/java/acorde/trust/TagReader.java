package acorde.trust;

/** Tells, for the log of one originator, which entries are for this party. Keeps a Mac, so each thread takes its own. */
public final class TagReader {
    private final TagKey key;
    private final int places;
    private final int at;

    TagReader(TagKey key, int places, int number) {
        this.key = key;
        this.places = places;
        this.at = Entry.TAGS_AT + number * TagKey.TAG_SIZE;
    }

    /** Whether the bytes have the form of an entry of this compact. */
    public boolean wellFormed(byte[] entry) {
        return Entry.wellFormed(entry, places);
    }

    /** Whether the entry at {@code index} is addressed to this party. */
    public boolean forUs(long index, byte[] entry) {
        return key.matches(index, entry, at);
    }
}
