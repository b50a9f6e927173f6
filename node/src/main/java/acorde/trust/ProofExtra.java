package acorde.trust;

import acorde.trustlog.Flaw;
import acorde.trustlog.Hash;
import acorde.trustlog.LogEntry;
import acorde.trustlog.Malformed;
import acorde.trustlog.Merkle;
import acorde.trustlog.Refusal;
import acorde.trustlog.SignedNote;
import acorde.trustlog.TlogProof;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a proof file carries beside the proof, so that one file is enough: the entry, then the salt, then the act; salt and act are left out
 * where the writer does not have them.
 */
public final class ProofExtra {
    private final byte[] entry;
    private final byte @Nullable [] act;

    /** Whether the act is what the entry commits to, or there is none. */
    private final boolean opens;

    private ProofExtra(byte[] entry, byte @Nullable [] act, boolean opens) {
        this.entry = entry;
        this.act = act;
        this.opens = opens;
    }

    static byte[] write(StoredEntry stored) {
        var extra = new ByteArrayOutputStream();
        extra.writeBytes(stored.entry());
        var salt = stored.salt();
        var act = stored.act();
        if (salt != null && act != null) {
            extra.writeBytes(salt);
            extra.writeBytes(act);
        }
        return extra.toByteArray();
    }

    /** Reads what {@link #write} wrote. @throws Malformed if it is not an entry */
    public static ProofExtra read(byte[] extra) {
        if (extra.length < LogEntry.bytesFor(0)) throw new Malformed("the file does not carry the entry it proves");
        var length = LogEntry.bytesFor(extra[Hash.SIZE + 1] & 0xff);
        if (extra.length < length) throw new Malformed("the entry in the file breaks off");
        var entry = LogEntry.parse(Arrays.copyOf(extra, length)).bytes();
        if (extra.length == length) return new ProofExtra(entry, null, true);
        if (extra.length < length + Entry.SALT_SIZE) throw new Malformed("the opening in the file breaks off");
        var salt = Arrays.copyOfRange(extra, length, length + Entry.SALT_SIZE);
        var act = Arrays.copyOfRange(extra, length + Entry.SALT_SIZE, extra.length);
        return new ProofExtra(entry, act, Entry.opens(entry, salt, act));
    }

    /** The hash of the entry as a leaf of the log. */
    public Hash leaf() {
        return Merkle.leaf(entry);
    }

    /** The exact bytes of the act, if the file carries them and they are what the entry commits to. */
    public Optional<byte[]> act() {
        return opens ? Optional.ofNullable(act) : Optional.empty();
    }

    /** Checks a proof file against the charter. It names its log itself; the charter knows the key. */
    public static TlogProof.Outcome verify(TlogProof proof, Charter charter) {
        var extra = read(proof.extra());
        if (!extra.opens)
            return new TlogProof.Outcome.Refused(
                    new Refusal(Flaw.ROOT_MISMATCH, "the act in the file is not the one its entry commits to"));
        var place =
                author(proof.note(), charter).orElseThrow(() -> new Malformed("the log is not one of this compact"));
        var cosigners = charter.places().stream()
                .filter(other -> !other.equals(place))
                .map(other -> other.keys().cosign())
                .toList();
        return proof.verify(extra.leaf(), new TlogProof.Trust(place.keys().log(), cosigners, 0), Ed25519.CHECK);
    }

    /** Whose log a checkpoint is of, by its origin. */
    public static Optional<Place> author(SignedNote note, Charter charter) {
        var origin = acorde.trustlog.Checkpoint.parse(note.text()).origin();
        return charter.places().stream()
                .filter(place -> place.keys().log().name().equals(origin))
                .findFirst();
    }
}
