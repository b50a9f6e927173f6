package acorde.node;

import acorde.acts.Replay;
import acorde.finding.Finding;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Rebuilds what a node has derived from its acts, and says whether anything was different before. */
@Command(
        name = "replay",
        description =
                "Make the tables of a node that is not running anew from its acts, and say whether any was different"
                        + " (exit code 1). Nothing anybody said is changed.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private NodeCommand.Data data = new NodeCommand.Data();

    @Mixin
    private NodeCommand.Database database = new NodeCommand.Database();

    @Override
    public Integer call() throws SQLException {
        Main.onlyWhatIsWrong();
        var folder = data.folder();
        var lock = folder.lock();
        try (var node = Node.closed(folder, database.url);
                var connection = node.connection()) {
            System.out.println("Reading every act this node holds, and making its tables anew from them ...");
            var before = Replay.fingerprints(connection, node.duties());
            var began = System.nanoTime();
            var read = Replay.rebuild(node.logs(), connection, node.duties());
            System.out.printf("%,d entries of %d logs were read in %.1f s.%n", read, logs(node), seconds(began));
            Finding.forget(connection);
            connection.commit();
            var after = Replay.fingerprints(connection, node.duties());
            told(before, after).forEach(System.out::println);
            System.out.println("The index of the search is made anew when the node runs.");
            return before.equals(after) && lock.isValid() ? 0 : 1;
        }
    }

    private static int logs(Node node) {
        return node.logs().charter().places().size();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** A line for each table, and one for all of them. */
    static List<String> told(Map<String, String> before, Map<String, String> after) {
        var told = new ArrayList<String>();
        after.forEach((table, now) -> told.add("  " + table + ": " + rows(now)
                + (now.equals(before.get(table))
                        ? ", as before"
                        : ", NOT as before: " + rows(before.get(table)) + " with other contents")));
        told.add(
                before.equals(after)
                        ? "Every table is as the acts have it: nothing had to be mended."
                        : "Some tables were not as the acts have them. They are now; tell whoever runs the database.");
        return told;
    }

    /** How many rows a fingerprint is of: what follows is a hash that only tells tables apart. */
    private static String rows(@Nullable String fingerprint) {
        return fingerprint == null ? "0 rows" : fingerprint.substring(0, fingerprint.lastIndexOf(' '));
    }
}
