package acorde.publication;

import acorde.compact.PublicationTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The days on which editions are due. */
public record Schedule(PublicationTerms terms) {
    /** Days that are looked through: a century of months. */
    private static final int MOST = 1_200;

    /** The last day up to {@code day} on which an edition was due; empty before the first. */
    public Optional<LocalDate> lastDue(LocalDate day) {
        if (day.isBefore(terms.first())) return Optional.empty();
        var due = terms.first();
        for (var count = 1; count < MOST; count++) {
            var next = due(count);
            if (next.isAfter(day)) return Optional.of(due);
            due = next;
        }
        return Optional.of(due);
    }

    /** The first day after {@code day} on which an edition is due. */
    public LocalDate nextDue(LocalDate day) {
        for (var count = 0; count < MOST; count++) if (due(count).isAfter(day)) return due(count);
        return due(MOST);
    }

    /** Always from the first: a month later than the 31st is the last of the month, and the month after that the 31st again. */
    private LocalDate due(int count) {
        return terms.first().plusMonths((long) count * terms.months());
    }

    /**
     * The editions that were due and are not there, when one is published on {@code day}: those due after the one that was last served and
     * before the one that is served now.
     *
     * @param served the due day the last edition served; empty if none did
     */
    public List<LocalDate> missed(Optional<LocalDate> served, LocalDate day) {
        var now = lastDue(day);
        if (now.isEmpty()) return List.of();
        var missed = new ArrayList<LocalDate>();
        for (var count = 0; count < MOST && due(count).isBefore(now.get()); count++)
            if (served.isEmpty() || due(count).isAfter(served.get())) missed.add(due(count));
        return missed;
    }

    /** Whether an edition of {@code day} comes after the days of grace. */
    public boolean late(LocalDate day) {
        return lastDue(day)
                .filter(due -> day.isAfter(due.plusDays(terms.graceDays())))
                .isPresent();
    }
}
