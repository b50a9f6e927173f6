package acorde.trust;

import acorde.trustlog.Checkpoint;
import acorde.trustlog.NoteSigning;
import acorde.trustlog.SignedNote;
import acorde.trustlog.VerifierKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far this party's log has been signed: a checkpoint it signed, kept beside its keys and not in the database, so that keys that were used
 * never begin a second history on a database that is empty or older. While the node runs it is exact; in the file it is exact after a
 * clean end, and otherwise at most a minute old, which bounds what an {@code fsync} more costs.
 */
final class SignedSoFar implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SignedSoFar.class);
    private static final String FILE = "signed";
    private static final Duration RARELY = Duration.ofMinutes(1);

    private final Path file;
    private volatile @Nullable SignedNote latest;
    private @Nullable SignedNote kept;
    private long keptAt;

    private SignedSoFar(Path file, @Nullable SignedNote kept) {
        this.file = file;
        this.latest = kept;
        this.kept = kept;
    }

    /** @throws KeyRefused if there is a file that others can read or write, or that this party has not signed */
    static SignedSoFar open(Path keys, VerifierKey log) {
        var file = keys.resolve(FILE);
        return new SignedSoFar(file, Files.exists(file) ? read(file, log) : null);
    }

    private static SignedNote read(Path file, VerifierKey log) {
        var text = KeyFile.ownersText(file);
        try {
            var note = SignedNote.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            if (NoteSigning.check(note, log, Ed25519.CHECK) instanceof NoteSigning.CheckpointOutcome.Signed)
                return note;
        } catch (RuntimeException notOne) {
            // told below
        }
        throw new KeyRefused(
                "The file " + file + " does not hold a checkpoint this node has signed: restore it from your"
                        + " backup. It keeps the node from signing a second history.",
                "El archivo " + file + " no contiene un punto de control que este nodo haya firmado: restáurelo de su"
                        + " copia. Impide que el nodo firme una segunda historia.");
    }

    /** The last checkpoint known to be signed and durable; empty if none ever was. */
    Optional<Checkpoint> latest() {
        return Optional.ofNullable(latest).map(note -> Checkpoint.parse(note.text()));
    }

    /** A batch is durable. The first is written down at once, later ones now and then. */
    synchronized void landed(SignedNote note) {
        latest = note;
        if (kept == null || System.nanoTime() - keptAt > RARELY.toNanos()) keep();
    }

    private void keep() {
        var note = latest;
        if (note == null || note == kept) return;
        try {
            write(note.bytes());
            kept = note;
        } catch (IOException e) {
            // The batch is durable all the same; the next one tries again.
            LOG.error("How far the log is signed could not be written to {}: {}", file, e.toString());
        }
        keptAt = System.nanoTime();
    }

    private void write(byte[] bytes) throws IOException {
        var fresh = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(fresh);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            for (var left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) channel.write(left);
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public synchronized void close() {
        keep();
    }
}
