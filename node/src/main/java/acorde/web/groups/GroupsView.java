package acorde.web.groups;

import acorde.files.Upload;
import acorde.finding.Unsigned;
import acorde.groups.Circular;
import acorde.groups.Leaf;
import acorde.groups.Meeting;
import acorde.web.desk.Procedures;
import acorde.web.view.AccountLine;
import acorde.web.view.IndicatorLine;
import acorde.web.view.Refusal;
import acorde.web.words.Bilingual;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The groups, and what each has before it. */
public record GroupsView(List<Line> groups) {
    /**
     * One group.
     *
     * @param standing how far consent to its mandate has come
     * @param awaiting texts in it that wait for this party's word
     */
    public record Line(
            String code,
            Bilingual title,
            String area,
            String kind,
            String standing,
            @Nullable Meeting next,
            int actions,
            int late,
            int awaiting) {} // the columns of the list

    /** The rules of series that a form offers; a program may send others. */
    public static final List<String> RULES =
            List.of("FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3");

    public GroupsView {
        groups = List.copyOf(groups);
    }

    /** A rule as the messages name it, such as {@code MONTHLY.3}. */
    public static String word(String rule) {
        return rule.replace("FREQ=", "").replace(";INTERVAL=", ".");
    }

    /**
     * One group's page.
     *
     * @param proposal a proposal of its mandate that waits for words; empty if there is none
     * @param chair who has the chair today; empty while there is no mandate
     * @param seats who sits in it
     * @param indicators of its area, whose values its offices give
     * @param due the day by which it should meet next by its cadence; empty if none was agreed
     * @param speaks whether the reader's office may speak in it
     * @param ready files of the reader that can go with a call
     * @param soon the next full hour where the reader is
     */
    public record One(
            Line line,
            acorde.compact.Group text,
            String version,
            String proposal,
            String chair,
            List<Seat> seats,
            Leaf<Meeting> meetings,
            Leaf<CircularLine> procedures,
            Leaf<SittingView.UndoneLine> actions,
            List<IndicatorLine> indicators,
            String due,
            boolean speaks,
            boolean mayPropose,
            List<Upload> ready,
            List<ZoneId> zones,
            LocalDateTime soon,
            Typed typed,
            @Nullable Refusal refusal) { // all that stands on the page
    }

    /** @param here whether it is a seat of this party */
    public record Seat(String party, String titular, String alternate, boolean here) {}

    /**
     * What was asked in writing.
     *
     * @param told how far up the ladder it has come; null unless its time has run out
     */
    public record CircularLine(
            Circular circular,
            SittingView.@Nullable About about,
            Procedures.@Nullable Told told) {} // a question, and what stands beside it

    /**
     * What whoever takes up this party's seat has to know.
     *
     * @param cut whether there is more of any of the lists, each of which is a leaf
     * @param ours what this party owes, {@code others} what other parties do
     * @param coming meetings that are called
     * @param open decisions that wait for words
     * @param last the last meeting that is over, whose minutes are read
     * @param office what the reader's office has before it
     */
    public record Handover(
            One group,
            boolean cut,
            List<SittingView.UndoneLine> ours,
            List<SittingView.UndoneLine> others,
            List<Meeting> coming,
            List<CircularLine> open,
            @Nullable Meeting last,
            AccountLine.Pack office) { // what the pack holds
        public String code() {
            return group.line().code();
        }
    }

    /**
     * What was typed into forms of the page, so that none of it is lost.
     *
     * @param form the last word of the address it was sent to; empty if none was
     * @param kept forms that were left before and are gone on with, by the same word, each with when it was kept
     * @param wrong what cannot be read
     */
    public record Typed(Map<String, String> fields, String form, Map<String, Instant> kept, List<Wrong> wrong) {
        public static final Typed NOTHING = new Typed(Map.of());

        public Typed {
            fields = Map.copyOf(fields);
            kept = Map.copyOf(kept);
            wrong = List.copyOf(wrong);
        }

        /**
         * @param field that cannot be read, which is its id on the page too; empty if it is none of them
         * @param why what to write instead
         */
        public record Wrong(String field, Bilingual why) {}

        Typed(Map<String, String> fields) {
            this(fields, "", Map.of(), List.of());
        }

        /** The same, and beside it a form that was left before. What was typed now counts more. */
        Typed with(String form, Unsigned.Form left) {
            var all = new HashMap<String, String>();
            left.fields().forEach((name, values) -> all.put(name, values.getFirst()));
            all.putAll(fields);
            var since = new HashMap<>(kept);
            since.put(form, left.at());
            return new Typed(all, this.form, since, wrong);
        }

        /** The same, with what of it cannot be read. */
        Typed flawed(String field, Bilingual why) {
            var all = new ArrayList<>(wrong);
            all.add(new Wrong(field, why));
            return new Typed(fields, form, kept, all);
        }

        /** Whether it came from that form, or that form was left before: then it stays open. */
        public boolean sent(String form) {
            return this.form.equals(form) || kept.containsKey(form);
        }

        /** When a form was kept that is gone on with; null if it is begun anew. */
        public @Nullable Instant kept(String form) {
            return kept.get(form);
        }

        /** Whether a file was chosen to go with it. */
        public boolean ticked(long file) {
            return List.of(of("file", "").split(" ")).contains(Long.toString(file));
        }

        /** Everything that was typed, by its name in the form: what a review carries along. */
        public SortedMap<String, String> carried() {
            var carried = new TreeMap<>(fields);
            carried.keySet().removeAll(List.of("step", "read", "lang", "seen", "since"));
            return carried;
        }

        public boolean wrong(String field) {
            return why(field) != null;
        }

        /** What to write instead; null if that field can be read. */
        public @Nullable Bilingual why(String field) {
            return wrong.stream()
                    .filter(one -> one.field().equals(field))
                    .map(Wrong::why)
                    .findFirst()
                    .orElse(null);
        }

        /** The id of the sentence that says what is wrong with a field, beside that of its hint. */
        public @Nullable String describes(String field, String hint) {
            var error = wrong(field) ? field + "-error" : "";
            var all = (hint + " " + error).strip();
            return all.isEmpty() ? null : all;
        }

        public String of(String name, String otherwise) {
            return fields.getOrDefault(name, otherwise);
        }
    }
}
