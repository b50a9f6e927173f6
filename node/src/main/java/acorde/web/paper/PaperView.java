package acorde.web.paper;

import java.time.LocalDate;
import java.util.List;

/**
 * A paper in the reader's words.
 *
 * @param compact its title
 * @param title of the paper
 * @param body the ministry it is for; empty if it is for none
 * @param code the check code; empty if it is not issued
 * @param digest of the paper, hexadecimal
 * @param by the party that issued it; empty if it is not issued
 */
public record PaperView(
        String compact,
        String title,
        String body,
        LocalDate day,
        String code,
        String digest,
        String by,
        String act,
        List<Row> rows,
        List<Section> sections) {
    public PaperView {
        rows = List.copyOf(rows);
        sections = List.copyOf(sections);
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

    /** @param left how many lines it leaves out */
    public record Section(String title, List<Line> lines, int left) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param item how pages name it
     * @param link where it is shown; empty if nowhere
     * @param title empty if its text is not here
     * @param why it stands here
     */
    public record Line(String item, String link, String title, String why) {}
}
