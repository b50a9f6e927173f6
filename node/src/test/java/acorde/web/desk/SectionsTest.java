package acorde.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.web.view.Chord;
import acorde.web.view.CompactView.Section;
import acorde.web.view.Figures;
import acorde.web.view.InitiativeLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SectionsTest {
    private static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);

    private static Section section(String area, int lines) {
        return new Section(
                area,
                area,
                NONE,
                IntStream.range(0, lines)
                        .mapToObj(number -> line("%s-%03d".formatted(area, number), area))
                        .toList());
    }

    private static InitiativeLine line(String code, String area) {
        return new InitiativeLine(
                code,
                area,
                code,
                List.of(),
                null,
                InitiativeLine.Status.UNKNOWN,
                "",
                false,
                false,
                InitiativeLine.Agreement.CONSENTED,
                1,
                InitiativeLine.Movement.NONE,
                "",
                new Chord(Chord.Matter.CONSENT, List.of()));
    }

    @Test
    void everyInitiativeIsOnExactlyOneOfThePagesThatFollowEachOther() {
        var sections = new Sections(List.of(section("A1", 130), section("A2", 0), section("A3", 75)));
        var shown = new ArrayList<String>();
        var from = "";
        do {
            var listed = sections.from(from);
            var lines = new Sections(listed.sections()).lines();
            assertEquals(Math.min(Sections.MOST, 205 - shown.size()), lines.size());
            assertEquals(205, listed.part().matching());
            lines.forEach(line -> shown.add(line.code()));
            from = listed.part().next();
        } while (!from.isEmpty());
        assertEquals(sections.lines().stream().map(InitiativeLine::code).toList(), shown);
    }

    @Test
    void aPageThatBeginsWithAnUnknownCodeBeginsAtTheBeginning() {
        var sections = new Sections(List.of(section("A1", 3)));
        assertEquals(sections.from(""), sections.from("A9-999"));
    }
}
