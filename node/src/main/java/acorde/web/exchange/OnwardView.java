package acorde.web.exchange;

import acorde.web.view.Flaw;
import acorde.web.view.Flawed;
import acorde.web.view.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has a report by whose leave, what was asked of that, and what may be asked.
 *
 * @param to where it is asked; empty where nothing can be
 * @param purpose for what it is open, and so for what it would be given on
 * @param whole whether it is this party's own
 * @param holders of this party's own, each below who asked for it; else none
 * @param leaves at whose wish this party has it
 * @param courses what the rules say of giving it to each party; none for this party's own
 * @param party chosen; empty if none was
 * @param reason chosen; empty if none was
 * @param back the wish that would be taken back; null if none would
 * @param review whether it is only to be signed
 */
public record OnwardView(
        String act,
        String to,
        String title,
        String language,
        String by,
        String purpose,
        boolean whole,
        List<Holder> holders,
        List<ByLeave> leaves,
        List<Wished> wishes,
        List<Course> courses,
        String party,
        String reason,
        @Nullable Wished back,
        List<Flaw> flaws,
        boolean review,
        @Nullable Refusal refusal)
        implements Flawed { // what its page shows
    /**
     * @param depth 0 for whom the provider chose itself; {@code by}, who asked, {@code leave}, the act, and {@code purpose} are empty there
     * @param has whether it was not ordered to give it up
     */
    public record Holder(String party, int depth, String by, String leave, String purpose, boolean has) {}

    /** @param by who asked that this party have it @param leave the act of the provider */
    public record ByLeave(String by, String leave, Instant at, String purpose) {}

    /**
     * Something that was asked.
     *
     * @param by who asks @param to the party it would be given to
     * @param symbol and {@code stands} how it stands
     * @param ground why it was refused, for the provider alone; empty if it was not, or it is not told
     * @param open whether nobody answered it nor took it back
     */
    public record Wished(
            String act,
            String by,
            String to,
            String purpose,
            String why,
            Instant at,
            String symbol,
            String stands,
            String ground,
            boolean open) {}

    /**
     * @param how {@code NEVER}, {@code BY_LEAVE} or {@code BY_RULE}
     * @param granted that leave was given already for the same purpose, in a sentence; empty if it was not
     */
    public record Course(String party, String how, String granted, List<ReportReview.Because> because) {
        public Course {
            because = List.copyOf(because);
        }
    }

    public OnwardView {
        holders = List.copyOf(holders);
        leaves = List.copyOf(leaves);
        wishes = List.copyOf(wishes);
        courses = List.copyOf(courses);
        flaws = List.copyOf(flaws);
    }
}
