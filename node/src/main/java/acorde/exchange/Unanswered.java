package acorde.exchange;

import acorde.acts.ActId;

/**
 * An order of this party's that nobody has answered.
 *
 * @param whole the act that carries the whole of the report
 */
public record Unanswered(ActId whole, Recalled order) {}
