package acorde.web.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The compact: what was agreed, and what was only announced.
 *
 * @param title in the reader's language
 * @param signatures what sources say of the date of signature, side by side
 * @param charter who assented to the founding charter
 * @param sources how many public sources the announced texts rest on
 */
public record CompactView(
        String title,
        String place,
        List<Claim> signatures,
        Chord charter,
        @Nullable Instant charterAt,
        Filter filter,
        List<Section> sections,
        Part part,
        Figures figures,
        int sources) {

    /**
     * What of a long list a page shows.
     *
     * @param matching how many lines the filter lets through, shown or not
     * @param next the code with which the next page begins; empty on the last
     */
    public record Part(int matching, String next) {
        /** The whole list. */
        public static Part whole(List<Section> sections) {
            return new Part(count(sections), "");
        }
    }

    /**
     * What one source says.
     *
     * @param statement in the reader's language
     * @param evidence how good what it rests on is; absent where it is not known
     * @param note what it rests on; may be empty
     */
    public record Claim(
            String statement,
            InitiativeView.@Nullable Evidence evidence,
            String note,
            List<InitiativeView.Source> sources) {
        public Claim {
            sources = List.copyOf(sources);
        }
    }

    /** What the reader asked to see; empty fields ask for everything. */
    public record Filter(String q, String area, String party, String consent, String due) {
        /** What {@code consent} may ask for: see {@link InitiativeLine#tags}. */
        public static final List<String> TAGS =
                List.of("ANNOUNCED_ONLY", "PROPOSED", "REFUSED", "CONSENTED", "CONTESTED");

        public static final Filter ALL = new Filter("", "", "", "", "");

        public boolean isEmpty() {
            return equals(ALL);
        }
    }

    /**
     * One area.
     *
     * @param figures of all its initiatives
     * @param lines those the filter lets through, as far as this page has them
     * @param sums the indicators of its initiatives added up; null where nothing is measured, or not looked at
     * @param indicators that were agreed for the area itself
     */
    public record Section(
            String code,
            String name,
            Figures figures,
            List<InitiativeLine> lines,
            @Nullable AreaSums sums,
            List<IndicatorLine> indicators) { // what stands of an area
        public Section(String code, String name, Figures figures, List<InitiativeLine> lines) { // as above
            this(code, name, figures, lines, null, List.of());
        }

        public Section with(@Nullable AreaSums sums, List<IndicatorLine> indicators) {
            return new Section(code, name, figures, lines, sums, indicators);
        }
    }

    public int shown() {
        return count(sections);
    }

    private static int count(List<Section> sections) {
        return sections.stream().mapToInt(section -> section.lines().size()).sum();
    }
}
