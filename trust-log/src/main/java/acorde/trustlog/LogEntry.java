package acorde.trustlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One entry of an Acorde log ({@code spec/log.md}): {@code version(1) || commitment(32) || n(1) || n tags of 8 bytes}.
 * Only the shape; what a commitment or a tag is made of is not known here.
 */
public final class LogEntry {
    /** The only version there is. */
    public static final byte VERSION = 0x01;
    /** Bytes of a tag. */
    public static final int TAG_BYTES = 8;
    /** Places in the directory of a compact: 64 parties. */
    public static final int MAX_PLACES = 64;
    /** The longest entry: 546 bytes. */
    public static final int MAX_BYTES = bytesFor(MAX_PLACES);

    private final byte[] bytes;

    private LogEntry(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Bytes of an entry with that many places. */
    public static int bytesFor(int places) {
        return 1 + Hash.SIZE + 1 + places * TAG_BYTES;
    }

    /** Puts an entry together; {@code tags} in the order of the directory, 8 bytes each. */
    public static LogEntry of(Hash commitment, List<byte[]> tags) {
        if (tags.size() > MAX_PLACES)
            throw new Malformed("an entry has at most " + MAX_PLACES + " tags, not " + tags.size());
        var bytes = new byte[bytesFor(tags.size())];
        bytes[0] = VERSION;
        commitment.write(bytes, 1);
        bytes[1 + Hash.SIZE] = (byte) tags.size();
        for (var i = 0; i < tags.size(); i++) {
            if (tags.get(i).length != TAG_BYTES)
                throw new Malformed("a tag has " + TAG_BYTES + " bytes, not " + tags.get(i).length);
            System.arraycopy(tags.get(i), 0, bytes, bytesFor(i), TAG_BYTES);
        }
        return new LogEntry(bytes);
    }

    /** Reads an entry. @throws Malformed when its length is not exactly what its version and number of tags call for */
    public static LogEntry parse(byte[] bytes) {
        if (bytes.length < bytesFor(0))
            throw new Malformed("an entry has at least " + bytesFor(0) + " bytes, this one " + bytes.length);
        if (bytes[0] != VERSION) throw new Malformed("an entry of version " + (bytes[0] & 0xff) + " is not known here");
        var places = bytes[1 + Hash.SIZE] & 0xff;
        if (places > MAX_PLACES) throw new Malformed("an entry has at most " + MAX_PLACES + " tags, not " + places);
        if (bytes.length != bytesFor(places))
            throw new Malformed(
                    "an entry with " + places + " tags has " + bytesFor(places) + " bytes, not " + bytes.length);
        return new LogEntry(bytes.clone());
    }

    public Hash commitment() {
        return Hash.read(bytes, 1);
    }

    /** Number of tags: the places in the directory as its author knew it. */
    public int places() {
        return bytes[1 + Hash.SIZE];
    }

    /** The tag at that place of the directory, counted from 0. */
    public byte[] tag(int place) {
        if (place < 0 || place >= places()) throw new IllegalArgumentException("the entry has no place " + place);
        return Arrays.copyOfRange(bytes, bytesFor(place), bytesFor(place + 1));
    }

    public List<byte[]> tags() {
        var tags = new ArrayList<byte[]>();
        for (var place = 0; place < places(); place++) tags.add(tag(place));
        return tags;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public Hash leaf() {
        return Merkle.leaf(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogEntry that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
