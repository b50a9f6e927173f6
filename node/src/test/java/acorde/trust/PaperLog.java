package acorde.trust;

import acorde.trustlog.Checkpoint;
import acorde.trustlog.EntryBundle;
import acorde.trustlog.Hash;
import acorde.trustlog.Merkle;
import acorde.trustlog.NoteSigning;
import acorde.trustlog.SignedNote;
import acorde.trustlog.TilePath;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A party's log in memory, signed with its real keys. Unlike a node, it also writes what no honest party would. */
public final class PaperLog {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Charter charter;
    private final Place self;
    private final KeyRing keys;
    private final List<Written> written = new ArrayList<>();

    /** An entry, and what it commits to. */
    private record Written(byte[] entry, byte[] salt, byte[] act, Set<PartyCode> tagged) {}

    PaperLog(Charter charter, PartyCode self, KeyRing keys) {
        this.charter = charter;
        this.self = charter.place(self).orElseThrow();
        this.keys = keys;
    }

    public PartyCode party() {
        return self.party();
    }

    /** The same log, as it was at {@code size}. */
    public PaperLog until(long size) {
        var shorter = new PaperLog(charter, self.party(), keys);
        shorter.written.addAll(written.subList(0, (int) size));
        return shorter;
    }

    /** Adds an act for {@code tagged}, whatever the act itself says. @return its index */
    public long write(String act, Set<PartyCode> tagged) {
        return write(act.getBytes(StandardCharsets.UTF_8), tagged);
    }

    public long write(byte[] act, Set<PartyCode> tagged) {
        var salt = random(Entry.SALT_SIZE);
        var index = size();
        var entry = Entry.start(salt, 0, act, charter.places().size());
        for (var place : charter.places()) {
            var at = Entry.TAGS_AT + place.number() * TagKey.TAG_SIZE;
            if (tagged.contains(place.party()) && !place.equals(self))
                tagFor(place).write(index, entry, at);
            else System.arraycopy(random(TagKey.TAG_SIZE), 0, entry, at, TagKey.TAG_SIZE);
        }
        written.add(new Written(entry, salt, act, Set.copyOf(tagged)));
        return index;
    }

    /** Adds an entry of any bytes. */
    public void writeRaw(byte[] entry) {
        written.add(new Written(entry, new byte[0], new byte[0], Set.of()));
    }

    private TagKey tagFor(Place reader) {
        return keys.tagKey(
                charter.compact(), self.party(), reader.party(), reader.keys().exchange());
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    public long size() {
        return written.size();
    }

    public byte[] entry(long index) {
        return written.get((int) index).entry();
    }

    public byte[] salt(long index) {
        return written.get((int) index).salt();
    }

    public byte[] act(long index) {
        return written.get((int) index).act();
    }

    public boolean isFor(PartyCode reader, long index) {
        return written.get((int) index).tagged().contains(reader);
    }

    public SignedNote checkpoint() {
        return checkpoint(size());
    }

    /** The checkpoint it signed when it was of that size. */
    public SignedNote checkpoint(long size) {
        return sign(size, root(0, size));
    }

    /** A checkpoint of any content, well signed. */
    public SignedNote sign(long size, Hash root) {
        var log = self.keys().log();
        return NoteSigning.sign(new Checkpoint(log.name(), size, root, List.of()), log, keys.logSigner());
    }

    /** This party's receipt for a checkpoint of another's log. */
    public SignedNote cosign(SignedNote note, Instant at) {
        return NoteSigning.cosign(note, self.keys().cosign(), at.getEpochSecond(), keys.cosigner());
    }

    public Hash root(long from, long to) {
        var leaves = new byte[(int) (to - from) * Hash.SIZE];
        for (var i = from; i < to; i++) Merkle.leaf(entry(i)).write(leaves, (int) (i - from) * Hash.SIZE);
        return Merkle.root(leaves, 0, (int) (to - from));
    }

    /** A tile; empty if the log is too small to have it. */
    public Optional<byte[]> tile(TilePath path) {
        if (!path.isWithin(size())) return Optional.empty();
        if (path.holdsEntries()) {
            var entries = new ArrayList<byte[]>();
            for (var i = 0; i < path.width(); i++) entries.add(entry(path.firstEntry() + i));
            return Optional.of(EntryBundle.of(entries).bytes());
        }
        var each = 1L << 8 * path.level();
        var hashes = new byte[path.width() * Hash.SIZE];
        for (var i = 0; i < path.width(); i++) {
            var from = (path.index() * TilePath.FULL + i) * each;
            root(from, from + each).write(hashes, i * Hash.SIZE);
        }
        return Optional.of(hashes);
    }
}
