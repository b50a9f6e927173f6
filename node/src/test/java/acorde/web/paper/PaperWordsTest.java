package acorde.web.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.compact.ItemKey;
import acorde.documents.Doubt;
import acorde.documents.Entry;
import acorde.documents.Paper;
import acorde.documents.Scope;
import acorde.groups.Decided;
import acorde.groups.Proceedings;
import acorde.groups.SampleSittings;
import acorde.trust.PartyCode;
import acorde.web.view.Frame;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a page says of a communiqué that a partner issued, who may name in it whatever it likes. */
class PaperWordsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-25");
    private static final Frame FRAME = new Frame(
            new Formats(Words.in(Language.EN), "HN", Instant.parse("2026-11-25T15:12:00Z")),
            "/",
            null,
            null,
            0,
            true,
            null,
            null);

    private static Entry entry(Entry.Why why, ActId act) {
        return new Entry(why, new ItemKey(ItemKey.Kind.GROUP, "A1"), new PartyCode("HN"), DAY, act, act);
    }

    private static Paper communique(Proceedings meeting, Entry... entries) {
        return new Paper(Scope.communique("A1", meeting.sitting().act()), DAY, List.of(), List.of(entries));
    }

    private static Decided decided(Proceedings meeting, Decided.State state) {
        return Decided.all(meeting).stream()
                .filter(one -> one.state() == state)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWrittenProcedureIsNoMeetingAndItsCommuniqueHasATitle() {
        var written = SampleSittings.several().stream()
                .filter(one -> !one.sitting().isMeeting())
                .findFirst()
                .orElseThrow();
        var scope = Scope.communique("A1", written.sitting().act());
        assertFalse(PaperWords.isOf(scope, written.sitting()));
        assertTrue(PaperWords.title(scope, Optional.empty(), FRAME).contains(scope.of()));
    }

    @Test
    void aMeetingIsOfItsOwnGroupAlone() {
        var meeting = SampleSittings.meeting();
        var act = meeting.sitting().act();
        assertTrue(PaperWords.isOf(Scope.communique("A1", act), meeting.sitting()));
        assertFalse(PaperWords.isOf(Scope.communique("A2", act), meeting.sitting()));
    }

    @Test
    void aDecisionThatThisNodeDoesNotFindTakenIsShownWithThatDoubt() {
        var meeting = SampleSittings.meeting();
        var taken = decided(meeting, Decided.State.TAKEN);
        var open = decided(meeting, Decided.State.OPEN);
        var paper = communique(meeting, entry(Entry.Why.DECIDED, taken.act()), entry(Entry.Why.DECIDED, open.act()));
        var agreed = PaperWords.agreed(paper, Optional.of(meeting), FRAME);
        assertEquals(
                List.of("", FRAME.say("paper.communique.untaken")),
                agreed.stream().map(PaperView.Agreed::doubt).toList());
        assertEquals("Se abre el paso", agreed.getFirst().es());
    }

    @Test
    void aLineOfAGroupsReportThatThisNodeDoesNotBearOutIsShownWithThatDoubt() {
        var act = decided(SampleSittings.meeting(), Decided.State.TAKEN).act();
        var line = entry(Entry.Why.DECIDED, act);
        var paper = new Paper(Scope.group("A1", DAY), DAY, List.of(), List.of(line));
        var titles = Map.of(act, "Opens the crossing");
        var borne = new PaperWords.Headings(paper, titles, Map.of(), FRAME).line(line);
        assertEquals("", borne.doubt());
        var otherwise = new PaperWords.Headings(paper, titles, Map.of(line, Doubt.OTHERWISE), FRAME).line(line);
        assertEquals(FRAME.say("paper.doubt.OTHERWISE"), otherwise.doubt());
        assertEquals("Opens the crossing", otherwise.title());
        var absent = new PaperWords.Headings(paper, titles, Map.of(line, Doubt.ABSENT), FRAME).line(line);
        assertEquals("", absent.title(), "what is no decision of the group is not shown as one");
    }

    @Test
    void whatIsNoDecisionOfThatMeetingIsNotShownAsOne() {
        var meeting = SampleSittings.meeting();
        var taken = decided(meeting, Decided.State.TAKEN).act();
        var elsewhere = ActId.parse("US/900");
        var paper = communique(meeting, entry(Entry.Why.DECIDED, elsewhere), entry(Entry.Why.TO_DECIDE, taken));
        var agreed = PaperWords.agreed(paper, Optional.of(meeting), FRAME);
        assertEquals(1, agreed.size(), "what waits is not what was decided");
        assertEquals(FRAME.say("paper.communique.absent"), agreed.getFirst().doubt());
        assertEquals("", agreed.getFirst().es() + agreed.getFirst().en());
        assertEquals(agreed, PaperWords.agreed(paper, Optional.empty(), FRAME));
    }
}
