package acorde.web.view;

import acorde.monitoring.Account.View;
import acorde.monitoring.Report.State;
import acorde.monitoring.Saying.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an initiative: what each party reports, what the others say to it, what observers hold. Three views,
 * never one cell.
 *
 * @param accounts of every party that owes it, those that never reported among them
 * @param disputes that are open
 * @param observed what observers hold of it
 * @param steps its milestones and itself by its due day
 * @param measure its figures; null if it has no indicator
 * @param events what happened outside and touched it
 * @param act whether this reader may report, confirm, dispute or assess
 */
public record ProgressView(
        String code,
        LightView light,
        List<Account> accounts,
        List<Dispute> disputes,
        List<Observed> observed,
        List<Step> steps,
        @Nullable Measure measure,
        List<Happening> events,
        boolean act) { // what the page tells
    /**
     * One party's own account.
     *
     * @param state null if it never reported
     * @param earlier whether it is about a version that is no longer the latest
     * @param on the day it was done
     * @param what blocks it, or its note, in the words of the party
     * @param files how many files its report names, to be had at its act
     * @param chord who of the others confirmed it
     */
    public record Account(
            String party,
            @Nullable State state,
            @Nullable Instant at,
            String report,
            boolean earlier,
            @Nullable LocalDate on,
            List<String> what,
            List<Evidence> evidence,
            int files,
            Chord chord,
            List<Word> words) {} // what a party tells, and who agrees

    /** What another party says to an account. */
    public record Word(String party, View view, String act) {}

    /**
     * What shows that something was done.
     * @param seen the first digits of the hash of what was seen; empty if it was not kept
     */
    public record Evidence(String what, String link, String seen) {}

    /** @param answered whether a newer report answers it; who disputed has yet to lay it down */
    public record Dispute(String by, String whose, String act, String reason, boolean answered) {} // a dispute

    /** What an observer holds of the work, and what shows it. @param files as of an account */
    public record Observed(
            String party,
            Level level,
            Instant at,
            String act,
            String reason,
            List<Evidence> evidence,
            int files) {} // an assessment

    /**
     * Something to be done by a day.
     *
     * @param title empty for the whole
     * @param first the first day that was agreed or announced for it; null unless it was moved since
     * @param done who reports it done, and when
     * @param forecast when it may be done, in a sentence; empty if it is done or there is nothing to judge by
     */
    public record Step(
            String code,
            String title,
            LocalDate due,
            @Nullable LocalDate first,
            List<String> owers,
            List<Done> done,
            String forecast) {} // a step

    public record Done(String party, LocalDate on) {}

    /**
     * The figures of the indicator.
     *
     * @param due how many were due until today
     * @param missing the days nobody gave one for
     * @param drawn the same as a drawing; null while there is nothing to draw
     */
    public record Measure(
            String name,
            List<Figure> figures,
            int due,
            List<LocalDate> missing,
            @Nullable Drawn drawn) {} // the figures, and how complete they are

    /**
     * A drawing of figures, and what it shows in words.
     *
     * @param goal from where to where; empty unless there are a baseline and a target
     * @param told of each curve, in their order
     */
    public record Drawn(Chart chart, String goal, List<String> told) {}

    /**
     * A figure as it was said, with its corrections beside it (CO-7).
     *
     * @param number with its unit
     */
    public record Figure(
            LocalDate at,
            String party,
            String number,
            String from,
            String act,
            List<Correction> corrections) { // a figure
        public boolean counts() {
            return corrections.isEmpty();
        }

        /** What counts today: the last correction, else what was said. */
        public String valid() {
            return counts() ? number : corrections.getLast().number();
        }
    }

    /** @param number with its unit */
    public record Correction(String number, String reason, String act) {}

    /** What happened outside. @param by who says it touched this initiative */
    public record Happening(String code, String what, String by, String act, String how) {} // an event

    public boolean reported() {
        return accounts.stream().anyMatch(account -> account.state() != null);
    }
}
