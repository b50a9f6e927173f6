package acorde.trust;

import java.time.Instant;

/**
 * A partner's cosignature on this party's log: it has stored and verified everything up to {@code size}, and all that is addressed to it.
 *
 * @param at the time the partner put into the cosignature
 */
public record Receipt(PartyCode by, long size, Instant at) {}
