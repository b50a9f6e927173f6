package acorde.exchange;

import acorde.offices.OfficeCode;
import acorde.policy.Annex;
import acorde.policy.Decision.Released;
import acorde.policy.Field;
import acorde.policy.Policy;
import acorde.policy.Purpose;
import acorde.policy.Question;
import acorde.policy.Question.Done;
import acorde.policy.Question.Moment;
import acorde.policy.Reader;
import acorde.policy.Use;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may come out of a node by the one decision, asked by itself: nothing by which the exchange shows anything is used.
 *
 * @param reader whose node it is
 */
public record Decided(Annex annex, PartyCode provider, PartyCode reader, LocalDate day) {
    /** By the rules the product ships with. */
    public static Decided by2019(PartyCode provider, PartyCode reader, LocalDate day) {
        return new Decided(TestRules.OF_2019, provider, reader, day);
    }

    /** What the node may be given of it. */
    public Set<Field> given(Report report) {
        return decide(report, Reader.node(reader), Use.DELIVER, Set.of());
    }

    /** Whether it may be here: all of it, or there is nothing to ask about. */
    public boolean mayBeHere(Report report) {
        if (provider.equals(reader)) return true;
        return Policy.decide(annex, question(report, Reader.node(reader), Use.DELIVER, Set.of())) instanceof Released;
    }

    /** The most that may come out for an office where all of these are done with it, whatever it states that it is for. */
    public Set<Field> out(Report report, OfficeCode office, Collection<Use> uses) {
        return out(report, office, uses, Set.of());
    }

    /** Whether its restriction may be shown: to whom it would then open (EV-4). */
    public boolean restriction(Report report, OfficeCode office, Collection<Use> uses) {
        return !out(report, office, uses, Set.of(Done.HANDLING_READ)).isEmpty();
    }

    private Set<Field> out(Report report, OfficeCode office, Collection<Use> uses, Set<Done> done) { // a question
        if (!mayBeHere(report)) return Set.of();
        var post = Posts.of(office, Reports.AREAS);
        var stated = new HashSet<@Nullable Purpose>();
        if (uses.contains(Use.FIND)) stated.add(null);
        else for (var one : report.terms().purposes()) if (post.competence().contains(one)) stated.add(one);
        var out = EnumSet.noneOf(Field.class);
        for (var purpose : stated) {
            var left = EnumSet.copyOf(report.fields());
            for (var use : uses) left.retainAll(decide(report, new Reader(reader, post, purpose, null), use, done));
            out.addAll(left);
        }
        return out;
    }

    private Set<Field> decide(Report report, Reader to, Use use, Set<Done> done) { // a question
        return Policy.decide(annex, question(report, to, use, done)).visible(report.fields());
    }

    private Question question(Report report, Reader to, Use use, Set<Done> done) { // a question
        var holder = provider.equals(reader) ? Set.<PartyCode>of() : Set.of(reader);
        return new Question(
                report.facts(provider, holder), to, use, new Moment(day, provider, report.exercise(), done));
    }

    /** Every use by which something is shown to an office, each beside what goes with it. */
    static List<List<Use>> ways() {
        return List.of(
                List.of(Use.FIND), List.of(Use.FIND, Use.MAIL), List.of(Use.OPEN), List.of(Use.OPEN, Use.EXPORT));
    }
}
