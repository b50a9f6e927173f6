package acorde.web.desk;

import acorde.compact.ItemText;
import acorde.compact.ReleaseRules;
import acorde.policy.Adopted;
import acorde.policy.Annex;
import acorde.policy.Reading;
import acorde.policy.Rule;
import acorde.web.view.RulesView;
import acorde.web.view.RulesView.Fate;
import acorde.web.words.Bilingual;
import acorde.web.words.Difference;
import acorde.web.words.Difference.Paragraph;
import acorde.web.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rules of release as their parties read them before they assent: rule by rule, and what changes in each, word by word. */
final class RulesText {
    private final Words words;

    private RulesText(Words words) {
        this.words = words;
    }

    /**
     * A text beside the one it would replace.
     *
     * @param before null if it replaces none
     * @param words in which what a rule does is said; its reasons stand in both languages
     */
    static RulesView of(Adopted adopted, @Nullable ItemText before, ReleaseRules after, Words words) { // two texts
        var then = before instanceof ReleaseRules rules && adopted.read(rules) instanceof Annex annex ? annex : null;
        return switch (adopted.read(after)) {
            case Annex now -> new RulesText(words).compare(then, now, after.text());
            case Reading.Faulty _ ->
                new RulesView(
                        then != null,
                        List.of(),
                        new RulesView.Remarks(false, List.of()),
                        adopted.faults(after).stream()
                                .map(ReleaseRules.Fault::withLine)
                                .map(fault -> new Bilingual(fault.es(), fault.en()))
                                .toList(),
                        after.text());
        };
    }

    private RulesView compare(@Nullable Annex then, Annex now, String text) {
        var before = new HashMap<String, Rule>();
        if (then != null) for (var rule : then.rules()) before.put(rule.id(), rule);
        var rules = new ArrayList<RulesView.Rule>();
        var kept = new HashSet<String>();
        for (var rule : now.rules()) {
            kept.add(rule.id());
            rules.add(then == null ? line(rule, rule) : line(before.get(rule.id()), rule));
        }
        if (then != null) for (var rule : then.rules()) if (!kept.contains(rule.id())) rules.add(line(rule, null));
        var remarks = then == null ? now.remarks() : then.remarks();
        return new RulesView(
                then != null,
                rules,
                new RulesView.Remarks(
                        !remarks.strip().equals(now.remarks().strip()), Difference.between(remarks, now.remarks())),
                List.of(),
                text);
    }

    private RulesView.Rule line(@Nullable Rule then, @Nullable Rule now) {
        var one = now == null ? java.util.Objects.requireNonNull(then) : now;
        return new RulesView.Rule(
                one.id(),
                fate(then, now),
                between(then, now, this::effect),
                between(then, now, rule -> rule.reason().text().es()),
                between(then, now, rule -> rule.reason().text().en()),
                between(then, now, rule -> rule.place().text()),
                then != null
                        && now != null
                        && !then.place().text().equals(now.place().text())
                        && !Difference.differ(then.place().text(), now.place().text()));
    }

    /** A rule is the same only if its text is, character by character. */
    private static Fate fate(@Nullable Rule then, @Nullable Rule now) {
        if (then == null) return Fate.ADDED;
        if (now == null) return Fate.DROPPED;
        return then.place().text().equals(now.place().text()) ? Fate.SAME : Fate.CHANGED;
    }

    private static List<Paragraph> between(@Nullable Rule then, @Nullable Rule now, Function<Rule, String> part) {
        return Difference.between(then == null ? "" : part.apply(then), now == null ? "" : part.apply(now));
    }

    private String effect(Rule rule) {
        var effect = words.of(RulesView.Effect.valueOf(rule.effect().name()));
        if (rule.fields().isEmpty()) return effect;
        var fields = rule.fields().stream()
                .sorted()
                .map(field -> words.say("release.field." + field.name()))
                .toList();
        return effect + " " + words.say("release.fields", words.list(fields));
    }
}
