package acorde.finding;

import acorde.acts.ActId;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A thing that can be found, as its duty tells of it now.
 *
 * @param audience who may open it
 * @param title what it is called
 * @param text all else that is said in it, and by which it can be found; the first {@link #TEXT} characters in each language count
 * @param place where it belongs
 * @param act the act that says so; null if several do
 * @param rank whether it stands for itself
 * @param until the last day for which it is known to be so; null if no day changes it
 */
public record Entry(
        Key key,
        Audience audience,
        Text title,
        Text text,
        Place place,
        @Nullable ActId act,
        Rank rank,
        @Nullable LocalDate until) { // what lists, filters and the index need of a thing
    /** Characters of the text in one language that can be found, if {@link Lexemes#BYTES} has room for their words. */
    static final int TEXT = 50_000;

    /** Of a thing that no day changes. */
    public Entry( // as the record
            Key key, Audience audience, Text title, Text text, Place place, @Nullable ActId act, Rank rank) {
        this(key, audience, title, text, place, act, rank, null);
    }

    /**
     * In both languages; equal where a text has no language, such as an address.
     *
     * @param beside what it is found by and is nobody's words, so that no excerpt shows it: codes, days, numbers
     */
    public record Text(String es, String en, String beside) {
        public static final Text NONE = new Text("", "");

        public Text(String es, String en) {
            this(es, en, "");
        }

        public static Text same(String text) {
            return new Text(text, text);
        }

        /**
         * All that a text in JSON says: what stands under {@code es} and {@code en} are words, each in its language or, said in one alone, in
         * both; the rest stands beside them, its numbers too; no hashes.
         */
        public static Text of(JsonNode json) {
            var gathered = new Gathered(new StringBuilder(), new StringBuilder(), new StringBuilder());
            gathered.gather(json);
            return new Text(
                    gathered.es.toString().strip(),
                    gathered.en.toString().strip(),
                    gathered.beside.toString().strip());
        }

        private record Gathered(StringBuilder es, StringBuilder en, StringBuilder beside) {
            void gather(JsonNode node) {
                if (node.isString() || node.isNumber()) {
                    var said = node.asString();
                    if (!said.startsWith("sha256:")) beside.append(said).append('\n');
                } else if (node.path("es").isString() || node.path("en").isString()) {
                    var spanish = node.path("es").asString("");
                    var english = node.path("en").asString("");
                    put(es, spanish.isEmpty() ? english : spanish);
                    put(en, english.isEmpty() ? spanish : english);
                } else for (var child : node) gather(child);
            }

            /** A sign such as % is no word. */
            private void put(StringBuilder words, String said) {
                (said.codePoints().anyMatch(Character::isLetter) ? words : beside)
                        .append(said)
                        .append('\n');
            }
        }

        /** The same with more of it. */
        public Text and(Text more) {
            return new Text(es + "\n" + more.es, en + "\n" + more.en, beside + "\n" + more.beside);
        }

        /** What is said after a title with which it begins. */
        public Text after(Text title) {
            return new Text(after(es, title.es), after(en, title.en), beside);
        }

        private static String after(String text, String title) {
            return (text + "\n").startsWith(title + "\n")
                    ? text.substring(title.length()).strip()
                    : text;
        }

        public String in(boolean spanish) {
            return spanish ? es : en;
        }
    }

    /**
     * What a reader can filter by.
     *
     * @param area code of an area; null if it belongs to none
     * @param parties whom it concerns
     * @param standing how far it has come, a word of its duty; null if it has no such thing
     * @param day the day it is about: due, held, said; null if none
     */
    public record Place(
            @Nullable String area,
            SortedSet<PartyCode> parties,
            @Nullable String standing,
            @Nullable LocalDate day) { // the four filters
        private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

        public static final Place NOWHERE = new Place(null, Collections.emptySortedSet(), null, null);

        public Place {
            if (area != null && !isWord(area)) throw new IllegalArgumentException("no code of an area");
            if (standing != null && !isWord(standing)) throw new IllegalArgumentException("no standing");
            parties = Collections.unmodifiableSortedSet(new TreeSet<>(parties));
        }

        static boolean isWord(String text) {
            return WORD.matcher(text).matches();
        }
    }

    /** In which order things of the same merit are listed. */
    public enum Rank {
        /** Something that stands: an initiative, a proposal, a meeting. */
        THING,
        /** Something said about one: an answer, a report. There are many, and they come after. */
        SAYING
    }
}
