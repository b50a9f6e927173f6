package acorde.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL programs that come with this one, unpacked once per folder.
 *
 * <p>Several nodes may be given the same folder, even when they start at the same moment: one unpacks beside the final
 * place and renames, the others wait at a lock file. A folder under its final name is therefore always whole.
 */
final class Binaries {
    static final String VERSION = "18.6.0";
    static final String MAJOR = "18";

    /** The archives hold 60 MB in 1,074 entries; ten times that is not ours. */
    private static final int MAX_ENTRIES = 10_000;

    private static final long MAX_BYTES = 600L << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);

    private Binaries() {}

    /** The unpacked server folder inside {@code servers}; it holds {@code bin}, {@code lib} and {@code share}. */
    static Path in(Path servers) {
        return in(servers, System.getProperty("os.name", "?"), System.getProperty("os.arch", "?"));
    }

    static Path in(Path servers, String system, String processor) {
        String archive = archiveFor(system, processor);
        Path server = servers.resolve("server-" + VERSION);
        if (Files.isDirectory(server)) {
            return server;
        }
        try {
            Files.createDirectories(servers);
            try (Hold hold = Hold.take(servers, server.getFileName() + ".lock", PATIENCE)) {
                if (hold == null) {
                    throw new IOException(
                            "another process has been unpacking there for " + PATIENCE.toMinutes() + " minutes");
                }
                if (!Files.isDirectory(server)) {
                    unpack(archive, server);
                }
                return server;
            }
        } catch (IOException fault) {
            throw Faults.ofFiles(fault, servers);
        }
    }

    private static String archiveFor(String system, String processor) {
        if (system.equals("Linux")) {
            switch (processor) {
                case "amd64", "x86_64" -> {
                    return "/postgres-linux-x86_64.txz";
                }
                case "aarch64" -> {
                    return "/postgres-linux-arm_64.txz";
                }
                default -> {}
            }
        }
        throw new DatabaseUnavailable(Trouble.NO_BINARIES, system + " " + processor);
    }

    /** Holding the lock: whatever another run left half-way is removed first. */
    private static void unpack(String archive, Path server) throws IOException {
        Path part = server.resolveSibling(server.getFileName() + ".part");
        Folders.remove(part);
        LOG.info("Unpacking PostgreSQL {} to {}", VERSION, server);
        try (InputStream packed = Binaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new DatabaseUnavailable(Trouble.NO_BINARIES, archive);
            }
            extract(packed, part);
        }
        // The rename must not reach the disk before what it names.
        Folders.syncAllUnder(part);
        Files.move(part, server, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void extract(InputStream packed, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            int entries = 0;
            long bytes = 0;
            Files.createDirectories(target);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                bytes += entry.getSize();
                if (++entries > MAX_ENTRIES || bytes > MAX_BYTES) {
                    throw new IOException("the archive of PostgreSQL is larger than any we made");
                }
                Path place = target.resolve(entry.getName()).normalize();
                if (!place.startsWith(target)) {
                    throw new IOException("the archive of PostgreSQL points outside its folder: " + entry.getName());
                }
                put(tar, entry, place);
            }
        }
    }

    private static void put(TarArchiveInputStream tar, TarArchiveEntry entry, Path place) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            Files.setPosixFilePermissions(place, permissions(true));
            return;
        }
        Files.createDirectories(place.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, place);
            Files.setPosixFilePermissions(place, permissions((entry.getMode() & 0100) != 0));
        }
    }

    /** Readable by everybody, since the server may run as another user than this program; written by nobody else. */
    private static Set<PosixFilePermission> permissions(boolean executable) {
        var permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (executable) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }
}
