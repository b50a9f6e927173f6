package acorde.exchange;

import acorde.policy.Decision;
import acorde.policy.Reason;
import acorde.trust.PartyCode;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether a report goes to one party, with the rules that decided. */
public sealed interface Release {
    PartyCode to();

    /** It goes. @param copy what the party is given: all that may be had of it, and nothing else */
    record Goes(PartyCode to, Report copy, Decision decision) implements Release {}

    /** It stays. */
    record Stays(PartyCode to, SortedSet<Reason> reasons) implements Release {
        public Stays {
            reasons = Collections.unmodifiableSortedSet(new TreeSet<>(reasons));
        }
    }
}
