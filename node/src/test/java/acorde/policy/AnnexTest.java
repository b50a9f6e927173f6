package acorde.policy;

import static acorde.policy.Annexes.faults;
import static acorde.policy.Annexes.forbid;
import static acorde.policy.Annexes.good;
import static acorde.policy.Annexes.permit;
import static acorde.policy.Ask.ask;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.policy.Decision.Refused;
import acorde.policy.Decision.Released;
import acorde.policy.Decision.ReleasedWithout;
import acorde.policy.Rule.Effect;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the text of an annex is read: whole, bounded, and with a line for every fault. */
class AnnexTest {
    private static String only(String text) {
        var faults = faults(text);
        assertEquals(1, faults.size(), faults.toString());
        return faults.getFirst().line() + ": " + faults.getFirst().reason().en();
    }

    private static Set<String> ids(Decision decision) {
        return decision.reasons().stream().map(Reason::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyRuleOfTheShippedAnnexSaysWhyInBothLanguages() {
        var rules = Annexes.OF_2019.rules();
        assertTrue(rules.size() > 30, "the annex has " + rules.size() + " rules");
        var spanish = new HashSet<String>();
        var english = new HashSet<String>();
        for (var rule : rules) {
            assertTrue(spanish.add(rule.reason().text().es()), rule.id() + " has the reason of another");
            assertTrue(english.add(rule.reason().text().en()), rule.id() + " has the reason of another");
            assertTrue(Annexes.TEXT_OF_2019
                    .lines()
                    .toList()
                    .get(rule.place().line() - 1)
                    .equals("@id(\"" + rule.id() + "\")"));
        }
    }

    @Test
    void aRuleIsShownAsItWasAdopted() {
        var text = permit("P-1", "true");
        var rule = good("// First.\n\n" + text).rules().iterator().next();
        assertEquals(Effect.PERMIT, rule.effect());
        assertEquals("Por la regla P-1.", rule.reason().text().es());
        assertEquals(text.strip(), rule.place().text());
        assertEquals(3, rule.place().line());
    }

    @Test
    void whatCedarDoesNotUnderstandIsAFaultOfItsLine() {
        var faults = faults(permit("P-1", "true") + permit("P-2", "principal.party ==\n  = \"HN\""));
        assertEquals(9, faults.getFirst().line(), faults.toString());
        assertTrue(faults.getFirst().reason().es().startsWith("Cedar no entiende la regla"), faults.toString());
    }

    @Test
    void whatNoItemHasIsAFaultOfItsLine() {
        var faults = faults(permit("P-1", "true") + permit("P-2", "true &&\n resource.asylum"));
        assertEquals(9, faults.getFirst().line(), faults.toString());
    }

    @Test
    void aRuleThatCanNeverApplyIsAFault() {
        var faults = faults(permit("P-1", "true") + forbid("F-1", "resource has colour && true"));
        assertEquals(5, faults.getFirst().line(), faults.toString());
    }

    @Test
    void aTemplateIsNoRule() {
        assertEquals(4, faults("""
                @id("P-1")
                @reason_es("Por la regla P-1.")
                @reason_en("By rule P-1.")
                permit (principal == ?principal, action, resource);
                """).getFirst().line());
    }

    @Test
    void aRuleNeedsItsIdAndBothReasons() {
        var faults = faults("// \n\npermit (principal, action, resource);");
        assertEquals(
                List.of("@id", "@reason_es", "@reason_en"),
                faults.stream()
                        .map(fault -> fault.reason().en().replaceAll("(?s)^.*?(@[a-z_]+).*$", "$1"))
                        .toList());
        assertTrue(faults.stream().allMatch(fault -> fault.line() == 3), faults.toString());
    }

    @Test
    void anIdStandsOnce() {
        assertEquals("5: The rule “P-1” stands already above.", only(permit("P-1", "true") + permit("P-1", "true")));
    }

    @Test
    void theIdOfASafeguardIsNotTaken() {
        assertEquals("1: “AS-1” is a safeguard of the core: give it another id.", only(permit("AS-1", "true")));
    }

    @Test
    void anAnnotationThatIsNotKnownIsAFault() {
        assertEquals("1: The annotation “@field” is not known.", only("@field(\"source\")\n" + permit("P-1", "true")));
    }

    @Test
    void onlyARuleThatForbidsNamesFieldsAndOnlyKnownOnes() {
        assertEquals(
                "1: Only a rule that forbids may name fields.", only("@fields(\"source\")\n" + permit("P-1", "true")));
        assertTrue(only(forbid("F-1", "source sauce", "true")).startsWith("1: The field “sauce” is not known"));
    }

    @Test
    void aTextThatHidesSomethingIsNoAnnex() {
        var hidden = permit("P-1", "true").replace("true", "true /*\u202e*/");
        assertEquals(4, faults(hidden).getFirst().line());
        assertEquals(1, faults("\u0000").getFirst().line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n", "// nothing\n"})
    void anAnnexHasARule(String text) {
        assertEquals("1: There is no rule.", only(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permit (principal, action, resource)",
                "@id(\"P-1",
                "@id(\"P-1\") permit (principal, action, resource) when { \"a\\",
                "permit (principal, action, resource) // ;"
            })
    void aRuleThatDoesNotEndIsAFault(String text) {
        assertEquals("1: The rule does not end: its semicolon is missing.", only(text));
    }

    @Test
    void aSemicolonInATextOrARemarkEndsNoRule() {
        var text = permit("P-1", "resource.kind != \"a;b\\\";\" // and; so\n && true");
        assertEquals(1, good(text).rules().size());
    }

    @Test
    void anAnnexHasTwoHundredRulesAndNoMore() {
        var full = IntStream.rangeClosed(1, Cutting.RULES)
                .mapToObj(i -> permit("P-" + i, "true"))
                .collect(Collectors.joining());
        assertEquals(Cutting.RULES, good(full).rules().size());
        assertEquals("801: There are more than 200 rules.", only(full + permit("P-0", "true")));
    }

    @Test
    void aRuleHasFourThousandCharactersAndNoMore() {
        var rule = permit("P-1", "true");
        var longest =
                permit("P-1", "true" + " ".repeat(Cutting.RULE - rule.strip().length()));
        assertEquals(Cutting.RULE, longest.strip().length());
        good(longest);
        assertEquals("1: The rule is longer than 4,000 characters.", only(longest.replace("true", "true ")));
    }

    @Test
    void anAnnexHasAHundredThousandCharactersAndNoMore() {
        var rule = permit("P-1", "true");
        var full = rule + "//" + " ".repeat(100_000 - rule.length() - 2);
        good(full);
        assertEquals("1: The annex is longer than 100,000 characters.", only(full + " "));
    }

    @Test
    void aReasonHasThreeHundredCharactersAndNoMore() {
        var text = permit("P-1", "true");
        good(text.replace("By rule P-1.", "x".repeat(300)));
        assertTrue(only(text.replace("By rule P-1.", "x".repeat(301))).startsWith("1: The rule lacks @reason_en"));
    }

    @Test
    void bracketsStandThirtyTwoWithinEachOtherAndNoMore() {
        good(permit("P-1", "(".repeat(31) + "true" + ")".repeat(31)));
        assertEquals(
                "4: There are more than 32 brackets within each other.",
                only(permit("P-1", "(".repeat(32) + "true" + ")".repeat(32))));
    }

    /** What nests without a bracket is bounded by the length of a rule alone: the reader must survive it, whatever it says. */
    @ParameterizedTest
    @ValueSource(strings = {"if true then true else ", "true && ", "true || ", "!", "-", "1 + ", "a.b.", "\"\" like "})
    void aRuleMadeToExhaustTheReaderIsRead(String part) {
        assertInstanceOf(Reading.class, Annex.read(permit("P-1", part.repeat(3_800 / part.length()) + "true")));
    }

    @Test
    void aRuleThatKeepsBackFieldsIsToldBesideWhatPermits() {
        var annex = good(permit("P-1", "true") + forbid("F-1", "source fact", "true") + forbid("F-2", "fact", "true"));
        var decision = assertInstanceOf(ReleasedWithout.class, Policy.decide(annex, ask(a -> {})));
        assertEquals(Set.of(Field.FACT), decision.keptBack().keySet());
        assertEquals(Set.of("F-1", "F-2", "P-1"), ids(decision));
        assertEquals(
                Set.of(Field.TITLE, Field.ASSESSMENT),
                decision.visible(ask(a -> {}).facts().content().fields()));
    }

    @Test
    void fieldsAnItemHasNotAreKeptBackFromNobody() {
        var annex = good(permit("P-1", "true") + forbid("F-1", "source", "true"));
        assertEquals(Set.of("P-1"), ids(assertInstanceOf(Released.class, Policy.decide(annex, ask(a -> {})))));
    }

    @Test
    void anItemOfWhichNoFieldIsLeftIsRefused() {
        var annex =
                good(permit("P-1", "true") + forbid("F-1", "title fact", "true") + forbid("F-2", "assessment", "true"));
        assertEquals(Set.of("F-1", "F-2"), ids(assertInstanceOf(Refused.class, Policy.decide(annex, ask(a -> {})))));
    }

    @Test
    void whatNoRulePermitsIsRefused() {
        var annex = good(permit("P-1", "principal.party == \"GT\"") + forbid("F-1", "fact", "true"));
        assertTrue(ids(assertInstanceOf(Refused.class, Policy.decide(annex, ask(a -> {}))))
                .contains("0"));
    }

    @Test
    void aRuleThatForbidsAndBreaksForbids() {
        var tooMuch = "context.day + 9223372036854775807 > 0";
        var annex = good(permit("P-1", "true") + forbid("F-1", tooMuch));
        assertEquals(Set.of("F-1"), ids(assertInstanceOf(Refused.class, Policy.decide(annex, ask(a -> {})))));
        var parts = good(permit("P-1", "true") + forbid("F-1", "fact", tooMuch));
        assertInstanceOf(ReleasedWithout.class, Policy.decide(parts, ask(a -> {})));
    }

    @Test
    void aRuleThatPermitsAndBreaksPermitsNothing() {
        var annex = good(permit("P-1", "context.day + 9223372036854775807 > 0"));
        assertEquals(Set.of("0"), ids(assertInstanceOf(Refused.class, Policy.decide(annex, ask(a -> {})))));
    }
}
