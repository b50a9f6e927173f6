package acorde.documents;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Duty;
import acorde.acts.Said;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.Group;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.groups.Course;
import acorde.groups.Groups;
import acorde.groups.Proceedings;
import acorde.monitoring.AreaFigures;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Viewer;
import acorde.offices.Officer;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Papers with figures: the door of the package. Safe for any thread.
 *
 * <p>Issuing is answered when it is durable, or with the rule for which this party does not speak. When neither can be had it fails with
 * {@link acorde.acts.Busy}, {@link acorde.acts.DatabaseLost} or {@link acorde.acts.NodeStopping}, and nothing was said; or with
 * {@link acorde.acts.NotKnown}.
 */
public final class Documents {
    /** The kind of the act that issues a paper. */
    public static final String ISSUED = "documents.issued";

    /**
     * Sees what every party may be shown: a reader that owes nothing, because who is late is told of it before the others (CO-5). ZZ is a code that
     * ISO 3166 gives to no state.
     */
    static final Viewer EVERY_PARTY = new Viewer.Of(new PartyCode("ZZ"));

    private final Acts acts;
    private final Compact compact;
    private final Monitoring monitoring;
    private final Groups groups;
    private final Founding founding;
    private final JdbcClient jdbc;

    public Documents( // what papers are composed from, and where they are kept
            Acts acts, Compact compact, Monitoring monitoring, Groups groups, Founding founding, DataSource readers) {
        this.acts = acts;
        this.compact = compact;
        this.monitoring = monitoring;
        this.groups = groups;
        this.founding = founding;
        this.jdbc = JdbcClient.create(readers);
    }

    /** What makes rows of the acts of documents. */
    public static Duty duty(Founding founding) {
        return new DocumentsDuty(founding);
    }

    /** The paper as it stands at that time; empty if there is no such party, area, group or meeting, or none of which this party knows. */
    public Optional<Paper> compose(Scope scope, Instant now) {
        return compose(scope, day(now), now);
    }

    /** @param until the last of the days of which a group's report tells */
    private Optional<Paper> compose(Scope scope, LocalDate until, Instant now) {
        return switch (scope.kind()) {
            case BRIEF ->
                founding.codes().stream().anyMatch(code -> code.value().equals(scope.of()))
                        ? Optional.of(Composing.compose(scope, standing(EVERY_PARTY, now, Optional.empty())))
                        : Optional.empty();
            case AREA ->
                compact.latest(new ItemKey(ItemKey.Kind.AREA, scope.of()))
                        .map(area -> monitoring.figures(scope.of(), now))
                        .map(measured -> Composing.compose(
                                scope, standing(EVERY_PARTY, now, Optional.of(measured), Optional.empty())));
            case GROUP, COMMUNIQUE ->
                doings(scope, until)
                        .map(doings -> Composing.compose(scope, standing(EVERY_PARTY, now, Optional.of(doings))));
        };
    }

    /** Who is shown the delays that a paper could count, and when; empty if it counts none, or there is no such paper. */
    public Optional<Sight> sight(Scope scope, Instant now) {
        var doings = scope.group().flatMap(group -> doings(scope, day(now)));
        if (scope.kind() == Scope.Kind.COMMUNIQUE || scope.group().isPresent() && doings.isEmpty())
            return Optional.empty();
        var all = Composing.late(scope, standing(EVERY_PARTY, now, doings), acts.self());
        var own = Composing.late(scope, standing(new Viewer.Of(acts.self()), now, doings), acts.self());
        return Optional.of(Sight.of(own, all, monitoring.days()));
    }

    /** What a group of this party did; empty if there is none, or the communiqué is of no meeting of ministers that was held. */
    private Optional<Doings> doings(Scope scope, LocalDate until) {
        var key = scope.group().orElseThrow();
        if (!founding.concerned(key).contains(acts.self())
                || !(compact.latest(key).orElse(null) instanceof Group group)) return Optional.empty();
        var since = scope.since();
        if (since != null) return Optional.of(new Doings(key, group.area(), groups.of(key.code()), since, until));
        return scope.meeting()
                .flatMap(groups::sitting)
                .filter(meeting -> meeting.sitting().group().equals(key.code()))
                .filter(meeting -> group.kind() == Group.Kind.MINISTERIAL && wasHeld(meeting))
                .map(meeting -> Doings.of(key, meeting));
    }

    /** The meetings of ministers that were held and that this party knows, newest last: each has a communiqué to draft. */
    public List<Scope> communiques() {
        return compact.items().keySet().stream()
                .filter(key -> key.kind() == ItemKey.Kind.GROUP && isOfMinisters(key))
                .flatMap(key -> groups.of(key.code()).stream())
                .filter(Documents::wasHeld)
                .sorted(Comparator.comparing(
                                (Proceedings one) -> Course.of(one).when().start())
                        .thenComparing(one -> one.sitting().act()))
                .map(one ->
                        Scope.communique(one.sitting().group(), one.sitting().act()))
                .toList();
    }

    private boolean isOfMinisters(ItemKey group) {
        return compact.latest(group).orElse(null) instanceof Group text && text.kind() == Group.Kind.MINISTERIAL;
    }

    private static boolean wasHeld(Proceedings sitting) {
        return sitting.sitting().isMeeting() && Course.of(sitting).opened() != null;
    }

    private Standing standing(Viewer viewer, Instant now, Optional<Doings> doings) {
        return standing(viewer, now, Optional.empty(), doings);
    }

    private Standing standing( // for whom, when, and of what
            Viewer viewer, Instant now, Optional<AreaFigures> measured, Optional<Doings> doings) {
        var items = compact.items();
        var promises = monitoring.watch(viewer, now).values().stream()
                .map(watched -> new Standing.Promise(
                        watched,
                        Optional.ofNullable(items.get(
                                        ItemKey.initiative(watched.agreed().code())))
                                .map(Item::head)
                                .map(Item.Head::act)
                                .orElse(null)))
                .toList();
        return new Standing(day(now), promises, compact.openProposals(), measured, doings);
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /**
     * Issues the paper to all parties as it stands; what tells of a group, to its other parties.
     *
     * @param seen the digest of the paper the officer looked at
     */
    public Said<Rule> issue(Officer officer, Scope scope, Hash seen, Instant now) { // who issues what, and when
        var paper = compose(scope, now);
        if (paper.isEmpty()) return new Said.Declined<>(Rule.UNKNOWN_SCOPE);
        if (!paper.get().digest().equals(seen)) return new Said.Declined<>(Rule.DRAFT_MOVED);
        return acts.sayDurably(new Issue(founding, acts.self(), officer.office(), paper.get()), officer);
    }

    /** A paper that an act issued; empty if the act is none that was accepted here. */
    public Optional<Issued> issued(ActId id) {
        var known = jdbc.sql("select count(*) from documents.issued where act = ?")
                .param(id.toString())
                .query(Long.class)
                .single();
        return known == 0 ? Optional.empty() : acts.act(id).flatMap(Documents::issued);
    }

    private static Optional<Issued> issued(Act act) {
        return Bodies.read(act.body()).map(read -> new Issued(act.id(), act.office(), act.at(), read.paper()));
    }

    /**
     * What this node's own record of a group says against lines of a paper of it: they are its author's word. Empty for lines that it bears out,
     * and for other papers.
     */
    public Map<Entry, Doubt> doubts(Paper paper) {
        return paper.scope()
                .group()
                .map(group -> doings(paper.scope(), paper.day())
                        .orElseGet(() -> new Doings(group, null, List.of(), paper.day(), paper.day()))
                        .doubts(paper.entries()))
                .orElse(Map.of());
    }

    /** The latest papers of all parties, newest first; those dated ahead wait for their time. */
    public List<Listing> latest(Instant now, int most) {
        return listed(jdbc.sql("select * from documents.issued where code <> '' and said <= ?"
                        + " order by said desc, act desc limit ?")
                .params(now.toEpochMilli(), most));
    }

    /** The latest papers of one scope, newest first; those dated ahead wait for their time. */
    public List<Listing> latest(Scope scope, Instant now, int most) {
        return listed(jdbc.sql("select * from documents.issued where scope = ? and code <> '' and said <= ?"
                        + " order by said desc, act desc limit ?")
                .params(scope.place(), now.toEpochMilli(), most));
    }

    private static List<Listing> listed(JdbcClient.StatementSpec chosen) {
        return chosen.query((row, number) -> {
                    var keyed = DocumentRows.ISSUED.keyed(row);
                    return keyed.row().listing(keyed.key());
                })
                .list();
    }

    /** What stands behind a code somebody typed, with what its figures are at that time. */
    public Checked check(String typed, Instant now) {
        var code = CheckCode.read(typed);
        var issued = code.flatMap(each -> issued(each.act()))
                .filter(each -> code.get().fits(each.paper().digest()));
        if (issued.isEmpty()) return new Checked.Unknown();
        var printed = issued.get().paper();
        var today = compose(printed.scope(), printed.day(), now);
        return Checked.found(issued.get(), today);
    }
}
