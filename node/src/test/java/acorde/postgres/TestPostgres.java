package acorde.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL for tests: one server for all tests of a JVM, the built-in one unless told otherwise, started at the first call and
 * stopped at its end, and an empty database for each call. It writes as a node's does, but waits for no disk: a new database is some 300 files, and
 * to wait for each took half the time of most tests. Tests that use it carry {@code @Tag("database")} and close what they get.
 */
public final class TestPostgres {
    /** Set to true, the server is that of this machine, which is not ours. */
    private static final String EXTERNAL = "acorde.external";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<List<String>, String> MIGRATED = new ConcurrentHashMap<>();

    private TestPostgres() {}

    /** A door on a new, empty database. Closing it leaves the server running. */
    public static Postgres fresh() {
        return Postgres.external(freshUrl());
    }

    /** A door on a new database with these schemas, which are migrated once and from then on copied. */
    public static Postgres fresh(String... schemas) {
        return Postgres.external(copyUrl(MIGRATED.computeIfAbsent(List.of(schemas), TestPostgres::migrated)));
    }

    /** The address of a new database with these schemas and nothing in them, for a program that would begin by making them. */
    public static String migratedUrl(List<String> schemas) {
        return copyUrl(MIGRATED.computeIfAbsent(schemas, TestPostgres::migrated));
    }

    private static String migrated(List<String> schemas) {
        String url = freshUrl();
        try (Postgres postgres = Postgres.external(url)) {
            schemas.forEach(postgres::migrate);
        }
        return url.replaceFirst(".*/(fresh_[0-9]+)[?].*", "$1");
    }

    /**
     * The address of a new, empty database with user and password, for a program that is given {@code --database-url}.
     */
    public static String freshUrl() {
        return copyUrl("template1");
    }

    private static String copyUrl(String template) {
        String name = "fresh_" + NUMBER.incrementAndGet();
        try (Connection connection = Shared.SERVER.open();
                Statement statement = connection.createStatement()) {
            // Its files are copied: to write a copy of each page into the log takes twice as long.
            statement.execute("create database " + name + " template " + template + " strategy file_copy");
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
        return urlOf(Shared.SERVER, name);
    }

    /** Where unpacked server programs are kept for all runs of the tests, so that each need not unpack its own. */
    public static Path servers() {
        return Path.of("target", "postgres").toAbsolutePath();
    }

    /** The door on the shared server itself, where databases are made. */
    static Postgres administrator() {
        return Shared.SERVER;
    }

    /** The address of another database on the server of {@code known}. */
    static String urlOf(Postgres known, String database) {
        Origin.Address address = known.address();
        String url = address.url().substring(0, address.url().lastIndexOf('/') + 1) + database;
        String password = String.valueOf(address.properties().get("password"));
        return url + "?user=" + address.properties().get("user") + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
    }

    /** Tells the server on {@code data} to end without writing anything down, since its data are to be thrown away. */
    static void hurry(Path data) {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
            Command.run(Duration.ofSeconds(5), List.of("kill", "-QUIT", pid));
        } catch (IOException ended) {
            // Then there is nobody to hurry.
        }
    }

    private static final class Shared {
        static final Postgres SERVER = start();

        private static Postgres start() {
            if (Boolean.getBoolean(EXTERNAL))
                return EveryServer.external().orElseThrow().administrator();
            try {
                Path directory = Files.createTempDirectory("acorde-test-postgres");
                Postgres server = Postgres.forgetful(directory, servers());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    Thread closing = Thread.ofPlatform().start(server::close);
                    hurry(directory.resolve("data"));
                    awaitEnd(closing);
                    remove(directory);
                }));
                return server;
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        private static void awaitEnd(Thread closing) {
            try {
                closing.join();
            } catch (InterruptedException interruption) {
                throw Faults.interrupted(interruption);
            }
        }

        /** Not waited for: some hundred databases are a hundred thousand files. */
        private static void remove(Path directory) {
            try {
                new ProcessBuilder("rm", "-rf", directory.toString()).start();
            } catch (IOException fault) {
                System.err.println("The test database was left in " + directory + ": " + fault);
            }
        }
    }
}
