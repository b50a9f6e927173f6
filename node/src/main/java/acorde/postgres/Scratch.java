package acorde.postgres;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** An empty database beside a node's own, deleted when it is closed; one that a killed process left is deleted before the next is made. */
public final class Scratch implements AutoCloseable {
    /** What a server answers to whoever may not create databases. */
    private static final String NO_RIGHT = "42501";

    private final Postgres beside;
    private final String name;
    private final Postgres database;

    private Scratch(Postgres beside, String name, Postgres database) {
        this.beside = beside;
        this.name = name;
        this.database = database;
    }

    static Optional<Scratch> beside(Postgres postgres) {
        try (Connection connection = postgres.open();
                Statement statement = connection.createStatement()) {
            String name = name(connection);
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name + " template template0 encoding 'UTF8'");
            return Optional.of(new Scratch(postgres, name, Postgres.at(address(postgres.address(), name))));
        } catch (SQLException fault) {
            if (NO_RIGHT.equals(fault.getSQLState())) {
                return Optional.empty();
            }
            throw Faults.ofDriver(fault, postgres.where());
        }
    }

    /** That of the node's own with a word behind it, at most as long as a name may be, in quotes. */
    private static String name(Connection connection) throws SQLException {
        try (PreparedStatement ask =
                        connection.prepareStatement("select quote_ident(left(current_database(), 50) || '_recount')");
                ResultSet found = ask.executeQuery()) {
            found.next();
            return found.getString(1);
        }
    }

    private static Origin.Address address(Origin.Address own, String name) {
        String plain =
                name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
        String server = own.url().substring(0, own.url().lastIndexOf('/') + 1);
        return new Origin.Address(
                server + URLEncoder.encode(plain, StandardCharsets.UTF_8), own.where(), own.properties());
    }

    /** The database itself; it has no schema yet. */
    public Postgres database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
        try (Connection connection = beside.open();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
        } catch (SQLException fault) {
            throw Faults.ofDriver(fault, beside.where());
        }
    }
}
