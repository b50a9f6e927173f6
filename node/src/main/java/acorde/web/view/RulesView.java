package acorde.web.view;

import acorde.web.words.Bilingual;
import acorde.web.words.Difference.Paragraph;
import java.util.List;

/**
 * Rules of release, rule by rule, with what a proposal changes in each.
 *
 * @param compared whether there is a text to compare them with; if not, nothing is marked
 * @param rules in the order in which they stand; those that are dropped come last
 * @param remarks what stands between them
 * @param faults why the text is none that can be in force, each with its line; then there are no rules to show
 * @param text all of it, as it is signed
 */
public record RulesView(
        boolean compared, List<Rule> rules, Remarks remarks, List<Bilingual> faults, String text) { // parts of a text
    /** What a proposal does to a rule. */
    public enum Fate {
        SAME,
        CHANGED,
        ADDED,
        DROPPED
    }

    /** What a rule does where it applies. */
    public enum Effect {
        PERMIT,
        FORBID
    }

    /**
     * One rule.
     *
     * @param effect in the reader's language, with the fields it alone keeps back
     * @param es its reason in Spanish
     * @param en its reason in English
     * @param text as it is adopted
     * @param spaces whether it changes in nothing but white space, which no mark shows
     */
    public record Rule(
            String id,
            Fate fate,
            List<Paragraph> effect,
            List<Paragraph> es,
            List<Paragraph> en,
            List<Paragraph> text,
            boolean spaces) { // what is read of a rule
        public Rule {
            effect = List.copyOf(effect);
            es = List.copyOf(es);
            en = List.copyOf(en);
            text = List.copyOf(text);
        }
    }

    /** @param changed in anything, be it white space */
    public record Remarks(boolean changed, List<Paragraph> text) {
        public Remarks {
            text = List.copyOf(text);
        }
    }

    public RulesView {
        rules = List.copyOf(rules);
        faults = List.copyOf(faults);
    }

    /** The ids of the rules that meet a fate. */
    public List<String> of(Fate fate) {
        return rules.stream().filter(rule -> rule.fate() == fate).map(Rule::id).toList();
    }

    /** Whether every rule is as it was. */
    public boolean isSame() {
        return of(Fate.SAME).size() == rules.size();
    }
}
