package acorde.web.returns;

import acorde.returns.Returns;
import java.util.List;

/**
 * Where a return begins: the template, and the form that sends it back.
 *
 * @param declined the sentence that says why the last file was not taken; empty if none was refused
 * @param said the first and the last act of a return that has just been said; empty if none was
 */
public record ReturnsView(String declined, List<String> said) {
    public static final int ROWS = Returns.ROWS;
    public static final int MEBIBYTES = Returns.BYTES >> 20;

    public ReturnsView {
        said = List.copyOf(said);
    }
}
