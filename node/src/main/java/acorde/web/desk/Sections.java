package acorde.web.desk;

import acorde.web.view.CompactView.Part;
import acorde.web.view.CompactView.Section;
import acorde.web.view.InitiativeLine;
import java.util.ArrayList;
import java.util.List;

/** The initiatives that a page lists, by area; a page shows a bounded part of them. */
record Sections(List<Section> all) {
    /** Lines of a page: all of a compact as large as today's, and no more than somebody looks through. */
    static final int MOST = 100;

    /** What one page shows. */
    record Listed(List<Section> sections, Part part) {}

    List<InitiativeLine> lines() {
        return all.stream().flatMap(section -> section.lines().stream()).toList();
    }

    /** @param code of the first line; the list begins at its beginning if it has none of that code */
    Listed from(String code) {
        var lines = lines();
        var begin =
                Math.max(0, lines.stream().map(InitiativeLine::code).toList().indexOf(code));
        var end = Math.min(lines.size(), begin + MOST);
        var sections = new ArrayList<Section>();
        var passed = 0;
        for (var section : all) {
            var own = section.lines();
            var first = Math.clamp((long) begin - passed, 0, own.size());
            var last = Math.clamp((long) end - passed, 0, own.size());
            sections.add(new Section(section.code(), section.name(), section.figures(), own.subList(first, last)));
            passed += own.size();
        }
        return new Listed(
                sections,
                new Part(lines.size(), end < lines.size() ? lines.get(end).code() : ""));
    }
}
