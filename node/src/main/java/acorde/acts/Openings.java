package acorde.acts;

import acorde.trust.Entry;
import acorde.trust.Outgoing;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * A page of openings as it travels: for each, {@code index (8 bytes) | salt (32) | length (4) | act}, or, of what its author took back,
 * {@code index (8), its highest bit set | index of the act that says so (8)}; big-endian, indexes rising; see spec/openings.md.
 */
public final class Openings {
    /** Bytes after which a page ends early; the rest is asked for with {@code from}. */
    public static final int PAGE_BYTES = 8 << 20;

    /** The media type of a page. */
    public static final String MEDIA_TYPE = "application/vnd.acorde.openings";

    /** Entries in a page: those of one bundle. */
    static final int PAGE = 256;

    private Openings() {}

    /** One opening. */
    static final class Opening {
        private final long index;
        private final byte[] salt;
        private final byte[] act;

        Opening(long index, byte[] salt, byte[] act) {
            this.index = index;
            this.salt = salt;
            this.act = act;
        }

        long index() {
            return index;
        }

        byte[] salt() {
            return salt;
        }

        byte[] act() {
            return act;
        }
    }

    /** Writes a page; stops after {@link #PAGE_BYTES}, but never before the first. */
    public static void write(List<Outgoing> openings, OutputStream stream) throws IOException {
        var out = new DataOutputStream(stream);
        var written = 0L;
        for (var opening : openings) {
            var entry = opening.entry();
            if (opening.takenBack().isPresent()) {
                out.writeLong(entry.index() | Long.MIN_VALUE);
                out.writeLong(opening.takenBack().getAsLong());
                continue;
            }
            var act = entry.act();
            var salt = entry.salt();
            if (act == null || salt == null) continue;
            if (written > 0 && written + act.length > PAGE_BYTES) break;
            out.writeLong(entry.index());
            out.write(salt);
            out.writeInt(act.length);
            out.write(act);
            written += act.length;
        }
        out.flush();
    }

    /** Takes openings one by one, so that a page is never held whole. */
    interface Reader {
        void read(Opening opening) throws IOException;

        /** @param order the act by which the author says it took it back */
        void takenBack(long index, long order) throws IOException;
    }

    /**
     * Reads a page.
     *
     * @throws PartnerFault if an act is longer than allowed, indexes do not rise, what was taken back was by no later act, or there are more
     *     openings than a page holds
     * @throws IOException if it breaks off
     */
    static void read(InputStream stream, Reader reader) throws IOException {
        var in = new DataInputStream(stream);
        var last = -1L;
        for (var count = 0; ; count++) {
            var first = in.read();
            if (first < 0) return;
            if (count == PAGE) throw PartnerFault.unreadable("a page of openings holds more than " + PAGE);
            var index = (long) (first & 0x7f) << 56 | readSeven(in);
            if (index <= last) throw PartnerFault.unreadable("the openings of a page are not in order");
            last = index;
            if (first > 0x7f) {
                var order = in.readLong();
                if (order <= index) throw PartnerFault.unreadable("an opening is taken back by no later act");
                reader.takenBack(index, order);
                continue;
            }
            var salt = new byte[Entry.SALT_SIZE];
            in.readFully(salt);
            var length = in.readInt();
            if (length < 0 || length > ActText.LIMIT)
                throw PartnerFault.unreadable("an opening is longer than an act may be");
            var act = in.readNBytes(length);
            if (act.length < length) throw new EOFException("a page of openings breaks off");
            reader.read(new Opening(index, salt, act));
        }
    }

    private static long readSeven(DataInputStream in) throws IOException {
        var value = 0L;
        for (var i = 0; i < 7; i++) value = value << 8 | in.readUnsignedByte();
        return value;
    }
}
