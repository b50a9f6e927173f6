package acorde.groups;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Duty;
import acorde.acts.Said;
import acorde.compact.Bilingual;
import acorde.compact.Cadence;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.files.Attachment;
import acorde.finding.Catalogue;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.trustlog.Hash;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Meetings and written procedures of working groups: the door of the package. Safe for any thread.
 *
 * <p>Every command is answered when it is durable, or with the objection for which this party does not speak. When
 * neither can be had it fails
 * with {@link acorde.acts.Busy}, {@link acorde.acts.DatabaseLost} or {@link acorde.acts.NodeStopping}, and nothing was
 * said; or with
 * {@link acorde.acts.NotKnown}.
 */
public final class Groups {

    /** Meetings of a series that are called at once. */
    public static final int SERIES = Begin.SERIES;

    /** Sittings that one party began of which a list tells. */
    public static final int EACH = Shelf.EACH;

    /** In the place of the mandate in force, which only the decision knows. */
    private static final Hash IN_FORCE = Hash.of(new byte[Hash.SIZE]);

    private final Acts acts;
    private final Founding founding;
    private final Shelf shelf;
    private final Roll roll;
    private final Notes notes;
    private final Clock clock;

    public Groups(Acts acts, Founding founding, DataSource readers, Notes notes, Clock clock) { // what it stands on
        this.acts = acts;
        this.founding = founding;
        this.shelf = new Shelf(readers);
        this.roll = new Roll(readers);
        this.notes = notes;
        this.clock = clock;
    }

    /** What makes rows of the acts of groups. */
    public static Duty duty(Founding founding) {
        return new GroupsDuty(founding);
    }

    /** What of the groups can be found, and what of them awaits an officer. @param compact where their titles are */
    public Catalogue catalogue(Compact compact) {
        return new GroupsCatalogue(acts.self(), shelf, compact, founding);
    }

    // Meetings and written procedures begin

    /**
     * What a meeting, or the meetings of a series, are called for.
     *
     * @param series null for one meeting
     * @param count how many meetings of the series are called now
     * @param documents for the first of them, at most {@link Attachment#MOST}
     */
    public record Call(
            When when, Where where, @Nullable Cadence series, int count, List<Attachment> documents) { // a call's parts
        public Call {
            documents = List.copyOf(documents);
        }
    }

    /** Calls a meeting, or those of a series. */
    public Said<Objection> call(Officer officer, String group, Call call) {
        var when = call.when();
        var series = call.series();
        var calls = new ArrayList<Saying.Begins>();
        var number = nextNumber(group, true);
        var times = series == null
                ? List.of(when.starts())
                : series.times(when.starts(), Math.clamp(call.count(), 1, Begin.SERIES));
        for (var time : times)
            calls.add(new Saying.Called(
                    group, IN_FORCE, number++, new When(time, when.zone(), when.minutes()), call.where(), series));
        return acts.sayDurably(new Begin(speaker(officer), group, calls, call.documents()), officer);
    }

    /** Asks for a decision in writing. */
    public Said<Objection> circulate(Officer officer, String group, Instant until, DecisionText decision) {
        var circular = new Saying.Circulated(group, IN_FORCE, nextNumber(group, false), second(until), decision);
        return acts.sayDurably(new Begin(speaker(officer), group, List.of(circular)), officer);
    }

    private int nextNumber(String group, boolean meeting) {
        return 1 + shelf.lastNumber(group, meeting);
    }

    // What is said in them

    /** Says something in a sitting. */
    public Said<Objection> say(Officer officer, Saying.Within saying) {
        return acts.sayDurably(new Speak(speaker(officer), saying), officer);
    }

    /** The same, with documents. @param documents that go with points of an agenda or with minutes, at most {@link Attachment#MOST} */
    public Said<Objection> say(Officer officer, Saying.Within saying, List<Attachment> documents) {
        return acts.sayDurably(new Speak(speaker(officer), saying, documents), officer);
    }

    /** Puts a decision to the parties in a meeting, now. */
    public Said<Objection> put(Officer officer, ActId sitting, @Nullable Part point, DecisionText decision) {
        var number = 1 + sitting(sitting).map(Decided::lastNumber).orElse(0);
        return say(officer, new Saying.Put(sitting, number, point, now(), decision));
    }

    /** The time to the second, as acts of groups have it. */
    public Instant now() {
        return second(clock.instant());
    }

    private static Instant second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }

    // What they come to

    public Optional<Proceedings> sitting(ActId act) {
        return shelf.sitting(act);
    }

    /** Every sitting that this party takes part in, each read when it is its turn. */
    public Stream<Proceedings> all() {
        return shelf.all();
    }

    /**
     * The sittings of a group. Of this and the lists below: of each party that began them the last {@link #EACH}, or fewer if they are long, one
     * of each in turn.
     */
    public List<Proceedings> of(String group) {
        return shelf.of(group);
    }

    /** How many sittings a group has, those that {@link #of} leaves out among them. */
    public int count(String group) {
        return shelf.count(group);
    }

    /**
     * Decisions in writing whose time has run out with words missing, what came highest first; of very many, of each party that asked those that
     * have waited longest.
     */
    public List<Unanswered> unanswered(Patience patience, Instant now) {
        return unanswered(shelf.overdue(now.getEpochSecond()), patience, now);
    }

    /** The same of one decision; empty unless its time has run out. */
    public Optional<Unanswered> unanswered(Undecided question, Patience patience, Instant now) {
        return question.isOverdue(now)
                ? unanswered(List.of(question), patience, now).stream().findFirst()
                : Optional.empty();
    }

    private List<Unanswered> unanswered(List<Undecided> overdue, Patience patience, Instant now) {
        return Unanswered.all(overdue, patience, new Arrival(acts).of(overdue), now);
    }

    /** The meetings that begin at a moment or later. */
    public List<Proceedings> meetings(Instant since) {
        return shelf.meetings(since.getEpochSecond());
    }

    /**
     * How much there is to do in a group.
     *
     * @param open actions, and {@code late} of them
     * @param awaiting decisions, and meetings with minutes, that wait for this party's word
     */
    public record Tally(int open, int late, int awaiting) {}

    public Tally tally(String group) {
        return shelf.tally(group, acts.self(), today());
    }

    /** The next meeting of a group that is to be, or is going on. */
    public Optional<Meeting> next(String group) {
        return roll.next(group);
    }

    /** The last meeting of a group that is over. */
    public Optional<Meeting> last(String group) {
        return roll.last(group);
    }

    /** The meetings of a group, that which is to be last first. @param leaf from 1; of one that there is not, the nearest */
    public Leaf<Meeting> meetings(String group, int leaf) {
        return roll.meetings(group, leaf);
    }

    /** What a group was asked in writing, that with the longest time first. */
    public Leaf<Circular> circulars(String group, int leaf) {
        return roll.circulars(group, leaf);
    }

    /** The actions of a group that are open, by the day they are due. */
    public Leaf<Undone> undone(String group, int leaf) {
        return roll.undone(group, leaf);
    }

    /** The first leaf of those that this party owes, or that the others do. */
    public Leaf<Undone> owed(String group, boolean ours) {
        return roll.undone(group, acts.self(), ours);
    }

    /** The first leaf of what a group has still to decide. */
    public Leaf<Circular> undecided(String group) {
        return roll.undecided(group);
    }

    /** The first leaf of the meetings of a group that are called. */
    public Leaf<Meeting> coming(String group) {
        return roll.coming(group);
    }

    /** How many meetings there are of all groups, those that {@link #meetings(Instant)} leaves out among them. */
    public int countMeetings() {
        return shelf.countMeetings();
    }

    /** The groups that have called a meeting. */
    public Set<String> meeting() {
        return shelf.meeting();
    }

    /**
     * What of a list is asked for, each left open by null, and which part of it.
     *
     * @param state of decisions
     * @param owner and {@code open} of actions
     * @param after what the list goes on after, by its name; empty from the beginning. Nothing follows what is not in it
     */
    public record Which(
            @Nullable String group,
            @Nullable String initiative,
            Decided.@Nullable State state,
            @Nullable String owner,
            @Nullable Boolean open,
            String after) {} // the filters of all lists

    /** Meetings, that which is to be last first, each read when it is its turn. */
    public Stream<Proceedings> meetings(Which which, int most) {
        return shelf.meetings(which, most);
    }

    /** Decisions, the one put last first; in writing that with the longest time. */
    public List<Decided> decisions(Which which, int most) {
        return shelf.decisions(which, most);
    }

    public Optional<Decided> decision(ActId act) {
        return shelf.decision(act);
    }

    /** Actions, by the day they are due. */
    public List<Owed> actions(Which which, int most) {
        return shelf.actions(which, most);
    }

    /** A decision, and the actions that follow from it; none unless it was taken. */
    public record Followed(Decided decided, List<Owed> actions) {
        public Followed {
            actions = List.copyOf(actions);
        }
    }

    /** What the parties of groups were asked to decide about an initiative, the last first. */
    public List<Followed> about(String initiative, int most) {
        return shelf.about(initiative, most);
    }

    /** How often they were. */
    public int countAbout(String initiative) {
        return shelf.countAbout(initiative);
    }

    /** Drafts an agenda of as many points as this party may still propose, and says nothing. */
    public AgendaDraft draftAgenda(Proceedings meeting, List<Concern> brought) {
        var sitting = meeting.sitting();
        var unfinished = shelf.unfinished(sitting.group(), sitting.act(), AgendaDraft.soon(today()));
        return AgendaDraft.of(brought, unfinished, meeting, today()).within(Course.room(meeting, acts.self()));
    }

    /** Drafts minutes of what was said in a meeting so far, and says nothing. @param office what an office is called, told from its code alone */
    public Bilingual draftMinutes(Proceedings meeting, Bilingual group, Function<OfficeCode, Bilingual> office) {
        return new MinutesDraft(founding, meeting, group, office).text();
    }

    /** The text of minutes that were put; empty if this party does not have the act. */
    public Optional<Bilingual> minutes(ActId version) {
        return acts.act(version)
                .flatMap(Saying::read)
                .filter(Saying.Minutes.class::isInstance)
                .flatMap(saying -> Optional.ofNullable(((Saying.Minutes) saying).text()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    // What this party notes for itself

    /** Why an office that does not sit in a group keeps no note on its sittings. */
    public static Objection notSeated() {
        return Objection.of(Rule.OFFICE_NOT_SEATED);
    }

    public void note(Officer officer, ActId sitting, String text) {
        notes.write(sitting, new Notes.Note(now(), officer.office(), text));
    }

    public Optional<Notes.Note> note(ActId sitting) {
        return notes.read(sitting);
    }

    private Speaker speaker(Officer officer) {
        return new Speaker(founding, acts.self(), officer.office());
    }
}
