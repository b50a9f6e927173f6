package acorde.node;

import acorde.acts.Replay;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Rebuilds what a node has derived from its acts, and says whether anything was different before. */
@Command(name = "replay", description = "Rebuild a node's tables from its acts, and compare.", mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private NodeCommand.Data data = new NodeCommand.Data();

    @Mixin
    private NodeCommand.Database database = new NodeCommand.Database();

    @Override
    public Integer call() throws SQLException {
        var folder = data.folder();
        var lock = folder.lock();
        try (var node = Node.closed(folder, database.url);
                var connection = node.connection()) {
            var before = Replay.fingerprints(connection, node.duties());
            var began = System.nanoTime();
            var read = Replay.rebuild(node.logs(), connection, node.duties());
            System.out.printf("Read %,d entries in %.1f s.%n", read, (System.nanoTime() - began) / 1e9);
            var after = Replay.fingerprints(connection, node.duties());
            var same = before.equals(after);
            after.forEach((table, now) -> {
                var was = before.get(table);
                System.out.println("  " + table + ": " + now + (now.equals(was) ? "" : "  BEFORE: " + was));
            });
            System.out.println(same ? "Everything is as the acts have it." : "Some rows were not as the acts have them; now they are.");
            return same && lock.isValid() ? 0 : 1;
        }
    }
}
