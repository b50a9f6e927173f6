package acorde.exchange;

import acorde.policy.Decision;
import acorde.policy.Field;
import acorde.policy.Reason;
import acorde.trust.PartyCode;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether a report goes to one party, with the rules that decided. */
public sealed interface Release {
    /** How much of a report a party is given. */
    enum How {
        WHOLE,
        PART,
        NONE;

        /** Of what goes. @param without the fields kept back */
        static How without(Collection<Field> without) {
            return without.isEmpty() ? WHOLE : PART;
        }
    }

    PartyCode to();

    /** All rules that decided. */
    SortedSet<Reason> reasons();

    /** The fields of the whole that its party is not given where it is given some, in their order; none where it is given nothing. */
    Set<Field> without(Report whole);

    How how(Report whole);

    /** It goes. @param copy what the party is given: all that may be had of it, and nothing else */
    record Goes(PartyCode to, Report copy, Decision decision) implements Release {
        @Override
        public SortedSet<Reason> reasons() {
            return decision.reasons();
        }

        @Override
        public Set<Field> without(Report whole) {
            var without = EnumSet.copyOf(whole.fields());
            without.removeAll(copy.fields());
            return without;
        }

        @Override
        public How how(Report whole) {
            return How.without(without(whole));
        }
    }

    /** It stays. */
    record Stays(PartyCode to, SortedSet<Reason> reasons) implements Release {
        public Stays {
            reasons = Collections.unmodifiableSortedSet(new TreeSet<>(reasons));
        }

        @Override
        public Set<Field> without(Report whole) {
            return Set.of();
        }

        @Override
        public How how(Report whole) {
            return How.NONE;
        }
    }
}
