package acorde.groups;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.compact.Cadence;
import acorde.compact.Complaints;
import acorde.compact.Remark;
import acorde.compact.TextReader;
import acorde.compact.TextWriter;
import acorde.files.Attachment;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an act of a group says. {@code spec/acts-groups.md} has the bodies. */
public sealed interface Saying {
    /** Begins a sitting, under a mandate. */
    sealed interface Begins extends Saying {
        String group();

        Hash mandate();

        /**
         * As the parties count: given by who begins it, so that no later act can change it. Two may bear the same when
         * nodes were apart.
         */
        int number();
    }

    /**
     * A meeting is called.
     *
     * @param series the rule of the series it is one of; null if it stands alone
     */
    record Called(
            String group,
            Hash mandate,
            int number,
            When when,
            Where where,
            @Nullable Cadence series) implements Begins {} // what a call says

    /**
     * A decision is asked for in writing. The clock decides nothing: when it runs out, who has not answered is shown.
     */
    record Circulated(String group, Hash mandate, int number, Instant until, DecisionText decision)
            implements Begins {} // what a circular says

    /** Something said in a sitting. */
    sealed interface Within extends Saying {
        ActId sitting();
    }

    record Changed(ActId sitting, When when, Where where, Remark why) implements Within {}

    record Cancelled(ActId sitting, Remark why) implements Within {}

    /**
     * Points are proposed for the agenda.
     *
     * @param points none in a row, if its author had proposed too many
     */
    record Points(ActId sitting, List<Point> points) implements Within {
        public Points {
            points = List.copyOf(points);
        }
    }

    /** The agenda: these points, in this order. */
    record Agenda(ActId sitting, List<Part> points) implements Within {
        public Agenda {
            points = List.copyOf(points);
        }
    }

    /** How a party would order the agenda; its last in its log counts. The chair looks at it and is not bound by it. */
    record Ordered(ActId sitting, List<Part> points) implements Within {
        public Ordered {
            points = List.copyOf(points);
        }
    }

    /** What a party says to a point that was proposed. */
    record Remarked(ActId sitting, Part point, Remark remark) implements Within {}

    record Opened(ActId sitting, Instant at) implements Within {}

    record Closed(ActId sitting, Instant at) implements Within {}

    /**
     * The whole account of a party's presence, by the chair or by the party itself; it takes the place of an earlier
     * one in the same log.
     */
    record Presence(ActId sitting, PartyCode party, List<Span> spans) implements Within {
        public Presence {
            spans = List.copyOf(spans);
        }
    }

    /**
     * A decision is put to the parties in a meeting. Putting is assenting.
     *
     * @param point of the agenda; null if it stands outside
     */
    record Put(ActId sitting, int number, @Nullable Part point, Instant at, DecisionText decision)
            implements Within {} // what is put

    /**
     * Minutes are put to the parties that were there. Putting is assenting.
     *
     * @param amends the minutes they amend; null for the first
     * @param text null in a row: it is long, and stands in the act
     */
    record Minutes(
            ActId sitting, @Nullable ActId amends, @Nullable Bilingual text) implements Within {}

    /** A word to a decision or to minutes, once, for ever. */
    sealed interface Word extends Within {
        ActId to();
    }

    record Assented(
            ActId sitting, ActId to, Hash text, @Nullable Remark reservation) implements Word {}

    record Refused(ActId sitting, ActId to, Remark reason) implements Word {}

    /** Its owner reports on an action; the last in its log counts. */
    record Reported(
            ActId sitting,
            Part action,
            Action.Progress progress,
            @Nullable Remark note) implements Within {}

    /** Another party confirms or disputes a report; its last in its log counts. */
    record Checked(
            ActId sitting,
            ActId report,
            boolean confirmed,
            @Nullable Remark reason) implements Within {}

    /** Points that one party proposes for a meeting, in however many acts, and points of an agenda. */
    int POINTS = Part.MOST;

    /** Spans of one account: a party that comes and goes every ten minutes of a long day. */
    int SPANS = 50;

    String CALLED = "groups.called";
    String CIRCULATED = "groups.circulated";
    String CHANGED = "groups.changed";
    String CANCELLED = "groups.cancelled";
    String POINTS_PROPOSED = "groups.points";
    String AGENDA = "groups.agenda";
    String ORDERED = "groups.ordered";
    String REMARKED = "groups.remarked";
    String OPENED = "groups.opened";
    String CLOSED = "groups.closed";
    String PRESENCE = "groups.presence";
    String PUT = "groups.put";
    String MINUTES = "groups.minutes";
    String ASSENTED = "groups.assented";
    String REFUSED = "groups.refused";
    String REPORTED = "groups.reported";
    String CHECKED = "groups.checked";

    Map<String, Class<? extends Saying>> KINDS = Map.ofEntries(
            Map.entry(CALLED, Called.class),
            Map.entry(CIRCULATED, Circulated.class),
            Map.entry(CHANGED, Changed.class),
            Map.entry(CANCELLED, Cancelled.class),
            Map.entry(POINTS_PROPOSED, Points.class),
            Map.entry(AGENDA, Agenda.class),
            Map.entry(ORDERED, Ordered.class),
            Map.entry(REMARKED, Remarked.class),
            Map.entry(OPENED, Opened.class),
            Map.entry(CLOSED, Closed.class),
            Map.entry(PRESENCE, Presence.class),
            Map.entry(PUT, Put.class),
            Map.entry(MINUTES, Minutes.class),
            Map.entry(ASSENTED, Assented.class),
            Map.entry(REFUSED, Refused.class),
            Map.entry(REPORTED, Reported.class),
            Map.entry(CHECKED, Checked.class));

    /** What the body of an act turned out to be. */
    sealed interface Reading {
        record Heard(Saying saying) implements Reading {}

        /** @param faults each a sentence with its place */
        record Unheard(List<Bilingual> faults) implements Reading {}
    }

    /** Reads an act strictly; empty if it is of another duty or does not say anything. */
    static Optional<Saying> read(Act act) {
        return read(act.kind(), act.body()) instanceof Reading.Heard(var saying)
                ? Optional.of(saying)
                : Optional.empty();
    }

    /** Reads a body strictly. */
    static Reading read(String kind, JsonNode body) {
        if (!KINDS.containsKey(kind)) return new Reading.Unheard(List.of());
        if (Attachment.read(body).isEmpty())
            return new Reading.Unheard(List.of(new Bilingual(
                    Attachment.MEMBER + ": los archivos no tienen la forma debida",
                    Attachment.MEMBER + ": the files are not of the form they must have")));
        var complaints = new Complaints(20);
        var reader = new TextReader(withoutDocuments(kind, body), complaints);
        try {
            var saying = SayingReader.read(kind, reader);
            reader.end();
            if (complaints.none()) return new Reading.Heard(saying);
        } catch (IllegalArgumentException e) {
            // a stand-in for something that was complained of may fit nowhere
        }
        return new Reading.Unheard(complaints.list().stream()
                .map(one -> new Bilingual(
                        one.path() + ": " + one.reason().es(),
                        one.path() + ": " + one.reason().en()))
                .toList());
    }

    /** What documents can come with. */
    Set<String> DOCUMENTED = Set.of(CALLED, POINTS_PROPOSED, MINUTES);

    /** What is left to be read: documents are read as all files of acts are. */
    private static JsonNode withoutDocuments(String kind, JsonNode body) {
        if (!DOCUMENTED.contains(kind) || !(body instanceof ObjectNode whole)) return body;
        var rest = whole.deepCopy();
        rest.remove(Attachment.MEMBER);
        return rest;
    }

    default String kind() {
        for (var kind : KINDS.entrySet()) if (kind.getValue().equals(getClass())) return kind.getKey();
        throw new IllegalStateException("every saying has its kind");
    }

    /** The acts without which it makes no sense, but for those of a mandate. */
    default List<ActId> after() {
        if (!(this instanceof Within within)) return List.of();
        var after = new ArrayList<ActId>();
        after.add(within.sitting());
        switch (within) {
            case Put put -> Optional.ofNullable(put.point()).ifPresent(point -> after.add(point.act()));
            case Minutes minutes -> Optional.ofNullable(minutes.amends()).ifPresent(after::add);
            case Word word -> after.add(word.to());
            case Reported reported -> after.add(reported.action().act());
            case Checked checked -> after.add(checked.report());
            case Remarked remarked -> after.add(remarked.point().act());
            case Changed _, Cancelled _, Points _, Agenda _, Ordered _, Opened _, Closed _, Presence _ -> {}
        }
        return after.stream().distinct().toList();
    }

    /** The body that {@link #read} reads. */
    default ObjectNode body() {
        var body = new TextWriter();
        if (this instanceof Within within) body.word("sitting", within.sitting());
        switch (this) {
            case Called called -> {
                begin(called, body);
                called.when().write(body);
                called.where().write(body);
                body.word("series", called.series());
            }
            case Circulated circulated -> {
                begin(circulated, body);
                body.word("until", circulated.until())
                        .child("decision", circulated.decision().toJson());
            }
            case Changed(var _, var when, var where, var why) -> {
                when.write(body);
                where.write(body);
                body.child("why", why.toJson());
            }
            case Cancelled(var _, var why) -> body.child("why", why.toJson());
            case Points(var _, var points) -> body.children("points", points, Point::toJson);
            case Agenda(var _, var points) -> body.words("points", points);
            case Ordered(var _, var points) -> body.words("points", points);
            case Remarked(var _, var point, var remark) ->
                body.word("point", point).child("remark", remark.toJson());
            case Opened(var _, var at) -> body.word("at", at);
            case Closed(var _, var at) -> body.word("at", at);
            case Presence(var _, var party, var spans) ->
                body.word("party", party).children("spans", spans, Span::toJson);
            case Put(var _, var number, var point, var at, var decision) ->
                body.count("number", number).word("point", point).word("at", at).child("decision", decision.toJson());
            case Minutes(var _, var amends, var text) ->
                body.word("amends", amends).text("text", text);
            case Assented(var _, var to, var text, var reservation) ->
                body.word("to", to).word("text", "sha256:" + text.hex()).child("reservation", json(reservation));
            case Refused(var _, var to, var reason) -> body.word("to", to).child("reason", reason.toJson());
            case Reported(var _, var action, var progress, var note) ->
                body.word("action", action).word("progress", progress).child("note", json(note));
            case Checked(var _, var report, var confirmed, var reason) ->
                body.word("report", report)
                        .word("answer", confirmed ? Answer.CONFIRMED : Answer.DISPUTED)
                        .child("reason", json(reason));
        }
        return body.done();
    }

    /** What a party says to a report. */
    enum Answer {
        CONFIRMED,
        DISPUTED
    }

    private static void begin(Begins begins, TextWriter body) {
        body.word("group", begins.group())
                .word("mandate", "sha256:" + begins.mandate().hex())
                .count("number", begins.number());
    }

    private static @Nullable ObjectNode json(@Nullable Remark remark) {
        return remark == null ? null : remark.toJson();
    }

    /** The decision an act puts to the parties; empty if it puts none. */
    default Optional<DecisionText> asks() {
        return switch (this) {
            case Put put -> Optional.of(put.decision());
            case Circulated circulated -> Optional.of(circulated.decision());
            default -> Optional.empty();
        };
    }
}
