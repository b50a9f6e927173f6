package acorde.web.exchange;

import java.util.List;

/**
 * What is asked before a report opens.
 *
 * @param restriction to be read first; empty if it is the purpose that is asked for
 * @param seal names the restriction, for who has read it to say so
 * @param purpose that was stated; empty if it is asked for
 * @param purposes to choose from
 */
public record BeforeView(
        String act, String restriction, String seal, String purpose, List<ReportDraft.Choice> purposes) {
    public BeforeView {
        purposes = List.copyOf(purposes);
    }
}
