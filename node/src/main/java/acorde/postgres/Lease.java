package acorde.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The right of one process to write, held by a session of its own until it is closed or the session ends.
 *
 * <p>A session can end unnoticed while the process goes on (a firewall forgot it, the server was switched over).
 * Therefore each holder has a number, larger than all before it, and a writer calls {@link #guard} in each transaction:
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
            commit;
            """;

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
     * Insists, inside the transaction of {@code writer}, that this is still the newest holder; until that transaction
     * ends nobody can become a newer one.
     *
     * @throws DatabaseUnavailable when another process has taken the lease
     */
    public void guard(Connection writer) throws SQLException {
        try (PreparedStatement check =
                writer.prepareStatement("select 1 from leases.lease where name = ? and number = ? for share")) {
            check.setString(1, name);
            check.setLong(2, number);
            try (ResultSet found = check.executeQuery()) {
                if (!found.next()) {
                    throw new DatabaseUnavailable(Trouble.LEASE_LOST, name);
                }
            }
        }
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
