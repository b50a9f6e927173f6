package acorde.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is left of words when their endings are taken off, in Spanish and in English, by the stemmers of PostgreSQL. Words come without
 * accents, so both who writes them and who does not finds the same, on any server: no extension is needed. Safe for any thread.
 */
final class Stems {
    /** Words remembered: more than the vocabulary of a compact. */
    private static final int KEPT = 50_000;

    /** Words asked for at once. */
    private static final int PAGE = 10_000;

    /** The stemmer knows these endings only with their accent, as in "migración", and takes their plurals off in any case. */
    private static final List<String> ACCENTED = List.of("acion", "ucion");

    private final JdbcClient jdbc;
    private final Map<String, Stem> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stem> eldest) {
            return size() > KEPT;
        }
    };

    /** A word as each language has it. */
    record Stem(String es, String en) {
        String in(boolean spanish) {
            return spanish ? es : en;
        }
    }

    Stems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The stems of plain words, see {@link Word}. */
    Map<String, Stem> of(Collection<String> words) {
        var stems = new HashMap<String, Stem>();
        var unknown = new ArrayList<String>();
        synchronized (kept) {
            for (var word : words) {
                var stem = kept.get(word);
                if (stem != null) stems.put(word, stem);
                else if (stems.putIfAbsent(word, new Stem(word, word)) == null) unknown.add(word);
            }
        }
        for (var from = 0; from < unknown.size(); from += PAGE)
            ask(unknown.subList(from, Math.min(from + PAGE, unknown.size())), stems);
        return stems;
    }

    private void ask(List<String> words, Map<String, Stem> stems) {
        jdbc.sql("""
                        select word, (ts_lexize('finding.es', accented))[1] as es, (ts_lexize('finding.en', word))[1] as en
                        from unnest(?::text[], ?::text[]) as u(word, accented)""")
                .params(
                        words.toArray(String[]::new),
                        words.stream().map(Stems::accented).toArray(String[]::new))
                .query(row -> {
                    var word = row.getString("word");
                    stems.put(word, new Stem(bare(row.getString("es"), word), bare(row.getString("en"), word)));
                });
        synchronized (kept) {
            for (var word : words) kept.put(word, stems.getOrDefault(word, new Stem(word, word)));
        }
    }

    /** A stemmer may leave an accent where it took an ending off. */
    private static String bare(@org.jspecify.annotations.Nullable String stem, String word) {
        if (stem == null || stem.isEmpty()) return word;
        var bare = Word.of(stem, 1);
        return bare.isEmpty() ? word : bare.getFirst().plain();
    }

    private static String accented(String word) {
        for (var ending : ACCENTED) if (word.endsWith(ending)) return word.substring(0, word.length() - 2) + "ón";
        return word;
    }
}
