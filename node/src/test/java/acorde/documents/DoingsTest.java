package acorde.documents;

import static acorde.documents.Papers.GT;
import static acorde.documents.Papers.HN;
import static acorde.documents.Papers.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.compact.ItemKey;
import acorde.documents.Figure.Name;
import acorde.groups.Decided;
import acorde.groups.SampleSittings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands on the report of a group and on the draft of a communiqué. */
class DoingsTest {
    private static final ItemKey A1 = new ItemKey(ItemKey.Kind.GROUP, "A1");
    private static final LocalDate HELD = LocalDate.parse("2026-11-23");

    private static Paper report(LocalDate since, LocalDate until) {
        var doings = new Doings(A1, "A1", SampleSittings.several(), since, until);
        var standing = new Papers()
                .with("A1-01", Papers.late(GT, acorde.monitoring.Rung.MINISTER), 1, GT, HN)
                .with("A2-01", Papers.done(), 2, GT)
                .standing(Optional.of(doings));
        return Composing.compose(Scope.group("A1", since), standing);
    }

    private static Paper report() {
        return report(HELD.minusMonths(3), Papers.TODAY);
    }

    private static Paper communique() {
        var meeting = SampleSittings.meeting();
        var doings = Doings.of(A1, meeting);
        return Composing.compose(
                Scope.communique("A1", meeting.sitting().act()), new Papers().standing(Optional.of(doings)));
    }

    @Test
    void aGroupsReportCountsMeetingsQuorumDecisionsActionsAndWhatItMonitors() {
        var report = report();
        assertEquals(2, value(report, Name.MEETINGS), "the one that was only called is not held");
        assertEquals(1, value(report, Name.QUORATE));
        assertEquals(1, value(report, Name.DECISIONS));
        assertEquals(2, value(report, Name.UNDECIDED), "one of the meeting, one in writing");
        assertEquals(2, value(report, Name.ACTIONS));
        assertEquals(1, value(report, Name.ACTIONS_OPEN));
        assertEquals(1, value(report, Name.ACTIONS_DONE));
        assertEquals(1, value(report, Name.ACTIONS_LATE));
        assertEquals(1, value(report, Name.PROMISED), "of its area");
        assertEquals(1, value(report, Name.LATE));
        assertEquals(
                List.of(
                        Entry.Why.HELD,
                        Entry.Why.INQUORATE,
                        Entry.Why.DECIDED,
                        Entry.Why.ACTION_LATE,
                        Entry.Why.OVERDUE),
                report.entries().stream().map(Entry::why).toList());
    }

    @Test
    void whatWasDoneBeforeTheFirstDayOrAfterTheLastIsNotCounted() {
        for (var report :
                List.of(report(HELD.plusDays(1), Papers.TODAY), report(HELD.minusDays(9), HELD.minusDays(1)))) {
            for (var name : List.of(Name.MEETINGS, Name.QUORATE, Name.DECISIONS, Name.ACTIONS, Name.ACTIONS_DONE))
                assertEquals(0, value(report, name), name.name());
            assertEquals(1, value(report, Name.ACTIONS_OPEN), "what is owed is owed whenever it was decided");
        }
        assertEquals(2, value(report(HELD, HELD), Name.MEETINGS), "both days are among them");
    }

    @Test
    void aMeetingWasOnTheDayOfThePlaceWhereItWasHeld() {
        var evening =
                Doings.of(A1, SampleSittings.evening()).meetings(1).findFirst().orElseThrow();
        assertEquals(LocalDate.parse("2026-11-23"), evening.day(), "as its minutes say, though it was the 24th in UTC");
    }

    @Test
    void noFigureOfAGroupStandsWithoutItsActs() {
        for (var paper : List.of(report(), communique()))
            for (var figure : paper.figures())
                assertEquals(figure.value() > 0, !figure.acts().isEmpty(), figure.toString());
    }

    @Test
    void aCommuniqueTellsWhatWasDecidedAndNothingElse() {
        var communique = communique();
        assertEquals(3, value(communique, Name.ATTENDED));
        assertEquals(1, value(communique, Name.DECISIONS));
        assertEquals(2, value(communique, Name.ACTIONS));
        assertEquals(
                List.of(Entry.Why.DECIDED),
                communique.entries().stream().map(Entry::why).toList());
    }

    @Test
    void aGroupWithoutAnAreaMonitorsWhatItsDecisionsName() {
        var doings = new Doings(A1, null, SampleSittings.several(), HELD, HELD);
        assertFalse(doings.monitors("A1-01", "A1"));
        assertTrue(new Doings(A1, "A1", List.of(), HELD, HELD).monitors("A1-01", "A1"));
    }

    private static Map<Entry, Doubt> doubts(Entry... entries) {
        return new Doings(A1, "A1", SampleSittings.several(), HELD.minusMonths(3), Papers.TODAY)
                .doubts(List.of(entries));
    }

    private static Entry line(Entry.Why why) {
        return report().entries().stream()
                .filter(entry -> entry.why() == why)
                .findFirst()
                .orElseThrow();
    }

    private static Entry as(Entry.Why why, Entry line, LocalDate day) {
        return new Entry(why, line.item(), line.party(), day, line.text(), line.see());
    }

    @Test
    void whatTheRecordOfTheGroupBearsOutIsNotDoubted() {
        assertEquals(Map.of(), doubts(report().entries().toArray(Entry[]::new)));
        var action = line(Entry.Why.ACTION_LATE);
        var reported = new Entry(
                action.why(), action.item(), action.party(), action.day(), action.text(), ActId.parse("SV/900"));
        assertEquals(Map.of(), doubts(reported), "what was last said of it may be something else by now");
    }

    @Test
    void aLineThatTheRecordOfTheGroupHasOtherwiseOrNotAtAllIsDoubted() {
        var decided = line(Entry.Why.DECIDED);
        var inquorate = line(Entry.Why.INQUORATE);
        var open = SampleSittings.several().stream()
                .flatMap(one -> Decided.all(one).stream())
                .filter(one -> one.state() == Decided.State.OPEN)
                .findFirst()
                .orElseThrow();
        for (var wrong : List.of(
                as(Entry.Why.DECIDED, decided, HELD.minusDays(1)),
                as(Entry.Why.HELD, inquorate, HELD),
                new Entry(Entry.Why.DECIDED, A1, open.put().by(), HELD, open.act(), open.act()),
                as(Entry.Why.ACTION_LATE, line(Entry.Why.ACTION_LATE), HELD)))
            assertEquals(Map.of(wrong, Doubt.OTHERWISE), doubts(wrong));
        var none = ActId.parse("US/900");
        var invented = new Entry(Entry.Why.DECIDED, A1, HN, HELD, none, none);
        assertEquals(Map.of(invented, Doubt.ABSENT), doubts(invented));
        var overdue = line(Entry.Why.OVERDUE);
        assertEquals(Map.of(), doubts(overdue), "what became of an initiative does not stand in sittings");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (var paper : List.of(report(), communique())) {
            var read = Bodies.read(Bodies.write(paper)).orElseThrow();
            assertEquals(paper, read.paper());
            assertEquals(paper.digest(), read.digest());
        }
    }

    @Test
    void aReportIsOfAYearAtMostAndEndsOnItsDay() {
        var first = Papers.TODAY.minusDays(Scope.LONGEST);
        assertEquals(
                first,
                new Paper(Scope.group("A1", first), Papers.TODAY, List.of(), List.of())
                        .scope()
                        .since());
        for (var wrong : List.of(first.minusDays(1), Papers.TODAY.plusDays(1)))
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Paper(Scope.group("A1", wrong), Papers.TODAY, List.of(), List.of()));
    }

    @Test
    void aMeetingIsNamedInOneWay() {
        assertEquals(
                "HN/402",
                Scope.of("communique", "A1.HN-402", null)
                        .meeting()
                        .orElseThrow()
                        .toString());
        for (var wrong :
                List.of("A1", "HN-402", "A1.HN/402", "A1.HN-0402", "A1.hn-402", "A1.HN-402.", ".HN-402", "A1.HN"))
            assertThrows(IllegalArgumentException.class, () -> Scope.of("communique", wrong, null), wrong);
        assertThrows(IllegalArgumentException.class, () -> Scope.of("communique", "A1.HN-402", HELD));
        assertThrows(IllegalArgumentException.class, () -> Scope.of("group", "A1", null));
    }
}
