package acorde.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.policy.Decision.Refused;
import acorde.policy.Decision.Released;
import acorde.policy.Decision.ReleasedWithout;
import acorde.policy.Marking.Handling;
import acorde.policy.People.Flag;
import acorde.policy.Question.Done;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of any decision: over offices, items and annexes made by chance. */
class DecisionPropertiesTest {
    private static final int QUESTIONS = 30;

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(12);
    }

    private static Annex annex(List<String> rules) {
        return Annexes.good(String.join("\n", rules));
    }

    private static List<Question> questions(Invented invented) {
        return Stream.generate(invented::question).limit(QUESTIONS).toList();
    }

    private static Set<Field> visible(Annex annex, Question question) {
        return Policy.decide(annex, question).visible(question.facts().content().fields());
    }

    private static void assertNoMore(Set<Field> allowed, Set<Field> visible, Question question) {
        assertTrue(allowed.containsAll(visible), () -> visible + " is more than " + allowed + ": " + question);
    }

    /** Sender and receiver each read the annex and the facts for themselves, and in no order of their own. */
    @ParameterizedTest
    @MethodSource("seeds")
    void senderAndReceiverDecideAlikeWhateverTheOrderOfTheRules(long seed) {
        var sender = new Invented(seed);
        var rules = sender.rules();
        var sent = questions(sender);
        var receiver = new Invented(seed);
        var read = annex(receiver.shuffled(receiver.rules()));
        var again = new Invented(seed);
        again.rules();
        var received = questions(again);
        var annex = annex(rules);
        for (var i = 0; i < QUESTIONS; i++) {
            assertEquals(sent.get(i), received.get(i));
            assertEquals(Policy.decide(annex, sent.get(i)), Policy.decide(read, received.get(i)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneMoreRuleThatForbidsReleasesNoMoreAndOneThatPermitsNoLess(long seed) {
        var invented = new Invented(seed);
        var rules = invented.rules();
        var annex = annex(rules);
        var stricter = annex(with(rules, invented.forbid("F-99")));
        var freer = annex(with(rules, invented.permit("P-99")));
        for (var question : questions(invented)) {
            var visible = visible(annex, question);
            assertNoMore(visible, visible(stricter, question), question);
            assertNoMore(visible(freer, question), visible, question);
        }
    }

    private static List<String> with(List<String> rules, String more) {
        var all = new ArrayList<>(rules);
        all.add(more);
        return all;
    }

    /** An account of the safeguards of its own, which shares nothing with the core but the words. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noAnnexReleasesWhatTheCoreForbids(long seed) {
        var invented = new Invented(seed);
        var annex = annex(with(invented.rules(), Annexes.permit("ALL", "true")));
        for (var question : questions(invented)) assertNoMore(guarded(question), visible(annex, question), question);
    }

    private static Set<Field> guarded(Question question) {
        var content = question.facts().content();
        var flags = content.people().flags();
        var publicly = question.use() == Use.PUBLISH;
        var reader = question.reader().party().value();
        var own = !publicly && reader.equals(question.facts().origin().party().value());
        var countries =
                content.people().hiddenFrom().stream().map(Country::code).toList();
        var gone = flags.contains(Flag.CONSENT_WITHDRAWN)
                || content.fields().contains(Field.BIOMETRIC)
                || countries.contains(reader)
                || publicly && flags.contains(Flag.PROTECTION)
                || flags.contains(Flag.COUNTRY_UNKNOWN) && !own;
        if (gone) return Set.of();
        var fields = new HashSet<>(content.fields());
        if (!own) fields.remove(Field.PROTECTION);
        if (!own && flags.contains(Flag.PROTECTION)) fields.remove(Field.ATTACHMENTS);
        var shown = Set.of(Use.OPEN, Use.EXPORT, Use.COURT, Use.FIND, Use.MAIL).contains(question.use());
        var two = question.moment().done().contains(Done.SECOND_OFFICER)
                && !Set.of(Use.FIND, Use.MAIL).contains(question.use());
        if (flags.contains(Flag.CHILD) && (shown && !two || publicly && !content.alertActive()))
            fields.removeAll(Set.of(Field.IDENTITY, Field.PICTURE, Field.ATTACHMENTS));
        if (flags.contains(Flag.CHILD) && question.use() == Use.DELIVER) fields.remove(Field.ATTACHMENTS);
        return fields;
    }

    /** The shipped annex: what is marked more strictly reaches nobody it did not reach before. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aStricterMarkingReleasesNoMore(long seed) {
        var invented = new Invented(seed);
        for (var question : questions(invented)) {
            var marking = question.facts().marking();
            if (marking.tlp() == null || marking.handling().isEmpty()) continue;
            var visible = visible(Annexes.OF_2019, question);
            for (var tlp : Tlp.values())
                if (marking.tlp().isLooserThan(tlp))
                    assertNoMore(
                            visible, visible(Annexes.OF_2019, marked(question, tlp, marking.handling())), question);
            for (var code : Handling.values()) {
                var more = EnumSet.copyOf(marking.handling());
                more.add(code);
                assertNoMore(visible, visible(Annexes.OF_2019, marked(question, marking.tlp(), more)), question);
            }
        }
    }

    private static Question marked(Question question, Tlp tlp, Set<Handling> handling) {
        var facts = question.facts();
        var marking = new Marking(
                tlp, handling, facts.marking().evaluation(), facts.marking().admiralty());
        return new Question(
                new Facts(facts.origin(), marking, facts.terms(), facts.circle(), facts.content()),
                question.reader(),
                question.use(),
                question.moment());
    }

    /** Or the properties would hold of an annex that refuses everything. */
    @Test
    void chanceComesToEveryKindOfDecision() {
        var kinds = new HashSet<Class<?>>();
        for (var seed = 1L; seed <= 4; seed++) {
            var invented = new Invented(seed);
            var annex = annex(invented.rules());
            for (var question : questions(invented)) {
                var decision = Policy.decide(annex, question);
                kinds.add(decision.getClass());
                assertTrue(!decision.reasons().isEmpty(), "every decision names a rule");
            }
        }
        assertEquals(Set.of(Released.class, ReleasedWithout.class, Refused.class), kinds);
    }
}
