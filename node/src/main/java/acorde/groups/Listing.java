package acorde.groups;

import acorde.acts.ActId;
import acorde.postgres.Keyed;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.postgres.Type;
import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What lists are read by of a sitting: a short row for each of its decisions and actions, and what its own row says beside its acts. Pure. */
record Listing(Map<ActId, Asked> decisions, Map<Part, Due> actions) {
    /** A decision that was put. @param moment of it, and {@code asked} when it was put: seconds */
    record Asked(
            ActId sitting,
            String group,
            @Nullable String initiative,
            Decided.State state,
            long moment,
            long asked) {} // the columns of its table

    /** An action that follows from a decision taken. @param day by which it is due, counted from 1970-01-01 */
    record Due(
            ActId sitting,
            String group,
            @Nullable String initiative,
            PartyCode owner,
            long day,
            boolean open) {} // the columns of its table

    static final Table<ActId, Asked> DECISION = Table.<ActId, Asked>named("groups.decision")
            .key("act", Type.TEXT, ActId::toString)
            .column("sitting", Type.TEXT, row -> row.sitting().toString())
            .column("group_code", Type.TEXT, Asked::group)
            .column("initiative", Type.TEXT, Asked::initiative)
            .column("state", Type.TEXT, row -> row.state().name())
            .column("moment", Type.BIGINT, Asked::moment)
            .column("asked", Type.BIGINT, Asked::asked)
            .reading(row -> new Keyed<>(
                    ActId.parse(row.text("act")),
                    new Asked(
                            ActId.parse(row.text("sitting")),
                            row.text("group_code"),
                            row.textOrNull("initiative"),
                            Decided.State.valueOf(row.text("state")),
                            row.bigint("moment"),
                            row.bigint("asked"))));

    static final Table<Part, Due> ACTION = Table.<Part, Due>named("groups.action")
            .key("act", Type.TEXT, part -> part.act().toString())
            .key("number", Type.INT, Part::number)
            .column("sitting", Type.TEXT, row -> row.sitting().toString())
            .column("group_code", Type.TEXT, Due::group)
            .column("initiative", Type.TEXT, Due::initiative)
            .column("owner", Type.TEXT, row -> row.owner().value())
            .column("due", Type.BIGINT, Due::day)
            .column("open", Type.BOOL, Due::open)
            .reading(row -> new Keyed<>(
                    new Part(ActId.parse(row.text("act")), row.integer("number")),
                    new Due(
                            ActId.parse(row.text("sitting")),
                            row.text("group_code"),
                            row.textOrNull("initiative"),
                            new PartyCode(row.text("owner")),
                            row.bigint("due"),
                            row.bool("open"))));

    static final Listing NOTHING = new Listing(Map.of(), Map.of());

    static Listing of(Proceedings proceedings) {
        var sitting = proceedings.sitting();
        var decisions = new TreeMap<ActId, Asked>();
        var actions = new TreeMap<Part, Due>();
        for (var decided : Decided.all(proceedings)) {
            var initiative = decided.text().initiative();
            decisions.put(
                    decided.act(),
                    new Asked(
                            sitting.act(),
                            sitting.group(),
                            initiative,
                            decided.state(),
                            decided.moment().getEpochSecond(),
                            decided.asked().getEpochSecond()));
            for (var owed : Owed.of(proceedings, decided))
                actions.put(
                        owed.id(),
                        new Due(
                                sitting.act(),
                                sitting.group(),
                                initiative,
                                owed.action().owner(),
                                owed.action().due().toEpochDay(),
                                owed.isOpen()));
        }
        return new Listing(decisions, actions);
    }

    /** What is to become of the rows there were before. */
    List<RowChange> since(Listing before) {
        var changes = new ArrayList<RowChange>();
        since(DECISION, before.decisions, decisions, changes);
        since(ACTION, before.actions, actions, changes);
        return changes;
    }

    private static <K, R> void since( // a table, its rows before and after, and where changes go
            Table<K, R> table, Map<K, R> before, Map<K, R> after, List<RowChange> changes) {
        for (var key : before.keySet()) if (!after.containsKey(key)) changes.add(new RowChange.Delete<>(table, key));
        after.forEach((key, row) -> {
            if (!row.equals(before.get(key))) changes.add(new RowChange.Put<>(table, key, row));
        });
    }

    /** Seconds: when a meeting is to begin, as it was last said; of a written procedure, until when an answer is asked for. */
    static long moment(Proceedings proceedings) {
        return proceedings.beginning().saying() instanceof Saying.Circulated circulated
                ? circulated.until().getEpochSecond()
                : Course.of(proceedings).when().start().getEpochSecond();
    }

    /** Whether it is still to be, goes on, or something in it waits: a word, an action, minutes. */
    static boolean isOpen(Proceedings proceedings) {
        if (proceedings.sitting().isMeeting()) {
            var state = Course.of(proceedings).state();
            if (state == Course.State.CALLED || state == Course.State.OPEN) return true;
            if (MinutesBook.versions(proceedings).stream()
                    .anyMatch(version -> version.state() == MinutesBook.State.OPEN)) return true;
        }
        var listing = of(proceedings);
        return listing.decisions.values().stream().anyMatch(row -> row.state() == Decided.State.OPEN)
                || listing.actions.values().stream().anyMatch(Due::open);
    }
}
