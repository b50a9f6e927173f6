package acorde.web.paper;

import java.time.LocalDate;
import java.util.List;

/**
 * A paper in the reader's words.
 *
 * @param compact its title
 * @param title of the paper
 * @param kind as addresses have it
 * @param body the ministry it is for; empty if it is for none
 * @param when of which days it is, in words
 * @param code the check code; empty if it is not issued
 * @param digest of the paper, hexadecimal
 * @param by the party that issued it; empty if it is not issued
 * @param sums of an area; empty for all others
 * @param agreed the decisions that a communiqué tells; empty for all others
 */
public record PaperView(
        String compact,
        String kind,
        String title,
        String body,
        LocalDate day,
        String when,
        String code,
        String digest,
        String by,
        String act,
        List<Row> rows,
        List<Total> sums,
        List<Section> sections,
        List<Agreed> agreed) {
    public PaperView {
        rows = List.copyOf(rows);
        sums = List.copyOf(sums);
        sections = List.copyOf(sections);
        agreed = List.copyOf(agreed);
    }

    /** Whether it is the draft of a text that nobody has adopted: it stays one when it is issued. */
    public boolean isDraft() {
        return kind.equals("communique");
    }

    public boolean isIssued() {
        return !code.isEmpty();
    }

    /**
     * A figure.
     *
     * @param acts the first of those behind it
     * @param more how many others there are
     */
    public record Row(String name, int value, List<String> acts, int more) {
        public Row {
            acts = List.copyOf(acts);
        }
    }

    /**
     * Indicators of one unit added up; empty where nobody gave a number.
     *
     * @param acts the first of those behind it
     * @param more how many others there are
     */
    public record Total(
            String unit,
            String baseline,
            String target,
            String actual,
            List<String> acts,
            int more) { // what stands in a row
        public Total {
            acts = List.copyOf(acts);
        }
    }

    /** @param left how many lines it leaves out */
    public record Section(String title, List<Line> lines, int left) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A decision in the words of both languages.
     *
     * @param act that put it
     * @param cut whether the paper has only the beginning of it
     * @param actions what follows from it, in the reader's language
     * @param more actions that are left out
     * @param doubt what this node says against it, and then its text may be empty; empty where it finds it taken
     */
    public record Agreed(
            String act,
            String es,
            String en,
            boolean cut,
            List<String> actions,
            int more,
            String doubt) { // what stands of a decision
        public Agreed {
            actions = List.copyOf(actions);
        }
    }

    /**
     * @param item how pages name it
     * @param link where it is shown; empty if nowhere
     * @param title empty if its text is not here
     * @param why it stands here
     * @param doubt what this node says against it; empty where it bears it out, or cannot tell
     */
    public record Line(String item, String link, String title, String why, String doubt) {} // what stands in a line
}
