package acorde.requests;

import acorde.exchange.Outcome;
import acorde.trust.PartyCode;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How requests of one party to another came out, of those that somebody may find. An answer that they may not find is none for them, so a tally
 * tells nothing that its reader could not count by hand (AS-1).
 *
 * @param states how many stand where
 * @param refused of the refused, how many for which ground
 * @param outcomes of the answers, of how many who asked says what came of it
 */
public record Tally(
        Pair pair, Map<State, Integer> states, Map<Word.Ground, Integer> refused, Map<Outcome.Kind, Integer> outcomes) {
    /** @param by that asks @param to that is asked */
    public record Pair(PartyCode by, PartyCode to) implements Comparable<Pair> {
        static Pair of(Requests.Listed one) {
            return new Pair(one.request().by(), one.request().to());
        }

        @Override
        public int compareTo(Pair other) {
            return Comparator.comparing(Pair::by).thenComparing(Pair::to).compare(this, other);
        }
    }

    /** Where a request stands, as it is counted. */
    public enum State {
        ANSWERED,
        ANSWERED_LATE,
        REFUSED,
        REFUSED_LATE,
        /** An answer is due and there is time. */
        OPEN,
        /** An answer is due and the time is up. */
        LATE,
        /** No clock runs yet. */
        UNDERWAY,
        TAKEN_BACK;

        static State of(Standing standing) {
            return switch (standing) {
                case Standing.Underway _ -> UNDERWAY;
                case Standing.Open(var _, var light) -> light == Due.Light.LATE ? LATE : OPEN;
                case Standing.Answered(var _, var late) -> late ? ANSWERED_LATE : ANSWERED;
                case Standing.Refused(var _, var _, var late) -> late ? REFUSED_LATE : REFUSED;
                case Standing.TakenBack _ -> TAKEN_BACK;
            };
        }
    }

    public Tally {
        states = Collections.unmodifiableMap(new EnumMap<>(states));
        refused = Collections.unmodifiableMap(new EnumMap<>(refused));
        outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
    }

    static Tally of(Pair pair, Collection<Requests.Listed> requests) {
        var states = new EnumMap<State, Integer>(State.class);
        var refused = new EnumMap<Word.Ground, Integer>(Word.Ground.class);
        var outcomes = new EnumMap<Outcome.Kind, Integer>(Outcome.Kind.class);
        for (var one : requests) {
            states.merge(State.of(one.standing()), 1, Integer::sum);
            if (one.standing() instanceof Standing.Refused(var ground, var _, var _))
                refused.merge(ground, 1, Integer::sum);
            one.request().replies().stream()
                    .map(Request.Reply::outcome)
                    .filter(Objects::nonNull)
                    .forEach(outcome -> outcomes.merge(outcome.kind(), 1, Integer::sum));
        }
        return new Tally(pair, states, refused, outcomes);
    }

    /** Of both together. @param other of further requests of the same pair */
    Tally and(Tally other) {
        return new Tally(
                pair,
                both(State.class, states, other.states),
                both(Word.Ground.class, refused, other.refused),
                both(Outcome.Kind.class, outcomes, other.outcomes));
    }

    private static <E extends Enum<E>> Map<E, Integer> both(Class<E> of, Map<E, Integer> ours, Map<E, Integer> more) {
        var both = new EnumMap<E, Integer>(of);
        both.putAll(ours);
        more.forEach((each, count) -> both.merge(each, count, Integer::sum));
        return both;
    }

    /** How many were asked. */
    public int asked() {
        return states.values().stream().mapToInt(Integer::intValue).sum();
    }
}
