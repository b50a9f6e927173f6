package acorde.publication;

import acorde.acts.ActId;
import acorde.monitoring.Report;
import java.util.List;

/**
 * What a report shows.
 *
 * @param report which
 * @param told the first of it
 * @param more how much beside
 */
public record Proof(ActId report, List<Report.Evidence> told, int more) {
    /** Pieces of evidence that are told: a report may have a hundred, and each as long as a text may be. */
    static final int MOST = 10;

    public Proof {
        told = List.copyOf(told);
    }

    static Proof of(ActId act, Report report) {
        var told = report.evidence().stream()
                .limit(MOST)
                .map(each -> new Report.Evidence(Utterance.cut(each.what()), each.link(), each.seen()))
                .toList();
        return new Proof(act, told, report.evidence().size() - told.size());
    }
}
