package acorde.policy;

import acorde.compact.Bilingual;
import acorde.policy.Question.Moment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What other rules, or other readers, would do to what was exchanged before; computed and shown before anybody assents to them.
 *
 * @param viewer who is shown it: what they may not find themselves is not counted either (AS-1)
 */
public record Retroactive(Reader viewer, Moment moment) {
    /**
     * Under which rules who reads.
     *
     * @param readers each with a name of its own
     */
    public record Regime(Annex annex, List<Reader> readers) {
        public Regime {
            readers = List.copyOf(readers);
            var names = new HashSet<String>();
            for (var reader : readers)
                if (!names.add(reader.name()))
                    throw new IllegalArgumentException(reader.name() + " stands twice among the readers");
        }

        private Map<String, Reader> byName() {
            var byName = new LinkedHashMap<String, Reader>();
            for (var reader : readers) byName.put(reader.name(), reader);
            return byName;
        }
    }

    /**
     * What changes for one reader, in items.
     *
     * @param reader its name
     * @param appear would become visible
     * @param vanish would no longer be
     * @param widen are visible and would show more fields
     * @param narrow are visible and would show fewer
     */
    public record Shift(String reader, int appear, int vanish, int widen, int narrow) { // four counts of one reader
        boolean isNone() {
            return appear + vanish + widen + narrow == 0;
        }

        /** What changes, a sentence for each of the four that is not nought. */
        public List<Bilingual> words() {
            var words = new ArrayList<Bilingual>();
            say(words, appear, "pasaría[n] a ser visible[s] para " + reader, "would become visible to " + reader);
            say(
                    words,
                    vanish,
                    "dejaría[n] de ser visible[s] para " + reader,
                    "would no longer be visible to " + reader);
            say(words, widen, "mostraría[n] más campos a " + reader, "would show more fields to " + reader);
            say(words, narrow, "mostraría[n] menos campos a " + reader, "would show fewer fields to " + reader);
            return words;
        }

        /** In brackets stands what only several have. */
        private static void say(List<Bilingual> words, int count, String es, String en) {
            if (count == 0) return;
            var one = count == 1;
            words.add(new Bilingual(
                    count + (one ? " elemento " : " elementos ") + es.replaceAll("\\[(.*?)]", one ? "" : "$1") + ".",
                    count + (one ? " item " : " items ") + en + "."));
        }
    }

    /** How the items' visibility shifts from {@code then} to {@code now}; readers for whom nothing does are left out. */
    public List<Shift> between(Regime then, Regime now, Iterable<Facts> items) {
        var before = then.byName();
        var after = now.byName();
        var tallies = new LinkedHashMap<String, Tally>();
        for (var name : before.keySet()) tallies.put(name, new Tally());
        for (var name : after.keySet()) tallies.putIfAbsent(name, new Tally());
        for (var item : items) {
            if (visible(then.annex(), viewer, item).isEmpty()) continue;
            tallies.forEach((name, tally) -> tally.count(
                    visible(then.annex(), before.get(name), item), visible(now.annex(), after.get(name), item)));
        }
        return tallies.entrySet().stream()
                .map(each -> each.getValue().shift(each.getKey()))
                .filter(shift -> !shift.isNone())
                .toList();
    }

    /** The fields of an item that somebody finds; none for who is no reader. */
    private Set<Field> visible(Annex annex, @Nullable Reader reader, Facts item) {
        if (reader == null) return Set.of();
        var question = new Question(item, reader, Use.FIND, moment.from(reader.party()));
        return Policy.decide(annex, question).visible(item.content().fields());
    }

    private static final class Tally {
        private int appear;
        private int vanish;
        private int widen;
        private int narrow;

        void count(Set<Field> before, Set<Field> after) {
            if (before.isEmpty() && !after.isEmpty()) appear++;
            else if (!before.isEmpty() && after.isEmpty()) vanish++;
            else {
                if (!before.containsAll(after)) widen++;
                if (!after.containsAll(before)) narrow++;
            }
        }

        Shift shift(String name) {
            return new Shift(name, appear, vanish, widen, narrow);
        }
    }
}
