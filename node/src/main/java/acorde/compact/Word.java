package acorde.compact;

import acorde.acts.ActId;

/** What a party says to a proposal: one of these, once, for ever. */
public sealed interface Word {
    /** The act that says it. */
    ActId act();

    /** Assent to the proposal's text. The proposer's is the proposal itself: proposing is assenting. */
    record Assent(ActId act) implements Word {}

    record Refusal(ActId act) implements Word {}
}
