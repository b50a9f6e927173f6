package acorde.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Statements that go to the server in one round trip: where batches are small, round trips are most of the cost. For one thread.
 *
 * <p>On a connection that commits by itself they stand or fall together, and are durable when {@link #run} returns: the driver ends
 * the whole with a single <i>Sync</i>, and what comes before a Sync is one transaction (PostgreSQL documentation, "Pipelining").
 */
public final class Trip {
    private final List<Part> parts = new ArrayList<>();

    /** Fills the parameters of a statement. */
    @FunctionalInterface
    public interface Binder {
        /**
         * @param first the number of its first parameter, from 1
         * @return the number of the parameter after its last
         */
        int bind(PreparedStatement statement, int first) throws SQLException;
    }

    /** What is done with the rows a statement gives. */
    @FunctionalInterface
    private interface Answer {
        void read(ResultSet found) throws SQLException;
    }

    /** @param answer null when the statement gives no rows */
    private record Part(String sql, Binder binder, @Nullable Answer answer) {}

    /** Adds one statement, without a semicolon, that gives no rows. */
    public void add(String sql, Binder binder) {
        parts.add(new Part(sql, binder, null));
    }

    /** Adds one statement whose rows nobody looks at: it is there for what it refuses. */
    public void insist(String sql, Binder binder) {
        parts.add(new Part(sql, binder, found -> {}));
    }

    /** Asks for the rows of {@code keys}; {@code found} gets those there are, by their keys, when the trip is made. */
    public <K, R> void read(Table<K, R> table, Collection<K> keys, Consumer<Map<K, R>> found) {
        var asked = List.copyOf(keys);
        parts.add(new Part(
                table.readSql, (statement, first) -> Table.bind(statement, first, table.sentKeys(asked)), answer -> {
                    var rows = HashMap.<K, R>newHashMap(asked.size());
                    while (answer.next()) {
                        var keyed = table.keyed(answer);
                        rows.put(keyed.key(), keyed.row());
                    }
                    found.accept(rows);
                }));
    }

    /** Sends all of it and reads the answers, in the order in which they were added. Nothing is sent when nothing was added. */
    public void run(Connection connection) throws SQLException {
        if (parts.isEmpty()) {
            return;
        }
        String sql = parts.stream().map(Part::sql).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = 1;
            for (Part part : parts) {
                next = part.binder.bind(statement, next);
            }
            statement.execute();
            for (Part part : parts) {
                if (part.answer != null) {
                    try (ResultSet found = statement.getResultSet()) {
                        part.answer.read(found);
                    }
                }
                statement.getMoreResults();
            }
        }
    }
}
