package acorde.onward;

import acorde.compact.Bilingual;
import acorde.policy.Annex;
import acorde.policy.Circle;
import acorde.policy.Decision;
import acorde.policy.Facts;
import acorde.policy.Field;
import acorde.policy.People;
import acorde.policy.Policy;
import acorde.policy.Question;
import acorde.policy.Question.Moment;
import acorde.policy.Reader;
import acorde.policy.Reason;
import acorde.policy.Tlp;
import acorde.policy.Use;
import acorde.trust.PartyCode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the rules say of giving something on to a party, each with the rules that decided. Whether they ask for leave or not, only its provider gives it. */
public sealed interface Course {
    SortedSet<Reason> reasons();

    /** Not even with leave: its label, what it is, or a rule that leave does not reach. */
    record Never(SortedSet<Reason> reasons) implements Course {
        public Never {
            reasons = copy(reasons);
        }
    }

    /** Some rule forbids it without the leave of the provider. */
    record ByLeave(SortedSet<Reason> reasons) implements Course {
        public ByLeave {
            reasons = copy(reasons);
        }
    }

    /** No rule is against it. */
    record ByRule(SortedSet<Reason> reasons) implements Course {
        public ByRule {
            reasons = copy(reasons);
        }
    }

    /** Labels that end with whom the provider named. */
    Set<Tlp> ENDS_THERE = EnumSet.of(Tlp.RED, Tlp.AMBER_STRICT);

    Reason STRICT = new Reason(
            "EV-5",
            new Bilingual(
                    "TLP:RED y TLP:AMBER+STRICT: no pasa de quienes nombró quien la aportó.",
                    "TLP:RED and TLP:AMBER+STRICT: it ends with those its provider named."));

    Reason BETWEEN_TWO = new Reason(
            "ON-1",
            new Bilingual(
                    "Una solicitud y su respuesta quedan entre las dos partes.",
                    "A request and its answer stay between the two parties."));

    /**
     * Asked as if nobody were hidden from anybody: that a party may not have something because of whom it protects shows nowhere, and least to who
     * would give it on (AS-1, AS-4). The provider, who knows, asks in full before it gives anything.
     *
     * @param facts of the copy that its holder has
     * @param moment as things are, from whom it would be given on
     */
    static Course of(Annex annex, Facts facts, PartyCode to, Moment moment) {
        var label = facts.marking().tlp();
        if (label != null && ENDS_THERE.contains(label)) return new Never(only(STRICT));
        var kind = facts.origin().kind();
        if (kind == Facts.Kind.REQUEST || kind == Facts.Kind.ANSWER) return new Never(only(BETWEEN_TWO));
        var told = told(facts.content());
        var without = decide(annex, facts, told, new Wanted(to, Circle.Leave.NONE, moment));
        if (!(without instanceof Decision.Refused)) return new ByRule(without.reasons());
        var leave = new Circle.Leave(Set.of(to), Set.of());
        var with = decide(annex, facts, told, new Wanted(to, leave, moment));
        return with instanceof Decision.Refused ? new Never(with.reasons()) : new ByLeave(without.reasons());
    }

    /** @param leave as if the provider had given it */
    record Wanted(PartyCode to, Circle.Leave leave, Moment moment) {}

    private static Decision decide(Annex annex, Facts facts, Facts.Content told, Wanted wanted) { // a question
        var circle = new Circle(Set.of(wanted.to()), Set.of(), Set.of(), wanted.leave());
        return Policy.decide(
                annex,
                new Question(
                        new Facts(facts.origin(), facts.marking(), facts.terms(), circle, told),
                        Reader.node(wanted.to()),
                        Use.DELIVER,
                        wanted.moment()));
    }

    private static Facts.Content told(Facts.Content content) {
        var fields = new HashSet<>(content.fields());
        fields.remove(Field.PROTECTION);
        var flags = new HashSet<>(content.people().flags());
        flags.retainAll(EnumSet.of(People.Flag.PERSON, People.Flag.CHILD, People.Flag.VICTIM));
        return new Facts.Content(fields, new People(flags, Set.of()), content.alertActive());
    }

    private static SortedSet<Reason> only(Reason reason) {
        return new TreeSet<>(Set.of(reason));
    }

    private static SortedSet<Reason> copy(SortedSet<Reason> reasons) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(reasons));
    }
}
