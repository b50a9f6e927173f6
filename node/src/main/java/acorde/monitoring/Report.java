package acorde.monitoring;

import acorde.acts.ActId;
import acorde.compact.Remark;
import acorde.trustlog.Hash;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A party's own account of what it owes in an initiative: all of it, as it stands. The latest in its log counts.
 *
 * @param version of the text it is about
 * @param state how far the work is
 * @param on the day it was done; null unless it was
 * @param blockedBy what stands in the way; null unless something does
 * @param note what else there is to say
 * @param milestones those that are done, each with the day it was
 * @param evidence what shows it
 * @param values of the indicator
 * @param restrictions whether the party confirms that it kept to the restrictions (CO-4)
 * @param legalBasis on what law the work rests, where it needs any
 * @param funding what pays for it, where anything does
 * @param events codes of what happened outside and explains a target that was missed
 * @param answers the disputes it answers
 */
public record Report(
        String initiative,
        Hash version,
        State state,
        @Nullable LocalDate on,
        @Nullable Remark blockedBy,
        @Nullable Remark note,
        SortedMap<String, LocalDate> milestones,
        List<Evidence> evidence,
        List<Value> values,
        boolean restrictions,
        @Nullable Remark legalBasis,
        @Nullable Remark funding,
        List<String> events,
        List<ActId> answers)
        implements Saying.AboutText { // the members of the act
    /** Elements of a list in a report: more than one report has to say. */
    public static final int MOST = 100;

    /** Events in a report: each is looked up in an act, which may have a mebibyte. */
    public static final int EVENTS = 8;

    /** How far the work is, as the party tells it. */
    public enum State {
        NOT_STARTED,
        IN_PROGRESS,
        BLOCKED,
        DONE
    }

    /**
     * What shows that something was done: where it can be seen, and the hash of what was seen there.
     *
     * @param seen SHA-256 of the bytes; null if they were not kept
     */
    public record Evidence(Remark what, URI link, @Nullable Hash seen) {
        /** Characters of an address. */
        public static final int LONGEST = 2_000;

        /** @throws IllegalArgumentException if the address is none of the web */
        public Evidence {
            if (!isOfWeb(link)) throw new IllegalArgumentException("an address of the web");
        }

        /** Whether an address can be taken. */
        public static boolean isOfWeb(URI link) {
            var scheme = link.getScheme();
            var web = "https".equals(scheme) || "http".equals(scheme);
            return web && link.getHost() != null && link.toString().length() <= LONGEST;
        }
    }

    /**
     * A value of the indicator.
     *
     * @param at the day it is of
     * @param from where the number comes from
     */
    public record Value(LocalDate at, BigDecimal number, Remark from) {}

    public Report {
        milestones = Collections.unmodifiableSortedMap(new TreeMap<>(milestones));
        evidence = List.copyOf(evidence);
        values = List.copyOf(values);
        events = List.copyOf(events);
        answers = List.copyOf(answers);
        if ((state == State.DONE) != (on != null))
            throw new IllegalArgumentException("the day is that on which it was done");
        if ((state == State.BLOCKED) != (blockedBy != null))
            throw new IllegalArgumentException("what blocks stands in what is blocked");
        var days = values.stream().map(Value::at).distinct().count();
        if (days != values.size()) throw new IllegalArgumentException("one value for a day");
        if (events.stream().distinct().count() != events.size()
                || answers.stream().distinct().count() != answers.size())
            throw new IllegalArgumentException("nothing twice");
        for (var list : List.of(milestones.keySet(), evidence, values, events, answers))
            if (list.size() > MOST) throw new IllegalArgumentException("at most " + MOST);
        if (events.size() > EVENTS) throw new IllegalArgumentException("at most " + EVENTS + " events");
    }
}
