package acorde.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.acts.ActId;
import acorde.compact.Remark;
import acorde.exchange.GivingOn;
import acorde.exchange.Item;
import acorde.exchange.Reports;
import acorde.finding.Key;
import acorde.groups.Course;
import acorde.groups.Proceedings;
import acorde.groups.SampleSittings;
import acorde.groups.Saying;
import acorde.groups.Utterance;
import acorde.monitoring.Light;
import acorde.monitoring.Rung;
import acorde.offices.OfficeCode;
import acorde.offices.Role;
import acorde.onward.Onward;
import acorde.onward.Wish;
import acorde.policy.Purpose;
import acorde.requests.Due;
import acorde.requests.Standing;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What there is to tell of meetings and of delays. */
class PresentTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final PartyCode SV = new PartyCode("SV");
    private static final PartyCode US = new PartyCode("US");
    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    /** A meeting of 23 December that is called. */
    private static Proceedings called() {
        return SampleSittings.several().stream()
                .filter(one -> one.sitting().isMeeting() && one.sitting().number() == 3)
                .findFirst()
                .orElseThrow();
    }

    private static PartyCode chair(Proceedings meeting) {
        return Optional.ofNullable(meeting.sitting().chair()).orElseThrow();
    }

    /** The same after a party said something, as its act 900. */
    private static Proceedings after(Proceedings before, PartyCode by, Saying saying) {
        var act = new ActId(by, 900);
        var said = new TreeMap<>(before.said());
        said.put(
                act,
                new Utterance<>(act, NOW, new OfficeCode("coordination"), Hash.of(new byte[Hash.SIZE]), saying, 0));
        return new Proceedings(before.sitting(), said);
    }

    private static List<String> told(Proceedings meeting, Instant now) {
        return Present.meeting(meeting, now).stream()
                .map(notice -> (notice.what() + " " + notice.mark()).strip())
                .toList();
    }

    @Test
    void aMeetingIsToldOfWhenItIsCalledOrCancelledOrChangedByWhoPresidesAndNotOnceItIsOpen() {
        var called = called();
        var id = called.sitting().act();
        var course = Course.of(called);
        var why = new Remark("porque sí", null);
        var change = new Saying.Changed(id, course.when(), course.where(), why);
        var chair = chair(called);
        var other = called.sitting().parties().stream()
                .filter(party -> !party.equals(chair))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("called"), told(called, NOW));
        assertEquals(List.of("called"), told(after(called, other, change), NOW), "it is not another's to change");
        assertEquals(List.of("changed " + new ActId(chair, 900)), told(after(called, chair, change), NOW));
        assertEquals(List.of("cancelled"), told(after(called, chair, new Saying.Cancelled(id, why)), NOW));
        assertEquals(List.of(), told(after(called, chair, new Saying.Opened(id, NOW)), NOW));
    }

    @Test
    void aMeetingIsToldOfUntilADayAfterItWasToBegin() {
        var called = called();
        var last = Course.of(called).when().start().plus(Duration.ofDays(1));
        assertEquals(List.of("called"), told(called, last));
        assertEquals(List.of(), told(called, last.plusMillis(1)));
    }

    private static Light light(Light.Climb... climbs) {
        return new Light(Light.Colour.LATE, new Light.Why.NoDate(), List.of(climbs));
    }

    private static Light.Climb climb(PartyCode party, Rung rung) {
        return new Light.Climb(party, new Light.Why.NoDate(), rung, DAY, null);
    }

    @Test
    void aDelayIsToldToAnOfficeFromItsOwnRungUpAndOnlyIfItIsOfTheOwnParty() {
        var light = light(climb(US, Rung.MINISTER), climb(SV, Rung.COORDINATOR));
        var notice = new Notice("rung", new Key("initiative", "A1-05"), "COORDINATOR");
        assertEquals(Optional.of(notice), Present.rung(Rung.COORDINATOR, SV, "A1-05", light));
        assertEquals(Optional.of(notice), Present.rung(Rung.REPRESENTATIVE, SV, "A1-05", light));
        assertEquals(
                Optional.empty(),
                Present.rung(Rung.COORDINATOR, SV, "A1-05", light(climb(SV, Rung.REPRESENTATIVE))),
                "it has not come that far");
        assertEquals(Optional.empty(), Present.rung(Rung.REPRESENTATIVE, SV, "A1-05", light(climb(SV, Rung.HELD))));
        assertEquals(
                Optional.empty(),
                Present.rung(Rung.REPRESENTATIVE, SV, "A1-05", light(climb(US, Rung.MINISTER))),
                "another party's");
    }

    @Test
    void aRequestIsToldOfWhenItComesWhenItsTimeIsNearlyUpAndWhenItIsUp() {
        var act = new ActId(US, 7);
        var due = new Due(NOW, NOW.plus(Duration.ofHours(8)));
        var key = new Key("exchange", "US/7");
        assertEquals(new Notice("request", key, ""), Present.request(act, new Standing.Underway()));
        var marks = Map.of(Due.Light.IN_TIME, "", Due.Light.SOON, "soon", Due.Light.LATE, "late");
        marks.forEach((light, mark) ->
                assertEquals(new Notice("request", key, mark), Present.request(act, new Standing.Open(due, light))));
    }

    @Test
    void aWishToGiveOnIsToldOfWhenItComesAndWhenItIsLate() {
        var asked = new Wish.Asked(new ActId(SV, 4), new PartyCode("HN"), new Purpose("A2"), Wish.Why.SAME_MATTER);
        var wish = new Wish(new ActId(US, 9), "analysis", NOW, asked, null);
        var key = new Key("exchange-leave", "US/9");
        assertEquals(new Notice("leave", key, ""), Present.wish(wish, NOW.plus(Wish.TIME)));
        assertEquals(
                new Notice("leave", key, "late"),
                Present.wish(wish, NOW.plus(Wish.TIME).plusSeconds(1)));
    }

    /** Of a wish of another, and of one of ours that is late; what mail may not tell of takes nobody's place. */
    @Test
    void ofWishesToGiveOnThoseAreToldOfWhoseReportMailMayTellOf() {
        var asked = List.of(wished(SV, 4, 9), wished(SV, 5, 10)).stream()
                .map(wish -> new Onward.Listed(
                        wish,
                        new GivingOn.Held(
                                item(new ActId(SV, 100 + wish.asked().copy().index())),
                                item(wish.asked().copy()))))
                .toList();
        var late = List.of(wished(US, 6, 11), wished(US, 7, 12)).stream()
                .map(wish -> new Onward.Own(wish, item(wish.asked().copy())))
                .toList();
        var mailed = Set.of(new ActId(SV, 104), new ActId(US, 7), new ActId(SV, 4));
        assertEquals(
                List.of(
                        new Notice("leave", new Key("exchange-leave", "HN/9"), ""),
                        new Notice("unanswered", new Key("exchange", "US/7"), "")),
                Present.wishes(asked, late, mailed, NOW));
    }

    private static Wish wished(PartyCode provider, int copy, int ask) {
        var asked = new Wish.Asked(new ActId(provider, copy), US, new Purpose("A2"), Wish.Why.SAME_MATTER);
        return new Wish(new ActId(new PartyCode("HN"), ask), "analysis", NOW, asked, null);
    }

    private static Item item(ActId act) {
        return new Item(act, "", NOW, new TreeSet<>(), Reports.report(_ -> {}), List.of());
    }

    @Test
    void theLadderTellsRepresentativesAndCoordinatorsAndNobodyElse() {
        assertEquals(Optional.of(Rung.REPRESENTATIVE), Present.from(Role.REPRESENTATIVE));
        assertEquals(Optional.of(Rung.COORDINATOR), Present.from(Role.COORDINATOR));
        assertEquals(
                2,
                Arrays.stream(Role.values())
                        .filter(role -> Present.from(role).isPresent())
                        .count());
    }
}
