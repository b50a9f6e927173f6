package acorde.web.view;

import acorde.monitoring.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a party owes in an initiative, and where it stands with it.
 *
 * @param state as the party reported last, {@code at} that time; both null while it has reported nothing
 * @param disputedBy parties that dispute that report
 * @param light as the party is shown it
 */
public record AccountLine(
        String code,
        String title,
        Report.@Nullable State state,
        @Nullable Instant at,
        List<String> disputedBy,
        LightView light) { // an account in short
    /** Accounts, and as many tasks, that a handover lists. */
    public static final int MOST = 100;

    /**
     * What an office has before it.
     *
     * @param accounts of what its party owes, the first {@link #MOST}; {@code owed} how many there are
     * @param tasks that await it, the first {@link #MOST}; {@code awaiting} how many there are
     */
    public record Pack(List<AccountLine> accounts, int owed, List<WorkView.Line> tasks, int awaiting) {
        public Pack {
            accounts = List.copyOf(accounts);
            tasks = List.copyOf(tasks);
        }
    }

    public AccountLine {
        disputedBy = List.copyOf(disputedBy);
    }
}
