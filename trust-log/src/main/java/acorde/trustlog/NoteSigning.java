package acorde.trustlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Signs and checks notes. A log signs its checkpoint; a cosigner states with its time that it has seen the log grow to
 * that size (and, in Acorde, that it holds everything up to there: that is the receipt). Every line that names the key
 * in question must be good, as signed-note advises; lines by other keys are passed over.
 */
public final class NoteSigning {
    private NoteSigning() {}

    /** Whether a key signed the text of a note. */
    public sealed interface NoteOutcome {
        record Good(String text) implements NoteOutcome {}

        record Refused(Refusal refusal) implements NoteOutcome {}
    }

    /** Whether a log signed this checkpoint of its own. */
    public sealed interface CheckpointOutcome {
        record Signed(Checkpoint checkpoint) implements CheckpointOutcome {}

        record Refused(Refusal refusal) implements CheckpointOutcome {}
    }

    /** Whether a cosigner stands behind this checkpoint, and since when. */
    public sealed interface CosignatureOutcome {
        /** @param posixSeconds when the cosigner signed, by its own clock; 0 when it makes no statement about time */
        record Cosigned(Checkpoint checkpoint, long posixSeconds) implements CosignatureOutcome {}

        record Refused(Refusal refusal) implements CosignatureOutcome {}
    }

    /**
     * Signs a log's checkpoint. The signer must belong to {@code log}, and the log's key is named as its origin.
     */
    public static SignedNote sign(Checkpoint checkpoint, VerifierKey log, Signer signer) {
        if (log.kind().cosigns()) throw new IllegalArgumentException(log.name() + " is a cosigner's key, not a log's");
        if (!log.name().equals(checkpoint.origin()))
            throw new IllegalArgumentException(
                    "the key of " + log.name() + " does not sign for " + checkpoint.origin());
        var signature = signer.sign(checkpoint.text().getBytes(StandardCharsets.UTF_8));
        return SignedNote.of(checkpoint.text(), line(log, signature));
    }

    /**
     * Adds a cosignature to a checkpoint that was verified before.
     *
     * @param posixSeconds the time of signing, from 1 to 2^63-1
     */
    public static SignedNote cosign(SignedNote note, VerifierKey cosigner, long posixSeconds, Signer signer) {
        if (posixSeconds <= 0) throw new IllegalArgumentException("a cosignature needs a time after 1970");
        var message = cosignedMessage(Checkpoint.parse(note.text()), cosigner, posixSeconds);
        var signature = signer.sign(message);
        return note.with(line(
                cosigner,
                ByteBuffer.allocate(8 + signature.length)
                        .putLong(posixSeconds)
                        .put(signature)
                        .array()));
    }

    /** Checks that {@code key} signed the text of a note, whatever the text is. */
    public static NoteOutcome checkNote(SignedNote note, VerifierKey key, SignatureCheck signatures) {
        if (key.kind().cosigns())
            throw new IllegalArgumentException(key.name() + " is a cosigner's key, which signs checkpoints only");
        var message = note.text().getBytes(StandardCharsets.UTF_8);
        var found = false;
        for (var line : note.signatures()) {
            if (!line.isBy(key)) continue;
            if (line.signature().length != key.kind().signatureBytes()
                    || !signatures.verify(key.publicKey(), message, line.signature()))
                return new NoteOutcome.Refused(wrongSignature(key));
            found = true;
        }
        return found ? new NoteOutcome.Good(note.text()) : new NoteOutcome.Refused(noSignature(key));
    }

    /** Checks that a log signed this note, that it is a checkpoint, and that its origin is the name of the key. */
    public static CheckpointOutcome check(SignedNote note, VerifierKey log, SignatureCheck signatures) {
        return switch (checkNote(note, log, signatures)) {
            case NoteOutcome.Refused(var refusal) -> new CheckpointOutcome.Refused(refusal);
            case NoteOutcome.Good(var text) -> {
                Checkpoint checkpoint;
                try {
                    checkpoint = Checkpoint.parse(text);
                } catch (Malformed malformed) {
                    yield new CheckpointOutcome.Refused(malformed(malformed));
                }
                yield checkpoint.origin().equals(log.name())
                        ? new CheckpointOutcome.Signed(checkpoint)
                        : new CheckpointOutcome.Refused(new Refusal(
                                Flaw.WRONG_ORIGIN,
                                "the checkpoint is of " + checkpoint.origin() + " and signed with the key of "
                                        + log.name()));
            }
        };
    }

    /** Checks a cosigner's statement and gives its time. It says nothing of the log's own signature: check that too. */
    public static CosignatureOutcome checkCosignature(
            SignedNote note, VerifierKey cosigner, SignatureCheck signatures) {
        if (!cosigner.kind().cosigns())
            throw new IllegalArgumentException(cosigner.name() + " is a log's key, not a cosigner's");
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(note.text());
        } catch (Malformed malformed) {
            return new CosignatureOutcome.Refused(malformed(malformed));
        }
        var latest = -1L;
        for (var line : note.signatures()) {
            if (!line.isBy(cosigner)) continue;
            var time = timeOf(line, checkpoint, cosigner, signatures);
            if (time < 0) return new CosignatureOutcome.Refused(wrongSignature(cosigner));
            latest = Math.max(latest, time);
        }
        return latest < 0
                ? new CosignatureOutcome.Refused(noSignature(cosigner))
                : new CosignatureOutcome.Cosigned(checkpoint, latest);
    }

    /** The time of a good cosignature, or -1. */
    private static long timeOf(
            NoteSignature line, Checkpoint checkpoint, VerifierKey cosigner, SignatureCheck signatures) {
        if (line.signature().length != cosigner.kind().signatureBytes()) return -1;
        var buffer = ByteBuffer.wrap(line.signature());
        var time = buffer.getLong();
        if (time < 0) return -1;
        var signature = new byte[buffer.remaining()];
        buffer.get(signature);
        return signatures.verify(cosigner.publicKey(), cosignedMessage(checkpoint, cosigner, time), signature)
                ? time
                : -1;
    }

    private static byte[] cosignedMessage(Checkpoint checkpoint, VerifierKey cosigner, long posixSeconds) {
        return switch (cosigner.kind()) {
            case ED25519 -> throw new IllegalArgumentException(cosigner.name() + " is a log's key, not a cosigner's");
            case COSIGNATURE_ED25519 ->
                ("cosignature/v1\ntime " + posixSeconds + "\n" + checkpoint.text()).getBytes(StandardCharsets.UTF_8);
            case COSIGNATURE_ML_DSA_44 -> {
                var label = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
                var name = cosigner.name().getBytes(StandardCharsets.UTF_8);
                var origin = checkpoint.origin().getBytes(StandardCharsets.UTF_8);
                var message =
                        ByteBuffer.allocate(label.length + 1 + name.length + 8 + 1 + origin.length + 8 + 8 + Hash.SIZE);
                message.put(label).put((byte) name.length).put(name).putLong(posixSeconds);
                message.put((byte) origin.length).put(origin).putLong(0).putLong(checkpoint.size());
                yield message.put(checkpoint.root().bytes()).array();
            }
        };
    }

    private static NoteSignature line(VerifierKey key, byte[] signature) {
        if (signature.length != key.kind().signatureBytes())
            throw new IllegalStateException("the signer of " + key.name() + " gave " + signature.length
                    + " bytes where " + key.kind().signatureBytes() + " belong");
        return new NoteSignature(key.name(), key.keyId(), signature);
    }

    private static Refusal noSignature(VerifierKey key) {
        return new Refusal(Flaw.NO_SIGNATURE, "the note is not signed by " + key.name());
    }

    private static Refusal wrongSignature(VerifierKey key) {
        return new Refusal(
                Flaw.WRONG_SIGNATURE, "a line names " + key.name() + " and its signature is not by that key");
    }

    private static Refusal malformed(Malformed malformed) {
        return new Refusal(Flaw.MALFORMED, "the note is signed and is not a checkpoint: " + malformed.getMessage());
    }
}
