package acorde.groups;

import acorde.acts.ActId;
import acorde.postgres.Keyed;
import acorde.trust.PartyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told of one group from short rows alone, a leaf at a time. Safe for any thread. */
final class Roll {
    /** Numbered within each party, whose act it is; then one leaf of all, with what stands beside it. */
    private static final String LEAF = """
            select %1$s from (
              select *, row_number() over (partition by split_part(act, '/', 1) order by %2$s) as turn from groups.%3$s
               where %4$s) a %5$s
             where turn > :from and turn <= :to order by %2$s""";

    private static final String LEAVES = """
            select coalesce(max(n), 0) from (
              select count(*) as n from groups.%s where %s group by split_part(act, '/', 1)) each_party""";

    private static final String MEETING = "act, group_code, head, starts, state, minuted";
    private static final String DECIDED_IN =
            "join (select act as decided_in, head from groups.sitting) s on s.decided_in = a.sitting";
    private static final String MEETINGS = "state is not null and group_code = :group";
    private static final String CIRCULARS =
            "group_code = :group and sitting in (select act from groups.sitting where group_code = :group and not meeting)";
    private static final String ACTIONS = "open and group_code = :group";

    private final JdbcClient jdbc;

    Roll(DataSource readers) {
        this.jdbc = JdbcClient.create(readers);
    }

    /** Meetings, that which is to be last first. */
    Leaf<Meeting> meetings(String group, int leaf) {
        return leaf(
                new Which(MEETING, "sitting", MEETINGS, "-moment, act", ""),
                group,
                leaf,
                (row, number) -> meeting(row));
    }

    /** Decisions in writing, the one with the longest time first. */
    Leaf<Circular> circulars(String group, int leaf) {
        return leaf(new Which("a.*, s.head", "decision", CIRCULARS, "-moment, act", DECIDED_IN), group, leaf, CIRCULAR);
    }

    private static final RowMapper<Circular> CIRCULAR = (row, number) -> {
        var keyed = Listing.DECISION.keyed(row);
        var asked = keyed.row();
        var sitting = GroupsRows.sitting(asked.sitting(), asked.group(), row.getString("head"));
        return new Circular(Undecided.of(sitting, keyed.key(), asked), asked.state());
    };

    /** Decisions that wait for words, in meetings and in writing, the one that is due or was put first before the others. */
    Leaf<Circular> undecided(String group) {
        var open = "group_code = :group and state = 'OPEN'";
        return leaf(new Which("a.*, s.head", "decision", open, "moment, act", DECIDED_IN), group, 1, CIRCULAR);
    }

    /** Meetings that are called, the next first. */
    Leaf<Meeting> coming(String group) {
        var called = MEETINGS + " and state = 'CALLED'";
        return leaf(new Which(MEETING, "sitting", called, "moment, act", ""), group, 1, (row, number) -> meeting(row));
    }

    /** Actions that are open, by the day they are due. */
    Leaf<Undone> undone(String group, int leaf) {
        return undone(ACTIONS, Map.of("group", group), leaf);
    }

    /** Those of one party, or those of all others. */
    Leaf<Undone> undone(String group, PartyCode owner, boolean its) {
        var which = ACTIONS + (its ? " and owner = :owner" : " and owner <> :owner");
        return undone(which, Map.of("group", group, "owner", owner.value()), 1);
    }

    private Leaf<Undone> undone(String which, Map<String, String> of, int leaf) {
        var joined = "join (select act as met, head from groups.sitting) s on s.met = a.sitting"
                + " join (select act as put, number as decided from groups.decision) d on d.put = a.act";
        return leaf(
                new Which("a.*, s.head, d.decided", "action", which, "due, act, number", joined),
                of,
                leaf,
                (row, number) -> {
                    Keyed<Part, Listing.Due> keyed = Listing.ACTION.keyed(row);
                    var due = keyed.row();
                    var sitting = GroupsRows.sitting(due.sitting(), due.group(), row.getString("head"));
                    return Undone.of(sitting, row.getInt("decided"), keyed.key(), due);
                });
    }

    /** What is read for a list. @param columns of each line, from {@code joined} too */
    private record Which(
            String columns, String table, String which, String order, String joined) {} // a question's parts

    private <T> Leaf<T> leaf(Which which, String group, int leaf, RowMapper<T> line) { // a list, and what of it
        return leaf(which, Map.of("group", group), leaf, line);
    }

    private <T> Leaf<T> leaf(Which which, Map<String, String> of, int leaf, RowMapper<T> line) { // as above
        var most = jdbc.sql(LEAVES.formatted(which.table(), which.which()))
                .params(of)
                .query(Integer.class)
                .single();
        var leaves = Math.max(1, Math.ceilDiv(most, Leaf.EACH));
        var number = Math.clamp(leaf, 1, leaves);
        var lines = jdbc.sql(
                        LEAF.formatted(which.columns(), which.order(), which.table(), which.which(), which.joined()))
                .params(of)
                .param("from", (number - 1) * Leaf.EACH)
                .param("to", number * Leaf.EACH)
                .query(line)
                .list();
        return new Leaf<>(lines, number, leaves);
    }

    /** The next meeting that is to be, or is going on. */
    Optional<Meeting> next(String group) {
        return first(group, "state in ('CALLED', 'OPEN')", "moment, act");
    }

    /** The last meeting that is over. */
    Optional<Meeting> last(String group) {
        return first(group, "state = 'CLOSED'", "moment desc, act desc");
    }

    private Optional<Meeting> first(String group, String which, String order) {
        return jdbc.sql("select " + MEETING + " from groups.sitting where " + MEETINGS + " and " + which + " order by "
                        + order + " limit 1")
                .param("group", group)
                .query((row, number) -> meeting(row))
                .optional();
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        return new Meeting(
                GroupsRows.sitting(
                        ActId.parse(row.getString("act")), row.getString("group_code"), row.getString("head")),
                LocalDateTime.parse(row.getString("starts")),
                Course.State.valueOf(row.getString("state")),
                row.getString("minuted").isEmpty()
                        ? Meeting.Minuted.NONE
                        : Meeting.Minuted.valueOf(row.getString("minuted")));
    }
}
