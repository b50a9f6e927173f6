package acorde.node;

import acorde.trust.Charter;
import acorde.trust.KeyRing;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A node's folder: {@code keys/}, {@code card.json} (its public card), {@code charter.json}, {@code database/}.
 *
 * <p>The card is what a party hands to the others before the founding: its code, its compact, its address and its public keys.
 */
record NodeFolder(Path path) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Bytes of a file that is read whole: several times the longest charter and the longest proof. */
    private static final int LIMIT = 4 << 20;

    Path keys() {
        return path.resolve("keys");
    }

    Path card() {
        return path.resolve("card.json");
    }

    Path charterFile() {
        return path.resolve("charter.json");
    }

    Path database() {
        return path.resolve("database");
    }

    /** Makes the folder, which only its owner enters; one that is there stays as it is. */
    void create() throws IOException {
        Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Makes keys and the card. @throws Refusal if there are keys already */
    KeyRing init(String compact, PartyCode party, URI address) {
        if (Files.exists(keys())) throw new Refusal("cli.no.keys.there", keys());
        try {
            create();
            var ring = KeyRing.create(keys(), new SecureRandom());
            var card = JSON.createObjectNode();
            card.put("compact", compact);
            card.put("code", party.value());
            card.put("address", address.toString());
            ring.publicKeys(compact, party).writeTo(card.putObject("keys"));
            Files.writeString(card(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(card) + "\n");
            return ring;
        } catch (IOException e) {
            throw new Refusal("cli.no.folder.written", path, String.valueOf(e.getMessage()));
        }
    }

    /** Whose node this is, by its card. */
    PartyCode party() {
        try {
            return new PartyCode(
                    JSON.readTree(read(card(), "cli.no.file.init")).path("code").asString(""));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Refusal("cli.no.card", card());
        }
    }

    /** Where the doors of a demonstration's parties are, in their order; none where nobody wrote it down. */
    Map<String, String> doors() {
        var file = doorsFile();
        if (!Files.exists(file)) return Map.of();
        var doors = new LinkedHashMap<String, String>();
        try {
            JSON.readTree(Files.readAllBytes(file))
                    .properties()
                    .forEach(door -> doors.put(door.getKey(), door.getValue().asString("")));
        } catch (IOException | JacksonException e) {
            throw new Refusal("cli.no.doors", file);
        }
        return doors;
    }

    void writeDoors(Map<String, String> doors) throws IOException {
        Files.write(doorsFile(), JSON.writeValueAsBytes(doors));
    }

    private Path doorsFile() {
        return path.resolve("doors.json");
    }

    Charter charter() {
        return Charter.parse(read(charterFile(), "cli.no.file.join"));
    }

    /** @param remedy key of what to do where it cannot be read */
    static byte[] read(Path file, String remedy) {
        try (var stream = Files.newInputStream(file)) {
            var bytes = stream.readNBytes(LIMIT + 1);
            if (bytes.length <= LIMIT) return bytes;
            throw new Refusal("cli.no.file.long", file, Refusal.within(remedy));
        } catch (IOException e) {
            throw new Refusal("cli.no.file.read", file, Refusal.within(remedy));
        }
    }

    /** Keeps a second process from running the same node. The lock goes with the process, however it ends. */
    FileLock lock() {
        try {
            @SuppressWarnings("resource") // held until the process ends
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock != null) return lock;
            channel.close();
        } catch (OverlappingFileLockException e) {
            // this process holds it already
        } catch (IOException e) {
            throw new Refusal("cli.no.folder.used", path, String.valueOf(e.getMessage()));
        }
        throw new Refusal("cli.no.running", path);
    }
}
