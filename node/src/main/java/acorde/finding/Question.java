package acorde.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What somebody typed, read for good: plain words, "words that stand together", and -what is not wanted. There is no text that cannot be
 * read; what asks for too much is cut, and said so.
 *
 * @param wanted each must be there
 * @param unwanted none may be there
 * @param cut whether only the first {@link #WORDS} words are looked for
 */
public record Question(List<Phrase> wanted, List<Phrase> unwanted, boolean cut) {
    public static final Question NOTHING = new Question(List.of(), List.of(), false);

    /** Words looked for: a sentence. Each costs a look into the index. */
    public static final int WORDS = 12;

    /** Characters that are looked at. */
    private static final int CHARACTERS = 1_000;

    private static final String QUOTES = "\"“”„«»";

    /** Say nothing by themselves; looked for only within quotes or where nothing else is asked. */
    private static final Set<String> SMALL = Set.of(
            "a", "al", "con", "de", "del", "el", "en", "es", "la", "las", "lo", "los", "o", "para", "por", "que", "se",
            "sin", "su", "sus", "un", "una", "y", "an", "and", "by", "for", "in", "is", "of", "on", "or", "the", "to",
            "with");

    /** Words that stand together, in their order. */
    public record Phrase(List<String> words) {
        public Phrase {
            words = List.copyOf(words);
        }
    }

    public Question {
        wanted = List.copyOf(wanted);
        unwanted = List.copyOf(unwanted);
    }

    public boolean isEmpty() {
        return wanted.isEmpty() && unwanted.isEmpty();
    }

    public static Question read(String typed) {
        return new Reading(typed.substring(0, Math.min(typed.length(), CHARACTERS)), typed.length() > CHARACTERS)
                .question();
    }

    private static final class Reading {
        private final String typed;
        private final List<Phrase> wanted = new ArrayList<>();
        private final List<Phrase> unwanted = new ArrayList<>();
        private int words;
        private boolean cut;

        Reading(String typed, boolean cut) {
            this.typed = typed;
            this.cut = cut;
        }

        Question question() {
            var at = 0;
            while (at < typed.length()) {
                var not = typed.charAt(at) == '-';
                var begin = not ? at + 1 : at;
                var quoted = begin < typed.length() && QUOTES.indexOf(typed.charAt(begin)) >= 0;
                if (quoted) begin++;
                var end = end(begin, quoted);
                take(typed.substring(begin, end), not);
                at = Math.max(end + (quoted ? 1 : 0), at + 1);
            }
            var telling = wanted.stream().filter(phrase -> !isSmall(phrase)).toList();
            return new Question(telling.isEmpty() ? wanted : telling, unwanted, cut);
        }

        private int end(int begin, boolean quoted) {
            var end = begin;
            while (end < typed.length()) {
                var c = typed.charAt(end);
                var quote = QUOTES.indexOf(c) >= 0;
                if (quote || (!quoted && Character.isWhitespace(c))) break;
                end++;
            }
            return end;
        }

        private void take(String part, boolean not) {
            var found = Word.of(part, WORDS + 1);
            if (found.isEmpty()) return;
            var room = WORDS - words;
            if (found.size() > room) cut = true;
            var kept = found.stream().limit(room).map(Word::plain).toList();
            if (kept.isEmpty()) return;
            words += kept.size();
            (not ? unwanted : wanted).add(new Phrase(kept));
        }

        private static boolean isSmall(Phrase phrase) {
            return phrase.words().size() == 1 && SMALL.contains(phrase.words().getFirst());
        }
    }
}
