package acorde.web.groups;

import acorde.files.Upload;
import acorde.groups.Attendance;
import acorde.groups.Course;
import acorde.groups.Decided;
import acorde.groups.Meeting;
import acorde.groups.MinutesBook;
import acorde.groups.Notes;
import acorde.groups.Owed;
import acorde.groups.Proceedings;
import acorde.groups.Undone;
import acorde.web.desk.Procedures;
import acorde.web.view.Chord;
import acorde.web.view.FileLine;
import acorde.web.view.Refusal;
import acorde.web.words.Bilingual;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting's page, or that of a written procedure.
 *
 * @param course null in writing
 * @param earlier actions of the group from other sittings that are open, the first of each party that put their decisions
 * @param more whether there are more of them
 * @param documents that came with the call, with points of the agenda and with minutes, in the order of their acts
 * @param ready files of the reader that can be chosen for another
 * @param communique what names the draft of its communiqué; empty unless ministers have met
 * @param self the reader's party
 * @param speaks whether the reader's office may speak here
 * @param chairs whether it speaks for the party that has the chair
 * @param seen what the open page shows, to be told from what comes later
 */
public record SittingView(
        Proceedings proceedings,
        Bilingual group,
        String area,
        @Nullable Course course,
        @Nullable Room room,
        List<PointLine> agenda,
        List<Course.Proposed> leftOut,
        List<FileLine> documents,
        List<Upload> ready,
        List<DecisionLine> decisions,
        List<ActionLine> actions,
        List<UndoneLine> earlier,
        boolean more,
        @Nullable MinutesLine minutes,
        List<GroupsView.Seat> seats,
        @Nullable Meeting next,
        String communique,
        String self,
        boolean speaks,
        boolean chairs,
        Notes.@Nullable Note note,
        GroupsView.Typed typed,
        String seen,
        @Nullable Refusal refusal) { // all that stands on the page

    /**
     * Who is there.
     *
     * @param now the time of the quorum asked about: the present, or the end
     * @param since since when there is a quorum, as clocks at the meeting show it; empty if there is none
     */
    public record Room(
            Timeline wide,
            Timeline narrow,
            List<PresenceLine> presences,
            Chord chord,
            boolean quorum,
            String since,
            int needed,
            List<String> missing) { // what the head of the section says, and two drawings
    }

    /**
     * One party's presence.
     *
     * @param recorded and {@code own} as people type them
     * @param since since when it is recorded as present; empty if it is absent
     * @param here whether it is the reader's party
     * @param offices that may be there for it
     * @param acting the code of the one that is, as far as can be told
     */
    public record PresenceLine(
            Attendance.Account account,
            String recorded,
            String own,
            String since,
            boolean here,
            List<Office> offices,
            String acting) { // a line of the table
        public PresenceLine {
            offices = List.copyOf(offices);
        }
    }

    /** An office in the reader's words. */
    public record Office(String code, String name) {}

    /** The initiative something is about. @param known whether the compact has it; what partners say may name any */
    public record About(String code, boolean known) {}

    public record PointLine(
            Course.Proposed proposed, @Nullable About about, List<DecisionLine> decisions) {}

    /**
     * A decision.
     *
     * @param label as the parties count, such as 3/1
     * @param told how far up the ladder it has come; null unless its time has run out
     */
    public record DecisionLine(
            Decided decided,
            @Nullable About about,
            String label,
            Chord chord,
            List<Quote> quotes,
            boolean awaits,
            Procedures.@Nullable Told told) { // a decision, and what stands beside it
        public String hash() {
            return "sha256:" + decided.put().hash().hex();
        }
    }

    /**
     * A decision before it is answered.
     *
     * @param text all of it, in both languages
     * @param speaks whether the reader's office may answer it
     */
    public record Answer(
            SigningView.Text text,
            DecisionLine line,
            boolean speaks,
            GroupsView.Typed typed,
            @Nullable Refusal refusal) {} // a decision, and what stands beside it

    /** What a party said beside its word. */
    public record Quote(String party, boolean refusal, String words) {}

    /**
     * An action.
     *
     * @param light the word of its light, as {@code light.…} has it
     * @param checks whether the reader's party may say whether the report is true
     */
    public record ActionLine(
            Owed owed,
            @Nullable About about,
            String label,
            String light,
            String note,
            List<Quote> disputes,
            boolean owner,
            boolean checks) {} // an action, and what stands beside it

    /**
     * An action as a list tells of it; what was said of it stands in its sitting.
     *
     * @param does what the reader's party can say of it there: {@code report}, {@code check}, or nothing
     */
    public record UndoneLine(Undone action, @Nullable About about, String light, String does) {}

    /** The newest minutes of a meeting. */
    public record MinutesLine(MinutesBook.Version version, Chord chord, boolean awaits) {}

    /**
     * The parts of an open page that are drawn anew when there is more to be shown; what is being typed is left alone, so the list of actions
     * is not drawn anew once it has forms.
     */
    public String parts() {
        var parts = new StringBuilder("#status,#room");
        if (actions.stream().noneMatch(action -> speaks && (action.owner() || action.checks())))
            parts.append(",#actions");
        if (room != null && chairs)
            for (var line : room.presences())
                parts.append(",#here-").append(line.account().party());
        for (var line : decisions)
            parts.append(",#w-").append(line.decided().act().toString().replace('/', '-'));
        return parts.toString();
    }

    /** Whether there is more to come than words about what was put. */
    public boolean goesOn() {
        return course != null && (course.state() == Course.State.CALLED || course.state() == Course.State.OPEN);
    }

    /** How many decisions wait for a word. */
    public int open() {
        return Math.toIntExact(decisions.stream()
                .filter(line -> line.decided().state() == Decided.State.OPEN)
                .count());
    }

    public String id() {
        return proceedings.sitting().act().toString();
    }
}
