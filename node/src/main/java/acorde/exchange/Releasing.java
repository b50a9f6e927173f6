package acorde.exchange;

import acorde.policy.Annex;
import acorde.policy.Decision;
import acorde.policy.Decision.Refused;
import acorde.policy.Decision.Released;
import acorde.policy.Policy;
import acorde.policy.Question;
import acorde.policy.Question.Moment;
import acorde.policy.Reader;
import acorde.policy.Use;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is given a report, and what of it: decided before anything is committed, of each party by itself.
 *
 * <p>Each party is given a copy of its own. What is kept back from it is not in it, who else has one is not either (that would tell whom it is
 * hidden from), and the receiver asks about the very values the sender asked about.
 *
 * @param by the party that gives it
 */
record Releasing(Annex annex, PartyCode by, LocalDate day, boolean exercise) {
    List<Release> of(Report report, Collection<PartyCode> to) {
        return new TreeSet<>(to).stream().map(party -> of(report, party)).toList();
    }

    private Release of(Report report, PartyCode to) {
        var decision = delivered(report, to);
        if (decision instanceof Refused refused) return new Release.Stays(to, refused.reasons());
        var copy = report.only(decision.visible(report.fields()));
        if (copy.isEmpty()) return new Release.Stays(to, decision.reasons());
        // The receiver sees the copy alone: what could not be had by itself, such as an assessment without its facts,
        // does not go.
        var received = delivered(copy.get(), to);
        return received instanceof Released
                ? new Release.Goes(to, copy.get(), decision)
                : new Release.Stays(to, received.reasons());
    }

    /** What a party is given at the wish of another that has a part of it: no more than the rules let it have, and no more than that part. */
    Release onward(Report report, Report held, PartyCode to) {
        var release = of(report, to);
        if (!(release instanceof Release.Goes goes)) return release;
        var copy = goes.copy().only(held.fields());
        if (copy.isEmpty()) return new Release.Stays(to, goes.decision().reasons());
        var received = delivered(copy.get(), to);
        return received instanceof Released
                ? new Release.Goes(to, copy.get(), goes.decision())
                : new Release.Stays(to, received.reasons());
    }

    /** What the node of a party may take in: the sender and the receiver ask the same. */
    Decision delivered(Report report, PartyCode to) {
        return Policy.decide(
                annex,
                new Question(
                        report.facts(by, Set.of(to)),
                        Reader.node(to),
                        Use.DELIVER,
                        new Moment(day, by, exercise, Set.of())));
    }

    /** Whether the core hides it from a party, whatever rules there are and on any day. */
    static boolean isHidden(Item outline, PartyCode from) {
        var report = outline.report();
        var core = new Releasing(Annex.NONE, outline.by(), LocalDate.EPOCH, report.exercise());
        return core.delivered(report, from) instanceof Refused refused && refused.isSecret();
    }

    /** Whether it would be hidden from the very party that gives it, as what protects a person from there is (AS-1). */
    boolean isHiddenFromUs(Report report) {
        return delivered(report, by) instanceof Refused refused && refused.isSecret();
    }
}
