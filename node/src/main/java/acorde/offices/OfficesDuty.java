package acorde.offices;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Applied;
import acorde.acts.Duty;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.postgres.Keyed;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.postgres.Type;
import acorde.trustlog.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads this party's own acts {@code offices.journal}: how far the journal is held fast, and by which root. */
public final class OfficesDuty implements Duty {
    static final String JOURNAL = "offices.journal";
    static final String HEAD_KEY = "head";

    /** How far the journal is in acts: the number of the next line, and the act that says so. */
    record Head(long next, ActId act) {}

    static final Table<String, Head> HEAD = Table.<String, Head>named("offices.journal_head")
            .key("one", Type.TEXT, key -> key)
            .column("next", Type.BIGINT, Head::next)
            .column("act", Type.TEXT, head -> head.act().toString())
            .reading(row -> new Keyed<>(row.text("one"), new Head(row.bigint("next"), ActId.parse(row.text("act")))));

    static final Table<Long, Journal.Minute> MINUTE = Table.<Long, Journal.Minute>named("offices.journal_minute")
            .key("first", Type.BIGINT, first -> first)
            .column("count", Type.BIGINT, Journal.Minute::count)
            .column("root", Type.TEXT, minute -> minute.root().hex())
            .column("act", Type.TEXT, minute -> minute.act().toString())
            .reading(row -> new Keyed<>(
                    row.bigint("first"),
                    new Journal.Minute(
                            row.bigint("first"),
                            row.bigint("count"),
                            Hash.ofHex(row.text("root")),
                            ActId.parse(row.text("act")))));

    private static final Pattern ROOT = Pattern.compile("sha256:([0-9a-f]{64})");
    private static final long MOST = 1L << 53;

    @Override
    public String schema() {
        return "offices";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(JOURNAL);
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(HEAD, MINUTE);
    }

    @Override
    public List<RowKey<?, ?>> reads(Act act, Past past) {
        return List.of(new RowKey<>(HEAD, HEAD_KEY));
    }

    @Override
    public Applied apply(Past past, Act act) {
        // Addressed to nobody, it can be read by its author only; whoever sends one has something else in mind.
        if (!act.to().isEmpty()) return Applied.rejected(act, "JOURNAL_IS_ONES_OWN");
        if (!act.office().equals(OfficeCode.NODE.value())) return Applied.rejected(act, "OFFICE_MAY_NOT");
        return read(act)
                .map(minute -> Applied.accepted(changes(past, minute)))
                .orElseGet(() -> Applied.rejected(act, "MALFORMED"));
    }

    private static Optional<Journal.Minute> read(Act act) {
        var from = act.body().path("from");
        var count = act.body().path("count");
        var root = ROOT.matcher(act.body().path("root").asString(""));
        if (!isNumber(from) || !isNumber(count) || !root.matches()) return Optional.empty();
        return Optional.of(
                new Journal.Minute(from.longValue(), count.longValue(), Hash.ofHex(root.group(1)), act.id()));
    }

    private static boolean isNumber(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0 && node.longValue() < MOST;
    }

    /** The furthest end is the head, and the earlier act of two on the same lines counts: so any order gives the same rows. */
    private static List<RowChange> changes(Past past, Journal.Minute minute) {
        var changes = new ArrayList<RowChange>();
        var end = minute.first() + minute.count();
        var head = past.row(HEAD, HEAD_KEY);
        if (head.isEmpty() || isFurther(end, minute.act(), head.get()))
            changes.add(new RowChange.Put<>(HEAD, HEAD_KEY, new Head(end, minute.act())));
        var known = past.row(MINUTE, minute.first());
        if (minute.count() > 0
                && (known.isEmpty() || minute.act().compareTo(known.get().act()) < 0))
            changes.add(new RowChange.Put<>(MINUTE, minute.first(), minute));
        return changes;
    }

    private static boolean isFurther(long end, ActId act, Head head) {
        return end > head.next() || (end == head.next() && act.compareTo(head.act()) > 0);
    }
}
