package acorde.groups;

import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.files.Attachment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says something in a sitting, if this party may as far as it has heard.
 *
 * @param documents that go with points of an agenda or with minutes, and with nothing else
 */
record Speak(Speaker speaker, Saying.Within saying, List<Attachment> documents) implements Command<Objection> {
    Speak {
        documents = List.copyOf(documents);
        if (!documents.isEmpty() && !Saying.DOCUMENTED.contains(saying.kind()))
            throw new IllegalArgumentException("documents go with points of an agenda and with minutes");
    }

    Speak(Speaker speaker, Saying.Within saying) {
        this(speaker, saying, List.of());
    }

    @Override
    public List<RowKey<?, ?>> reads() {
        return List.of(new RowKey<>(GroupsRows.SITTING, saying.sitting()));
    }

    @Override
    public Decision<Objection> decide(Past past, Instant now) {
        var row = past.row(GroupsRows.SITTING, saying.sitting());
        if (row.isEmpty()) return Speaker.decline(Rule.UNKNOWN_SITTING);
        var proceedings = row.get();
        var sitting = proceedings.sitting();
        var silenced = speaker.silenced(sitting);
        if (silenced.isPresent()) return Speaker.decline(silenced.get());
        if (proceedings.count(speaker.party()) >= Proceedings.MOST) return Speaker.decline(Rule.TOO_MUCH_SAID);
        var objection = objection(proceedings, now);
        return objection.map(Speaker::decline).orElseGet(() -> Speaker.say(List.of(draft(sitting))));
    }

    private Draft draft(Sitting sitting) {
        return with(documents, speaker.draft(sitting, saying, saying.after()));
    }

    /** The same act, with its documents. */
    static Draft with(List<Attachment> documents, Draft draft) {
        if (documents.isEmpty()) return draft;
        var body = ((ObjectNode) draft.body()).deepCopy();
        body.set(Attachment.MEMBER, Attachment.write(documents));
        return new Draft(draft.kind(), draft.office(), draft.to(), draft.after(), body);
    }

    private Optional<Objection> objection(Proceedings proceedings, Instant now) {
        if (!proceedings.sitting().isMeeting() && !(saying instanceof Saying.Word || isFollowUp()))
            return no(Rule.NOT_IN_WRITING);
        return switch (saying) {
            case Saying.Word word -> word(proceedings, word);
            case Saying.Reported reported -> reported(proceedings, reported);
            case Saying.Checked checked -> checked(proceedings, checked);
            case Saying.Put put -> put(proceedings, put);
            case Saying.Minutes minutes -> minutes(proceedings, minutes);
            case Saying.Presence presence -> presence(proceedings, presence);
            case Saying.Changed changed ->
                onlyChair(proceedings)
                        .or(() -> state(proceedings, Course.State.CALLED))
                        .or(() -> changed.when().isPast(now) ? no(Rule.MEETING_PAST) : Optional.empty());
            case Saying.Cancelled _ -> cancelled(proceedings);
            case Saying.Opened _ -> onlyChair(proceedings).or(() -> state(proceedings, Course.State.CALLED));
            case Saying.Closed _ -> onlyChair(proceedings).or(() -> state(proceedings, Course.State.OPEN));
            case Saying.Points points -> points(proceedings, points);
            case Saying.Agenda agenda -> onlyChair(proceedings).or(() -> order(proceedings, agenda.points()));
            case Saying.Ordered ordered -> order(proceedings, ordered.points());
            case Saying.Remarked remarked -> order(proceedings, List.of(remarked.point()));
        };
    }

    private boolean isFollowUp() {
        return saying instanceof Saying.Reported || saying instanceof Saying.Checked;
    }

    private Optional<Objection> onlyChair(Proceedings proceedings) {
        return speaker.party().equals(proceedings.sitting().chair()) ? Optional.empty() : no(Rule.NOT_CHAIR);
    }

    /** Whether the meeting is where it must be for this to be said. */
    private static Optional<Objection> state(Proceedings proceedings, Course.State wanted) {
        var state = Course.of(proceedings).state();
        if (state == wanted) return Optional.empty();
        return no(
                switch (wanted) {
                    case CALLED -> state == Course.State.CANCELLED ? Rule.MEETING_CANCELLED : Rule.MEETING_BEGUN;
                    case OPEN, CANCELLED -> Rule.MEETING_NOT_OPEN;
                    case CLOSED -> Rule.MEETING_NOT_CLOSED;
                });
    }

    private Optional<Objection> cancelled(Proceedings proceedings) {
        var caller = speaker.party().equals(proceedings.sitting().act().party());
        return (caller ? Optional.<Objection>empty() : onlyChair(proceedings))
                .or(() -> state(proceedings, Course.State.CALLED));
    }

    private static Optional<Objection> beforeItIsOver(Proceedings proceedings) {
        return switch (Course.of(proceedings).state()) {
            case CALLED, OPEN -> Optional.empty();
            case CANCELLED -> no(Rule.MEETING_CANCELLED);
            case CLOSED -> no(Rule.MEETING_NOT_OPEN);
        };
    }

    private Optional<Objection> points(Proceedings proceedings, Saying.Points points) {
        var before = beforeItIsOver(proceedings);
        if (before.isPresent()) return before;
        return points.points().size() <= Course.room(proceedings, speaker.party())
                ? Optional.empty()
                : no(Rule.TOO_MANY_POINTS);
    }

    /** Points that were proposed are ordered and remarked on as long as the meeting is not over. */
    private static Optional<Objection> order(Proceedings proceedings, List<Part> points) {
        if (points.size() > Saying.POINTS) return no(Rule.TOO_MANY_POINTS);
        var known = Course.points(proceedings).keySet();
        return beforeItIsOver(proceedings)
                .or(() -> known.containsAll(points) ? Optional.empty() : no(Rule.UNKNOWN_PART));
    }

    /** Presence can be stated as long as the meeting goes on, and set right afterwards. */
    private Optional<Objection> presence(Proceedings proceedings, Saying.Presence presence) {
        if (proceedings.sitting().seat(presence.party()).isEmpty()) return no(Rule.NOT_SEATED);
        if (!speaker.party().equals(presence.party()) && onlyChair(proceedings).isPresent())
            return no(Rule.NOT_ONES_PRESENCE);
        var course = Course.of(proceedings);
        if (course.state() != Course.State.OPEN && course.state() != Course.State.CLOSED)
            return no(Rule.MEETING_NOT_OPEN);
        var spans = presence.spans();
        var end = course.closed();
        if (end != null && spans.stream().anyMatch(span -> reaches(span, end))) return no(Rule.MEETING_OVER);
        if (!Span.follow(spans)) return no(Rule.PRESENT_ALREADY);
        var account = new Attendance(proceedings).of(presence.party());
        var before = onlyChair(proceedings).isEmpty() ? account.recorded() : account.own();
        return spans.equals(before) ? no(Rule.PRESENCE_STANDS) : Optional.empty();
    }

    private static boolean reaches(Span span, Instant end) {
        return !span.from().isBefore(end)
                || (span.until() != null && span.until().isAfter(end));
    }

    /** A decision is put only while a quorum is there to take it. */
    private Optional<Objection> put(Proceedings proceedings, Saying.Put put) {
        var open = state(proceedings, Course.State.OPEN);
        if (open.isPresent()) return open;
        if (proceedings.of(speaker.party(), Saying.Put.class).size() >= Proceedings.DECISIONS)
            return no(Rule.TOO_MUCH_SAID);
        if (strangers(proceedings.sitting(), put.decision())) return no(Rule.OWNER_NOT_SEATED);
        if (put.point() != null && !Course.points(proceedings).containsKey(put.point())) return no(Rule.UNKNOWN_PART);
        var shortage = new Attendance(proceedings).shortage(put.at(), speaker.party());
        return shortage.parties() == 0 ? Optional.empty() : Optional.of(Objection.of(Rule.NO_QUORUM, shortage.among()));
    }

    static boolean strangers(Sitting sitting, DecisionText text) {
        return !text.actions().stream()
                .allMatch(action -> sitting.seat(action.owner()).isPresent());
    }

    private Optional<Objection> minutes(Proceedings proceedings, Saying.Minutes minutes) {
        var closed = state(proceedings, Course.State.CLOSED);
        if (closed.isPresent()) return closed;
        var approved = MinutesBook.approved(proceedings);
        if (approved.isPresent())
            return Optional.of(
                    Objection.of(Rule.MINUTES_APPROVED, approved.get().act()));
        var versions = MinutesBook.versions(proceedings);
        if (minutes.amends() == null)
            return versions.isEmpty() && onlyChair(proceedings).isEmpty() ? Optional.empty() : no(Rule.MINUTES_FIRST);
        return versions.stream().anyMatch(version -> version.act().equals(minutes.amends()))
                ? Optional.empty()
                : no(Rule.UNKNOWN_PART);
    }

    private Optional<Objection> word(Proceedings proceedings, Saying.Word word) {
        var to = proceedings.find(word.to());
        if (to.isEmpty()) return no(Rule.UNKNOWN_PART);
        if (word.to().party().equals(speaker.party())) return Optional.of(Objection.of(Rule.WORD_GIVEN, word.to()));
        var said = proceedings.word(speaker.party(), word.to());
        if (said.isPresent())
            return Optional.of(Objection.of(Rule.WORD_GIVEN, said.get().act()));
        if (word instanceof Saying.Assented assented
                && !assented.text().equals(to.get().hash()))
            return Optional.of(Objection.of(Rule.NOT_THAT_TEXT, word.to()));
        var decided = Decided.find(proceedings, word.to()).map(Decided::state);
        if (decided.isPresent())
            return decided.get() == Decided.State.OPEN || decided.get() == Decided.State.VOID
                    ? Optional.empty()
                    : Optional.of(Objection.of(Rule.DECIDED_ALREADY, word.to()));
        return MinutesBook.versions(proceedings).stream()
                .filter(version -> version.act().equals(word.to()))
                .findFirst()
                .map(version -> version.state() == MinutesBook.State.OPEN
                        ? Optional.<Objection>empty()
                        : Optional.of(Objection.of(Rule.DECIDED_ALREADY, word.to())))
                .orElseGet(() -> no(Rule.UNKNOWN_PART));
    }

    private Optional<Objection> reported(Proceedings proceedings, Saying.Reported reported) {
        var decided = Decided.find(proceedings, reported.action().act());
        if (decided.isEmpty()
                || reported.action().number() > decided.get().text().actions().size()) return no(Rule.UNKNOWN_PART);
        var action = decided.get().text().actions().get(reported.action().number() - 1);
        if (!action.owner().equals(speaker.party())) return no(Rule.NOT_OWNER);
        return decided.get().state() == Decided.State.TAKEN ? Optional.empty() : no(Rule.NOT_DECIDED);
    }

    private Optional<Objection> checked(Proceedings proceedings, Saying.Checked checked) {
        var report = proceedings.find(checked.report());
        if (report.isEmpty() || !(report.get().saying() instanceof Saying.Reported)) return no(Rule.UNKNOWN_PART);
        return checked.report().party().equals(speaker.party()) ? no(Rule.OWN_ACTION_REPORT) : Optional.empty();
    }

    private static Optional<Objection> no(Rule rule) {
        return Optional.of(Objection.of(rule));
    }
}
