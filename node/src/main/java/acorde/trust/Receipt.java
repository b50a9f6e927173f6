package acorde.trust;

import java.time.Instant;

/**
 * A partner's cosignature on this party's log: it has stored and verified everything up to {@code size}, and all that is addressed to it.
 *
 * @param at the time the partner put into the cosignature; as kept here, no later than when this node took it in
 */
public record Receipt(PartyCode by, long size, Instant at) {
    /** As it is kept: who gives it had it by then, whatever time it claims. Dated ahead, it would never be late by it. */
    Receipt takenIn(Instant now) {
        return at.isAfter(now) ? new Receipt(by, size, now) : this;
    }
}
