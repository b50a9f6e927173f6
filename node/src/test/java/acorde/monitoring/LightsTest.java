package acorde.monitoring;

import static acorde.monitoring.World.GT;
import static acorde.monitoring.World.HN;
import static acorde.monitoring.World.SV;
import static acorde.monitoring.World.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import acorde.acts.ActId;
import acorde.monitoring.Agreed.Step;
import acorde.monitoring.Light.Colour;
import acorde.monitoring.Light.Why;
import acorde.monitoring.Report.State;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The lights and the ladder, one long table: each case is a day and what has been said by then. */
// longer than a file should be: one list of situations and the light of each
class LightsTest {
    private static final Viewer HONDURAS = new Viewer.Of(HN);
    private static final Viewer GUATEMALA = new Viewer.Of(GT);
    private static final Viewer STATES = new Viewer.Of(US);
    private static final Viewer EVERYBODY = new Viewer.Public();
    private static final LocalDate SINCE = LocalDate.parse("2026-09-01");
    private static final LocalDate MILESTONE = LocalDate.parse("2026-12-15");
    private static final LocalDate DUE = LocalDate.parse("2027-06-30");

    /** An initiative of Honduras and Guatemala; El Salvador takes part. */
    private static final class Case {
        private final List<Step> steps = new ArrayList<>();
        private final TreeMap<PartyCode, Account> accounts = new TreeMap<>();
        private long index;
        private final TreeSet<LocalDate> since = new TreeSet<>(Set.of(SINCE));

        Case dated() {
            steps.add(new Step("M1", MILESTONE, owers(HN)));
            steps.add(new Step(Agreed.WHOLE, DUE, owers(HN, GT)));
            return this;
        }

        Case agreedAnew(String day) {
            since.add(LocalDate.parse(day));
            return this;
        }

        Case dueBefore(String day) {
            steps.add(new Step(Agreed.WHOLE, LocalDate.parse(day), owers(HN, GT)));
            return this;
        }

        Case reports(PartyCode party, State state, String day) {
            return reports(party, state, day, false);
        }

        Case shows(PartyCode party, State state, String day) {
            return reports(party, state, day, true);
        }

        /** Honduras reports its milestone done. */
        Case milestone(String day, boolean evidence) {
            return account(HN, State.IN_PROGRESS, day, evidence, true);
        }

        /** Reports on one day that all was done on another. */
        Case doneOn(PartyCode party, String said, String on) {
            var latest = new Account.Latest(
                    spoken(party, said),
                    Ear.sha256("text"),
                    State.DONE,
                    LocalDate.parse(on),
                    new TreeMap<>(),
                    List.of());
            accounts.put(party, Account.begun(latest, true));
            return this;
        }

        /** Honduras reports its milestone done on another day than that of its report. */
        Case milestoneOn(String said, String on) {
            var done = new TreeMap<>(java.util.Map.of("M1", LocalDate.parse(on)));
            var latest =
                    new Account.Latest(spoken(HN, said), Ear.sha256("text"), State.IN_PROGRESS, null, done, List.of());
            accounts.put(HN, Account.begun(latest, true));
            return this;
        }

        private Case reports(PartyCode party, State state, String day, boolean evidence) {
            return account(party, state, day, evidence, false);
        }

        private Case account(PartyCode party, State state, String day, boolean evidence, boolean milestone) {
            var done = new TreeMap<String, LocalDate>();
            if (milestone) done.put("M1", LocalDate.parse(day));
            var on = state == State.DONE ? LocalDate.parse(day) : null;
            var latest = new Account.Latest(spoken(party, day), Ear.sha256("text"), state, on, done, List.of());
            var known = accounts.get(party);
            accounts.put(party, known == null ? Account.begun(latest, evidence) : known.with(latest, evidence));
            return this;
        }

        Case confirms(PartyCode by, PartyCode whose, String day) {
            return says(by, whose, day, true);
        }

        Case disputes(PartyCode by, PartyCode whose, String day) {
            return says(by, whose, day, false);
        }

        private Case says(PartyCode by, PartyCode whose, String day, boolean confirms) { // a word
            var account = accounts.get(whose);
            if (account == null) throw new AssertionError(whose);
            var word = new Account.Word(spoken(by, day), account.latest().act(), confirms);
            accounts.put(whose, account.with(word));
            return this;
        }

        private Account.Spoken spoken(PartyCode party, String day) {
            return new Account.Spoken(
                    new ActId(party, index++),
                    LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC));
        }

        /** As Honduras is shown it. */
        Light on(String today) {
            return on(today, HONDURAS);
        }

        Light on(String today, Viewer viewer) {
            var agreed = new Agreed(
                    "A1-05",
                    "A1",
                    Ear.sha256("text"),
                    new Agreed.Since(since, new TreeSet<>()),
                    owers(HN, GT),
                    owers(HN, GT, SV),
                    steps,
                    null);
            var facts = new Facts(accounts, new TreeMap<>(), new TreeMap<>());
            return Lights.of(new Situation(agreed, facts, Days.OURS, LocalDate.parse(today)), viewer);
        }
    }

    private static TreeSet<PartyCode> owers(PartyCode... parties) {
        return new TreeSet<>(Set.of(parties));
    }

    private static Case dated() {
        return new Case().dated();
    }

    /** Both have shown evidence, late enough that nothing is stale. */
    private static Case active(String day) {
        return dated().shows(HN, State.IN_PROGRESS, day).shows(GT, State.IN_PROGRESS, day);
    }

    private static Case allDone() {
        return dated().shows(HN, State.DONE, "2026-11-20").shows(GT, State.DONE, "2026-11-20");
    }

    private static Case confirmed() {
        return confirmed(allDone());
    }

    private static Case doneOn(String day) {
        return confirmed(dated().doneOn(HN, "2026-11-20", day).doneOn(GT, "2026-11-20", day));
    }

    private static Case confirmed(Case all) {
        return all.confirms(GT, HN, "2026-11-21")
                .confirms(SV, HN, "2026-11-21")
                .confirms(HN, GT, "2026-11-21")
                .confirms(SV, GT, "2026-11-21");
    }

    private record Row(String sentence, Light light, Colour colour, Class<? extends Why> why) {}

    private static Row row(String sentence, Light light, Colour colour, Class<? extends Why> why) { // a case
        return new Row(sentence, light, colour, why);
    }

    private static List<Row> table() {
        return List.of(
                row("no day for anything", new Case().on("2026-09-02"), Colour.UNDATED, Why.NoDate.class),
                row("undated stays undated after years", new Case().on("2036-09-02"), Colour.UNDATED, Why.NoDate.class),
                row(
                        "undated and blocked is blocked",
                        new Case().reports(HN, State.BLOCKED, "2026-09-02").on("2026-09-03"),
                        Colour.BLOCKED,
                        Why.Blocked.class),
                row("new and dated", dated().on("2026-09-02"), Colour.ON_TRACK, Why.NothingAmiss.class),
                row("day 90 without evidence", dated().on("2026-11-30"), Colour.ON_TRACK, Why.NothingAmiss.class),
                row(
                        "14 days before a milestone",
                        active("2026-11-20").on("2026-12-01"),
                        Colour.AT_RISK,
                        Why.DueSoon.class),
                row(
                        "15 days before it",
                        active("2026-11-20").on("2026-11-30"),
                        Colour.ON_TRACK,
                        Why.NothingAmiss.class),
                row("on its day", active("2026-11-20").on("2026-12-15"), Colour.AT_RISK, Why.DueSoon.class),
                row("the day after", active("2026-11-20").on("2026-12-16"), Colour.LATE, Why.Overdue.class),
                row(
                        "reported done in time with evidence",
                        active("2026-11-20").milestone("2026-12-10", true).on("2026-12-16"),
                        Colour.ON_TRACK,
                        Why.NothingAmiss.class),
                row(
                        "reported done with nothing to show",
                        dated().shows(GT, State.IN_PROGRESS, "2026-12-10")
                                .milestone("2026-12-10", false)
                                .on("2026-12-16"),
                        Colour.AT_RISK,
                        Why.Unproven.class),
                row(
                        "evidence 90 days old",
                        active("2026-09-10").milestone("2026-09-10", true).on("2026-12-09"),
                        Colour.ON_TRACK,
                        Why.NothingAmiss.class),
                row(
                        "evidence 91 days old",
                        active("2026-09-10").milestone("2026-09-10", true).on("2026-12-10"),
                        Colour.AT_RISK,
                        Why.Old.class),
                row(
                        "91 days without any evidence",
                        new Case().dueBefore("2027-06-30").on("2026-12-01"),
                        Colour.AT_RISK,
                        Why.NoEvidence.class),
                row(
                        "evidence of before the text is none of it",
                        new Case()
                                .dueBefore("2027-06-30")
                                .shows(HN, State.IN_PROGRESS, "2026-08-31")
                                .shows(GT, State.IN_PROGRESS, "2026-11-20")
                                .on("2026-12-01"),
                        Colour.AT_RISK,
                        Why.NoEvidence.class),
                row(
                        "180 days without a word",
                        active("2026-09-10").milestone("2026-09-10", true).on("2027-03-09"),
                        Colour.AT_RISK,
                        Why.Old.class),
                row(
                        "181 days without a word",
                        active("2026-09-10").milestone("2026-09-10", true).on("2027-03-10"),
                        Colour.LATE,
                        Why.Silent.class),
                row(
                        "a report dated ahead is no word",
                        active("2026-09-10")
                                .milestoneOn("2029-01-01", "2026-09-10")
                                .on("2027-03-10"),
                        Colour.LATE,
                        Why.Silent.class),
                row(
                        "an assent dated ahead is none",
                        active("2026-11-20").agreedAnew("2099-01-01").on("2026-12-16"),
                        Colour.LATE,
                        Why.Overdue.class),
                row(
                        "a milestone done on a day to come",
                        dated().shows(GT, State.IN_PROGRESS, "2026-11-20")
                                .milestoneOn("2026-11-20", "2099-01-01")
                                .on("2026-12-16"),
                        Colour.LATE,
                        Why.Overdue.class),
                row(
                        "done on a day to come, and confirmed by all others",
                        doneOn("2026-12-01").on("2026-11-22"),
                        Colour.ON_TRACK,
                        Why.NothingAmiss.class),
                row(
                        "done on that day, once it has come",
                        doneOn("2026-12-01").on("2026-12-01"),
                        Colour.DONE,
                        Why.Confirmed.class),
                row(
                        "overdue, to another party before it has had its notice",
                        active("2026-11-20").on("2026-12-16", STATES),
                        Colour.AT_RISK,
                        Why.DueSoon.class),
                row(
                        "silent, to another party before it has had its notice",
                        active("2026-09-10").milestone("2026-09-10", true).on("2027-03-10", STATES),
                        Colour.AT_RISK,
                        Why.Old.class),
                row(
                        "overdue and blocked, to another party before it has had its notice",
                        active("2026-11-20")
                                .reports(HN, State.BLOCKED, "2026-11-21")
                                .on("2026-12-16", STATES),
                        Colour.BLOCKED,
                        Why.Blocked.class),
                row(
                        "an open dispute",
                        active("2026-11-20").disputes(SV, HN, "2026-11-21").on("2026-11-22"),
                        Colour.AT_RISK,
                        Why.Disputed.class),
                row(
                        "a dispute answered and not laid down",
                        active("2026-11-20")
                                .disputes(SV, HN, "2026-11-21")
                                .shows(HN, State.IN_PROGRESS, "2026-11-22")
                                .on("2026-11-23"),
                        Colour.AT_RISK,
                        Why.Disputed.class),
                row(
                        "a dispute laid down",
                        active("2026-11-20")
                                .disputes(SV, HN, "2026-11-21")
                                .confirms(SV, HN, "2026-11-22")
                                .on("2026-11-23"),
                        Colour.ON_TRACK,
                        Why.NothingAmiss.class),
                row(
                        "blocked",
                        active("2026-11-20")
                                .reports(GT, State.BLOCKED, "2026-11-21")
                                .on("2026-11-22"),
                        Colour.BLOCKED,
                        Why.Blocked.class),
                row(
                        "blocked and late is late",
                        active("2026-11-20")
                                .reports(HN, State.BLOCKED, "2026-11-21")
                                .on("2026-12-16"),
                        Colour.LATE,
                        Why.Overdue.class),
                row("all report done", allDone().on("2026-11-22"), Colour.ON_TRACK, Why.Unconfirmed.class),
                row(
                        "one who owes it reports done",
                        active("2026-11-20").shows(HN, State.DONE, "2026-11-21").on("2026-11-22"),
                        Colour.ON_TRACK,
                        Why.Unconfirmed.class),
                row("done and confirmed by all others", confirmed().on("2026-11-22"), Colour.DONE, Why.Confirmed.class),
                row("done stays done", confirmed().on("2036-11-22"), Colour.DONE, Why.Confirmed.class),
                row(
                        "done and confirmed, then disputed",
                        confirmed().disputes(SV, HN, "2026-11-25").on("2026-11-26"),
                        Colour.AT_RISK,
                        Why.Disputed.class),
                row(
                        "done and confirmed, then reported anew",
                        confirmed().shows(HN, State.DONE, "2026-11-25").on("2026-11-26"),
                        Colour.ON_TRACK,
                        Why.Unconfirmed.class),
                row(
                        "announced long after its day",
                        new Case().dueBefore("2019-07-24").on("2026-09-01"),
                        Colour.LATE,
                        Why.Overdue.class));
    }

    @TestFactory
    List<DynamicTest> theLightIsWhatTheTableSays() {
        return table().stream()
                .map(row -> DynamicTest.dynamicTest(row.sentence(), () -> {
                    assertEquals(row.colour(), row.light().colour());
                    assertInstanceOf(row.why(), row.light().why());
                }))
                .toList();
    }

    @Test
    void everyLightAndEveryReasonIsInTheTable() {
        var colours = new TreeSet<Colour>();
        var reasons = new java.util.HashSet<Class<?>>();
        for (var row : table()) {
            colours.add(row.colour());
            reasons.add(row.why());
        }
        assertEquals(Set.of(Colour.values()), colours);
        assertEquals(Set.of(Why.class.getPermittedSubclasses()), reasons);
    }

    private static Light overdue(String today) {
        return overdue(today, HONDURAS);
    }

    private static Light overdue(String today, Viewer viewer) {
        return active("2026-11-20").on(today, viewer);
    }

    private static Rung rung(Light light) {
        return light.climbs().getFirst().rung();
    }

    @Test
    void wordGoesUpOneRungAfterEachNumberOfDays() {
        assertEquals(Rung.REPRESENTATIVE, rung(overdue("2026-12-16")));
        assertEquals(Rung.REPRESENTATIVE, rung(overdue("2026-12-22")));
        assertEquals(Rung.COORDINATOR, rung(overdue("2026-12-23")));
        assertEquals(Rung.COORDINATOR, rung(overdue("2027-01-05")));
        assertEquals(Rung.VICE_MINISTER, rung(overdue("2027-01-06")));
        assertEquals(Rung.MINISTER, rung(overdue("2027-01-30")));
        assertEquals(Rung.PUBLIC, rung(overdue("2027-02-14")));
    }

    private static List<PartyCode> late(Light light) {
        return light.climbs().stream().map(Light.Climb::party).toList();
    }

    @Test
    void aPartyIsWarnedBeforeOthersSeeItRedAndOthersBeforeThePublic() {
        assertEquals(Colour.LATE, overdue("2026-12-16", HONDURAS).colour());
        assertEquals(Colour.AT_RISK, overdue("2026-12-22", GUATEMALA).colour());
        assertEquals(Colour.LATE, overdue("2026-12-23", GUATEMALA).colour());
        assertEquals(Colour.AT_RISK, overdue("2027-02-13", EVERYBODY).colour());
        assertEquals(Colour.LATE, overdue("2027-02-14", EVERYBODY).colour());
    }

    @Test
    void whoIsNotShownADelayYetIsToldNeitherOfItNorOfItsRung() {
        assertEquals(List.of(HN), late(overdue("2026-12-16", HONDURAS)));
        assertEquals(List.of(), late(overdue("2026-12-22", GUATEMALA)));
        assertEquals(List.of(HN), late(overdue("2026-12-23", GUATEMALA)));
        assertEquals(List.of(), late(overdue("2027-02-13", EVERYBODY)));
        assertEquals(List.of(HN), late(overdue("2027-02-14", EVERYBODY)));
        var undated = new Case().reports(GT, State.IN_PROGRESS, "2026-12-01");
        assertEquals(List.of(HN), late(undated.on("2027-03-01", HONDURAS)));
        assertEquals(List.of(), late(undated.on("2027-03-07", STATES)));
        assertEquals(List.of(HN), late(undated.on("2027-03-08", STATES)));
        assertEquals(List.of(), late(undated.on("2027-04-29", EVERYBODY)));
        assertEquals(List.of(HN), late(undated.on("2027-04-30", EVERYBODY)));
    }

    @Test
    void theLongerDelayOfAnotherNeitherHidesAPartysOwnNorMakesItRedUnwarned() {
        var both = dated().shows(HN, State.IN_PROGRESS, "2026-11-20").shows(GT, State.IN_PROGRESS, "2027-06-01");
        var first = both.on("2027-07-01", GUATEMALA);
        assertEquals(List.of(GT, HN), late(first));
        assertEquals(new Why.Overdue(GT, Agreed.WHOLE, DUE), first.why());
        assertEquals(Rung.REPRESENTATIVE, rung(first));
        assertEquals(List.of(HN), late(both.on("2027-07-01", STATES)));
        assertEquals(List.of(HN), late(both.on("2027-07-01", EVERYBODY)));
        both.shows(HN, State.DONE, "2027-07-02");
        assertEquals(Colour.LATE, both.on("2027-07-03", GUATEMALA).colour());
        assertEquals(Colour.AT_RISK, both.on("2027-07-07", STATES).colour());
        assertEquals(Colour.LATE, both.on("2027-07-08", STATES).colour());
        assertEquals(Colour.AT_RISK, both.on("2027-08-29", EVERYBODY).colour());
        assertEquals(Colour.LATE, both.on("2027-08-30", EVERYBODY).colour());
    }

    @Test
    void aMeetingIsToldOfNoRungThatItsReaderIsNotShown() {
        assertEquals(
                Rung.REPRESENTATIVE, concern(overdue("2026-12-16", HONDURAS)).rung());
        assertNull(concern(overdue("2026-12-16", GUATEMALA)).rung());
    }

    private static Concern concern(Light light) {
        var agreed = new Agreed(
                "A1-05",
                "A1",
                Ear.sha256("text"),
                new Agreed.Since(new TreeSet<>(), new TreeSet<>()),
                owers(HN),
                owers(HN, GT),
                List.of(),
                null);
        return Concern.of(new Watched(agreed, Facts.NONE, light));
    }

    @Test
    void theDayOfATextIsTheLastThatItsAuthorsCanHaveSaidItOn() {
        var today = LocalDate.parse("2026-11-25");
        var may = LocalDate.parse("2026-05-01");
        var june = LocalDate.parse("2026-06-01");
        var ahead = LocalDate.parse("2026-11-27");
        assertEquals(june, new Agreed.Since(days(may, june, ahead), days()).by(today));
        assertEquals(today.plusDays(1), new Agreed.Since(days(may, today.plusDays(1)), days()).by(today));
        assertEquals(may, new Agreed.Since(days(ahead), days(may, ahead)).by(today));
        assertEquals(today, new Agreed.Since(days(ahead), days()).by(today));
    }

    private static TreeSet<LocalDate> days(LocalDate... days) {
        return new TreeSet<>(Set.of(days));
    }

    @Test
    void nobodyIsShownRedBeforeTheirNoticeForWhatWasDueBeforeTheTextCame() {
        var light = new Case().dueBefore("2019-07-24").on("2026-09-01");
        assertEquals(Rung.REPRESENTATIVE, rung(light));
        var everybody = new Case().dueBefore("2019-07-24").on("2026-09-01", EVERYBODY);
        assertEquals(Colour.AT_RISK, everybody.colour());
    }

    @Test
    void evidenceStopsTheClockUntilItIsOlderThanTheCadence() {
        var held = active("2026-11-20").shows(HN, State.IN_PROGRESS, "2027-01-10");
        assertEquals(Colour.LATE, held.on("2027-01-11").colour(), "what is overdue is late all the same");
        assertEquals(Rung.HELD, rung(held.on("2027-01-11")));
        assertEquals(
                LocalDate.parse("2027-04-11"),
                held.on("2027-01-11").climbs().getFirst().next());
        assertEquals(Rung.REPRESENTATIVE, rung(held.on("2027-04-11")));
    }

    @Test
    void aReportWithoutEvidenceDoesNotStopTheClock() {
        var talk = active("2026-11-20").reports(HN, State.IN_PROGRESS, "2027-01-10");
        assertEquals(Rung.VICE_MINISTER, rung(talk.on("2027-01-11")));
    }

    @Test
    void aNewAgreedTextBeginsTheClockAnew() {
        var light = new Case().dueBefore("2027-05-31").agreedAnew("2027-01-10").on("2027-01-11");
        assertEquals(Colour.ON_TRACK, light.colour());
        assertEquals(List.of(), light.climbs());
    }

    @Test
    void whatHasNoDateClimbsByStaleness() {
        var undated = new Case();
        assertEquals(List.of(), undated.on("2027-02-28").climbs());
        assertEquals(Rung.REPRESENTATIVE, rung(undated.on("2027-03-01")));
        assertEquals(Rung.MINISTER, rung(undated.on("2027-04-15")));
        assertEquals(Rung.PUBLIC, rung(undated.on("2027-04-30")));
        assertEquals(
                List.of(),
                undated.reports(HN, State.IN_PROGRESS, "2027-04-01")
                        .reports(GT, State.IN_PROGRESS, "2027-04-01")
                        .on("2027-04-30")
                        .climbs());
    }

    @Test
    void ofSeveralOthersThatAreLateTheLongestComesFirst() {
        assertEquals(List.of(HN, GT), late(active("2026-11-20").on("2027-07-15", STATES)));
    }

    @Test
    void whoOwesNothingAlsoMayDispute() {
        var light = active("2026-11-20").disputes(US, GT, "2026-11-21").on("2026-11-22");
        assertInstanceOf(Why.Disputed.class, light.why());
    }
}
