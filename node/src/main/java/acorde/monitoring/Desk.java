package acorde.monitoring;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.Initiative;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.compact.Stood;
import acorde.compact.Thresholds;
import acorde.compact.Word;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is followed, read once after each commit: only what changed is read whole. Lights are not kept; they depend on the day. Safe for any
 * thread.
 */
final class Desk {
    private final Acts acts;
    private final Compact compact;
    private final Founding founding;
    private final JdbcClient jdbc;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Agreed> agreed = new HashMap<>();
    private @Nullable Contents contents;
    private long seen;

    private record Known(long mark, Facts facts) {}

    /**
     * What stands after one commit.
     *
     * @param followed by the code of the initiative
     * @param days as adopted
     */
    record Contents(SortedMap<String, Followed> followed, Days days) {}

    /** One initiative: what was agreed, what was said, and its text. */
    record Followed(Agreed agreed, Facts facts, Initiative text) {}

    Desk(Acts acts, Compact compact, Founding founding, DataSource readers) {
        this.acts = acts;
        this.compact = compact;
        this.founding = founding;
        this.jdbc = JdbcClient.create(readers);
    }

    /** The initiatives that acts are about, of those that were accepted. */
    Map<ActId, String> about(Collection<ActId> acts) {
        var about = new HashMap<ActId, String>();
        jdbc.sql("select act, initiative from monitoring.entry where act = any(?)")
                .param(acts.stream().map(ActId::toString).toArray(String[]::new))
                .query(row -> {
                    about.put(ActId.parse(row.getString("act")), row.getString("initiative"));
                });
        return about;
    }

    Contents read() {
        reading.lock();
        try {
            var now = acts.commits(); // before it is read: what is committed meanwhile is read again
            if (contents == null || now != seen) {
                contents = readAnew();
                seen = now;
            }
            return contents;
        } finally {
            reading.unlock();
        }
    }

    private Contents readAnew() {
        readFacts();
        var texts = new TreeMap<String, Text>();
        var days = Days.OURS;
        for (var each : compact.items().entrySet()) {
            var head = each.getValue().head();
            if (head == null) continue;
            if (each.getKey().kind() == ItemKey.Kind.INITIATIVE
                    && compact.text(each.getKey(), head) instanceof Initiative text)
                texts.put(each.getKey().code(), new Text(each.getValue(), head, text));
            if (each.getKey().kind() == ItemKey.Kind.THRESHOLDS
                    && compact.text(each.getKey(), head) instanceof Thresholds thresholds) days = Days.of(thresholds);
        }
        agree(texts);
        var followed = new TreeMap<String, Followed>();
        texts.forEach((code, text) -> {
            var facts = known.get(code);
            var of = agreed.get(code);
            if (of != null)
                followed.put(code, new Followed(of, facts == null ? Facts.NONE : facts.facts(), text.text()));
        });
        return new Contents(followed, days);
    }

    private void readFacts() {
        var changed = new ArrayList<String>();
        var found = new HashSet<String>();
        jdbc.sql("select initiative, mark from monitoring.facts").query(row -> {
            var code = row.getString("initiative");
            found.add(code);
            var before = known.get(code);
            if (before == null || before.mark() != row.getLong("mark")) changed.add(code);
        });
        known.keySet().retainAll(found);
        if (changed.isEmpty()) return;
        jdbc.sql("select * from monitoring.facts where initiative = any(?)")
                .param(changed.toArray(String[]::new))
                .query(row -> {
                    var mark = row.getLong("mark");
                    var keyed = MonitoringRows.FACTS.keyed(row);
                    known.put(keyed.key(), new Known(mark, keyed.row()));
                });
    }

    private record Text(Item item, Item.Head head, Initiative text) {}

    /** Makes what was agreed of the texts that are new since the last time. */
    private void agree(Map<String, Text> texts) {
        agreed.keySet().retainAll(texts.keySet());
        var fresh = new TreeMap<String, Text>();
        texts.forEach((code, text) -> {
            var before = agreed.get(code);
            if (before == null || !before.version().equals(text.head().version())) fresh.put(code, text);
        });
        if (fresh.isEmpty()) return;
        var since = since(fresh);
        fresh.forEach((code, text) -> {
            var named = new Agreed.Named(
                    code,
                    text.head().version(),
                    since.getOrDefault(code, LocalDate.ofInstant(Instant.EPOCH, ZoneOffset.UTC)));
            agreed.put(code, Agreed.of(named, text.text(), founding.codes()));
        });
    }

    /** The day each text came: of the announcement, or of the last assent. */
    private Map<String, LocalDate> since(Map<String, Text> texts) {
        var said = new HashMap<String, List<ActId>>();
        texts.forEach((code, text) -> {
            if (text.head().act() != null) said.put(code, List.of(text.head().act()));
        });
        if (texts.values().stream().anyMatch(text -> text.item().consented()))
            for (var stood : compact.recentProposals()) {
                var text = texts.get(stood.key().item().code());
                if (text != null && stood.state() == Stood.State.IN_FORCE && carries(text, stood))
                    said.put(
                            stood.key().item().code(),
                            stood.proposal().words().values().stream()
                                    .map(Word::act)
                                    .toList());
            }
        var acts = this.acts.acts(said.values().stream().flatMap(List::stream).toList());
        var since = new HashMap<String, LocalDate>();
        said.forEach((code, ids) -> ids.stream()
                .flatMap(id -> java.util.Optional.ofNullable(acts.get(id)).stream())
                .map(act -> LocalDate.ofInstant(act.at(), ZoneOffset.UTC))
                .max(Comparator.naturalOrder())
                .ifPresent(day -> since.put(code, day)));
        return since;
    }

    private static boolean carries(Text text, Stood stood) {
        return stood.key().item().kind() == ItemKey.Kind.INITIATIVE
                && stood.proposal().act().equals(text.head().act());
    }

    /** The figures of some initiatives. */
    Map<String, Map<Point.Key, Point>> points(List<String> initiatives) {
        var points = new HashMap<String, Map<Point.Key, Point>>();
        jdbc.sql("select * from monitoring.point where initiative = any(?)")
                .param(initiatives.toArray(String[]::new))
                .query(row -> {
                    var keyed = MonitoringRows.POINT.keyed(row);
                    points.computeIfAbsent(keyed.key().initiative(), code -> new HashMap<>())
                            .put(keyed.key(), keyed.row());
                });
        return points;
    }

    /** The acts about an initiative, newest first. */
    List<ActId> history(String initiative, int most) {
        return jdbc.sql("select act from monitoring.entry where initiative = ? order by said desc, act desc limit ?")
                .params(initiative, most)
                .query((row, number) -> ActId.parse(row.getString("act")))
                .list();
    }
}
