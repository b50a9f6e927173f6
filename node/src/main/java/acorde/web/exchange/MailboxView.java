package acorde.web.exchange;

import acorde.web.view.Chord;
import acorde.web.view.Left;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An office's mailbox.
 *
 * @param sent whether it is what this party sent
 * @param older where it goes on; empty if it does not
 * @param until up to which day the list goes; empty if up to now
 * @param unreadable whether what was typed is no day
 * @param orders what this party was ordered to give up; none for who is not told
 * @param drafts what the reader has written and not sent, the one left last before the others
 * @param brought what programs of the office brought, the oldest first, by the names of {@code OfficeDrafts}
 * @param requests what was asked and is not settled, what is late first; what was received stands here alone and not among the lines
 * @param wishes what other parties ask leave to give on, what was asked first first
 * @param unanswered what this party ordered given up and nobody has answered
 */
public record MailboxView(
        boolean sent,
        boolean rules,
        List<Left.Other> drafts,
        List<Left.Other> brought,
        List<Line> lines,
        String older,
        String until,
        boolean unreadable,
        List<Order> orders,
        List<Unanswered> unanswered,
        List<DueView> requests,
        List<Wish> wishes) { // what its page shows
    /** @param title of what another party would give on */
    public record Wish(OnwardView.Wished asked, String title, String language) {}

    /** @param alert until when it warns, in words; empty if it is no alert @param given who was given it; null for what was received */
    public record Line(
            String act,
            String title,
            String language,
            String by,
            Instant at,
            ReportSheet.Marks marks,
            boolean exercise,
            String alert,
            @Nullable Chord given) {}

    /**
     * @param waits whether it takes no effect yet, because something that it names has not come
     * @param answered when this node said that it was destroyed; null while it has not
     */
    public record Order(
            String by,
            Instant at,
            String ground,
            LocalDate due,
            boolean waits,
            @Nullable Instant answered) {} // a row

    /** @param late whether the day has passed */
    public record Unanswered(String report, String holder, LocalDate due, boolean late) {}

    public MailboxView {
        drafts = List.copyOf(drafts);
        brought = List.copyOf(brought);
        unanswered = List.copyOf(unanswered);
        requests = List.copyOf(requests);
        wishes = List.copyOf(wishes);
        lines = List.copyOf(lines);
        orders = List.copyOf(orders);
    }
}
