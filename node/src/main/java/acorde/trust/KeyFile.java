package acorde.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/** A secret key in a PKCS#8 file (RFC 8410), readable by its owner only. */
enum KeyFile {
    LOG("log.pem", KeyFile.ED25519),
    COSIGN("cosign.pem", KeyFile.ED25519),
    TLS("tls.pem", KeyFile.ED25519),
    EXCHANGE("exchange.pem", KeyFile.X25519);

    /** DER of a PKCS#8 PrivateKeyInfo up to the 32 secret bytes: algorithm 1.3.101.112 and 1.3.101.110. */
    private static final String ED25519 = "302e020100300506032b657004220420";

    private static final String X25519 = "302e020100300506032b656e04220420";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final int LIMIT = 4096;

    private final String fileName;
    private final String prefix;

    KeyFile(String fileName, String prefix) {
        this.fileName = fileName;
        this.prefix = prefix;
    }

    void write(Path folder, byte[] secret) {
        var der = HexFormat.of().parseHex(prefix + HexFormat.of().formatHex(secret));
        var pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(der)
                + "\n-----END PRIVATE KEY-----\n";
        try {
            var path = Files.createFile(folder.resolve(fileName), PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(path, pem, StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read(Path folder) {
        var path = folder.resolve(fileName);
        if (!Files.isRegularFile(path))
            throw new KeyRefused(
                    "The key file " + path + " is missing: run 'acorde node init', or restore it from your backup.",
                    "Falta el archivo de la llave " + path + ": ejecute 'acorde node init', o restáurelo de su copia.");
        return decode(path, ownersText(path));
    }

    /** What a file says that nobody but its owner can read or write. */
    static String ownersText(Path path) {
        try {
            var granted = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            granted.removeAll(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            if (!granted.isEmpty())
                throw new KeyRefused(
                        "The key file " + path + " can be read by others: run 'chmod 600 " + path
                                + "', and if others had access to this machine, change the key.",
                        "Otros pueden leer el archivo de la llave " + path + ": ejecute 'chmod 600 " + path
                                + "' y, si otros tuvieron acceso a esta máquina, cambie la llave.");
            if (Files.size(path) > LIMIT)
                throw new KeyRefused(
                        "The file " + path + " is too long to be a key.",
                        "El archivo " + path + " es demasiado largo para ser una llave.");
            return Files.readString(path);
        } catch (IOException e) {
            throw new KeyRefused(
                    "The key file " + path + " cannot be read: " + e.getMessage(),
                    "El archivo de la llave " + path
                            + " no se puede leer: revise que exista y que su dueño sea quien ejecuta el nodo.");
        }
    }

    private byte[] decode(Path path, String pem) {
        try {
            var base64 = pem.replace("-----BEGIN PRIVATE KEY-----", "")
                    .replace("-----END PRIVATE KEY-----", "")
                    .replaceAll("\\s", "");
            var der = Base64.getDecoder().decode(base64);
            var head = HexFormat.of().parseHex(prefix);
            if (der.length != head.length + 32 || !Arrays.equals(head, Arrays.copyOf(der, head.length)))
                throw unusable(path);
            return Arrays.copyOfRange(der, head.length, der.length);
        } catch (IllegalArgumentException e) {
            throw unusable(path);
        }
    }

    private static KeyRefused unusable(Path path) {
        return new KeyRefused(
                "The file " + path + " does not hold a PKCS#8 key of the expected kind: restore it from your backup.",
                "El archivo " + path + " no contiene una llave PKCS#8 de la clase debida: restáurelo de su copia.");
    }
}
