package acorde.requests;

import acorde.acts.ActId;
import acorde.exchange.Outcome;
import acorde.exchange.Urgency;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request as one party was asked it, with what both sides know of it.
 *
 * @param act the copy of the party that was asked
 * @param to the party that was asked
 * @param clocks when it was asked, and had, as each side says
 * @param takenBack when who asked ordered it given up; null if it was not. Who was asked has no such request any more
 * @param words what it said, in the order of its log
 * @param replies what it answered, the first answer first
 */
public record Request(
        ActId act,
        PartyCode to,
        Urgency urgency,
        Clocks clocks,
        @Nullable Instant takenBack,
        List<Said> words,
        List<Reply> replies) { // a request
    /**
     * When a request was asked and when it came, by the clocks of both sides.
     *
     * @param asked when who asked says that it did
     * @param received when the node of who was asked says by the hour that it has it; null while it has not
     * @param proven what its first receipt for it says, which who asked holds alone; null if there is none, or it is another's to hold
     */
    public record Clocks(
            Instant asked,
            @Nullable Instant received,
            @Nullable Instant proven) {}

    /** @param act by which it was said @param at when its author says so */
    public record Said(ActId act, String office, Instant at, Word word) {}

    /** @param act that carries it @param interim whether more is to follow @param outcome what who asked last said came of it; null if nothing */
    public record Reply(
            ActId act,
            Instant at,
            boolean interim,
            @Nullable Outcome outcome) {} // an answer

    public Request {
        words = List.copyOf(words);
        replies = List.copyOf(replies);
    }

    /** The party that asks. */
    public PartyCode by() {
        return act.party();
    }

    /** What was said of one kind. */
    public Optional<Said> said(Word.Kind kind) {
        return words.stream().filter(said -> said.word().kind() == kind).findFirst();
    }
}
