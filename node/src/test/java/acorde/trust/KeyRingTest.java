package acorde.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Key files that only their owner can read, or no node. */
class KeyRingTest {
    private static final PartyCode HN = new PartyCode("HN");

    @TempDir
    Path folder;

    private KeyRing made;

    @BeforeEach
    void make() {
        made = KeyRing.create(folder.resolve("keys"), new SecureRandom());
    }

    private Path file(KeyFile key) {
        try (var files = Files.list(folder.resolve("keys"))) {
            return files.sorted().skip(key.ordinal()).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRefusalSpeaksBothLanguages() {
        var refused = assertThrows(KeyRefused.class, () -> KeyRing.open(folder.resolve("none")));
        assertTrue(refused.sentence(Locale.of("es")).startsWith("Falta el archivo de la llave "));
        assertTrue(refused.sentence(Locale.ENGLISH).startsWith("The key file "));
    }

    private void assertRefused(String words) {
        var refused = assertThrows(KeyRefused.class, () -> KeyRing.open(folder.resolve("keys")));
        assertTrue(String.valueOf(refused.getMessage()).contains(words), refused.getMessage());
    }

    @Test
    void keysThatWereMadeAreReadByTheirOwnerAlone() throws IOException {
        assertEquals(
                made.publicKeys("test", HN),
                KeyRing.open(folder.resolve("keys")).publicKeys("test", HN));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))));
        for (var key : KeyFile.values())
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file(key))));
    }

    @Test
    void aSecretFollowsFromTheKeysAndFromWhatItIsForAndFromNothingElse() {
        var again = KeyRing.open(folder.resolve("keys"));
        assertArrayEquals(made.secret("webhook/1"), again.secret("webhook/1"));
        assertFalse(Arrays.equals(made.secret("webhook/1"), made.secret("webhook/2")));
        var other = KeyRing.create(folder.resolve("others"), new SecureRandom());
        assertFalse(Arrays.equals(made.secret("webhook/1"), other.secret("webhook/1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwx------", "rw-rw-rw-"})
    void aKeyThatOthersCanReachIsRefused(String permissions) throws IOException {
        Files.setPosixFilePermissions(file(KeyFile.LOG), PosixFilePermissions.fromString(permissions));
        assertRefused("chmod 600");
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatIsMissingIsNamed(KeyFile key) throws IOException {
        var path = file(key);
        Files.delete(path);
        assertRefused(path + " is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
                "not a key",
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END PRIVATE KEY-----\n",
                "\0\0\0"
            })
    void aFileThatHoldsNoKeyIsRefused(String text) throws IOException {
        Files.writeString(file(KeyFile.TLS), text);
        assertRefused("restore it from your backup");
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws IOException {
        Files.write(file(KeyFile.EXCHANGE), Files.readAllBytes(file(KeyFile.LOG)));
        Files.write(file(KeyFile.LOG), Files.readAllBytes(file(KeyFile.COSIGN)));
        assertThrows(KeyRefused.class, () -> KeyRing.open(folder.resolve("keys")));
    }

    @Test
    void aFileThatIsTooLongIsRefused() throws IOException {
        Files.write(file(KeyFile.LOG), "x".repeat(5_000).getBytes(StandardCharsets.US_ASCII));
        assertRefused("too long");
    }

    @Test
    void keysThatAreThereAreNotWrittenOver() {
        assertThrows(UncheckedIOException.class, () -> KeyRing.create(folder.resolve("keys"), new SecureRandom()));
        assertEquals(
                made.publicKeys("test", HN),
                KeyRing.open(folder.resolve("keys")).publicKeys("test", HN));
    }
}
