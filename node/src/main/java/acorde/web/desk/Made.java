package acorde.web.desk;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.compact.Proposal;
import acorde.compact.Stood;
import acorde.compact.Word;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A proposal that was made: what it says, what was said to it, where it stands.
 *
 * @param act the act that makes it
 * @param base the version it would replace; null for a new item
 * @param number of that version, from 1; 0 for a new item
 * @param rivals the other proposals on the same base
 */
public record Made(
        Act act,
        ItemKey item,
        @Nullable Hash base,
        int number,
        Proposal proposal,
        Stood.State state,
        List<ActId> rivals) { // what is said, and all that was said to it
    public Made {
        rivals = List.copyOf(rivals);
    }

    public ActId id() {
        return proposal.act();
    }

    public PartyCode by() {
        return proposal.proposer();
    }

    public JsonNode json() {
        return act.body().path("text");
    }

    /** The text; empty if it is none, which no accepted proposal is. */
    public Optional<ItemText> text() {
        return ItemText.parse(item.kind(), json()) instanceof ItemText.Parsed.Good(var text)
                ? Optional.of(text)
                : Optional.empty();
    }

    /** Whether a party may still say its word. */
    public boolean awaits(PartyCode party) {
        return state == Stood.State.OPEN && proposal.required().contains(party) && !proposal.words().containsKey(party);
    }

    /** The refusal that ended it. */
    Optional<Word> refusal() {
        return proposal.words().values().stream()
                .filter(Word.Refusal.class::isInstance)
                .findFirst();
    }
}
