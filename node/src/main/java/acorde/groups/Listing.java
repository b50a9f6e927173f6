package acorde.groups;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.postgres.Keyed;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.postgres.Type;
import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What lists are read by of a sitting: a short row for each of its decisions and actions, and what its own row says beside its acts. Pure. */
record Listing(Map<ActId, Asked> decisions, Map<Part, Due> actions) {
    /**
     * A decision that was put.
     *
     * @param moment of it, and {@code asked} when it was put: seconds
     * @param title the beginning of its text
     * @param silent while it is open, whose word is missing
     */
    record Asked(
            ActId sitting,
            String group,
            @Nullable String initiative,
            Decided.State state,
            long moment,
            long asked,
            int number,
            Bilingual title,
            SortedSet<PartyCode> silent) {} // the columns of its table

    /**
     * An action that follows from a decision taken.
     *
     * @param day by which it is due, counted from 1970-01-01
     * @param title the beginning of its text
     * @param asked when its decision was put, {@code reported} when its owner reported last: seconds
     * @param unchecked while it is reported done, who has not said whether it is
     */
    record Due(
            ActId sitting,
            String group,
            @Nullable String initiative,
            PartyCode owner,
            long day,
            Owed.State state,
            Bilingual title,
            long asked,
            @Nullable Long reported,
            SortedSet<PartyCode> unchecked) { // the columns of its table
        boolean open() {
            return state != Owed.State.CONFIRMED;
        }
    }

    static final Table<ActId, Asked> DECISION = Table.<ActId, Asked>named("groups.decision")
            .key("act", Type.TEXT, ActId::toString)
            .column("sitting", Type.TEXT, row -> row.sitting().toString())
            .column("group_code", Type.TEXT, Asked::group)
            .column("initiative", Type.TEXT, Asked::initiative)
            .column("state", Type.TEXT, row -> row.state().name())
            .column("moment", Type.BIGINT, Asked::moment)
            .column("asked", Type.BIGINT, Asked::asked)
            .column("number", Type.INT, Asked::number)
            .column("title_es", Type.TEXT, row -> row.title().es())
            .column("title_en", Type.TEXT, row -> row.title().en())
            .column("silent", Type.TEXT, row -> parties(row.silent()))
            .reading(row -> new Keyed<>(
                    ActId.parse(row.text("act")),
                    new Asked(
                            ActId.parse(row.text("sitting")),
                            row.text("group_code"),
                            row.textOrNull("initiative"),
                            Decided.State.valueOf(row.text("state")),
                            row.bigint("moment"),
                            row.bigint("asked"),
                            row.integer("number"),
                            new Bilingual(row.text("title_es"), row.text("title_en")),
                            parties(row.text("silent")))));

    static final Table<Part, Due> ACTION = Table.<Part, Due>named("groups.action")
            .key("act", Type.TEXT, part -> part.act().toString())
            .key("number", Type.INT, Part::number)
            .column("sitting", Type.TEXT, row -> row.sitting().toString())
            .column("group_code", Type.TEXT, Due::group)
            .column("initiative", Type.TEXT, Due::initiative)
            .column("owner", Type.TEXT, row -> row.owner().value())
            .column("due", Type.BIGINT, Due::day)
            .column("open", Type.BOOL, Due::open)
            .column("state", Type.TEXT, row -> row.state().name())
            .column("title_es", Type.TEXT, row -> row.title().es())
            .column("title_en", Type.TEXT, row -> row.title().en())
            .column("asked", Type.BIGINT, Due::asked)
            .column("reported", Type.BIGINT, Due::reported)
            .column("unchecked", Type.TEXT, row -> parties(row.unchecked()))
            .reading(row -> new Keyed<>(
                    new Part(ActId.parse(row.text("act")), row.integer("number")),
                    new Due(
                            ActId.parse(row.text("sitting")),
                            row.text("group_code"),
                            row.textOrNull("initiative"),
                            new PartyCode(row.text("owner")),
                            row.bigint("due"),
                            Owed.State.valueOf(row.text("state")),
                            new Bilingual(row.text("title_es"), row.text("title_en")),
                            row.bigint("asked"),
                            row.bigintOrNull("reported"),
                            parties(row.text("unchecked")))));

    static final Listing NOTHING = new Listing(Map.of(), Map.of());

    static Listing of(Proceedings proceedings) {
        var sitting = proceedings.sitting();
        var decisions = new TreeMap<ActId, Asked>();
        var actions = new TreeMap<Part, Due>();
        for (var decided : Decided.all(proceedings)) {
            decisions.put(decided.act(), asked(sitting, decided));
            for (var owed : Owed.of(proceedings, decided)) actions.put(owed.id(), due(sitting, owed));
        }
        return new Listing(decisions, actions);
    }

    static Asked asked(Sitting sitting, Decided decided) {
        return new Asked(
                sitting.act(),
                sitting.group(),
                decided.text().initiative(),
                decided.state(),
                decided.moment().getEpochSecond(),
                decided.asked().getEpochSecond(),
                decided.number(),
                AgendaDraft.title(decided.text().text()),
                decided.state() == Decided.State.OPEN ? decided.silent() : Collections.emptySortedSet());
    }

    private static Due due(Sitting sitting, Owed owed) {
        var unchecked = new TreeSet<PartyCode>();
        for (var party : sitting.parties()) if (owed.awaitsCheckOf(party)) unchecked.add(party);
        var report = owed.report();
        return new Due(
                sitting.act(),
                sitting.group(),
                owed.decision().text().initiative(),
                owed.action().owner(),
                owed.action().due().toEpochDay(),
                owed.state(),
                AgendaDraft.title(owed.action().what()),
                owed.decision().put().at().getEpochSecond(),
                report == null ? null : report.at().getEpochSecond(),
                unchecked);
    }

    /** Parties as a column has them, each between two blanks, so that one is found in it; empty for none. */
    static String parties(Collection<PartyCode> parties) {
        return parties.isEmpty()
                ? ""
                : parties.stream().map(PartyCode::value).sorted().collect(Collectors.joining(" ", " ", " "));
    }

    static SortedSet<PartyCode> parties(String written) {
        var parties = new TreeSet<PartyCode>();
        for (var code : written.strip().split(" ")) if (!code.isEmpty()) parties.add(new PartyCode(code));
        return parties;
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

    /** Of a meeting: its day and hour where it is held, as it was last said; null in writing. */
    static @Nullable String starts(Proceedings proceedings) {
        return proceedings.sitting().isMeeting()
                ? Course.of(proceedings).when().starts().toString()
                : null;
    }

    /** How far its minutes have come; empty before any. */
    static String minuted(Proceedings proceedings) {
        var minuted = Meeting.Minuted.of(proceedings);
        return minuted == Meeting.Minuted.NONE ? "" : minuted.name();
    }

    /** How far a meeting has come; null in writing. */
    static @Nullable String state(Proceedings proceedings) {
        return proceedings.sitting().isMeeting()
                ? Course.of(proceedings).state().name()
                : null;
    }

    /** The parties whose word to minutes is missing. */
    static SortedSet<PartyCode> awaited(Proceedings proceedings) {
        var awaited = new TreeSet<PartyCode>();
        open(proceedings).forEach(version -> awaited.addAll(version.proposal().silent()));
        return awaited;
    }

    /** Seconds: since when the first minutes that wait for a word do; 0 if none do. */
    static long minutes(Proceedings proceedings) {
        return open(proceedings)
                .mapToLong(version -> version.put().at().getEpochSecond())
                .min()
                .orElse(0);
    }

    private static Stream<MinutesBook.Version> open(Proceedings proceedings) {
        return proceedings.sitting().isMeeting()
                ? MinutesBook.versions(proceedings).stream()
                        .filter(version -> version.state() == MinutesBook.State.OPEN)
                : Stream.empty();
    }

    /** Whether it is still to be, goes on, or something in it waits: a word, an action, minutes. */
    static boolean isOpen(Proceedings proceedings) {
        if (proceedings.sitting().isMeeting()) {
            var state = Course.of(proceedings).state();
            if (state == Course.State.CALLED || state == Course.State.OPEN) return true;
            if (open(proceedings).findAny().isPresent()) return true;
        }
        var listing = of(proceedings);
        return listing.decisions.values().stream().anyMatch(row -> row.state() == Decided.State.OPEN)
                || listing.actions.values().stream().anyMatch(Due::open);
    }
}
