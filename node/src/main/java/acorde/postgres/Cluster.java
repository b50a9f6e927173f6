package acorde.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * The files of one built-in server: {@code data}, {@code password} and {@code port} in one directory.
 *
 * <p>The data are made beside their place and renamed, so that a first start cut short leaves nothing that looks whole.
 */
record Cluster(Path directory) {
    static final String USER = "postgres";
    private static final int PASSWORD_BYTES = 32;

    Path data() {
        return directory.resolve("data");
    }

    Path passwordFile() {
        return directory.resolve("password");
    }

    /** Makes the cluster if it is not there, and refuses one that this version cannot read. */
    void prepare(Path server, RunAs runAs) throws IOException {
        if (!Files.exists(data())) {
            create(server, runAs);
        } else {
            runAs.own(data());
        }
        Path version = data().resolve("PG_VERSION");
        if (!Files.exists(version)) {
            throw new DatabaseUnavailable(Trouble.NOT_A_CLUSTER, data());
        }
        String found = Files.readString(version).strip();
        if (!found.equals(Binaries.MAJOR)) {
            throw new DatabaseUnavailable(Trouble.OTHER_VERSION, data(), found, Binaries.MAJOR);
        }
        if (!Files.exists(passwordFile())) {
            throw new DatabaseUnavailable(Trouble.NO_PASSWORD, passwordFile());
        }
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    private void create(Path server, RunAs runAs) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        writeForOwner(passwordFile(), password);

        Path made = directory.resolve("data.new");
        Path passwordForInitdb = directory.resolve("password.new");
        Folders.remove(made);
        Files.createDirectory(made, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        runAs.own(made);
        writeForOwner(passwordForInitdb, password);
        runAs.own(passwordForInitdb);
        try {
            var outcome = Command.run(
                    Duration.ofMinutes(5),
                    runAs.words(
                            server.resolve("bin/initdb"),
                            List.of(
                                    "--pgdata=" + made,
                                    "--username=" + USER,
                                    "--pwfile=" + passwordForInitdb,
                                    "--auth=scram-sha-256",
                                    // Repeating the hash makes guessing slow. There is nothing to guess in 256 bits by
                                    // chance, and 4,096 times are most of what opening a connection costs.
                                    "--set=scram_iterations=1",
                                    "--encoding=UTF8",
                                    // Sorts by code point, the same on every machine: no order depends on the C library
                                    // or an old ICU.
                                    "--locale=C",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8",
                                    "--data-checksums",
                                    // One sync of the file system instead of one per file: as safe, and half the time.
                                    "--sync-method=syncfs")));
            if (!outcome.succeeded()) {
                throw Faults.ofServer(outcome.output(), directory);
            }
        } finally {
            Files.deleteIfExists(passwordForInitdb);
        }
        Files.move(made, data(), StandardCopyOption.ATOMIC_MOVE);
        Folders.sync(directory);
    }

    private static void writeForOwner(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((text + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }
}
