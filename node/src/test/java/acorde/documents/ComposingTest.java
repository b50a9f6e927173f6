package acorde.documents;

import static acorde.documents.Papers.GT;
import static acorde.documents.Papers.HN;
import static acorde.documents.Papers.SV;
import static acorde.documents.Papers.acts;
import static acorde.documents.Papers.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.Thresholds;
import acorde.documents.Figure.Name;
import acorde.monitoring.AreaFigures;
import acorde.monitoring.Days;
import acorde.monitoring.Light;
import acorde.monitoring.Lights;
import acorde.monitoring.Rung;
import acorde.monitoring.Situation;
import acorde.monitoring.Sums;
import acorde.monitoring.Sums.Unit;
import acorde.monitoring.Viewer;
import acorde.monitoring.Watched;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What stands on a brief and on an area report. */
class ComposingTest {
    private static Papers several() {
        return new Papers()
                .with("A1-01", Papers.late(GT, Rung.MINISTER), 1, GT, HN)
                .with("A1-02", Papers.done(), 2, GT)
                .with("A2-01", Papers.calm(), 3, HN)
                .with(new Watched(Papers.agreed("A2-02", false, GT), Papers.silence(), Papers.calm()), 4)
                .disputed("A1-03", 5)
                .proposed("A1-02", 9);
    }

    @Test
    void aBriefCountsWhatItsPartyOwesAndNothingElse() {
        var brief = several().brief(GT);
        assertEquals(4, value(brief, Name.PROMISED));
        assertEquals(List.of("GT/1", "GT/2", "GT/4", "GT/5"), acts(brief, Name.PROMISED));
        assertEquals(3, value(brief, Name.DATED));
        assertEquals(1, value(brief, Name.DONE));
        assertEquals(List.of("GT/1"), acts(brief, Name.LATE));
        assertEquals(List.of("GT/1"), acts(brief, Name.RAISED));
        assertEquals(List.of("SV/9"), acts(brief, Name.TO_DECIDE));
        assertEquals(0, value(several().brief(HN), Name.TO_DECIDE));
    }

    @Test
    void aDisputeStandsOnTheBriefOfThePartyThatReported() {
        assertEquals(0, value(several().brief(GT), Name.DISPUTED));
        var honduras = several().brief(HN);
        assertEquals(List.of("SV/5"), acts(honduras, Name.DISPUTED));
        var line = honduras.entries().stream()
                .filter(entry -> entry.why() == Entry.Why.DISPUTED)
                .findFirst()
                .orElseThrow();
        assertEquals(SV, line.party());
        assertEquals("SV/5", String.valueOf(line.see()));
    }

    @Test
    void theBriefOfOneMinisterDoesNotHoldWhatWasRaisedToAnother() {
        assertEquals(0, value(several().brief(HN), Name.RAISED));
        assertEquals(1, value(several().area("A1"), Name.RAISED));
    }

    /** Honduras owes A1-01 as Guatemala does, El Salvador only takes part in it. */
    @Test
    void aBriefTellsWhatItsPartyIsLateWithApartFromWhatOthersAre() {
        assertEquals(List.of("GT/1"), acts(several().brief(GT), Name.LATE));
        assertEquals(0, value(several().brief(GT), Name.LATE_OTHERS));
        for (var party : List.of(HN, SV)) {
            var brief = several().brief(party);
            assertEquals(0, value(brief, Name.LATE));
            assertEquals(List.of("GT/1"), acts(brief, Name.LATE_OTHERS));
            assertEquals(
                    List.of(GT),
                    brief.entries().stream()
                            .filter(entry -> entry.why() == Entry.Why.OVERDUE)
                            .map(Entry::party)
                            .toList());
        }
        var both = new Light(
                Light.Colour.LATE,
                Papers.late(GT, Rung.MINISTER).why(),
                List.of(
                        Papers.late(GT, Rung.MINISTER).climbs().getFirst(),
                        Papers.late(HN, Rung.COORDINATOR).climbs().getFirst()));
        var late = new Papers().with("A1-01", both, 1, GT, HN);
        for (var party : List.of(GT, HN)) {
            assertEquals(1, value(late.brief(party), Name.LATE));
            assertEquals(1, value(late.brief(party), Name.LATE_OTHERS));
            assertEquals(party, late.brief(party).entries().getFirst().party());
        }
        assertEquals(1, value(late.area("A1"), Name.LATE));
    }

    @Test
    void anAreaReportCountsItsAreaAlone() {
        var area = several().area("A2");
        assertEquals(List.of("GT/3", "GT/4"), acts(area, Name.PROMISED));
        assertEquals(1, value(area, Name.DATED));
        assertEquals(2, value(area, Name.ON_TRACK));
        assertEquals(0, value(area, Name.TO_DECIDE));
        assertEquals(1, value(several().area("A1"), Name.TO_DECIDE));
    }

    @Test
    void aBriefHasThreeLinesUnderAHeadingAndCountsTheRest() {
        var papers = new Papers();
        for (var i = 1; i <= 9; i++)
            papers.with("A1-0" + i, Papers.late(GT, Rung.COORDINATOR), i, GT).proposed("A1-0" + i, 20 + i);
        var brief = papers.brief(GT);
        assertEquals(9, value(brief, Name.LATE));
        assertEquals(9, value(brief, Name.TO_DECIDE));
        assertEquals(6, brief.entries().size());
        assertEquals(18, papers.area("A1").entries().size());
    }

    @Test
    void theOrderInWhichThingsAreReadChangesNothing() {
        for (var scope : List.of(Scope.brief(GT), Scope.brief(HN), Scope.area("A1")))
            assertEquals(
                    Composing.compose(scope, several().standing()),
                    Composing.compose(scope, several().reversed()));
    }

    /** CO-5: what a party alone is shown as late is on no paper, not even where all of them are; what all are shown is. */
    @Test
    void nothingIsRedOnAPaperBeforeItsRung() {
        var agreed = Papers.agreed("A1-01", true, GT, HN, SV);
        var days = Days.of(new Thresholds(List.of()));
        for (var late = 0; late <= 70; late++) {
            var today = Papers.DUE.plusDays(1 + late);
            var situation = new Situation(agreed, Papers.silence(), days, today);
            for (var party : List.of(GT, HN, SV))
                assertEquals(
                        Light.Colour.LATE,
                        Lights.of(situation, new Viewer.Of(party)).colour());
            var seen = Lights.of(situation, Documents.EVERY_PARTY);
            var brief = new Papers()
                    .with(new Watched(agreed, Papers.silence(), seen), 1)
                    .brief(GT);
            var warned = late >= days.rungs().getFirst();
            assertEquals(warned ? 1 : 0, value(brief, Name.LATE), "day " + late);
            assertEquals(
                    warned,
                    brief.entries().stream()
                            .anyMatch(entry -> entry.why() == Entry.Why.OVERDUE
                                    && entry.party().equals(GT)));
            assertEquals(late >= days.rungs().get(2) ? 1 : 0, value(brief, Name.RAISED), "day " + late);
        }
    }

    @Test
    void anyOtherFigureActOrLineGivesAnotherDigest() {
        var brief = several().brief(GT);
        var figures = brief.figures();
        var first = figures.getFirst();
        for (var other : List.of(
                new Paper(brief.scope(), brief.day().plusDays(1), figures, brief.entries()),
                new Paper(Scope.brief(HN), brief.day(), figures, brief.entries()),
                new Paper(brief.scope(), brief.day(), figures.reversed(), brief.entries()),
                new Paper(
                        brief.scope(),
                        brief.day(),
                        List.of(new Figure(first.name(), first.value() + 1, first.acts())),
                        brief.entries()),
                new Paper(brief.scope(), brief.day(), List.of(new Figure(first.name(), 4, List.of())), List.of()),
                new Paper(brief.scope(), brief.day(), figures, brief.entries().subList(1, 2))))
            assertNotEquals(brief.digest(), other.digest());
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (var paper :
                List.of(several().brief(GT), several().brief(HN), several().area("A1"))) {
            var read = Bodies.read(Bodies.write(paper)).orElseThrow();
            assertEquals(paper, read.paper());
            assertEquals(paper.digest(), read.digest());
        }
    }

    @Test
    void aPaperHasAHundredLinesAndNoMore() {
        var line = several().brief(GT).entries().getFirst();
        var most = java.util.Collections.nCopies(Paper.MOST_ENTRIES, line);
        var paper = new Paper(Scope.brief(GT), Papers.TODAY, List.of(), most);
        assertEquals(
                most, Bodies.read(Bodies.write(paper)).orElseThrow().paper().entries());
        var body = Bodies.write(paper);
        var entries = (tools.jackson.databind.node.ArrayNode) body.get("entries");
        entries.add(entries.get(0).deepCopy());
        assertTrue(Bodies.read(body).isEmpty());
    }

    @Test
    void whatChangedIsShownBesideWhatWasPrinted() {
        var printed = several().brief(GT);
        var today = several().with("A3-01", Papers.calm(), 8, GT).brief(GT);
        var issued = new Issued(Papers.act("GT/70"), "coordination", Instant.EPOCH, printed);
        var compared = Checked.found(issued, Optional.of(today)).figures();
        assertEquals(
                printed.figures(),
                compared.stream().map(Checked.Compared::printed).toList());
        var promised = compared.getFirst();
        assertEquals(4, promised.printed().value());
        assertEquals(5, java.util.Objects.requireNonNull(promised.today()).value());
        assertTrue(!promised.same());
        assertTrue(compared.stream()
                .filter(each -> each.printed().name() == Name.LATE)
                .allMatch(Checked.Compared::same));
    }

    private static final Unit CASES = new Unit("casos", "cases");

    private static Sums of(String number) {
        return Sums.NONE.plus(new Sums.Quantity(new BigDecimal(number), CASES));
    }

    /** Two in one unit that may be added, and one that may not. */
    private static Paper measured(String actual) {
        var behind = new TreeMap<Unit, AreaFigures.Behind>();
        behind.put(CASES, new AreaFigures.Behind(List.of("A1-01", "A1-02"), List.of(Papers.act("HN/40"))));
        var papers = new Papers().measured("A1-01", 1).measured("A1-02", 2).measured("A1-03", 3);
        return papers.area("A1", new AreaFigures(of("40.50"), Sums.NONE, of(actual), behind, 2, 1, 4, 1));
    }

    @Test
    void theReportOfAnAreaAddsUpEachUnitByItselfAndSaysWhatItLeavesOut() {
        var paper = measured("31");
        var sum = paper.sum(CASES).orElseThrow();
        assertEquals(new BigDecimal("40.5"), sum.baseline());
        assertEquals(null, sum.target());
        assertEquals(new BigDecimal("31"), sum.actual());
        assertEquals(
                List.of("GT/1", "GT/2", "HN/40"),
                sum.acts().stream().map(Object::toString).toList());
        assertEquals(List.of("GT/1", "GT/2"), acts(paper, Name.ADDED));
        assertEquals(List.of("GT/3"), acts(paper, Name.APART));
        assertEquals(1, value(paper, Name.MISSING));
        assertEquals(paper, Bodies.read(Bodies.write(paper)).orElseThrow().paper(), "what is written is read back");
        assertTrue(paper.text().contains("\nsum 40.5 - 31 GT/1 GT/2 HN/40\ncasos\ncases\n"), paper.text());
        assertNotEquals(paper.digest(), measured("32").digest());
    }

    @Test
    void aSumIsShownBesideWhatItIsToday() {
        var printed = measured("31");
        var issued = new Issued(Papers.act("GT/70"), "coordination", Instant.EPOCH, printed);
        var later = Checked.found(issued, Optional.of(measured("32"))).sums().getFirst();
        assertEquals(
                new BigDecimal("32"),
                java.util.Objects.requireNonNull(later.today()).actual());
        assertEquals(
                null,
                Checked.found(issued, Optional.of(new Papers().area("A1")))
                        .sums()
                        .getFirst()
                        .today());
    }

    @Test
    void aUnitThatAPaperHasNoRoomForIsLeftOutAndCounted() {
        var behind = new TreeMap<Unit, AreaFigures.Behind>();
        behind.put(new Unit("c".repeat(61), "cases"), new AreaFigures.Behind(List.of("A1-01"), List.of()));
        var paper = new Papers()
                .measured("A1-01", 1)
                .area("A1", new AreaFigures(Sums.NONE, Sums.NONE, Sums.NONE, behind, 1, 0, 0, 0));
        assertEquals(List.of(), paper.sums());
        assertEquals(0, value(paper, Name.ADDED));
        assertEquals(1, value(paper, Name.APART));
    }

    private static Watched overdue(String code, LocalDate today, Viewer viewer) {
        var agreed = Papers.agreed(code, true, GT, HN);
        var situation = new Situation(agreed, Papers.silence(), Days.of(new Thresholds(List.of())), today);
        return new Watched(agreed, Papers.silence(), Lights.of(situation, viewer));
    }

    private static Sight sight(LocalDate today) {
        var own = List.of(overdue("A1-01", today, new Viewer.Of(GT)));
        var all = List.of(overdue("A1-01", today, new Viewer.Of(SV)));
        return Sight.of(late(own), late(all), Days.of(new Thresholds(List.of())));
    }

    private static List<Watched> late(List<Watched> watched) {
        return watched.stream()
                .filter(each -> each.light().colour() == Light.Colour.LATE)
                .toList();
    }

    @Test
    void aPaperTellsWhatItsPartyIsWarnedOfAndWhenTheOthersAreShownIt() {
        var begun = Papers.DUE.plusDays(1);
        assertEquals(new Sight(7, 60, 0, null), sight(Papers.DUE));
        assertEquals(new Sight(7, 60, 1, begun.plusDays(7)), sight(begun));
        assertEquals(new Sight(7, 60, 1, begun.plusDays(7)), sight(begun.plusDays(6)));
        assertEquals(new Sight(7, 60, 0, null), sight(begun.plusDays(7)));
    }
}
