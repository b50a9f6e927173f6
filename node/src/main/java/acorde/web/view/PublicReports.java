package acorde.web.view;

import acorde.monitoring.Report;
import acorde.monitoring.Saying;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of what became of an initiative.
 *
 * @param values of its indicator, of each party that gave any
 * @param accounts what each party that owes it reports, those that never did among them; empty if no reports are public
 * @param observed what observers hold of it
 */
public record PublicReports(List<Account> accounts, List<Value> values, List<Observed> observed) {
    public PublicReports {
        values = List.copyOf(values);
        accounts = List.copyOf(accounts);
        observed = List.copyOf(observed);
    }

    /**
     * What a party reports of itself, and what the others say to that.
     *
     * @param state null if it never reported
     * @param on the day it was done
     * @param moreEvidence pieces that are not listed
     */
    public record Account(
            String party,
            Report.@Nullable State state,
            @Nullable LocalDate on,
            @Nullable Instant at,
            String act,
            List<ProgressView.Evidence> evidence,
            int moreEvidence,
            List<ProgressView.Word> words) {}

    /**
     * The last value of a party that is told.
     *
     * @param told the value with its unit; empty if none is told
     * @param at the day it is of; null if none is told
     * @param before what it was before it was corrected; empty if it was not
     * @param withheld the day of a later one that is held back; null if there is none
     * @param unsaid whether it is held back because nobody said what is counted
     */
    public record Value(
            String party,
            String told,
            @Nullable LocalDate at,
            String act,
            String before,
            @Nullable LocalDate withheld,
            boolean unsaid) {} // a value, and what it was

    /** What an observer holds of the work. */
    public record Observed(String party, Saying.Level level, Instant at, String act) {} // an assessment

    /** Whether anybody said anything. */
    public boolean any() {
        return !observed.isEmpty()
                || !values.isEmpty()
                || accounts.stream().anyMatch(account -> account.state() != null);
    }
}
