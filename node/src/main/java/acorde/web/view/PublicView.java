package acorde.web.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The compact for everybody: what was promised, who owes it, when it fell due, who consented.
 *
 * @param publisher the party whose node publishes this page
 * @param dated the first to fall due of those that have a date
 * @param sections initiatives by area, as far as this page has them
 * @param part what of the list that is
 * @param reports what became of those of them of which anybody said so in public, by their codes
 * @param indicators of the areas that have any, by their codes
 * @param sources how many public sources it rests on
 * @param log whether the publisher's log is published too
 */
public record PublicView(
        String publisher,
        Instant at,
        Figures figures,
        List<InitiativeLine> dated,
        List<CompactView.Section> sections,
        CompactView.Part part,
        Map<String, PublicReports> reports,
        Map<String, List<PublicIndicator>> indicators,
        int sources,
        boolean log) { // what the page tells
    /** Whether everybody is shown how the initiatives stand. */
    public boolean lights() {
        return Stream.concat(dated.stream(), sections.stream().flatMap(section -> section.lines().stream()))
                .anyMatch(line -> line.light() != null);
    }
}
