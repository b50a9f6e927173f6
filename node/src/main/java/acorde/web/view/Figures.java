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
     * @param open whose day has passed, neither done nor late by this yet
     * @param others days of delay after which the parties that do not owe it are shown it (CO-5); 0 if that is not told
     * @param everybody the same of everybody
     */
    public record Kept(int late, int done, int waived, int open, int others, int everybody) { // each with its own word
        public static final Kept NOTHING = new Kept(0, 0, 0, 0, 0, 0);
    }

    private static final int PITCH = 10;
    private static final int SQUARE = 8;

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

    /**
     * Small squares in two rows, those from {@code from} (inclusive) to {@code to} (exclusive), as path data: a line through each row, which
     * dashes make into squares, so that two thousand weigh what two do.
     *
     * @param inset from the edge of each square
     */
    public String squares(int from, int to, int inset) {
        int columns = columns();
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < 2; row++) {
            int first = Math.max(from - row * columns, 0);
            int end = Math.min(to - row * columns, columns);
            if (first >= end) continue;
            path.append('M').append(first * PITCH + inset).append(' ').append(row * PITCH + SQUARE / 2);
            path.append('H').append((end - 1) * PITCH + SQUARE - inset);
        }
        return path.toString();
    }

    public int columns() {
        return Math.max(1, (total + 1) / 2);
    }
}
