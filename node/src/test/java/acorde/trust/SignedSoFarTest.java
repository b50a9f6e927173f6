package acorde.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.trustlog.Checkpoint;
import acorde.trustlog.Hash;
import acorde.trustlog.NoteSigning;
import acorde.trustlog.SignedNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept beside the keys of how far they have signed. */
final class SignedSoFarTest {
    private static final PartyCode HN = new PartyCode("HN");

    @TempDir
    Path folder;

    private KeyRing keys;

    @BeforeEach
    void makeKeys() {
        keys = KeyRing.create(folder.resolve("keys"), new SecureRandom());
    }

    private SignedNote checkpoint(KeyRing ring, long size) {
        var log = ring.publicKeys("test", HN).log();
        return NoteSigning.sign(
                new Checkpoint(log.name(), size, Hash.of(new byte[Hash.SIZE]), List.of()), log, ring.logSigner());
    }

    private SignedSoFar open() {
        return SignedSoFar.open(
                folder.resolve("keys"), keys.publicKeys("test", HN).log());
    }

    private Optional<Long> kept() {
        return open().latest().map(Checkpoint::size);
    }

    private Path file() {
        return folder.resolve("keys").resolve("signed");
    }

    @Test
    void theFirstBatchIsWrittenDownAtOnceForTheOwnerAlone() throws IOException {
        assertEquals(Optional.empty(), kept());
        open().landed(checkpoint(keys, 3));
        assertEquals(Optional.of(3L), kept());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void laterBatchesAreExactInMemoryAndWrittenDownAtTheEnd() {
        var signed = open();
        signed.landed(checkpoint(keys, 3));
        signed.landed(checkpoint(keys, 4));
        assertEquals(Optional.of(4L), signed.latest().map(Checkpoint::size));
        assertEquals(Optional.of(3L), kept(), "not a write more for each batch");
        signed.close();
        assertEquals(Optional.of(4L), kept());
        assertFalse(Files.exists(folder.resolve("keys").resolve("signed.new")));
    }

    @Test
    void whatACutShortWriteLeftIsInNobodysWay() throws IOException {
        Files.writeString(folder.resolve("keys").resolve("signed.new"), "half of a chec");
        open().landed(checkpoint(keys, 5));
        assertEquals(Optional.of(5L), kept());
    }

    @Test
    void aFileThatOthersCanWriteOrThatThisPartyHasNotSignedIsRefused() throws IOException {
        var strangers = KeyRing.create(folder.resolve("others"), new SecureRandom());
        open().landed(checkpoint(keys, 5));
        var good = Files.readString(file());
        for (var bad : List.of(
                "",
                "nothing",
                good.replace("\n5\n", "\n4\n"),
                new String(checkpoint(strangers, 9).bytes(), StandardCharsets.UTF_8))) {
            Files.writeString(file(), bad);
            assertThrows(KeyRefused.class, this::open, bad);
        }
        Files.writeString(file(), good);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw----"));
        assertTrue(assertThrows(KeyRefused.class, this::open).getMessage().contains("chmod 600"));
    }
}
