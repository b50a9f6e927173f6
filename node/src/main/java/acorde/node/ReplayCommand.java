package acorde.node;

import acorde.acts.Replay;
import acorde.finding.Finding;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Rebuilds what a node has derived from its acts, and says whether anything was different before. */
@Command(name = "replay", description = "cli.about.replay")
final class ReplayCommand implements Callable<Integer>, Speaking {
    @Mixin
    private NodeCommand.Data data = new NodeCommand.Data();

    @Mixin
    private NodeCommand.Database database = new NodeCommand.Database();

    private Words words = Words.in(Language.EN);

    @Override
    public void speak(Words those) {
        words = those;
    }

    @Override
    public Integer call() throws SQLException {
        Main.onlyWhatIsWrong();
        var folder = data.folder();
        var lock = folder.lock();
        try (var node = Node.closed(folder, database.url);
                var connection = node.connection()) {
            System.out.println(words.say("cli.replay.reading"));
            var before = Replay.fingerprints(connection, node.duties());
            var began = System.nanoTime();
            var read = Replay.rebuild(node.logs(), connection, node.duties());
            System.out.println(words.say("cli.replay.read", read, logs(node), seconds(began)));
            Finding.forget(connection);
            connection.commit();
            var after = Replay.fingerprints(connection, node.duties());
            told(words, before, after).forEach(System.out::println);
            System.out.println(words.say("cli.replay.index"));
            return before.equals(after) && lock.isValid() ? 0 : 1;
        }
    }

    private static int logs(Node node) {
        return node.logs().charter().places().size();
    }

    private static String seconds(long began) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - began) / 1e9);
    }

    /** A line for each table, and one for all of them. */
    static List<String> told(Words words, Map<String, String> before, Map<String, String> after) {
        var told = new ArrayList<String>();
        after.forEach((table, now) -> told.add("  "
                + (now.equals(before.get(table))
                        ? words.say("cli.replay.same", table, rows(now))
                        : words.say("cli.replay.other", table, rows(now), rows(before.get(table))))));
        told.add(before.equals(after) ? words.say("cli.replay.good") : words.say("cli.replay.mended"));
        return told;
    }

    /** How many rows a fingerprint is of: what follows is a hash that only tells tables apart. */
    private static long rows(@Nullable String fingerprint) {
        return fingerprint == null ? 0 : Long.parseLong(fingerprint.substring(0, fingerprint.indexOf(' ')));
    }
}
