package acorde.finding;

import acorde.acts.Acts;
import acorde.offices.Officer;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Search, work that awaits, visits, saved views and what was begun: the door of the package. Safe for any thread. */
public final class Finding implements AutoCloseable {
    private final Catalogues catalogues;
    private final Indexer indexer;
    private final Search search;
    private final Visits visits;
    private final Views views;
    private final Unsigned unsigned;

    /**
     * Opens the index; nothing is read into it yet.
     *
     * @param postgres where the schema {@code finding} is, up to date
     * @param lease without which nothing of what people keep is written
     * @param catalogues what the duties let be found
     */
    public Finding( // what it stands on
            Postgres postgres, Lease lease, Acts acts, List<Catalogue> catalogues, Clock clock) {
        var readers = postgres.readers();
        var stems = new Stems(JdbcClient.create(readers));
        var rooms = new Rooms();
        this.catalogues = new Catalogues(catalogues);
        this.indexer = new Indexer(postgres, acts, this.catalogues, stems, rooms, clock);
        this.search = new Search(readers, rooms, stems, this.catalogues);
        this.visits = new Visits(postgres, lease);
        var records = new Records(postgres, lease);
        this.views = new Views(records);
        this.unsigned = new Unsigned(records, clock);
    }

    /** Keeps the index up with the logs from now on, and sweeps what nobody goes on writing, each in a thread of its own. @return this */
    public Finding following() {
        indexer.start();
        unsigned.sweeping();
        return this;
    }

    /**
     * Reads the next part of the logs into the index, and looks at the next of what is looked at again, for whoever does not let it follow.
     *
     * @return whether there is more
     */
    public boolean step() throws SQLException {
        return indexer.step();
    }

    /** Acts that are stored here and not in the index yet: while there are any, what is newest may not be found. */
    public long behind() {
        return indexer.behind();
    }

    /**
     * Waits until nothing that is stored is behind.
     *
     * @return false if that took longer
     */
    public boolean awaitAll(Duration longest) throws InterruptedException {
        return indexer.awaitAll(longest);
    }

    /** Whether things are to be looked at again because something else than acts changed by which they are found: until then something may be missing. */
    public boolean isLookingAgain() {
        return indexer.isLookingAgain();
    }

    /** The kinds of things that can be found. */
    public Set<String> kinds() {
        return Set.copyOf(catalogues.kinds());
    }

    /**
     * Answers a question from what the reader may open.
     *
     * @param after where the part before ended; null for the first
     * @param most answers of a part
     */
    public Answer ask(
            Officer reader, Question question, Filter filter, @Nullable Cursor after, int most) { // a question
        return search.ask(reader, question, filter, after, most);
    }

    /** Things whose titles begin as somebody types, of what they may open. */
    public List<Entry> suggest(Officer reader, String typed, int most) {
        return search.suggest(reader, typed, most);
    }

    /** What awaits an officer on that day, what is due first before the rest. */
    public List<Task> work(Officer officer, LocalDate today) {
        return catalogues.all().stream()
                .flatMap(catalogue -> catalogue.tasks(officer, today).stream())
                .sorted(Task.BY_DUE)
                .toList();
    }

    public Visits visits() {
        return visits;
    }

    public Views views() {
        return views;
    }

    public Unsigned unsigned() {
        return unsigned;
    }

    /** Throws the index away on a node that does not run: it is made anew when it does. */
    public static void forget(java.sql.Connection connection) throws SQLException {
        new PageRows(connection).beginAnew(Indexer.WAY);
    }

    @Override
    public void close() {
        indexer.close();
        unsigned.close();
        visits.close();
    }
}
