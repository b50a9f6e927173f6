package acorde.policy;

import static acorde.policy.Annexes.faults;
import static acorde.policy.Annexes.good;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules are evaluated here and mean what they mean to Cedar, which is asked the same thousands of times. */
class ExpressionTest {
    private static final int QUESTIONS = 250;

    private static Set<String> applying(Annex annex, Question question) {
        var objections = new Objections();
        var grounds = annex.weigh(question, objections);
        var applying = new TreeSet<String>();
        grounds.forEach(reason -> applying.add(reason.rule()));
        objections.whole().forEach(reason -> applying.add(reason.rule()));
        objections
                .among(Set.of(Field.values()))
                .values()
                .forEach(reasons -> reasons.forEach(reason -> applying.add(reason.rule())));
        return applying;
    }

    /** As the specification combines the rules that apply: what permits is named where nothing forbids the whole. */
    private static Set<String> combined(Annex annex, Set<String> applying) {
        var combined = new TreeSet<>(applying);
        var rules = annex.rules().stream()
                .filter(rule -> applying.contains(rule.id()))
                .toList();
        if (rules.stream().anyMatch(rule -> rule.forbids() && rule.fields().isEmpty()))
            rules.stream().filter(rule -> !rule.forbids()).forEach(rule -> combined.remove(rule.id()));
        else if (rules.stream().allMatch(Rule::forbids)) combined.add("0");
        return combined;
    }

    private static void assertSameAsCedar(Annex annex, Invented invented, int questions) {
        var referee = new Referee(annex);
        for (var i = 0; i < questions; i++) {
            var question = invented.question();
            assertEquals(combined(annex, referee.applying(question)), applying(annex, question), question::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inventedRulesApplyWhereCedarSaysSo(long seed) {
        var rules = new StringBuilder();
        for (var i = 0; rules.length() < 10_000; i++) {
            var rule = Annexes.permit("R-" + i, new Written(seed * 1_000 + i).truth(4));
            if (Annex.read(rule) instanceof Annex) rules.append(rule);
        }
        // Apart, because what permits is not named where anything forbids.
        assertSameAsCedar(good(rules.toString()), new Invented(seed), QUESTIONS);
        assertSameAsCedar(good(rules.toString().replace("permit (", "forbid (")), new Invented(seed), QUESTIONS);
    }

    @Test
    void theShippedRulesApplyWhereCedarSaysSo() {
        assertSameAsCedar(Annexes.OF_2019, new Invented(2019), 4 * QUESTIONS);
    }

    /** Or the comparison would be of less than rules may use. */
    @Test
    void chanceWritesEveryOperationThatRulesMayUse() {
        var all = new StringBuilder();
        for (var seed = 0; seed < 2_000; seed++)
            all.append(new Written(seed).truth(4)).append('\n');
        for (var part : List.of(
                " && ",
                " || ",
                " == ",
                " != ",
                " < ",
                " <= ",
                " > ",
                " >= ",
                " + ",
                " - ",
                " * ",
                "!(",
                "-(",
                " in ",
                " has ",
                " like ",
                "if ",
                ".contains(",
                ".containsAll(",
                ".containsAny(",
                ".isEmpty()")) assertTrue(all.indexOf(part) >= 0, part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip(\"127.0.0.1\").isLoopback()",
                "decimal(\"1.0\").lessThan(decimal(\"2.0\"))",
                "{a: 1} == {a: 1}",
                "principal == Reader::\"reader\"",
                "resource is Item"
            })
    void whatFactsAreNotMadeOfIsAFault(String condition) {
        assertTrue(faults(Annexes.permit("P-1", condition))
                .getFirst()
                .reason()
                .en()
                .contains("not taken here"));
    }

    @Test
    void aHeadNamesNoReaderAndNoItem() {
        var faults = faults(Annexes.permit("P-1", "true").replace("(principal,", "(principal == Reader::\"a\","));
        assertEquals(
                "The rule uses something that is not taken here: “principal ==”.",
                faults.getFirst().reason().en());
    }

    @Test
    void operationsStandAHundredAndTwentyEightWithinEachOtherAndNoMore() {
        var sum = "1" + " + 1".repeat(Expression.DEPTH - 2);
        good(Annexes.permit("P-1", sum + " == 0"));
        assertTrue(faults(Annexes.permit("P-1", sum + " + 1 == 0"))
                .getFirst()
                .reason()
                .en()
                .contains("more than 128 operations"));
    }

    /** Everything a rule may look at is in the schema, and the other way round: Cedar holds each question of these against it. */
    @Test
    void everyFactCanBeLookedAt() {
        var declared = Pattern.compile("\\w+\\??: (?:String|Long|Bool|Set<String>)")
                .matcher(Annexes.SCHEMA.replaceAll("//.*", ""))
                .results()
                .count();
        assertEquals(declared, Seen.ALL.values().stream().mapToInt(Map::size).sum());
    }

    /** Conditions by chance, of every kind there is; not all of them are accepted. */
    private static final class Written {
        private final Random random;

        Written(long seed) {
            random = new Random(seed);
        }

        String truth(int depth) {
            if (depth == 0)
                return one(
                        "true",
                        "false",
                        "resource.child",
                        "resource.lawful",
                        "context.exercise",
                        "resource has reviewOn");
            return switch (random.nextInt(14)) {
                case 0 -> "(" + truth(depth - 1) + " && " + truth(depth - 1) + ")";
                case 1 -> "(" + truth(depth - 1) + " || " + truth(depth - 1) + ")";
                case 2 -> "!(" + truth(depth - 1) + ")";
                case 3 -> "(if " + truth(depth - 1) + " then " + truth(depth - 1) + " else " + truth(depth - 1) + ")";
                case 4 ->
                    "(" + number(depth - 1) + one(" < ", " <= ", " > ", " >= ", " == ", " != ") + number(depth - 1)
                            + ")";
                case 5 -> "(" + text() + one(" == ", " != ") + text() + ")";
                case 6 -> set() + ".contains(" + text() + ")";
                case 7 -> set() + one(".containsAll(", ".containsAny(") + set() + ")";
                case 8 -> set() + ".isEmpty()";
                case 9 -> "(" + set() + one(" == ", " != ") + set() + ")";
                case 10 ->
                    "(" + text() + " like \"" + one("*", "A*", "*N", "S*/*", "*a*a*", "a-7", "", "*-*-*") + "\")";
                case 11 -> "(action in [Action::\"open\", Action::\"" + one("find", "back-up", "court") + "\"])";
                case 12 -> "(action" + one(" == ", " != ", " in ") + "Action::\"" + one("open", "find", "mail") + "\")";
                default -> "(resource has reviewOn && resource.reviewOn" + one(" < ", " >= ") + number(depth - 1) + ")";
            };
        }

        private String number(int depth) {
            if (depth <= 0) return one("resource.information", "context.day", "0", "3", "20000", "9223372036854775807");
            return switch (random.nextInt(5)) {
                case 0 -> "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
                case 1 -> "(" + number(depth - 1) + " - " + number(depth - 1) + ")";
                case 2 -> "(" + number(depth - 1) + " * " + number(depth - 1) + ")";
                case 3 -> "-(" + number(depth - 1) + ")";
                default -> number(0);
            };
        }

        private String text() {
            return one(
                    "resource.originator",
                    "principal.party",
                    "principal.office",
                    "principal.role",
                    "principal.organisation",
                    "principal.purpose",
                    "principal.person",
                    "resource.kind",
                    "resource.tlp",
                    "resource.source",
                    "resource.arrangement",
                    "context.from",
                    "\"HN\"",
                    "\"A1\"",
                    "\"\"");
        }

        private String set() {
            return one(
                    "principal.competence",
                    "resource.handling",
                    "resource.purposes",
                    "resource.parties",
                    "resource.organisations",
                    "resource.named",
                    "resource.onward",
                    "resource.court",
                    "resource.fields",
                    "[\"HN\", \"SV\", \"HN\"]",
                    "[" + text() + ", \"A2\"]",
                    "[\"H1\"]");
        }

        private String one(String... of) {
            return of[random.nextInt(of.length)];
        }
    }
}
