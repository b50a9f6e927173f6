package acorde.trustlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Up to 256 entries as tlog-tiles serves them: each with its length in two bytes, big-endian, in front. Keeps the bytes
 * as they came and where each entry begins; entries are copied out only when asked for.
 */
public final class EntryBundle {
    /** Entries in a full bundle, by tlog-tiles. */
    public static final int MAX_ENTRIES = 256;
    /** What two bytes of length can say. */
    public static final int MAX_ENTRY_BYTES = 65_535;

    private final byte[] bytes;
    /** Where the length of entry i stands; one more at the end. */
    private final int[] starts;

    private EntryBundle(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    /**
     * Puts entries together.
     *
     * @throws Malformed for none or more than {@value #MAX_ENTRIES}, or an entry longer than {@value #MAX_ENTRY_BYTES}
     * bytes
     */
    public static EntryBundle of(List<byte[]> entries) {
        var length = 0;
        for (var entry : entries) {
            if (entry.length > MAX_ENTRY_BYTES)
                throw new Malformed("an entry of " + entry.length + " bytes does not fit; at most " + MAX_ENTRY_BYTES);
            length += 2 + entry.length;
        }
        var bytes = new byte[length];
        var at = 0;
        for (var entry : entries) {
            bytes[at] = (byte) (entry.length >>> 8);
            bytes[at + 1] = (byte) entry.length;
            System.arraycopy(entry, 0, bytes, at + 2, entry.length);
            at += 2 + entry.length;
        }
        return read(bytes, MAX_ENTRY_BYTES);
    }

    /** Reads a bundle whose entries may be as long as the format allows. */
    public static EntryBundle parse(byte[] bytes) {
        return parse(bytes, MAX_ENTRY_BYTES);
    }

    /**
     * Reads a bundle.
     *
     * @param maxEntryBytes the longest entry the log has by its own rules
     * @throws Malformed when it is empty, cut off, has too many entries, or one that is too long
     */
    public static EntryBundle parse(byte[] bytes, int maxEntryBytes) {
        return read(bytes.clone(), maxEntryBytes);
    }

    private static EntryBundle read(byte[] bytes, int maxEntryBytes) {
        var starts = new int[MAX_ENTRIES + 1];
        var count = 0;
        for (var at = 0; at < bytes.length; ) {
            if (count == MAX_ENTRIES) throw new Malformed("the bundle has more than " + MAX_ENTRIES + " entries");
            if (bytes.length - at < 2) throw new Malformed("the bundle ends inside the length of entry " + count);
            var length = (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
            if (length > maxEntryBytes)
                throw new Malformed("entry " + count + " of the bundle has " + length + " bytes; at most "
                        + maxEntryBytes + " are read");
            if (length > bytes.length - at - 2)
                throw new Malformed(
                        "the bundle ends inside entry " + count + ", which should have " + length + " bytes");
            at += 2 + length;
            starts[++count] = at;
        }
        if (count == 0) throw new Malformed("the bundle has no entries");
        return new EntryBundle(bytes, Arrays.copyOf(starts, count + 1));
    }

    /** Number of entries, 1 to 256. */
    public int count() {
        return starts.length - 1;
    }

    /** A copy of one entry, without its length. */
    public byte[] entry(int index) {
        return Arrays.copyOfRange(bytes, starts[index] + 2, starts[index + 1]);
    }

    public List<byte[]> entries() {
        var entries = new ArrayList<byte[]>(count());
        for (var i = 0; i < count(); i++) entries.add(entry(i));
        return entries;
    }

    /** The bundle as it is served. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bundle without its first entries, of which some must remain. */
    public EntryBundle from(int first) {
        if (first < 0 || first >= count()) throw new IllegalArgumentException("the bundle has no entry " + first);
        return read(Arrays.copyOfRange(bytes, starts[first], bytes.length), MAX_ENTRY_BYTES);
    }

    /** The leaf hashes of all entries, one after another. */
    public byte[] leafHashes() {
        var hashes = new byte[count() * Hash.SIZE];
        leafHashes(hashes, 0);
        return hashes;
    }

    /** Writes the leaf hashes, the first as hash number {@code at} of {@code out}; allocates nothing. */
    public void leafHashes(byte[] out, int at) {
        var sha = Sha256.mine();
        for (var i = 0; i < count(); i++)
            sha.leaf(bytes, starts[i] + 2, starts[i + 1] - starts[i] - 2, out, (at + i) * Hash.SIZE);
    }
}
