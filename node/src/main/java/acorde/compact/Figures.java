package acorde.compact;

/**
 * The honest figures of the compact, or of one area of it: how many initiatives of each kind there are, whose texts were announced or are in
 * force. {@link Initiative} and {@link Item} define the words.
 *
 * @param promised all of them
 * @param dated with a due date
 * @param numbered with a promised figure
 * @param measured with a baseline, a target and its day
 * @param waived with a reason for going without a date or a measure
 * @param consented in force by the assent of every required party
 */
public record Figures(int promised, int dated, int numbered, int measured, int waived, int consented) {}
