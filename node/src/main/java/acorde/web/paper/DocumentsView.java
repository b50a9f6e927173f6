package acorde.web.paper;

import java.time.LocalDate;
import java.util.List;

/** The papers that can be opened, and the latest that were issued. */
public record DocumentsView(
        List<Choice> briefs, List<Choice> areas, List<Choice> groups, List<Choice> communiques, List<Line> issued) {
    public DocumentsView {
        briefs = List.copyOf(briefs);
        areas = List.copyOf(areas);
        groups = List.copyOf(groups);
        communiques = List.copyOf(communiques);
        issued = List.copyOf(issued);
    }

    /** Something to open. */
    public record Choice(String name, String link) {}

    /** A paper that was issued. */
    public record Line(String act, String title, LocalDate day, String by, String code) {}
}
