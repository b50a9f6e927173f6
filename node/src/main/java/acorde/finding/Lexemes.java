package acorde.finding;

import acorde.finding.Stems.Stem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Entries and questions as PostgreSQL compares them: a {@code tsvector} and a {@code tsquery}.
 *
 * <p>Every word of an entry begins with the number of its room and a sign for what it is, such as {@code 1s:migr}: Spanish in room 1. A
 * question is written for the rooms its reader may enter and so never reaches the postings of another, whatever they hold: entries a reader
 * may not open cost nothing, neither in the count nor in time. Filters are words too, and what has no words to be found by has the room's
 * own sign.
 */
final class Lexemes {
    /** Positions of one word that PostgreSQL keeps. */
    private static final int PLACES = 255;

    /** The last position PostgreSQL tells apart. */
    private static final int LAST_PLACE = 16_383;

    /** Words of a text that can be found, beside its limit in characters. */
    private static final int WORDS = Entry.TEXT / 2;

    /** Bytes of a vector: PostgreSQL takes 1 MiB ({@code MAXSTRPOS}, ts_type.h) and refuses more. */
    static final int BYTES = (1 << 20) - 1;

    /** Bytes of a place in a vector, and those that go with a word beside its own: how many places, and what sets them even. */
    private static final int PLACE = 2;

    private static final int BESIDE = 3;

    /** A title is no text: a phrase does not reach from one into the other. */
    private static final int GAP = 10;

    private Lexemes() {}

    /** The words of an entry, in both languages, by which it is found. */
    static Set<String> words(Entry entry) {
        var words = new HashSet<String>();
        for (var spanish : List.of(true, false)) {
            titleWords(entry, spanish).forEach(word -> words.add(word.plain()));
            textWords(entry, spanish).forEach(word -> words.add(word.plain()));
        }
        return words;
    }

    /** The entry's name is part of its title: who types A1-05 or HN/401 means that. */
    private static List<Word> titleWords(Entry entry, boolean spanish) {
        return Word.of(entry.key().name() + " " + entry.title().in(spanish), WORDS);
    }

    private static List<Word> textWords(Entry entry, boolean spanish) {
        var text = entry.text().in(spanish) + "\n" + entry.text().beside();
        return Word.of(text.substring(0, Math.min(text.length(), Entry.TEXT)), WORDS);
    }

    static String vector(int room, Entry entry, Map<String, Stem> stems) {
        var vector = new Vector();
        for (var sign : marks(entry)) vector.put(room + sign);
        for (var spanish : List.of(true, false)) {
            vector.mayHold(spanish ? BYTES / 2 : BYTES);
            var titles = titleWords(entry, spanish);
            var at = 0;
            for (var word : titles) vector.put(lexeme(room, stem(word.plain(), stems, spanish), spanish), ++at, "A");
            if (entry.rank() == Entry.Rank.THING) titles.forEach(word -> vector.put(room + "h:" + word.plain()));
            at += GAP;
            for (var word : textWords(entry, spanish))
                vector.put(lexeme(room, stem(word.plain(), stems, spanish), spanish), ++at, "");
        }
        return vector.toString();
    }

    /** A vector of words that never grows past what PostgreSQL takes: what has no room in it any more is not found. */
    private static final class Vector {
        private final Map<String, List<String>> places = new LinkedHashMap<>();
        private int bytes;
        private int most = BYTES;

        /** @param most bytes of all that is in it, from now on */
        void mayHold(int most) {
            this.most = most;
        }

        void put(String lexeme) {
            known(lexeme);
        }

        void put(String lexeme, int at, String weight) {
            var known = known(lexeme);
            if (known == null || known.size() == PLACES || at > LAST_PLACE || bytes + PLACE > most) return;
            known.add(at + weight);
            bytes += PLACE;
        }

        private @Nullable List<String> known(String lexeme) {
            var known = places.get(lexeme);
            if (known != null) return known;
            var more = lexeme.getBytes(StandardCharsets.UTF_8).length + BESIDE;
            if (bytes + more > most) return null;
            bytes += more;
            var first = new ArrayList<String>();
            places.put(lexeme, first);
            return first;
        }

        @Override
        public String toString() {
            return places.entrySet().stream()
                    .map(each -> quoted(each.getKey())
                            + (each.getValue().isEmpty() ? "" : ":")
                            + String.join(",", each.getValue()))
                    .collect(Collectors.joining(" "));
        }
    }

    /** The filters an entry passes. */
    private static List<String> marks(Entry entry) {
        var marks = new ArrayList<>(List.of("", mark(Filter.By.KIND, entry.key().kind())));
        var place = entry.place();
        if (place.area() != null) marks.add(mark(Filter.By.AREA, place.area()));
        place.parties().forEach(party -> marks.add(mark(Filter.By.PARTY, party.value())));
        if (place.standing() != null) marks.add(mark(Filter.By.STANDING, place.standing()));
        return marks;
    }

    private static String mark(Filter.By by, String word) {
        return switch (by) {
                    case KIND -> "k:";
                    case AREA -> "a:";
                    case PARTY -> "p:";
                    case STANDING -> "t:";
                }
                + word;
    }

    private static String stem(String word, Map<String, Stem> stems, boolean spanish) {
        var stem = stems.get(word);
        return stem == null ? word : stem.in(spanish);
    }

    private static String lexeme(int room, String stem, boolean spanish) {
        return room + (spanish ? "s:" : "e:") + stem;
    }

    /** Room, sign and word hold letters, digits, hyphens and a colon; nothing here has ever to be escaped. */
    private static String quoted(String lexeme) {
        return "'" + lexeme + "'";
    }

    /**
     * What to look for.
     *
     * @param match what an entry must answer to; empty when no room is open to the reader
     * @param merit the wanted words alone, by which answers are ordered; empty when there are none
     */
    record Wanted(String match, String merit) {}

    static Wanted wanted(Collection<Integer> rooms, Question question, Filter filter, Map<String, Stem> stems) {
        var match = new ArrayList<String>();
        var merit = new ArrayList<String>();
        for (var room : rooms) {
            var all = new ArrayList<String>();
            for (var by : Filter.By.values()) addFilter(all, room, by, filter.word(by));
            var words = question.wanted().stream()
                    .map(phrase -> either(room, phrase, stems))
                    .toList();
            all.addAll(words);
            // Every word names its room, and the sign of the room stands everywhere: it is asked for only where nothing
            // else is.
            if (all.isEmpty()) all.add(quoted(room.toString()));
            for (var phrase : question.unwanted()) all.add("!" + either(room, phrase, stems));
            match.add("(" + String.join(" & ", all) + ")");
            if (!words.isEmpty()) merit.add("(" + String.join(" & ", words) + ")");
        }
        return new Wanted(String.join(" | ", match), String.join(" | ", merit));
    }

    /** What is no word of a filter is the filter of nothing. */
    private static void addFilter(List<String> all, int room, Filter.By by, @Nullable String word) {
        if (word != null) all.add(quoted(room + (Entry.Place.isWord(word) ? mark(by, word) : "x:")));
    }

    private static String either(int room, Question.Phrase phrase, Map<String, Stem> stems) {
        Function<Boolean, String> in = spanish -> phrase.words().stream()
                .map(word -> quoted(lexeme(room, stem(word, stems, spanish), spanish)))
                .collect(Collectors.joining(" <-> ", "(", ")"));
        return "(" + in.apply(true) + " | " + in.apply(false) + ")";
    }

    /** What begins like this: the words before the last as they stand in titles, and the last as far as it is typed. */
    static String beginning(Collection<Integer> rooms, List<String> words) {
        return rooms.stream()
                .map(room -> words.stream()
                        .map(word -> quoted(room + "h:" + word))
                        .collect(Collectors.joining(" & ", "(", ":*)")))
                .collect(Collectors.joining(" | "));
    }
}
