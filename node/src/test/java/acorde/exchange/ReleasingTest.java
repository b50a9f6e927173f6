package acorde.exchange;

import static acorde.exchange.Reports.GT;
import static acorde.exchange.Reports.HN;
import static acorde.exchange.Reports.US;
import static acorde.exchange.Reports.report;
import static acorde.exchange.Reports.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.offices.OfficeCode;
import acorde.policy.Country;
import acorde.policy.Decision.Released;
import acorde.policy.Field;
import acorde.policy.Reason;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who is given a report, and what of it, by the rules the product ships with. */
class ReleasingTest {
    private static final Instant NOW = Instant.parse("2026-11-26T15:00:00Z");

    private static final ActId ASKED = new ActId(GT, 7);

    private static Report copy(PartyCode party, Report report) {
        return assertInstanceOf(Release.Goes.class, to(party, report)).copy();
    }

    private static List<String> stays(PartyCode party, Report report) {
        return assertInstanceOf(Release.Stays.class, to(party, report)).reasons().stream()
                .map(Reason::rule)
                .toList();
    }

    private static Send send(String office, Report report, PartyCode... to) {
        var releases = Reports.releasing().of(report, List.of(to));
        return new Send(new OfficeCode(office), report, releases, new TreeSet<>(List.of(GT, HN, US)), past -> true);
    }

    private static Decision<Rule> decide(Send send) {
        return send.decide(Silence.PAST, NOW);
    }

    private static List<Draft> said(Send send) {
        return decide(send) instanceof Decision.Say<Rule>(var drafts) ? drafts : List.of();
    }

    @Test
    void aMarkedReportGoesWholeToAPartyThatMayHaveAllOfIt() {
        assertEquals(report(), copy(GT, report()));
    }

    /** EV-1. */
    @Test
    void aReportThatIsNotMarkedGoesNowhere() {
        assertEquals(List.of("EV-1A"), stays(GT, report(report -> report.evaluation = null)));
        assertEquals(List.of("EV-1B"), stays(GT, report(report -> report.tlp = null)));
        assertEquals(List.of("EV-1C"), stays(GT, report(report -> report.handling = Set.of())));
        assertEquals(List.of("EV-1D"), stays(GT, report(report -> report.purposes = Set.of())));
        assertEquals(List.of("CE-3"), stays(GT, report(report -> report.law = null)));
    }

    @Test
    void whatIsKeptBackIsNotInTheCopy() {
        var report = report(one -> one.parts.put(Field.SOURCE, "EJERCICIO. Registro del puesto 14"));
        var copy = copy(GT, report);
        assertEquals(Set.of(Field.TITLE, Field.FACT, Field.ASSESSMENT), copy.fields());
        assertFalse(copy.toJson().toString().contains("puesto 14"));
        var bilateral = report(one -> {
            one.parts.put(Field.SOURCE, "EJERCICIO. Registro del puesto 14");
            one.arrangement = "US-HN";
        });
        assertEquals(List.of("AR-1"), stays(GT, bilateral));
        assertEquals(bilateral, copy(HN, bilateral), "under an arrangement the source goes with it");
    }

    /** CH-1. Not their names, hashes, sizes or number, nor that there are any. */
    @Test
    void whoIsNotGivenItsFilesIsGivenWhatOneWithoutFilesWouldBe() {
        var bare = report(one -> one.flags = Set.of(Persons.Flag.CHILD));
        var report = report(one -> {
            one.flags = Set.of(Persons.Flag.CHILD);
            one.files = List.of(Reports.file("sello.txt"), Reports.file("partida.txt"));
        });
        assertEquals(
                copy(GT, bare).toJson().toString(), copy(GT, report).toJson().toString());
        var whole = said(send("analysis", report, GT)).getFirst().body();
        assertEquals("attachments", whole.at("/asked/0/without/0").asString());
        assertEquals(2, whole.path("attachments").size());
        var open = report(one -> one.files = report.files());
        assertEquals(report.files(), copy(GT, open).files());
    }

    /** AS-1: of who fled Honduras nothing reaches Honduras, and nobody is told that anything was kept from it. */
    @Test
    void whatProtectsAPersonNeverReachesTheirCountryNorTellsOthersWhy() {
        var report = report(one -> one.seeksProtection("HN"));
        assertEquals(List.of("AS-1"), stays(HN, report));
        var copy = copy(GT, report);
        assertEquals(new TreeSet<>(List.of(new Country("HN"))), copy.persons().never());
        assertFalse(copy.toJson().toString().contains("protection"), "AS-4");
        assertFalse(copy.toJson().toString().contains("asked"));
        assertInstanceOf(
                Release.Stays.class,
                new Releasing(Reports.OF_2019, GT, Reports.TODAY, true)
                        .of(copy, List.of(HN))
                        .getFirst());
    }

    /** AS-3. */
    @Test
    void whoseCountryIsNotKnownIsToldToNobody() {
        var report = report(Reports::seeksProtection);
        for (var party : List.of(US, GT, HN)) assertEquals(List.of("AS-3"), stays(party, report));
    }

    @Test
    void whatHidesFromItsOwnPartyIsNoticed() {
        assertTrue(Reports.releasing().isHiddenFromUs(report(one -> one.seeksProtection("SV"))));
        assertFalse(Reports.releasing().isHiddenFromUs(report(one -> one.seeksProtection("HN"))));
        assertFalse(Reports.releasing().isHiddenFromUs(report(Reports::seeksProtection)));
    }

    /** EV-9: what is left when the facts cannot be had is not sent either. */
    @Test
    void anAssessmentWithoutItsFactsDoesNotGo() {
        assertEquals(List.of("EV-9"), stays(GT, report(one -> one.parts.remove(Field.FACT))));
    }

    @Test
    void aRealReportIsNotGivenInAnExercise() {
        assertEquals(List.of("EJ-1"), stays(GT, report(one -> one.exercise = false)));
    }

    /** Who reads the log is not told how many were given it, nor whom it was kept from. */
    @Test
    void thereIsAnEntryForEachPartyWhetherItIsGivenItOrNot() {
        var report = report(one -> one.seeksProtection("HN"));
        var drafts = said(send("analysis-a2", report, US, GT, HN));
        assertEquals(
                List.of("[]", "[GT]", "[]", "[US]"),
                drafts.stream().map(draft -> draft.to().toString()).toList());
        assertEquals(ExchangeDuty.BLANK, drafts.get(2).kind());
        assertTrue(drafts.get(2).body().isEmpty());
        assertEquals(4, said(send("analysis-a2", report(), GT)).size());
    }

    @Test
    void theWholeKeepsWhatWasDecidedAndNoCopyTellsOfAnother() {
        var report = report(one -> one.seeksProtection("HN"));
        var drafts = said(send("analysis-a2", report, US, GT, HN));
        var whole = ReportText.read(drafts.getFirst().body()).orElseThrow();
        assertEquals(report, whole.report());
        assertEquals(
                List.of("GT true", "HN false", "US true"),
                whole.asked().stream()
                        .map(one -> one.party() + " " + one.given())
                        .toList());
        assertEquals(List.of("AS-1"), whole.asked().get(1).rules());
        for (var copy : List.of(drafts.get(1), drafts.get(3))) {
            assertEquals(List.of(), copy.after(), "a copy does not name the whole");
            assertFalse(copy.body().has("asked"));
        }
    }

    @Test
    void aReportThatNobodyMayHaveIsNotSaid() {
        assertEquals(
                new Decision.Decline<>(Rule.NOBODY_RECEIVES),
                decide(send("analysis", report(Reports::seeksProtection), US, GT, HN)));
    }

    /** Decided by rules that are in force no more when it comes to be said. */
    @Test
    void whatWasDecidedByOtherRulesIsNotSaid() {
        var send = send("analysis", report(), GT);
        var moved = new Send(send.office(), send.report(), send.releases(), send.others(), past -> false);
        assertEquals(new Decision.Decline<>(Rule.RELEASE_MOVED), decide(moved));
    }

    @Test
    void onlyOfficesThatOpenWhatIsExchangedSendIt() {
        for (var office : List.of("supervision", "administration", "observation", "node"))
            assertEquals(new Decision.Decline<>(Rule.OFFICE_MAY_NOT), decide(send(office, report(), GT)));
    }

    /** Whatever is sent, the receiver asked about it would say the same; what is not in it was never there. */
    @Test
    void everyCopyThatGoesIsOneThatItsReceiverIsReleasedWhole() {
        var random = new Random(20261126);
        for (var i = 0; i < 200; i++) {
            var report = any(random);
            for (var release : Reports.releasing().of(report, List.of(US, GT, HN)))
                if (release instanceof Release.Goes(var party, var copy, var _)) {
                    var read = ReportText.read(copy.toJson()).orElseThrow().report();
                    assertInstanceOf(Released.class, Reports.releasing().delivered(read, party), report.toString());
                    assertTrue(report.fields().containsAll(read.fields()));
                    assertFalse(read.persons().flags().contains(Persons.Flag.PROTECTION));
                    assertEquals(report.persons().never(), read.persons().never());
                    assertEquals(report.marking(), read.marking());
                }
        }
    }

    private static Report any(Random random) {
        return report(one -> {
            if (random.nextBoolean()) one.parts.put(Field.SOURCE, "EJERCICIO");
            if (random.nextInt(4) == 0) one.parts.remove(Field.ASSESSMENT);
            if (random.nextInt(4) == 0) one.parts.remove(Field.FACT);
            if (random.nextInt(4) == 0) one.arrangement = "US-HN";
            if (random.nextInt(6) == 0) one.review = Reports.TODAY.minusDays(random.nextInt(3));
            if (random.nextInt(6) == 0) one.valid = Reports.TODAY.minusDays(random.nextInt(3));
            var flags = new ArrayList<Persons.Flag>();
            for (var flag : Persons.Flag.values()) if (random.nextInt(3) == 0) flags.add(flag);
            one.flags = Set.copyOf(flags);
            for (var country : List.of("US", "GT", "HN", "CO"))
                if (random.nextInt(4) == 0) one.never.add(new Country(country));
        });
    }

    /** EV-1. */
    @Test
    void aQuestionIsNotGradedAndAnAnswerIs() {
        var asks = report(one -> {
            one.evaluation = null;
            one.turn = new Turn.Asks(Urgency.URGENT, null);
        });
        assertEquals(asks, copy(GT, asks));
        var answers = report(one -> {
            one.evaluation = null;
            one.turn = new Turn.Answers(ASKED, false);
        });
        assertEquals(List.of("EV-1A"), stays(GT, answers));
    }

    @Test
    void anAnswerNamesTheRequestAndGoesToWhoAskedAlone() {
        var answer = report(one -> one.turn = new Turn.Answers(ASKED, true));
        var acts = said(send("analysis", answer, GT));
        assertEquals(
                List.of(List.of(ASKED), List.of(ASKED), List.of(), List.of()),
                acts.stream().map(Draft::after).toList(),
                "the whole and the copy; who is told nothing learns nothing of it");
        assertEquals(new Decision.Decline<>(Rule.NOT_TO_ASKER), decide(send("analysis", answer, GT, HN)));
        assertEquals(new Decision.Decline<>(Rule.NOT_TO_ASKER), decide(send("analysis", answer, HN)));
    }
}
