package acorde.groups;

import acorde.acts.ActId;
import acorde.acts.ReadingRoom;
import acorde.offices.OfficeCode;
import acorde.postgres.Keyed;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the committed rows of groups for pages. Safe for any thread.
 *
 * <p>Any party can call as many sittings as it likes, and say much in each. So what is read at once has a bound for each party that calls
 * them, and none crowds out another's; and what is kept of them in memory has one for all.
 */
// longer than a file should be: one rule for how much of each party is read, and all that reads by it
final class Shelf {
    /** Sittings that one party began, of those that a list asks for: more than it calls in ten years. */
    static final int EACH = 500;

    /** Bytes of them: four times what so many usual ones have. */
    private static final int BYTES = 8 << 20;

    /** Bytes of a sitting that is read after all shorter ones: others can say much in it, and would else end the list of whoever called it. */
    private static final int LONG = 128 << 10;

    /** Bytes of sittings that are kept once read: some two thousand usual ones. */
    private static final int KEPT = 32 << 20;

    private static final String STATES = "select act, acts, places, weight from groups.sitting";

    private final JdbcClient jdbc;
    private final Map<ActId, Kept> known = new LinkedHashMap<>(16, 0.75f, true);
    private long kept;

    private record Kept(Proceedings proceedings, int weight) {}

    private record State(ActId act, int acts, long places, int weight) {
        boolean isThatOf(Proceedings proceedings) {
            return proceedings.said().size() == acts && GroupsRows.places(proceedings) == places;
        }
    }

    Shelf(DataSource readers) {
        this.jdbc = JdbcClient.create(readers);
    }

    // Whole sittings

    Optional<Proceedings> sitting(ActId act) {
        return read(jdbc.sql(STATES + " where act = ?").param(act.toString())).stream()
                .findFirst();
    }

    /** Every sitting, each read when it is its turn. */
    Stream<Proceedings> all() {
        return Stream.iterate(
                        after(""),
                        Optional::isPresent,
                        before -> after(before.get().toString()))
                .flatMap(Optional::stream)
                .flatMap(act -> sitting(act).stream());
    }

    private Optional<ActId> after(String act) {
        return jdbc.sql("select act from groups.sitting where act > ? order by act limit 1")
                .param(act)
                .query((row, number) -> ActId.parse(row.getString(1)))
                .optional();
    }

    /** Those of one group, those that are to be last first. */
    List<Proceedings> of(String group) {
        return listed("group_code = ?", group);
    }

    /** The meetings that begin at a second or later. */
    List<Proceedings> meetings(long since) {
        return listed("meeting and moment >= ?", since);
    }

    /** Each party's last first, and one of each party in turn, so that whoever stops somewhere leaves nobody out. */
    private List<Proceedings> listed(String which, Object... parameters) {
        var sql = """
                select act, acts, places, weight from (
                  select act, acts, places, weight, moment,
                         row_number() over each_party as number, sum(weight) over each_party as heavy
                    from groups.sitting where %s
                  window each_party as (partition by split_part(act, '/', 1)
                                        order by weight > %d, moment desc, act)) listed
                 where number <= %d and heavy <= %d order by number, act""";
        return read(jdbc.sql(sql.formatted(which, LONG, EACH, BYTES)).params(parameters));
    }

    /** What was said in a sitting is read again only if there is more of it than when it was last read. */
    private List<Proceedings> read(JdbcClient.StatementSpec states) {
        ReadingRoom.enter(); // it reads no acts, and what was said in many sittings may be as much
        var found = states.query((row, number) -> new State(
                        ActId.parse(row.getString("act")),
                        row.getInt("acts"),
                        row.getLong("places"),
                        row.getInt("weight")))
                .list();
        var sittings = known(found);
        var changed = new HashMap<String, State>();
        for (var state : found)
            if (!sittings.containsKey(state.act())) changed.put(state.act().toString(), state);
        if (!changed.isEmpty())
            jdbc.sql("select * from groups.sitting where act = any(?)")
                    .param(changed.keySet().toArray(String[]::new))
                    .query((row, number) -> GroupsRows.SITTING.keyed(row))
                    .list()
                    .forEach(keyed -> {
                        sittings.put(keyed.key(), keyed.row());
                        keep(
                                keyed.row(),
                                Objects.requireNonNull(changed.get(keyed.key().toString()))
                                        .weight());
                    });
        return found.stream()
                .flatMap(state -> Optional.ofNullable(sittings.get(state.act())).stream()) // else it went meanwhile
                .toList();
    }

    /** Those that are kept as they stand. */
    private Map<ActId, Proceedings> known(List<State> states) {
        var sittings = new HashMap<ActId, Proceedings>();
        synchronized (known) {
            for (var state : states) {
                var before = known.get(state.act());
                if (before != null && state.isThatOf(before.proceedings()))
                    sittings.put(state.act(), before.proceedings());
            }
        }
        return sittings;
    }

    private void keep(Proceedings proceedings, int weight) {
        synchronized (known) {
            var before = known.put(proceedings.sitting().act(), new Kept(proceedings, weight));
            kept += weight - (before == null ? 0 : before.weight());
            for (var eldest = known.values().iterator(); kept > KEPT && eldest.hasNext(); ) {
                kept -= eldest.next().weight();
                eldest.remove();
            }
        }
    }

    // What is told without them

    /** How far the parties have counted in a group, but no further than there are any, so that nobody's jump is followed; 0 before its first. */
    int lastNumber(String group, boolean meeting) {
        return jdbc.sql("select least(coalesce(max(number), 0), count(*)) from groups.sitting"
                        + " where group_code = ? and meeting = ?")
                .params(group, meeting)
                .query(Integer.class)
                .single();
    }

    /** How many sittings a group has. */
    int count(String group) {
        return jdbc.sql("select count(*) from groups.sitting where group_code = ?")
                .param(group)
                .query(Integer.class)
                .single();
    }

    /** Of a group: its open actions, those that are late among them, and the texts in it that wait for a party's word. */
    Groups.Tally tally(String group, PartyCode party, LocalDate today) {
        return jdbc.sql("""
                        select count(*) as open, count(*) filter (where state <> 'REPORTED' and due < :today) as late,
                               (select count(*) from groups.decision
                                 where group_code = :group and state = 'OPEN' and strpos(silent, :party) > 0)
                               + (select count(*) from groups.sitting
                                   where group_code = :group and strpos(awaited, :party) > 0) as awaiting
                          from groups.action where group_code = :group and open""")
                .param("group", group)
                .param("party", Listing.parties(List.of(party)))
                .param("today", today.toEpochDay())
                .query((row, number) ->
                        new Groups.Tally(row.getInt("open"), row.getInt("late"), row.getInt("awaiting")))
                .single();
    }

    int countMeetings() {
        return jdbc.sql("select count(*) from groups.sitting where meeting")
                .query(Integer.class)
                .single();
    }

    /** The groups that have called a meeting. */
    Set<String> meeting() {
        return new TreeSet<>(jdbc.sql("select distinct group_code from groups.sitting where meeting")
                .query(String.class)
                .list());
    }

    /** Meetings, that which is to be last first, each read when it is its turn. */
    Stream<Proceedings> meetings(Groups.Which which, int most) {
        var sql = """
                select act from groups.sitting
                 where meeting and (:group::text is null or group_code = :group)
                   and (:after = '' or (-moment, act) > (select -moment, act from groups.sitting where act = :after))
                 order by -moment, act limit :most""";
        return with(jdbc.sql(sql), which, which.after(), most)
                .query((row, number) -> ActId.parse(row.getString(1)))
                .list()
                .stream()
                .flatMap(act -> sitting(act).stream());
    }

    /** Decisions, the one of the last moment first. Of each sitting only the decision is held, for those of one list may lie in many. */
    List<Decided> decisions(Groups.Which which, int most) {
        var sql = """
                select act, sitting from groups.decision
                 where (:group::text is null or group_code = :group)
                   and (:initiative::text is null or initiative = :initiative)
                   and (:state::text is null or state = :state)
                   and (:after = '' or (-moment, act) > (select -moment, act from groups.decision where act = :after))
                 order by -moment, act limit :most""";
        return put(with(jdbc.sql(sql), which, which.after(), most))
                .flatMap(put -> put.decided().stream())
                .toList();
    }

    Optional<Decided> decision(ActId act) {
        return put(jdbc.sql("select act, sitting from groups.decision where act = ?")
                        .param(act.toString()))
                .findFirst()
                .flatMap(Put::decided);
    }

    List<Groups.Followed> about(String initiative, int most) {
        var sql = "select act, sitting from groups.decision where initiative = ? order by -asked, act limit ?";
        return put(jdbc.sql(sql).params(initiative, most))
                .flatMap(put -> put.decided().stream()
                        .map(decided -> new Groups.Followed(decided, Owed.of(put.sitting(), decided))))
                .toList();
    }

    int countAbout(String initiative) {
        return jdbc.sql("select count(*) from groups.decision where initiative = ?")
                .param(initiative)
                .query(Integer.class)
                .single();
    }

    // What waits, told without sittings

    /** What is listed at once of all that waits; of each party that asked, one in turn. */
    static final int WAITING = 2_000;

    /** Of each party that asked what is due first; one of each in turn, so that no number of one party's leaves out another's. */
    private static final String WAITS = """
            select * from (
              select a.*, s.head, row_number() over (partition by split_part(a.act, '/', 1) order by a.%1$s, a.act) as turn
                from groups.%2$s a join groups.sitting s on s.act = a.sitting
               where %3$s) waiting
             where turn <= %4$d order by turn, %1$s, act limit %5$d""";

    private JdbcClient.StatementSpec waiting(String table, String due, String which) {
        return jdbc.sql(WAITS.formatted(due, table, which, EACH, WAITING));
    }

    /** Written procedures whose time ran out before a second, by the word of who asked. */
    List<Undecided> overdue(long now) {
        return undecided("not s.meeting and a.moment < :now", Map.of("now", now));
    }

    /** Decisions that wait for the word of a party, in groups where an office speaks for it. */
    List<Undecided> undecided(PartyCode party, OfficeCode office) {
        return undecided("strpos(a.silent, :party) > 0 and " + SPEAKS, seated(party, office));
    }

    private List<Undecided> undecided(String which, Map<String, ?> parameters) {
        return waiting("decision", "moment", "a.state = 'OPEN' and " + which)
                .params(parameters)
                .query((row, number) -> {
                    var keyed = Listing.DECISION.keyed(row);
                    var asked = keyed.row();
                    var sitting = GroupsRows.sitting(asked.sitting(), asked.group(), row.getString("head"));
                    return Undecided.of(sitting, keyed.key(), asked);
                })
                .list()
                .stream()
                .sorted(Undecided.BY_MOMENT)
                .toList();
    }

    /** What a party has still to carry out. */
    List<Keyed<Part, Listing.Due>> owed(PartyCode party, OfficeCode office) {
        return due("a.open and a.owner = :owner and a.state <> 'REPORTED' and " + SPEAKS, seated(party, office));
    }

    /** What others say is done, where a party has not said whether it is. */
    List<Keyed<Part, Listing.Due>> unchecked(PartyCode party, OfficeCode office) {
        return due("a.open and strpos(a.unchecked, :party) > 0 and " + SPEAKS, seated(party, office));
    }

    /**
     * What a group has not brought to an end.
     *
     * @param meeting one that is not its last
     * @param soon the last day by which an action that nobody doubts has to be due
     */
    Unfinished unfinished(String group, ActId meeting, LocalDate soon) {
        var last = jdbc.sql("select act from groups.sitting where meeting and group_code = ? and state = 'CLOSED'"
                        + " and act <> ? order by moment desc, act desc limit 1")
                .params(group, meeting.toString())
                .query((row, number) -> ActId.parse(row.getString(1)))
                .optional()
                .flatMap(this::sitting)
                .orElse(null);
        var decided = "a.group_code = :group and (not s.meeting or s.state = 'CLOSED')";
        var decisions = undecided(decided, Map.of("group", group));
        var owed = "a.open and a.group_code = :group and (a.due <= :soon or a.state not in ('OWED', 'UNDERWAY'))";
        var of = Map.of("group", group, "soon", soon.toEpochDay());
        var actions = due(owed, of);
        var cut = isCut("decision", "a.state = 'OPEN' and " + decided, decisions.size(), of)
                || isCut("action", owed, actions.size(), of);
        return new Unfinished(last, decisions, actions, cut);
    }

    private boolean isCut(
            String table, String which, int told, Map<String, ?> parameters) { // what waits, and what of it
        return told >= EACH
                && jdbc.sql(
                                "select count(*) > :told from groups.%s a join groups.sitting s on s.act = a.sitting where %s"
                                        .formatted(table, which))
                        .params(parameters)
                        .param("told", told)
                        .query(Boolean.class)
                        .single();
    }

    private List<Keyed<Part, Listing.Due>> due(String which, Map<String, ?> parameters) {
        return waiting("action", "due", which)
                .params(parameters)
                .query((row, number) -> Listing.ACTION.keyed(row))
                .list();
    }

    /** A meeting with minutes that wait for a word, since when. */
    record Minuted(Sitting sitting, Instant since) {}

    /** Those whose minutes wait for the word of a party. */
    List<Minuted> minuted(PartyCode party, OfficeCode office) {
        var sql = """
                select * from (
                  select act, group_code, head, minutes,
                         row_number() over (partition by split_part(act, '/', 1) order by minutes, act) as turn
                    from groups.sitting s
                   where awaited <> '' and strpos(awaited, :party) > 0 and %s) waiting
                 where turn <= %d order by turn, minutes, act limit %d""";
        return jdbc.sql(sql.formatted(SPEAKS, EACH, WAITING))
                .params(seated(party, office))
                .query((row, number) -> new Minuted(
                        GroupsRows.sitting(
                                ActId.parse(row.getString("act")), row.getString("group_code"), row.getString("head")),
                        Instant.ofEpochSecond(row.getLong("minutes"))))
                .list();
    }

    /** Whether an office speaks for a party in a sitting. */
    private static final String SPEAKS = "(s.head::jsonb @> :titular::jsonb or s.head::jsonb @> :alternate::jsonb)";

    private static Map<String, ?> seated(PartyCode party, OfficeCode office) {
        var seat =
                "{\"seats\":[{\"party\":\"%s\",\"%s\":\"%s\"}]}"; // neither code holds anything but letters, digits and
        // hyphens
        return Map.of(
                "owner", party.value(),
                "party", Listing.parties(List.of(party)),
                "titular", seat.formatted(party, "titular", office.value()),
                "alternate", seat.formatted(party, "alternate", office.value()));
    }

    private record Put(Proceedings sitting, ActId act) {
        Optional<Decided> decided() {
            return Decided.find(sitting, act);
        }
    }

    private Stream<Put> put(JdbcClient.StatementSpec decisions) {
        return decisions
                .query((row, number) -> Map.entry(ActId.parse(row.getString(1)), ActId.parse(row.getString(2))))
                .list()
                .stream()
                .flatMap(row -> sitting(row.getValue()).stream().map(one -> new Put(one, row.getKey())));
    }

    /** Actions, by the day they are due. */
    List<Owed> actions(Groups.Which which, int most) {
        var after = which.after();
        var cut = after.lastIndexOf('#');
        var sql = """
                select act, number, sitting from groups.action
                 where (:group::text is null or group_code = :group)
                   and (:initiative::text is null or initiative = :initiative)
                   and (:owner::text is null or owner = :owner)
                   and (:open::boolean is null or open = :open)
                   and (:after = '' or (due, act, number) > (select due, act, number from groups.action
                         where act = :after and number = :number))
                 order by due, act, number limit :most""";
        return with(jdbc.sql(sql), which, cut < 0 ? after : after.substring(0, cut), most)
                .param("number", cut < 0 ? 0 : number(after.substring(cut + 1)))
                .query((row, number) -> Map.entry(
                        ActId.parse(row.getString(3)), new Part(ActId.parse(row.getString(1)), row.getInt(2))))
                .list()
                .stream()
                .flatMap(row -> sitting(row.getKey()).flatMap(one -> Owed.find(one, row.getValue())).stream())
                .toList();
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    private static JdbcClient.StatementSpec with( // a list, what is asked of it, and which part of it
            JdbcClient.StatementSpec list, Groups.Which which, String after, int most) {
        return list.param("group", which.group())
                .param("initiative", which.initiative())
                .param("state", which.state() == null ? null : which.state().name())
                .param("owner", which.owner())
                .param("open", which.open())
                .param("after", after)
                .param("most", most);
    }
}
