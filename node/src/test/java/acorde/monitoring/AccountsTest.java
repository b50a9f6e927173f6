package acorde.monitoring;

import static acorde.monitoring.World.ALL;
import static acorde.monitoring.World.CODE;
import static acorde.monitoring.World.GT;
import static acorde.monitoring.World.HN;
import static acorde.monitoring.World.RESTRICTED;
import static acorde.monitoring.World.SV;
import static acorde.monitoring.World.US;
import static acorde.monitoring.World.about;
import static acorde.monitoring.World.answering;
import static acorde.monitoring.World.measured;
import static acorde.monitoring.World.shown;
import static acorde.monitoring.World.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Past;
import acorde.acts.Verdict;
import acorde.monitoring.Account.View;
import acorde.monitoring.Report.State;
import acorde.postgres.Table;
import acorde.trust.PartyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each party reports, what the others say to it, what an observer holds of it: three views, none of which changes
 * another.
 */
// longer than a file should be: a list of what a report may say, read line by line
class AccountsTest {
    private static final LocalDate OCTOBER = LocalDate.parse("2026-10-31");

    private final World world = new World();

    private Account account(PartyCode party) {
        var account = world.ear(US).facts(CODE).accounts().get(party);
        assertNotNull(account);
        return account;
    }

    private Act reported(PartyCode party, State state) {
        var act = world.say(party, world.account(state));
        world.hearAll();
        return act;
    }

    private Act said(PartyCode party, Saying saying) {
        var act = world.say(party, saying);
        world.hearAll();
        return act;
    }

    @Test
    void eachPartyHasItsOwnAccount() {
        reported(HN, State.IN_PROGRESS);
        reported(GT, State.NOT_STARTED);
        assertEquals(State.IN_PROGRESS, account(HN).latest().state());
        assertEquals(State.NOT_STARTED, account(GT).latest().state());
        assertNull(world.ear(US).facts(CODE).accounts().get(SV));
    }

    @Test
    void theLatestReportInTheLogCounts() {
        reported(HN, State.IN_PROGRESS);
        var second = reported(HN, State.BLOCKED);
        assertEquals(second.id(), account(HN).latest().act());
    }

    @Test
    void anOlderReportThatTurnsUpLateChangesNothing() {
        var first =
                world.utter(HN, world.account(State.DONE), world.carrier(CODE).id());
        var second = world.utter(
                HN, world.account(State.NOT_STARTED), world.carrier(CODE).id());
        world.ear(US).hear(second);
        world.ear(US).hear(first);
        assertEquals(second.id(), account(HN).latest().act());
    }

    @Test
    void aReportSaysWhichVersionItIsAbout() {
        var report = about(world.account(State.IN_PROGRESS), CODE, Ear.sha256("otro texto"), false);
        assertEquals(Rule.VERSION_MOVED, world.refused(HN, report));
        var act = world.utter(HN, report, world.carrier(CODE).id());
        assertEquals("AFTER_MISSING", world.ear(HN).rejected.get(act.id()));
    }

    @Test
    void theVersionIsOneOfThatInitiative() {
        var carrier = world.carrier(RESTRICTED);
        var report = about(world.account(State.IN_PROGRESS), CODE, carrier.hash(), true);
        var act = world.utter(HN, report, carrier.id());
        assertEquals("UNKNOWN_VERSION", world.ear(HN).rejected.get(act.id()));
    }

    @Test
    void whatAnotherThanTheAnnouncerAnnouncesIsNoText() {
        var body = world.carrier(CODE).body();
        var ear = world.ear(HN);
        var forged = ear.utter(ear.draft("compact.announced", "coordination", List.of(), body), world.now());
        var report = about(world.account(State.DONE), CODE, forged.hash(), false);
        var act = world.utter(HN, report, forged.id());
        assertEquals("UNKNOWN_VERSION", ear.rejected.get(act.id()));
    }

    @Test
    void onlyAPartyOfTheInitiativeReportsOnIt() {
        assertEquals(Rule.NOT_OBLIGED, world.refused(US, world.account(State.DONE)));
    }

    @Test
    void aReportIsRefusedWithoutConfirmingTheRestrictions() {
        var version = world.carrier(RESTRICTED).hash();
        var account = world.account(State.IN_PROGRESS);
        assertEquals(Rule.RESTRICTIONS_UNCONFIRMED, world.refused(HN, about(account, RESTRICTED, version, false)));
        world.say(HN, about(account, RESTRICTED, version, true));
    }

    @Test
    void coordinationAndRepresentativesReportAndNobodyElse() {
        for (var office : List.of("coordination", "representative-a1"))
            assertTrue(world.trySay(HN, office, world.account(State.IN_PROGRESS)) instanceof Act, office);
        for (var office : List.of("liaison", "observation", "administration", "node"))
            assertEquals(
                    Objection.of(Rule.OFFICE_MAY_NOT),
                    world.trySay(HN, office, world.account(State.IN_PROGRESS)),
                    office);
    }

    @Test
    void anActOfMonitoringIsAddressedToEveryOtherParty() {
        var ear = world.ear(HN);
        var draft = ear.draft(
                Saying.REPORTED,
                "coordination",
                List.of(world.carrier(CODE).id()),
                Bodies.write(world.account(State.DONE)));
        var act = ear.utter(
                new acorde.acts.Draft(
                        draft.kind(),
                        draft.office(),
                        new java.util.TreeSet<>(List.of(GT)),
                        draft.after(),
                        draft.body()),
                world.now());
        assertEquals("NOT_TO_ALL", ear.rejected.get(act.id()));
    }

    @Test
    void aMilestoneThatTheTextDoesNotHaveIsNotDone() {
        var report = World.with(world.account(State.IN_PROGRESS), Map.of("M9", OCTOBER));
        assertEquals(Rule.UNKNOWN_MILESTONE, world.refused(HN, report));
    }

    @Test
    void anotherPartyConfirmsOrDisputesEachInItsOwnName() {
        var report = reported(HN, State.IN_PROGRESS);
        said(GT, new Saying.Confirmed(report.id(), null));
        said(SV, new Saying.Disputed(report.id(), words("faltan casos")));
        assertEquals(View.CONFIRMS, account(HN).view(GT));
        assertEquals(View.DISPUTES, account(HN).view(SV));
        assertEquals(View.SILENT, account(HN).view(US));
        assertEquals(State.IN_PROGRESS, account(HN).latest().state(), "no word of another changes the account");
    }

    @Test
    void aPartyDoesNotConfirmItself() {
        var report = reported(HN, State.DONE);
        assertEquals(Rule.OWN_REPORT, world.refused(HN, new Saying.Confirmed(report.id(), null)));
    }

    @Test
    void aConfirmationOfAnEarlierReportIsNoneOfTheNewOne() {
        var report = reported(HN, State.IN_PROGRESS);
        said(GT, new Saying.Confirmed(report.id(), null));
        reported(HN, State.DONE);
        assertEquals(View.CONFIRMED_EARLIER, account(HN).view(GT));
    }

    @Test
    void aNewReportAnswersADisputeAndDoesNotEndIt() {
        var report = reported(HN, State.IN_PROGRESS);
        var dispute = said(SV, new Saying.Disputed(report.id(), words("faltan casos")));
        var answer = said(HN, answering(world.account(State.IN_PROGRESS), List.of(), List.of(dispute.id())));
        assertEquals(View.DISPUTES, account(HN).view(SV));
        assertTrue(account(HN).answers(SV));
        said(SV, new Saying.Confirmed(answer.id(), null));
        assertEquals(View.CONFIRMS, account(HN).view(SV), "who disputed lays it down");
    }

    @Test
    void aReportAnswersOnlyDisputesOfItsOwn() {
        var report = reported(HN, State.IN_PROGRESS);
        var dispute = said(SV, new Saying.Disputed(report.id(), words("faltan casos")));
        var answers = List.of(dispute.id());
        assertEquals(Rule.UNKNOWN_DISPUTE, world.refused(GT, answering(world.account(State.DONE), List.of(), answers)));
        assertEquals(
                Rule.UNKNOWN_DISPUTE,
                world.refused(HN, answering(world.account(State.DONE), List.of(), List.of(report.id()))));
    }

    @Test
    void aPartySpeaksToTheReportThatCountsAndSaysNothingTwice() {
        var first = reported(HN, State.IN_PROGRESS);
        said(GT, new Saying.Confirmed(first.id(), null));
        assertEquals(Rule.SAID_ALREADY, world.refused(GT, new Saying.Confirmed(first.id(), null)));
        reported(HN, State.DONE);
        assertEquals(Rule.NEWER_REPORT, world.refused(GT, new Saying.Disputed(first.id(), words("no"))));
    }

    @Test
    void aWordToWhatIsNoReportIsRejected() {
        var nothing = world.carrier(CODE).id();
        assertEquals(Rule.UNKNOWN_REPORT, world.refused(HN, new Saying.Confirmed(nothing, null)));
        var broken =
                world.utter(US, world.account(State.DONE), world.carrier(CODE).id());
        world.hearAll();
        assertEquals(Rule.UNKNOWN_REPORT, world.refused(HN, new Saying.Confirmed(broken.id(), null)));
    }

    @Test
    void whatBlocksIsSaid() {
        var body = Bodies.write(world.account(State.BLOCKED));
        body.putNull("blockedBy");
        var ear = world.ear(HN);
        var act = ear.utter(
                ear.draft(
                        Saying.REPORTED,
                        "coordination",
                        List.of(world.carrier(CODE).id()),
                        body),
                world.now());
        assertEquals("REASON_MISSING", ear.rejected.get(act.id()));
    }

    @Test
    void anObserverAssessesAndOwesNothing() {
        var assessed = new Saying.Assessed(
                CODE, world.carrier(CODE).hash(), Saying.Level.LIMITED, words("una sola acta"), List.of());
        assertEquals(Rule.OFFICE_MAY_NOT, world.refused(US, assessed));
        said(US, assessed);
        reported(HN, State.DONE);
        var facts = world.ear(GT).facts(CODE);
        assertEquals(
                Saying.Level.LIMITED,
                facts.assessed().values().iterator().next().level());
        assertEquals(State.DONE, account(HN).latest().state(), "neither view changes the other");
    }

    @Test
    void aFigureIsCorrectedBesideItAndNeverReplaced() {
        var report = said(HN, measured(world.account(State.IN_PROGRESS), "2026-10-31", 38));
        assertEquals(Rule.FIGURE_SAID, world.refused(HN, measured(world.account(State.IN_PROGRESS), "2026-10-31", 45)));
        world.utter(
                HN,
                measured(world.account(State.IN_PROGRESS), "2026-10-31", 45),
                world.carrier(CODE).id());
        world.hearAll();
        assertEquals(new BigDecimal(38), point().counts().number(), "said again is not corrected");
        said(HN, new Saying.Corrected(report.id(), OCTOBER, new BigDecimal(36), words("dos contados dos veces")));
        assertEquals(new BigDecimal(38), point().said().number());
        assertEquals(new BigDecimal(36), point().counts().number());
        assertEquals(
                world.carrier(CODE).hash(), point().said().under(), "a figure names the text it was reported under");
        assertEquals(world.carrier(CODE).hash(), point().counts().under(), "so does its correction");
    }

    private Point point() {
        return world.ear(US)
                .row(MonitoringRows.POINT, new Point.Key(CODE, HN, OCTOBER))
                .orElseThrow();
    }

    @Test
    void onlyWhoGaveAFigureCorrectsIt() {
        var report = said(HN, measured(world.account(State.IN_PROGRESS), "2026-10-31", 38));
        var correction = new Saying.Corrected(report.id(), OCTOBER, BigDecimal.ONE, words("así me conviene"));
        assertEquals(Rule.NOT_YOUR_REPORT, world.refused(GT, correction));
        var other = new Saying.Corrected(report.id(), OCTOBER.plusDays(1), BigDecimal.ONE, words("ese día no"));
        assertEquals(Rule.UNKNOWN_FIGURE, world.refused(HN, other));
    }

    @Test
    void ofManyCorrectionsTheFirstInTheLogCountWhateverTheirOrderOfArrival() {
        var report = said(HN, measured(world.account(State.IN_PROGRESS), "2026-10-31", 38));
        var acts = new ArrayList<Act>();
        for (var i = 0; i <= Point.MOST; i++)
            acts.add(world.utter(
                    HN, new Saying.Corrected(report.id(), OCTOBER, new BigDecimal(i), words("otra vez")), report.id()));
        acts.reversed().forEach(world.ear(US)::hear);
        assertEquals(Map.of(acts.getLast().id(), "TOO_MANY_CORRECTIONS"), world.ear(US).rejected);
        assertEquals(world.ear(HN).rejected, world.ear(US).rejected);
        assertEquals(Point.MOST, point().corrected().size());
    }

    @Test
    void aFigureIsOfADayOfOneCenturySoThatTheFiguresOfAPartyHaveAnEnd() {
        var account = world.account(State.IN_PROGRESS);
        var carrier = world.carrier(CODE).id();
        for (var day : List.of(Point.FIRST, Point.LAST)) {
            world.utter(HN, measured(account, day.toString(), 1), carrier);
            var far = measured(account, (day.equals(Point.FIRST) ? day.minusDays(1) : day.plusDays(1)).toString(), 1);
            assertEquals(Rule.FIGURE_TOO_FAR, world.refused(HN, far));
            var said = world.utter(HN, far, carrier);
            assertEquals("FIGURE_TOO_FAR", world.ear(HN).rejected.get(said.id()));
        }
        assertEquals(2, world.ear(HN).rejected.size());
        assertEquals(36_525, java.time.temporal.ChronoUnit.DAYS.between(Point.FIRST, Point.LAST) + 1);
    }

    @Test
    void aReportMayNameTheEventThatExplainsAMissedTarget() {
        said(HN, answering(world.account(State.IN_PROGRESS), List.of("E1"), List.of()));
        assertEquals(
                Rule.UNKNOWN_EVENT,
                world.refused(HN, answering(world.account(State.IN_PROGRESS), List.of("E9"), List.of())));
    }

    /** What one has heard, which notes the acts that are asked for. */
    private static Past noting(Ear ear, List<ActId> read) {
        return new Past() {
            @Override
            public <K, R> Optional<R> row(Table<K, R> table, K key) {
                return ear.row(table, key);
            }

            @Override
            public Optional<Act> act(ActId id) {
                read.add(id);
                return ear.act(id);
            }
        };
    }

    @Test
    void whatAReportNamesIsReadOnceWhateverItListsOfIt() {
        var report = reported(HN, State.IN_PROGRESS);
        var dispute = said(GT, new Saying.Disputed(report.id(), words("no es así")));
        var ear = world.ear(HN);
        var act = world.say(HN, answering(world.account(State.IN_PROGRESS), List.of("E1"), List.of(dispute.id())));
        var read = new ArrayList<ActId>();
        var applied = new Applying(World.FOUNDING, noting(ear, read), act).apply();
        assertEquals(Map.of(), applied.verdicts());
        assertEquals(act.after(), read);
    }

    @Test
    void ofManyThatAReportNamesAsManyAreReadAsItNeeds() {
        var events = IntStream.rangeClosed(1, Report.EVENTS)
                .mapToObj(each -> "E" + each)
                .toList();
        var after = new ArrayList<>(List.of(world.carrier(CODE).id()));
        for (var i = 1; i < 64; i++) after.add(new ActId(GT, 1_000 + i));
        var report = answering(world.account(State.IN_PROGRESS), events, List.of());
        var act = world.utter(HN, report, after.toArray(ActId[]::new));
        var read = new ArrayList<ActId>();
        var applied = new Applying(World.FOUNDING, noting(world.ear(HN), read), act).apply();
        assertEquals(new Verdict.Rejected("UNKNOWN_EVENT"), applied.verdicts().get(act.id()));
        assertEquals(after.subList(0, 1 + Report.EVENTS), read);
        assertThrows(
                IllegalArgumentException.class,
                () -> answering(world.account(State.IN_PROGRESS), List.of("1,2,3,4,5,6,7,8,9".split(",")), List.of()));
    }

    @Test
    void anEventIsLinkedToTheInitiativesItTouched() {
        var link = said(US, new Saying.Linked(CODE, world.carrier(CODE).hash(), "E1", words("se suspendió la ayuda")));
        assertEquals(
                Map.of("E1", Map.of(US, link.id())), world.ear(GT).facts(CODE).links());
    }

    @Test
    void evidenceIsAnAddressOfTheWebWithTheHashOfWhatWasSeen() {
        var act = said(HN, shown(world.account(State.IN_PROGRESS)));
        assertEquals(
                act.id(), java.util.Objects.requireNonNull(account(HN).proven()).act());
        for (var address : List.of("javascript:alert(1)", "file:///etc/passwd", "https://", "ftp://example.org/a")) {
            var body = Bodies.write(shown(world.account(State.IN_PROGRESS)));
            ((tools.jackson.databind.node.ObjectNode) body.withArray("evidence").get(0)).put("link", address);
            assertEquals(new Saying.Reading.Unheard(Rule.MALFORMED), Bodies.read(Saying.REPORTED, body), address);
        }
    }

    @Test
    void whatIsReadIsWrittenBackEqual() {
        var report = shown(measured(world.account(State.BLOCKED), "2026-10-31", 38));
        var sayings = List.of(
                report,
                new Saying.Confirmed(new ActId(HN, 3), words("visto")),
                new Saying.Disputed(new ActId(HN, 3), words("no")),
                new Saying.Corrected(new ActId(HN, 3), OCTOBER, new BigDecimal("0.5"), words("mal sumado")),
                new Saying.Assessed(
                        CODE, Ear.sha256("a"), Saying.Level.COMPLETE, words("visto"), List.of(World.evidence())),
                new Saying.Linked(CODE, Ear.sha256("a"), "E1", words("la ayuda")));
        for (var saying : sayings)
            assertEquals(new Saying.Reading.Heard(saying), Bodies.read(saying.kind(), Bodies.write(saying)));
    }

    @Test
    void aRemarkThatIsNoTextIsMalformed() {
        for (var word : List.of("5", "true", "[\"no\"]", "{\"es\":\"no\"}")) {
            var body = Bodies.write(new Saying.Disputed(new ActId(HN, 3), words("no")));
            body.set("reason", JsonMapper.shared().readTree("{\"es\":" + word + ",\"en\":\"no\"}"));
            assertEquals(new Saying.Reading.Unheard(Rule.MALFORMED), Bodies.read(Saying.DISPUTED, body), word);
        }
    }

    @Test
    void aListInAReportHasAHundredElements() {
        var body = Bodies.write(world.account(State.IN_PROGRESS));
        var answers = body.putArray("answers");
        for (var i = 0; i < Report.MOST; i++) answers.add("HN/" + i);
        assertTrue(Bodies.read(Saying.REPORTED, body) instanceof Saying.Reading.Heard);
        answers.add("HN/" + Report.MOST);
        assertEquals(new Saying.Reading.Unheard(Rule.MALFORMED), Bodies.read(Saying.REPORTED, body));
    }

    @Test
    void everybodyComesToTheSame() {
        var report = said(HN, measured(world.account(State.IN_PROGRESS), "2026-10-31", 38));
        said(SV, new Saying.Disputed(report.id(), words("no")));
        for (var party : ALL) {
            assertEquals(world.ear(HN).state(), world.ear(party).state());
            assertEquals(0, world.ear(party).waits());
        }
    }
}
