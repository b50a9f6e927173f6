package acorde.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.ReleaseRules;
import acorde.policy.Adopted;
import acorde.web.view.RulesView;
import acorde.web.view.RulesView.Fate;
import acorde.web.words.Difference.Kind;
import acorde.web.words.Difference.Paragraph;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What parties read of rules of release before they answer: nothing that changes stays unseen. */
final class RulesTextTest {
    private static final String P = rule("P-1", "permit", "resource.parties.contains(principal.party)");
    private static final String F = rule("F-1", "forbid", "resource.kind == \"report\"");
    private final Adopted adopted = new Adopted();

    private static String rule(String id, String effect, String when) {
        return """
                @id("%s")
                @reason_es("Por la regla %s.")
                @reason_en("By rule %s.")
                %s (principal, action, resource) when { %s };
                """.formatted(id, id, id, effect, when);
    }

    private RulesView compare(String then, String now) {
        return RulesText.of(adopted, new ReleaseRules(then), new ReleaseRules(now), Words.in(Language.EN));
    }

    private static boolean marks(List<Paragraph> text, Kind kind, String piece) {
        return text.stream()
                .flatMap(paragraph -> paragraph.pieces().stream())
                .anyMatch(each -> each.kind() == kind && each.text().contains(piece));
    }

    @Test
    void aRuleThatChangesIsMarkedWordByWord() {
        var view = compare(P + F, P + F.replace("\"report\"", "\"alert\"").replace("Por la regla", "Según la regla"));
        assertEquals(List.of("P-1"), view.of(Fate.SAME));
        assertEquals(List.of("F-1"), view.of(Fate.CHANGED));
        var rule = view.rules().getLast();
        assertTrue(marks(rule.text(), Kind.REMOVED, "report") && marks(rule.text(), Kind.ADDED, "alert"));
        assertTrue(marks(rule.es(), Kind.REMOVED, "Por") && marks(rule.es(), Kind.ADDED, "Según"));
        assertFalse(marks(rule.en(), Kind.ADDED, ""));
    }

    @Test
    void rulesThatComeAndGoAreToldApart() {
        var view = compare(P + F, rule("F-2", "forbid", "resource.child") + P);
        assertEquals(List.of("F-2"), view.of(Fate.ADDED));
        assertEquals(List.of("F-1"), view.of(Fate.DROPPED));
        assertTrue(marks(view.rules().getFirst().effect(), Kind.ADDED, "Forbids."));
        assertTrue(marks(view.rules().getLast().en(), Kind.REMOVED, "By rule F-1."));
    }

    @Test
    void aRuleThatForbidsInsteadOfPermittingOrKeepsBackFieldsSaysSo() {
        var view = compare(P + F, P.replace("permit", "forbid") + "@fields(\"source picture\")\n" + F);
        assertTrue(marks(view.rules().getFirst().effect(), Kind.ADDED, "Forbids"));
        assertTrue(marks(view.rules().getLast().effect(), Kind.ADDED, "Keeps back only: the source and the picture."));
    }

    /** A mark shows words; that two texts differ in white space alone, inside quotes perhaps, is said. */
    @Test
    void aRuleThatDiffersInWhiteSpaceAloneIsToldAsChanged() {
        var rule = compare(F, F.replace("\"report\"", "\"re  port\"")).rules().getFirst();
        assertEquals(Fate.CHANGED, rule.fate());
        var spaced = compare(F.replace("report", "a b"), F.replace("report", "a  b"))
                .rules()
                .getFirst();
        assertEquals(Fate.CHANGED, spaced.fate());
        assertTrue(spaced.spaces());
    }

    @Test
    void whatChangesBetweenTheRulesIsShown() {
        var view = compare("// One.\n" + P, "// One thing.\n" + P + "// End.");
        assertTrue(view.isSame() && view.remarks().changed());
        assertTrue(marks(view.remarks().text(), Kind.ADDED, "End."));
        assertFalse(compare(P, P).remarks().changed());
    }

    @Test
    void aTextThatIsNoneIsShownWithItsFaultsAndWhole() {
        var view = compare(P, F + "permit");
        assertEquals(1, view.faults().size());
        assertTrue(view.faults().getFirst().en().startsWith("Line 5: "));
        assertEquals(F + "permit", view.text());
    }

    @Test
    void aFirstTextMarksNothing() {
        var view = RulesText.of(adopted, null, new ReleaseRules(P + F), Words.in(Language.ES));
        assertFalse(view.compared());
        assertEquals(List.of("P-1", "F-1"), view.of(Fate.SAME));
        assertFalse(marks(view.rules().getFirst().text(), Kind.ADDED, ""));
    }
}
