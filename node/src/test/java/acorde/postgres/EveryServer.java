package acorde.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The servers that a test of connections, migrations, rows or of what stands on them runs on: the built-in one, and that of this
 * machine if it has one.
 */
public record EveryServer(String name, Postgres administrator) {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public static Stream<EveryServer> all() {
        return External.SERVER == null ? Stream.of(builtIn()) : Stream.of(builtIn(), External.SERVER);
    }

    /** That of this machine, which is not ours; empty, which is said, if it has none. */
    public static Optional<EveryServer> external() {
        return Optional.ofNullable(External.SERVER);
    }

    private static EveryServer builtIn() {
        return new EveryServer("built-in", TestPostgres.administrator());
    }

    /** The address of a new, empty database. */
    String freshUrl() {
        String database = "every_" + NUMBER.incrementAndGet();
        administer("create database " + database);
        return urlOf(database);
    }

    Postgres fresh() {
        return Postgres.external(freshUrl());
    }

    /** A door on a new database with these schemas. */
    public Postgres fresh(String... schemas) {
        var postgres = fresh();
        for (var schema : schemas) postgres.migrate(schema);
        return postgres;
    }

    public String urlOf(String database) {
        return TestPostgres.urlOf(administrator, database);
    }

    public void administer(String sql) {
        try (Connection connection = administrator.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private static final class External {
        static final @Nullable EveryServer SERVER = start();

        private static @Nullable EveryServer start() {
            var programs = ExternalServer.programs();
            if (programs.isEmpty()) {
                System.out.println(
                        "No PostgreSQL 15 or newer in /usr/lib/postgresql: tested on the built-in one only.");
                return null;
            }
            ExternalServer server = ExternalServer.start(programs.get());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return new EveryServer("external, " + programs.get(), Postgres.external(server.url()));
        }
    }
}
