package acorde.web.view;

import java.util.Locale;

/**
 * The honest figures of the compact or of one area.
 *
 * @param dated with a due date
 * @param numbered with a number in what was promised
 * @param measured with an indicator that has both a baseline and a target
 * @param consented in force by the consent of every party concerned
 * @param proposed with an open proposal
 * @param past with a due date that has passed
 * @param kept what became of them
 */
public record Figures(
        int total, int dated, int numbered, int measured, int consented, int proposed, int past, Kept kept) { // figures
    public Figures(
            int total, int dated, int numbered, int measured, int consented, int proposed, int past) { // as above
        this(total, dated, numbered, measured, consented, proposed, past, Kept.NOTHING);
    }

    /**
     * What became of them, as this reader is shown it.
     *
     * @param late overdue or without a word, and shown so
     * @param done reported by all who owe it and confirmed by all others
     * @param waived with a reason for going without a date or a measure
     * @param others days of delay after which the parties that do not owe it are shown it (CO-5); 0 if that is not told
     * @param everybody the same of everybody
     */
    public record Kept(int late, int done, int waived, int others, int everybody) {
        public static final Kept NOTHING = new Kept(0, 0, 0, 0, 0);
    }

    private static final int PITCH = 10;

    /** A column of the table of areas. */
    public enum Column {
        TOTAL,
        DATED,
        NUMBERED,
        MEASURED,
        PROPOSED,
        CONSENTED
    }

    public int of(Column column) {
        return switch (column) {
            case TOTAL -> total;
            case DATED -> dated;
            case NUMBERED -> numbered;
            case MEASURED -> measured;
            case PROPOSED -> proposed;
            case CONSENTED -> consented;
        };
    }

    /** The style class of an area's accent: {@code a1} for A1; areas without an accent of their own are grey. */
    public static String accent(String area) {
        return area.toLowerCase(Locale.ROOT);
    }

    public int announcedOnly() {
        return total - consented;
    }

    /** Small squares in two rows, as path data: those from {@code from} (inclusive) to {@code to} (exclusive). */
    public String squares(int from, int to, boolean filled) {
        int columns = columns();
        StringBuilder path = new StringBuilder();
        for (int i = from; i < to; i++) {
            int x = i % columns * PITCH;
            int y = i / columns * PITCH;
            if (filled) path.append('M').append(x).append(' ').append(y).append("h8v8h-8z");
            else path.append('M').append(x).append(".5 ").append(y).append(".5h7v7h-7z");
        }
        return path.toString();
    }

    public int columns() {
        return Math.max(1, (total + 1) / 2);
    }
}
