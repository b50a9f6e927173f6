package acorde.offices;

import java.time.Instant;

/** What came of somebody's attempt to sign in. */
public sealed interface SignInOutcome {
    /** @param mark what the browser keeps, so that it counts by itself the next time */
    record SignedIn(Session session, Secret mark) implements SignInOutcome {}

    record Refused(Reason reason) implements SignInOutcome {}

    /** Why not. Only who gave the right password learns more than {@link Wrong} and {@link Throttled}. */
    sealed interface Reason {
        /** No such account, or not its password: which of the two is not told. */
        record Wrong() implements Reason {}

        /**
         * Too early: nothing that was typed was looked at.
         *
         * @param until when it can be tried again
         */
        record Throttled(Instant until) implements Reason {}

        record NotHoldingAnyOffice() implements Reason {}

        record Closed() implements Reason {}
    }
}
