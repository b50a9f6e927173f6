package acorde.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.acts.ActId;
import acorde.finding.Answer;
import acorde.finding.Audience;
import acorde.finding.Entry;
import acorde.finding.Excerpt;
import acorde.finding.Key;
import acorde.finding.Unsigned;
import acorde.trust.PartyCode;
import acorde.web.view.Frame;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Instant LATE = Instant.parse("2026-11-26T04:43:00Z");
    private static final Frame FRAME =
            new Frame(new Formats(Words.in(Language.ES), "HN", LATE), "/search", null, null, 0, false, null, null);

    @Test
    void whatIsSaidOfAThingTellsWhoSaidItAndOnWhichDayOfTheReader() {
        var said = new Entry(
                new Key("report", "GT/158"),
                Audience.EVERY_OFFICER,
                new Entry.Text("Niñez", "Children"),
                new Entry.Text("primera\nsegunda", "first"),
                new Entry.Place(
                        "A1", new TreeSet<>(Set.of(new PartyCode("GT"))), "in-progress", LocalDate.parse("2026-11-26")),
                ActId.parse("GT/158"),
                Entry.Rank.SAYING);
        var excerpt = new Excerpt(List.of(new Excerpt.Piece("primera\nsegunda", false)), false);
        var line = Findings.line(new Answer.Hit(said, excerpt, excerpt), LATE, FRAME);
        assertEquals("Informe de Guatemala: Niñez", line.title());
        assertEquals(LocalDate.parse("2026-11-25"), line.day());
        assertEquals("primera · segunda", line.excerpt().getFirst().text());
    }

    @Test
    void whatMailTellsOfExchangeLeadsToItsPageAndOfAnOrderToTheMailbox() {
        assertEquals("/exchange/wishes/GT/44", Findings.link(new Key("exchange-leave", "GT/44"), ""));
        assertEquals("/exchange/GT/44", Findings.link(new Key("exchange", "GT/44"), ""));
        assertEquals("/exchange", Findings.link(new Key("exchange-order", "GT/44"), ""));
    }

    @Test
    void whatWasLeftWrittenLeadsBackToTheFormItIsOf() {
        var links = List.of(
                "proposal/A1-05", "/proposals/new?amends=A1-05",
                "proposal//0123456789abcdef", "/proposals/new?draft=0123456789abcdef",
                "mandate/A2", "/groups/A2/mandate",
                "mandate//0123456789abcdef", "/groups/new?draft=0123456789abcdef",
                "report//0123456789abcdef", "/exchange/new?draft=0123456789abcdef",
                "release/rules", "/release/new",
                "area/A1", "/proposals/new/area?of=A1",
                "charter/moc-2019", "/proposals/new/charter",
                "thresholds/moc-2019", "/proposals/new/thresholds",
                "signing/groups/A1/calls", "/groups/A1/calls/review",
                "signing/sittings/HN/402/points", "/sittings/HN/402/points/review");
        for (var pair = 0; pair < links.size(); pair += 2)
            assertEquals(
                    links.get(pair + 1),
                    Findings.begun(new Unsigned.Left(links.get(pair), "", null, LATE))
                            .link());
        var answer = new Unsigned.Left("report//0123456789abcdef", "", ActId.parse("GT/140"), LATE);
        assertEquals("answer", Findings.begun(answer).what());
        assertEquals(
                "sitting/HN/402",
                Findings.begun(new Unsigned.Left("signing/sittings/HN/402/points", "", null, LATE))
                        .item());
    }
}
