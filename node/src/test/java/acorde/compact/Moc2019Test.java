package acorde.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.trust.PartyCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What public sources tell of the compact of 2019, as the folder we ship has it. */
class Moc2019Test {
    @Test
    void fortyEightInitiativesWereAgreed() {
        assertEquals(48, Moc2019.all(Initiative.class).size());
    }

    @Test
    void fourOfThemEverHadADueDate() {
        assertEquals(List.of("A1-05", "A3-06", "A4-07", "AG-01"), Moc2019.codes(Initiative::dated));
    }

    @Test
    void twoOfThemPromisedAFigure() {
        assertEquals(List.of("A4-02", "A4-07"), Moc2019.codes(Initiative::numbered));
        var police = Moc2019.initiative("A4-02").promised().getFirst();
        assertEquals(new BigDecimal(150), police.number());
        assertEquals(new PartyCode("HN"), police.by());
        assertEquals(
                new BigDecimal(89),
                Moc2019.initiative("A4-07").promised().getFirst().number());
    }

    @Test
    void noneOfThemHasAnAgreedIndicator() {
        assertEquals(List.of(), Moc2019.codes(initiative -> initiative.indicator() != null));
        assertEquals(List.of(), Moc2019.codes(Initiative::measured));
    }

    @Test
    void threeProtectPeopleByASafeguardAndOneIsBoundByARestriction() {
        assertEquals(List.of("A1-04", "A1-07", "A3-02"), Moc2019.codes(initiative -> initiative.safeguards() != null));
        assertEquals(List.of("A4-07"), Moc2019.codes(initiative -> initiative.restrictions() != null));
    }

    @Test
    void sevenHavePartnersWhoDoNotOweThem() {
        assertEquals(
                List.of("A1-08", "A2-01", "A4-01", "A4-03", "A4-04", "A4-06", "A4-10"),
                Moc2019.codes(initiative -> !initiative.partners().isEmpty()));
    }

    @Test
    void tenWereSignedOnADayOfTheirOwn() {
        assertEquals(
                List.of("A3-02", "A3-03", "A3-04", "A3-06", "A4-08", "A4-09", "AX-01", "AX-02", "AX-03", "AX-04"),
                Moc2019.codes(initiative -> initiative.reported().signed() != null));
    }

    @Test
    void nineMeasuresAreSuggestedByUsAndStayApart() {
        assertEquals(
                List.of("A1-01", "A1-03", "A1-06", "A3-01", "A4-02", "A4-04", "A4-07", "AG-02", "AG-03"),
                Moc2019.codes(initiative -> initiative.suggestion() != null));
    }

    @Test
    void everySourceNamesItsPublisher() {
        var sources = Moc2019.all(Source.class);
        assertEquals(52, sources.size());
        assertTrue(sources.values().stream().noneMatch(source -> source.publisher() == null));
    }

    @Test
    void aSuggestionWithBaselineAndTargetMeasuresNothingYet() {
        var advisers = Moc2019.initiative("A4-07");
        var suggestion = Optional.ofNullable(advisers.suggestion()).orElseThrow();
        assertEquals(BigDecimal.ZERO, suggestion.baseline());
        assertEquals(new BigDecimal(89), suggestion.target());
        assertFalse(advisers.measured());
    }

    @Test
    void theMemorandumHasFourAreasAndTwoHeadingsCutAcrossThem() {
        var areas = Moc2019.all(Area.class);
        assertEquals(
                4,
                areas.values().stream()
                        .filter(area -> area.kind() == Area.Kind.FOCUS)
                        .count());
        assertEquals(
                2,
                areas.values().stream()
                        .filter(area -> area.kind() == Area.Kind.CROSS_CUTTING)
                        .count());
    }

    @Test
    void tenMeetingsSixEventsAndFiftyTwoSourcesAreWrittenDown() {
        assertEquals(10, Moc2019.all(Meeting.class).size());
        assertEquals(6, Moc2019.all(Event.class).size());
        assertEquals(52, Moc2019.all(Source.class).size());
    }

    @Test
    void theTwoDatesOfTheSignatureStandSideBySide() {
        var claims = Moc2019.all(Instrument.class).get("moc-2019").claims();
        assertEquals(List.of("2019-03-27", "2019-03-28"), dates(claims));
        assertEquals(List.of("S-24H"), claims.get(0).sources());
        assertEquals(List.of("S-DHS0328"), claims.get(1).sources());
    }

    @Test
    void theThreeDatesOfTheGuatemalaArrangementStandSideBySide() {
        var claims = Moc2019.initiative("A4-07").reported().claims();
        assertEquals(List.of("2019-05-27", "2019-05-28", "2019-05-31"), dates(claims));
        assertTrue(claims.stream().noneMatch(claim -> claim.sources().isEmpty()));
    }

    private static List<String> dates(List<Claim> claims) {
        return claims.stream().map(claim -> claim.date().toString()).toList();
    }

    @Test
    void statesWithoutANodeTakePartAndAreNoParties() {
        var folder = Moc2019.folder();
        assertEquals(
                List.of("US", "GT", "HN", "SV"),
                folder.parties().stream().map(party -> party.code().value()).toList());
        assertEquals(
                List.of("PA", "CR", "CO", "MX"),
                Moc2019.all(Instrument.class).get("moc-2019").participants().stream()
                        .map(participant -> participant.code().value())
                        .toList());
    }

    @Test
    void whatIsStillInDoubtSaysSo() {
        assertEquals(
                List.of("A3-03", "AX-01"),
                Moc2019.codes(initiative -> initiative.reported().verify()));
        var meetings = Moc2019.all(Meeting.class);
        assertEquals(3, meetings.values().stream().filter(Meeting::verify).count());
    }

    @Test
    void everyTextIsWrittenBackAsItWasRead() {
        Moc2019.folder()
                .items()
                .forEach((key, text) -> assertEquals(
                        new ItemText.Parsed.Good(text), ItemText.parse(key.kind(), text.toJson()), key.toString()));
    }
}
