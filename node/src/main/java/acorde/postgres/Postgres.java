package acorde.postgres;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database of a node: one it runs itself, or one it was given. Safe for use by several threads. */
public final class Postgres implements AutoCloseable {
    static final int OLDEST_MAJOR = 15;
    private static final int MAX_READERS = 8;
    private static final int MAX_WRITERS = 4;

    /** The server ends a session half a minute after its machine is gone: what it holds is waited for. */
    private static final String NO_LOST_MACHINE = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5"
            + " -c tcp_keepalives_count=3 -c tcp_user_timeout=30s";

    /** And within a minute one that stands in a transaction. */
    private static final String NO_ORPHAN = NO_LOST_MACHINE + " -c idle_in_transaction_session_timeout=60s";

    private static final String BY_INDEX =
            NO_ORPHAN + " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";
    private static final Duration AWAY_LIMIT = Duration.ofSeconds(30);
    private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Logger LOG = LoggerFactory.getLogger(Postgres.class);

    private final Origin origin;
    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();
    private volatile @Nullable HikariDataSource readers;
    private volatile @Nullable HikariDataSource migrators;

    private Postgres(Origin origin) {
        this.origin = origin;
        origin.whenBack(this::forgetConnections);
        try {
            check();
        } catch (RuntimeException fault) {
            origin.close();
            throw fault;
        }
    }

    /**
     * Runs the PostgreSQL that comes with this program, with everything it needs under {@code directory}: the unpacked
     * programs, the data, the password, the port. The first start takes some seconds, later ones less than one.
     */
    public static Postgres embedded(Path directory) {
        return embedded(directory, directory);
    }

    /** The same, with the unpacked programs (60 MB) in {@code servers}, which several nodes of one user may share. */
    public static Postgres embedded(Path directory, Path servers) {
        return new Postgres(Embedded.start(directory, servers, true));
    }

    /** The same for what is thrown away afterwards: it may forget what it confirmed when its machine fails. */
    static Postgres forgetful(Path directory, Path servers) {
        return new Postgres(Embedded.start(directory, servers, false));
    }

    /**
     * The built-in PostgreSQL of a directory for whoever only reads: that of the node that runs there, if one does, and otherwise its own as
     * {@link #embedded(Path, Path)} has it.
     */
    public static Postgres beside(Path directory, Path servers) {
        try {
            return embedded(directory, servers);
        } catch (DatabaseUnavailable unavailable) {
            if (unavailable.trouble() != Trouble.ALREADY_RUNNING) throw unavailable;
            return new Postgres(External.running(new Cluster(directory)));
        }
    }

    /**
     * Uses a PostgreSQL 15 or newer that somebody else runs.
     *
     * @param jdbcUrl {@code jdbc:postgresql://host:5432/database}; user and password stand in it or in the environment
     *     variables
     *     {@code ACORDE_DATABASE_USER} and {@code ACORDE_DATABASE_PASSWORD}
     */
    public static Postgres external(String jdbcUrl) {
        return new Postgres(External.at(jdbcUrl, System.getenv()));
    }

    static Postgres at(Origin.Address address) {
        return new Postgres(new External(address));
    }

    /** An empty database beside this one; empty if whoever we are to the server may not create one. */
    public Optional<Scratch> scratch() {
        return Scratch.beside(this);
    }

    /** A connection of the caller's own, for as long as the caller likes; it commits by itself until told otherwise. */
    public Connection open() {
        return open(NO_ORPHAN);
    }

    /**
     * The same, for whoever reads and writes rows by their keys only, batch after batch ({@link Table}, {@link Changes}).
     *
     * <p>Its statements are planned once, perhaps while their tables are still empty. A plan that reads the whole table looks best
     * then, and is what such a connection would keep doing while the table grows; so it may only go by index.
     */
    public Connection openForRows() {
        return open(BY_INDEX);
    }

    private Connection open(String options) {
        long end = System.nanoTime() + AWAY_LIMIT.toNanos();
        var source = new Source(origin, options);
        while (true) {
            try {
                return source.getConnection();
            } catch (SQLException fault) {
                if (!Faults.isPassing(fault) || !origin.awaitReturn(end)) {
                    throw Faults.ofDriver(fault, where());
                }
            }
        }
    }

    /**
     * A few shared connections for readers, at most 8. They refuse to write unless one is told {@code
     * setReadOnly(false)}.
     */
    public synchronized DataSource readers() {
        HikariDataSource pool = readers;
        if (pool == null) {
            int size = Math.clamp(2L * Runtime.getRuntime().availableProcessors(), 4, MAX_READERS);
            pool = pool("readers", NO_ORPHAN + " -c statement_timeout=60s", size);
            pool.setReadOnly(true);
            pool.setMinimumIdle(1);
            readers = pool;
        }
        return pool;
    }

    /**
     * Shared by the migrations of all schemas, which would otherwise sign in six times for each; empties itself
     * afterwards. One session holds the lock of a schema in a transaction in which it stands, however long the steps take in another.
     */
    synchronized DataSource migrators() {
        HikariDataSource pool = migrators;
        if (pool == null) {
            pool = pool("migrations", NO_LOST_MACHINE, 4);
            migrators = pool;
        }
        return pool;
    }

    /**
     * At most 4 shared connections for a package that writes seldom, under a lease; to be closed by it.
     *
     * @param name under which they are known in the records of this program
     */
    public Writers writers(String name, Lease lease) {
        var pool = pool(name, NO_ORPHAN + " -c default_transaction_read_only=on", MAX_WRITERS);
        pool.setMinimumIdle(1);
        return new Writers(pool, lease);
    }

    private HikariDataSource pool(String name, String options, int size) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setDataSource(new Source(origin, options));
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(Duration.ofSeconds(30).toMillis());
        pool.setConnectionTimeout(Duration.ofSeconds(15).toMillis());
        pool.setInitializationFailTimeout(-1);
        pools.add(pool);
        return pool;
    }

    /** After the server was started again the connections from before are dead. Takes no lock: its caller holds one. */
    private void forgetConnections() {
        pools.stream()
                .map(HikariDataSource::getHikariPoolMXBean)
                .filter(Objects::nonNull)
                .forEach(HikariPoolMXBean::softEvictConnections);
    }

    /** Brings {@code schema} up to date with {@code classpath:db/<schema>}; creates it when it is not there. */
    public void migrate(String schema) {
        if (!SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException("a schema is named with small letters, digits and _: " + schema);
        }
        try (Connection connection = migrators().getConnection()) {
            Applied applied = Applied.of(schema);
            if (applied.isIn(connection)) {
                return;
            }
            create(schema, connection);
            Flyway.configure(Postgres.class.getClassLoader())
                    .dataSource(migrators())
                    .schemas(schema)
                    .defaultSchema(schema)
                    .locations("classpath:db/" + schema)
                    .failOnMissingLocations(true)
                    .validateMigrationNaming(true)
                    // Nothing is ignored: a step that was done and is not known here comes from a newer version.
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
            applied.noteIn(connection);
        } catch (SQLException fault) {
            throw Faults.ofDriver(fault, where());
        } catch (FlywayException fault) {
            String reason = String.valueOf(fault.getMessage());
            throw reason.contains("not resolved locally")
                    ? new DatabaseUnavailable(fault, Trouble.NEWER_SCHEMA, schema)
                    : new DatabaseUnavailable(fault, Trouble.NOT_MIGRATED, schema, Faults.oneLine(reason));
        }
    }

    /** Done here because Flyway repeats a refusal for ten seconds; and asked first because to ask needs no right. */
    private static void create(String schema, Connection connection) throws SQLException {
        try (PreparedStatement look = connection.prepareStatement("select to_regnamespace(?) is not null");
                Statement statement = connection.createStatement()) {
            look.setString(1, schema);
            try (ResultSet found = look.executeQuery()) {
                if (found.next() && !found.getBoolean(1)) {
                    statement.execute("create schema if not exists " + schema);
                }
            }
        }
    }

    /**
     * Takes {@code name} for this process alone, until the lease is closed or this process ends; refuses when another
     * has it.
     */
    public Lease lease(String name) {
        return Lease.take(this, name);
    }

    /**
     * How many times a second the disk under {@code where} makes a small write last: the measure of every durable
     * write.
     */
    public double syncsPerSecond(Path where) {
        return SyncRate.of(where);
    }

    /** Closes what is shared and stops the server, if it is ours. Whoever opened a connection closes it before. */
    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
        origin.close();
    }

    String where() {
        return origin.address().where();
    }

    Origin.Address address() {
        return origin.address();
    }

    private void check() {
        String where = origin.address().where();
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(Facts.QUERY)) {
            found.next();
            Facts.of(found).insist(where);
        } catch (SQLException fault) {
            throw Faults.ofDriver(fault, where);
        }
    }

    /** What a database says about itself. */
    record Facts(String version, int major, String encoding, boolean readOnly, boolean durable) { // one row
        static final String QUERY = """
                select current_setting('server_version'), current_setting('server_version_num')::int / 10000,
                  pg_encoding_to_char(encoding),
                  pg_is_in_recovery() or current_setting('default_transaction_read_only')::bool,
                  current_setting('fsync')::bool and current_setting('full_page_writes')::bool
                    and current_setting('synchronous_commit') <> 'off'
                from pg_database where datname = current_database()""";

        static Facts of(ResultSet found) throws SQLException {
            return new Facts(
                    found.getString(1), found.getInt(2), found.getString(3), found.getBoolean(4), found.getBoolean(5));
        }

        /**
         * Refuses a database that cannot serve; one that may forget is only complained about, since tests may want it.
         */
        void insist(String where) {
            if (major < OLDEST_MAJOR) {
                throw new DatabaseUnavailable(Trouble.TOO_OLD, where, version);
            }
            if (!encoding.equals("UTF8")) {
                throw new DatabaseUnavailable(Trouble.NOT_UTF8, where, encoding);
            }
            if (readOnly) {
                throw new DatabaseUnavailable(Trouble.READ_ONLY, where);
            }
            if (!durable) {
                LOG.warn(
                        "The database at {} may lose what it confirmed when its machine fails: "
                                + "turn fsync, full_page_writes and synchronous_commit on.",
                        where);
            }
        }
    }
}
