package acorde.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The right of one process to write, held by a session of its own until it is closed or the session ends.
 *
 * <p>A session can end unnoticed while the process goes on (a firewall forgot it, the server was switched over).
 * Therefore each holder has a number, larger than all before it, and a writer insists on it in each transaction ({@link #addTo}):
 * once another has taken the lease, no transaction of the earlier holder can commit.
 */
public final class Lease implements AutoCloseable {
    /** A process that was just killed may leave its session for a moment. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String TABLE = """
            begin;
            select pg_advisory_xact_lock(hashtextextended('acorde leases', 0));
            create schema if not exists leases;
            create table if not exists leases.lease (
              name text primary key, number bigint not null, holder text not null, since timestamptz not null);
            create or replace function leases.insist(held text, holding bigint) returns void language plpgsql as $$
            begin
              perform 1 from leases.lease where name = held and number = holding for share;
              if not found then
                raise exception 'the lease % was lost', held using errcode = 'ACL01';
              end if;
            end $$;
            commit;
            """;

    /** What the database answers to {@link #addTo} of an earlier holder. */
    private static final String LOST = "ACL01";

    private final String name;
    private final long number;
    private final Connection session;

    private Lease(String name, long number, Connection session) {
        this.name = name;
        this.number = number;
        this.session = session;
    }

    static Lease take(Postgres postgres, String name) {
        Connection session = postgres.open();
        try {
            return take(session, name);
        } catch (SQLException fault) {
            closeQuietly(session);
            throw Faults.ofDriver(fault, postgres.where());
        } catch (RuntimeException fault) {
            closeQuietly(session);
            throw fault;
        }
    }

    private static Lease take(Connection session, String name) throws SQLException {
        try (Statement statement = session.createStatement()) {
            // The server notices within half a minute when this machine is gone, and frees the lease.
            statement.execute(
                    "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3;"
                            + " set tcp_user_timeout = 30000; set idle_session_timeout = 0");
            statement.execute(TABLE);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!tryLock(session, name)) {
            if (System.nanoTime() > end) {
                throw new DatabaseUnavailable(Trouble.LEASE_HELD, name, holder(session, name));
            }
            Pause.shortly();
        }
        try (PreparedStatement next = session.prepareStatement("""
                insert into leases.lease as l values
                  (?, 1, ? || coalesce(' at ' || host(inet_client_addr()), ''), now())
                on conflict (name) do update set number = l.number + 1, holder = excluded.holder, since = excluded.since
                returning number""")) {
            next.setString(1, name);
            next.setString(2, "process " + ProcessHandle.current().pid());
            try (ResultSet found = next.executeQuery()) {
                found.next();
                return new Lease(name, found.getLong(1), session);
            }
        }
    }

    /** Larger than the number of every earlier holder; 1 for the first. */
    public long number() {
        return number;
    }

    /**
     * Insists, inside the transaction of a writer, that this is still the newest holder; until that transaction ends nobody can become
     * a newer one. The trip fails otherwise, which {@link #isLost} tells from other failures.
     */
    public void addTo(Trip trip) {
        trip.insist("select leases.insist(?, ?)", (statement, first) -> {
            statement.setString(first, name);
            statement.setLong(first + 1, number);
            return first + 2;
        });
    }

    /**
     * Begins what a transaction writes: from here on it may, and this is still the newest holder.
     *
     * @throws DatabaseUnavailable if it is not
     */
    void begin(Connection connection) throws SQLException {
        var trip = new Trip();
        trip.add("set transaction read write", (_, first) -> first); // for connections that else refuse to
        addTo(trip);
        try {
            trip.run(connection);
        } catch (SQLException fault) {
            if (isLost(fault)) throw lost();
            throw fault;
        }
    }

    /**
     * Does it in one transaction, if this is still the newest holder.
     *
     * @throws DatabaseUnavailable if it is not, and then nothing was written; or if the database fails, and then all of it was written or
     *     nothing: should the connection end while it commits, nobody here knows which, so the work has to be such that it may be done again
     */
    public <T> T writing(Postgres postgres, Function<JdbcClient, T> work) {
        try (Connection connection = postgres.open()) {
            connection.setAutoCommit(false);
            begin(connection);
            T done = work.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            connection.commit();
            return done;
        } catch (SQLException fault) {
            throw Faults.ofDriver(fault, postgres.where());
        }
    }

    /** Whether a transaction failed because another process has taken the lease. */
    public boolean isLost(SQLException fault) {
        return LOST.equals(fault.getSQLState());
    }

    /** What whoever runs this process is told then. */
    public DatabaseUnavailable lost() {
        return new DatabaseUnavailable(Trouble.LEASE_LOST, name);
    }

    /** Gives the lease back. */
    @Override
    public void close() {
        closeQuietly(session);
    }

    private static boolean tryLock(Connection session, String name) throws SQLException {
        try (PreparedStatement attempt =
                session.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 1))")) {
            attempt.setString(1, name);
            try (ResultSet found = attempt.executeQuery()) {
                return found.next() && found.getBoolean(1);
            }
        }
    }

    private static String holder(Connection session, String name) throws SQLException {
        try (PreparedStatement look =
                session.prepareStatement("select holder, since from leases.lease where name = ?")) {
            look.setString(1, name);
            try (ResultSet found = look.executeQuery()) {
                return found.next() ? found.getString(1) + ", " + found.getString(2) : "?";
            }
        }
    }

    private static void closeQuietly(Connection session) {
        try {
            session.close();
        } catch (SQLException gone) {
            // Then the lease is free already.
        }
    }
}
