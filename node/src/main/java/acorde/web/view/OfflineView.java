package acorde.web.view;

import java.util.List;

/**
 * The form that works without a connection.
 *
 * @param account tells accounts apart on a shared phone and names nobody; what is kept there is kept under it
 * @param who signs what is written here: a name and an office
 * @param promises what this party owes, the first {@link #MOST}
 * @param left how many more there are
 */
public record OfflineView(String account, String who, List<Promise> promises, int left) {
    /** The page stays below 100 kB. */
    public static final int MOST = 200;

    public OfflineView {
        promises = List.copyOf(promises);
    }

    /**
     * One initiative.
     *
     * @param version of the text, as a report names it
     * @param basis the latest report of this party; empty if there is none
     * @param unit of its indicator; empty if it has none
     * @param restrictions empty if it has none
     */
    public record Promise(
            String code,
            String title,
            String version,
            String basis,
            String unit,
            String restrictions) {} // what is told
}
