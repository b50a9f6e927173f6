package acorde.groups;

import acorde.acts.ActId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the committed rows of groups for pages. Safe for any thread. */
final class Shelf {
    private static final String STATES = "select act, acts, places from groups.sitting";

    private final JdbcClient jdbc;
    private final Map<ActId, Proceedings> known = new HashMap<>();

    Shelf(DataSource readers) {
        this.jdbc = JdbcClient.create(readers);
    }

    /** Every sitting. */
    SortedMap<ActId, Proceedings> sittings() {
        synchronized (known) {
            var all = read(jdbc.sql(STATES));
            known.keySet().retainAll(all.keySet());
            return all;
        }
    }

    /** Those of one group, in the order of the acts that begin them. */
    List<Proceedings> of(String group) {
        return List.copyOf(
                read(jdbc.sql(STATES + " where group_code = ?").param(group)).values());
    }

    Optional<Proceedings> sitting(ActId act) {
        return read(jdbc.sql(STATES + " where act = ?").param(act.toString())).values().stream()
                .findFirst();
    }

    /** What was said in a sitting is read again only if there is more of it than when it was last read. */
    private SortedMap<ActId, Proceedings> read(JdbcClient.StatementSpec states) {
        synchronized (known) {
            var changed = new ArrayList<String>();
            var found = new ArrayList<ActId>();
            states.query(row -> {
                var act = ActId.parse(row.getString("act"));
                found.add(act);
                var kept = known.get(act);
                if (kept == null
                        || kept.said().size() != row.getInt("acts")
                        || GroupsRows.places(kept) != row.getLong("places")) changed.add(act.toString());
            });
            if (!changed.isEmpty())
                jdbc.sql("select * from groups.sitting where act = any(?)")
                        .param(changed.toArray(String[]::new))
                        .query((row, number) -> GroupsRows.SITTING.keyed(row))
                        .list()
                        .forEach(keyed -> known.put(keyed.key(), keyed.row()));
            var sittings = new TreeMap<ActId, Proceedings>();
            for (var act : found) {
                var kept = known.get(act);
                if (kept != null) sittings.put(act, kept); // else it went between the two questions
            }
            return sittings;
        }
    }
}
