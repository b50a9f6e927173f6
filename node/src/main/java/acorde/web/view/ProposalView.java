package acorde.web.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One proposal: what it changes in both languages, who said what, what happens if this party answers, and the answer.
 *
 * @param office the proposing office, in the reader's language
 * @param base the version it amends; 0 for a new initiative
 * @param note what the proposer says of it; may be empty
 * @param rules what it proposes rule by rule, where it is rules of release
 * @param hash the hash of the exact text, which an assent names
 * @param rivals other open proposals on the same base
 * @param ifAssent what an assent of this party would bring about; absent when it has nothing to answer
 * @param answer the form as far as it is filled in; absent when there is nothing to answer
 * @param cannot why this reader cannot answer, when that needs saying
 * @param mayWithdraw whether this party proposed it and can still ask to withdraw it
 * @param ending how it ended; absent while it is open
 * @param seen what an open page says it has seen when it asks for news
 * @param doubles parties that assented to rivals, with both signed assents
 */
public record ProposalView(
        ProposalLine line,
        String office,
        int base,
        Quote note,
        Document es,
        Document en,
        @Nullable RulesView rules,
        String hash,
        List<Voice> voices,
        List<ProposalLine> rivals,
        @Nullable Consequence ifAssent,
        @Nullable Answer answer,
        @Nullable Refusal cannot,
        boolean mayWithdraw,
        @Nullable Ending ending,
        List<Double> doubles,
        String seen) {

    /**
     * What follows from an assent.
     *
     * @param after the chord as it would stand
     * @param due the date this party would then owe; absent when none is set or it owes nothing
     * @param measuredBefore how many initiatives have a baseline and a target now
     * @param measuredAfter how many would, once this is in force
     */
    public record Consequence(Chord after, @Nullable LocalDate due, int measuredBefore, int measuredAfter) {}

    /**
     * The answer being written.
     *
     * @param choices what this party may still say: all of {@link #ALL}, or only to refuse while a rival it assented to
     *     lives
     * @param choice one of them, or empty: nothing is chosen for the reader
     * @param words the reason or the reservation
     */
    public record Answer(List<String> choices, String choice, String words, List<Flaw> flaws) {
        public static final List<String> ALL = List.of("assent", "reserve", "refuse");
        public static final List<String> ONLY_REFUSE = List.of("refuse");

        /** Whether a reservation is among what may be said. */
        public boolean reserves() {
            return choices.contains("reserve");
        }

        /** A form nobody has touched. */
        public static Answer untouched(List<String> choices) {
            return new Answer(choices, "", "", List.of());
        }

        public boolean wrong(String field) {
            return Flaw.any(flaws, field);
        }
    }

    /**
     * @param by the party whose word ended it
     * @param act the act that did
     * @param other the proposal that took its place; empty unless superseded
     */
    public record Ending(String by, Instant at, String act, String other, String quote) {}

    /** A party's two assents to rival texts. */
    public record Double(String party, String act, String proposal, String otherAct, String otherProposal) {}

    /**
     * What one party said to a proposal, unfolded from the chord.
     *
     * @param office the office that said it, in the reader's language; empty when none did or it is not known
     * @param act the act that says it; empty when none does
     * @param quote the reason or the reservation; empty when there is none
     * @param delivered when the proposal reached that party; absent when it has not, or for the proposer
     * @param you whether it is the reader's own party
     */
    public record Voice(
            Chord.Mark mark,
            Said said,
            String office,
            String act,
            Quote quote,
            @Nullable Instant delivered,
            boolean you) {
        /** One whose words, if there are any, are in the reader's language. */
        public Voice( // as above
                Chord.Mark mark,
                Said said,
                String office,
                String act,
                String quote,
                @Nullable Instant delivered,
                boolean you) {
            this(mark, said, office, act, Quote.plain(quote), delivered, you);
        }

        /** A party's word. */
        public enum Said {
            PROPOSED,
            ASSENTED,
            RESERVED,
            REFUSED,
            NOT_YET,
            NOT_CONCERNED
        }
    }
}
