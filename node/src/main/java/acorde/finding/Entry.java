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
 */
public record Entry(
        Key key,
        Audience audience,
        Text title,
        Text text,
        Place place,
        @Nullable ActId act,
        Rank rank) { // what lists, filters and the index need of a thing
    /** Characters of the text in one language that can be found, if {@link Lexemes#BYTES} has room for their words. */
    static final int TEXT = 50_000;

    /** In both languages; equal where a text has no language, such as an address. */
    public record Text(String es, String en) {
        public static final Text NONE = new Text("", "");

        public static Text same(String text) {
            return new Text(text, text);
        }

        /** All that a text in JSON says, its numbers too: what stands under {@code es} and {@code en} in its language, the rest in both; no hashes. */
        public static Text of(JsonNode json) {
            var es = new StringBuilder();
            var en = new StringBuilder();
            gather(json, es, en);
            return new Text(es.toString().strip(), en.toString().strip());
        }

        private static void gather(JsonNode node, StringBuilder es, StringBuilder en) {
            if (node.isString() || node.isNumber()) {
                var said = node.asString();
                if (said.startsWith("sha256:")) return;
                es.append(said).append('\n');
                en.append(said).append('\n');
            } else if (node.path("es").isString() && node.path("en").isString()) {
                es.append(node.path("es").stringValue()).append('\n');
                en.append(node.path("en").stringValue()).append('\n');
            } else for (var child : node) gather(child, es, en);
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
