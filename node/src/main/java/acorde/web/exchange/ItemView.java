package acorde.web.exchange;

import acorde.web.exchange.ReportReview.Because;
import acorde.web.view.Chord;
import acorde.web.view.FileLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a report.
 *
 * @param whole whether it is this party's own, with what was decided of each
 * @param files that go with it, without an address if they may not be taken away
 * @param purpose for what it was opened
 * @param given who has it, as receipts prove it; null for what was received
 * @param recalls what was ordered given up of it
 * @param answers who has answered those orders; null if there are none
 * @param heard when its provider was heard last, for what was received; null for one's own, and if never
 * @param turn what makes it a request or an answer; null if it is neither
 * @param came what this party said came of it; null if nothing
 * @param outcomePage where this office says so; empty if it does not
 * @param cap where an alert is taken away as a file; empty if it is none
 * @param onward by whose leave it is here, and what was asked of that; null for who does not ask
 * @param toTakeBack whether some party has a copy that it was not ordered to give up
 */
public record ItemView(
        String act,
        String by,
        String office,
        Instant at,
        ReportSheet sheet,
        List<FileLine> files,
        String purpose,
        boolean whole,
        List<Decided> decided,
        @Nullable Chord given,
        List<Recall> recalls,
        @Nullable Chord answers,
        @Nullable Instant heard,
        @Nullable TurnView turn,
        boolean toTakeBack,
        @Nullable Reached came,
        String outcomePage,
        String cap,
        @Nullable Onward onward) {
    /** @param address where it is all seen, and asked @param leaves at whose wish this party has it @param open wishes that nobody answered */
    public record Onward(String address, List<OnwardView.ByLeave> leaves, int open) {
        public Onward {
            leaves = List.copyOf(leaves);
        }
    }

    /** What that party's node said became of its copy, or an office of it said came of it. @param because the rules that decided, if it declined */
    public record Reached(String stage, Instant at, List<Because> because) {
        public Reached {
            because = List.copyOf(because);
        }
    }

    /** What was decided of one party, when it was sent. @param delivered when its node confirmed it; null while it has not */
    public record Decided(
            String party,
            boolean given,
            List<String> without,
            List<Because> because,
            @Nullable Instant delivered,
            List<Reached> reached) {
        public Decided {
            reached = List.copyOf(reached);
            without = List.copyOf(without);
            because = List.copyOf(because);
        }
    }

    /**
     * An order.
     *
     * @param answered when the holder's node said that it was destroyed; null while it has not
     * @param held whether there was a copy to destroy
     */
    public record Recall(
            String party,
            String ground,
            LocalDate due,
            Instant at,
            boolean late,
            String answer,
            @Nullable Instant answered,
            boolean held) {}

    public ItemView {
        files = List.copyOf(files);
        decided = List.copyOf(decided);
        recalls = List.copyOf(recalls);
    }
}
