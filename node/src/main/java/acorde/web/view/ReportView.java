package acorde.web.view;

import acorde.monitoring.Report.State;
import acorde.monitoring.Saying.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forms by which a party reports, confirms, disputes and corrects, and by which an observer assesses.
 *
 * @param typed the fields as typed, by their names
 * @param steps that the party owes
 * @param unit of the indicator; empty if it has none
 * @param restrictions to be confirmed; empty if there are none
 * @param answers open disputes of this party's account
 * @param reports of other parties, to be confirmed or disputed
 * @param figures of this party, to be corrected
 * @param files that lie ready to go with the report or the assessment
 * @param kept when the report was left that the form goes on with; null if it begins anew
 */
public record ReportView(
        String code,
        String title,
        String version,
        Map<String, String> typed,
        List<Step> steps,
        String unit,
        String restrictions,
        List<Option> events,
        List<Option> answers,
        List<Option> reports,
        List<Option> figures,
        List<Option> files,
        May may,
        List<Flaw> flaws,
        @Nullable Refusal refusal,
        @Nullable Instant kept)
        implements Flawed { // what the forms show
    /** Rows of evidence and of values that the form shows. */
    public static final int ROWS = 3;

    /** A step that can be reported done. @param title in the reader's language */
    public record Step(String code, String title, LocalDate due) {}

    /** Something to choose. @param words in the reader's language */
    public record Option(String value, String words) {}

    /** What this reader may do here; nobody both reports and assesses. */
    public record May(boolean report, boolean answer, boolean assess) {}

    public static final List<State> STATES = List.of(State.values());
    public static final List<Level> LEVELS = List.of(Level.values());

    public String field(String name) {
        return typed.getOrDefault(name, "");
    }

    public boolean is(String name, String value) {
        return field(name).equals(value);
    }

    /** Whether that is what is wrong with a field. */
    public boolean is(Flaw.Why why, String field) {
        return flaws.contains(new Flaw(field, why));
    }

    /** Whether one of several was chosen. */
    public boolean chose(String name, String value) {
        return List.of(field(name).split(" ")).contains(value);
    }
}
