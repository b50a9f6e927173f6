package acorde.onward;

import acorde.acts.ActId;
import acorde.policy.Purpose;
import acorde.trust.PartyCode;
import java.time.Instant;

/**
 * That a party has a report because another that had it asked its provider.
 *
 * @param act by which the provider gave leave
 * @param by who asked
 * @param to who has it by this leave
 * @param purpose what for
 */
public record Leave(ActId act, PartyCode by, PartyCode to, Purpose purpose, Instant at) {} // as its act says
