package acorde.groups;

import acorde.acts.ActId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the committed rows of groups for pages. Safe for any thread. */
final class Shelf {
    private final JdbcClient jdbc;
    private final Map<ActId, Proceedings> known = new HashMap<>();

    Shelf(DataSource readers) {
        this.jdbc = JdbcClient.create(readers);
    }

    /** Every sitting. What was said in it is read again only if there is more of it than when it was last read. */
    SortedMap<ActId, Proceedings> sittings() {
        synchronized (known) {
            var changed = new ArrayList<String>();
            var found = new HashSet<ActId>();
            jdbc.sql("select act, acts, places from groups.sitting").query(row -> {
                var act = ActId.parse(row.getString("act"));
                found.add(act);
                var kept = known.get(act);
                if (kept == null
                        || kept.said().size() != row.getInt("acts")
                        || GroupsRows.places(kept) != row.getLong("places")) changed.add(act.toString());
            });
            known.keySet().retainAll(found);
            if (!changed.isEmpty())
                jdbc.sql("select * from groups.sitting where act = any(?)")
                        .param(changed.toArray(String[]::new))
                        .query((row, number) -> GroupsRows.SITTING.keyed(row))
                        .list()
                        .forEach(keyed -> known.put(keyed.key(), keyed.row()));
            return new TreeMap<>(known);
        }
    }

    List<Proceedings> of(String group) {
        return sittings().values().stream()
                .filter(one -> one.sitting().group().equals(group))
                .toList();
    }
}
