package acorde.web;

import static acorde.web.LiaisonGroup.GROUP;
import static acorde.web.LiaisonGroup.done;
import static acorde.web.LiaisonGroup.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import acorde.compact.Group;
import acorde.offices.Role;
import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A meeting that is called, moved and called off, as two libraries that are not ours, and a calendar program that people use, read it at a
 * secret address.
 */
@Tag("database")
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class CalendarTest {
    private static final Pattern ADDRESS = Pattern.compile("http://[^<\"]*(/calendars/(acorde-[^.]+)\\.ics\\?lang=es)");

    @TempDir
    static Path folder;

    private static LiaisonGroup group;
    private static String first = "";
    private static String second = "";
    private static String address = "";
    private static String secret = "";

    /** As it was when the meetings were called, when one was moved, when that was called off. */
    private static final List<String> HANDED_OUT = new ArrayList<>();

    @BeforeAll
    static void start() {
        group = new LiaisonGroup(folder, Group.Kind.BILATERAL);
        first = group.call("2026-11-24");
        second = group.call("2027-07-05");
        group.states.until("the calls are there", () -> group.us.get(second).statusCode() == 200);
        make();
    }

    @AfterAll
    static void stop() {
        group.close();
    }

    private static void make() {
        var answer = group.us.post("/calendar?lang=es");
        assertEquals(200, answer.statusCode(), answer.body());
        var match = ADDRESS.matcher(answer.body());
        assertTrue(match.find(), answer.body());
        address = match.group(1);
        secret = match.group(2);
    }

    private static String feed() {
        return page(group.states.visitor(), address);
    }

    /** What the first reader has no complaint of, as the second reads it. */
    private static ICalendar read(String text) {
        try {
            var result = new CalendarBuilder().build(new StringReader(text)).validate();
            assertEquals(List.of(), List.copyOf(result.getEntries()), text);
        } catch (IOException | ParserException e) {
            throw new AssertionError(text, e);
        }
        var calendar = Biweekly.parse(text).first();
        assertTrue(calendar.validate(ICalVersion.V2_0).isEmpty(), calendar.validate(ICalVersion.V2_0) + "\n" + text);
        return calendar;
    }

    private static VEvent event(ICalendar calendar, String page) {
        var name = page.substring("/sittings/".length()).replace('/', '-') + "@";
        return calendar.getEvents().stream()
                .filter(event -> event.getUid().getValue().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static Instant start(VEvent event) {
        return event.getDateStart().getValue().toInstant();
    }

    @Test
    @Order(1)
    void aMeetingStandsAtItsHourInItsZone() {
        var text = feed();
        HANDED_OUT.add(text);
        assertTrue(text.contains("DTSTART;TZID=America/Guatemala:20261124T100000\r\n"), text);
        assertTrue(text.contains("BEGIN:VTIMEZONE\r\nTZID:America/Guatemala\r\n"), text);
        var calendar = read(text);
        assertEquals("PUBLISH", calendar.getMethod().getValue());
        assertEquals(2, calendar.getEvents().size());
        var event = event(calendar, first);
        assertEquals(Instant.parse("2026-11-24T16:00:00Z"), start(event));
        assertEquals(
                Duration.ofHours(2).toMillis(), event.getDuration().getValue().toMillis());
        assertEquals("Mesa de enlace: reunión 1", event.getSummary().getValue());
        assertEquals("CONFIRMED", event.getStatus().getValue());
        assertEquals(0, event.getSequence().getValue());
    }

    @Test
    @Order(2)
    void neitherLinkNorAgendaNorPersonNorAnotherServerStandsInIt() {
        LiaisonGroup.signed(group.gt, first + "/points", "titleEs", "punto-reservado", "titleEn", "reserved-point");
        group.states.until("the point is there", () -> LiaisonGroup.says(group.us, first, "un punto"));
        for (var word : List.of("reunion.example", "punto-reservado", "ATTENDEE", "officer.", "TZURL"))
            assertFalse(feed().contains(word), word);
    }

    @Test
    @Order(3)
    void aMeetingThatIsMovedIsTheSameWithAHigherSequence() {
        LiaisonGroup.signed(
                group.us,
                first + "/change",
                "day",
                "2026-11-25",
                "time",
                "09:30",
                "zone",
                "America/New_York",
                "minutes",
                "60",
                "place",
                "Washington, D.C.; sala 2",
                "why",
                "Feriado");
        HANDED_OUT.add(feed());
        var event = event(read(HANDED_OUT.getLast()), first);
        assertEquals(Instant.parse("2026-11-25T14:30:00Z"), start(event));
        assertEquals(1, event.getSequence().getValue());
        assertEquals("Washington, D.C.; sala 2", event.getLocation().getValue());
    }

    @Test
    @Order(4)
    void aMeetingThatIsCalledOffStaysAndSaysSo() {
        LiaisonGroup.signed(group.us, first + "/cancellation", "why", "Sin asunto");
        HANDED_OUT.add(feed());
        var calendar = read(HANDED_OUT.getLast());
        assertEquals("CANCELLED", event(calendar, first).getStatus().getValue());
        assertEquals(2, event(calendar, first).getSequence().getValue());
        assertEquals("CONFIRMED", event(calendar, second).getStatus().getValue());
        assertEquals(
                "CANCEL",
                read(page(group.us, first + "/meeting.ics")).getMethod().getValue());
        assertEquals(
                "PUBLISH",
                read(page(group.us, second + "/meeting.ics")).getMethod().getValue());
    }

    /** Debian's khal, where it is installed, as it is wherever all tests are run at every change. */
    @Test
    @Order(5)
    void aCalendarProgramThatPeopleUseFollowsTheMeetingAsItIsMovedAndCalledOff() throws Exception {
        assumeTrue(Khal.isInstalled(), "khal is not installed here: apt-get install khal");
        var khal = Khal.empty(folder.resolve("khal"));
        var other = "2027-07-05 10:00 Mesa de enlace: reunión 2 CONFIRMED";
        assertEquals(
                List.of("2026-11-24 10:00 Mesa de enlace: reunión 1 CONFIRMED", other),
                khal.takingIn(HANDED_OUT.get(0)));
        assertEquals(
                List.of("2026-11-25 08:30 Mesa de enlace: reunión 1 CONFIRMED", other),
                khal.takingIn(HANDED_OUT.get(1)));
        assertEquals(
                List.of("2026-11-25 08:30 Mesa de enlace: reunión 1 CANCELLED", other),
                khal.takingIn(HANDED_OUT.get(2)));
        assertEquals(
                List.of("2026-11-25 08:30 Mesa de enlace: reunión 1 CANCELLED", other),
                khal.takingIn(page(group.us, second + "/meeting.ics")),
                "the file of one meeting leaves the other alone");
    }

    @Test
    @Order(6)
    void aGroupHasAFileOfItsOwnForWhoIsSignedIn() {
        assertEquals(
                2, read(page(group.gt, GROUP + "/calendar.ics")).getEvents().size());
        assertEquals(303, group.guatemala.visitor().get(GROUP + "/calendar.ics").statusCode());
        assertEquals(404, group.gt.get("/groups/no-hay/calendar.ics").statusCode());
        assertEquals(404, group.gt.get("/sittings/GT/999999/meeting.ics").statusCode());
    }

    @Test
    @Order(7)
    void aSeriesIsCalledOnThePageAndByAProgramAndEveryMeetingOfItStandsInTheCalendarAtTheHourOfThePlace() {
        for (var wrong : List.of("FREQ=HOURLY 3", "FREQ=MONTHLY;BYDAY=2TU 25", "FREQ=WEEKLY;BYDAY=MO 3")) {
            var rule = wrong.split(" ");
            var refused = group.gt.post(GROUP + "/calls", series(rule[0], rule[1]));
            assertEquals(422, refused.statusCode(), wrong);
        }
        assertEquals(GROUP, LiaisonGroup.signed(group.gt, GROUP + "/calls", series("FREQ=MONTHLY;BYDAY=2TU", "3")));
        var body = "{\"group\":\"GT-US-enlace\",\"starts\":\"2027-09-06T15:30\",\"zone\":\"America/Guatemala\","
                + "\"minutes\":60,\"place\":null,\"link\":\"https://reunion.example/serie\","
                + "\"series\":\"FREQ=WEEKLY\",\"count\":2,\"attachments\":null}";
        var token = group.guatemala.token(Role.COORDINATOR);
        var called = ProgressTest.send(group.guatemala, token, "/meetings", body);
        assertEquals(201, called.statusCode(), called.body());
        var meetings = JsonMapper.shared().readTree(called.body()).path("meetings");
        assertEquals(2, meetings.size());
        var last = "/sittings/" + meetings.path(1).asString("");
        group.states.until("the series are there", () -> group.us.get(last).statusCode() == 200);
        var events = read(feed()).getEvents();
        assertEquals(7, events.size());
        assertEquals(
                7,
                events.stream()
                        .map(event -> event.getUid().getValue())
                        .distinct()
                        .count());
        var starts = events.stream()
                .map(CalendarTest::start)
                .map(Instant::toString)
                .sorted()
                .toList();
        assertEquals(
                List.of("2027-03-09T15:00:00Z", "2027-04-13T14:00:00Z", "2027-05-11T14:00:00Z"),
                starts.subList(1, 4),
                "ten in the morning in New York, whatever the clocks do");
        assertEquals(List.of("2027-09-06T21:30:00Z", "2027-09-13T21:30:00Z"), starts.subList(5, 7));
        assertEquals(
                Instant.parse("2027-09-13T21:30:00Z"), start(event(read(page(group.us, last + "/meeting.ics")), last)));
    }

    /** From Tuesday, 9 March 2027 on. */
    private static String[] series(String rule, String count) {
        var fields = "day 2027-03-09 time 10:00 zone America/New_York minutes 60 place Sala series %s count %s";
        return fields.formatted(rule, count).split(" ");
    }

    @Test
    @Order(8)
    void theSecretOpensTheCalendarAndNothingElseAndNothingElseOpensIt() {
        var bearer = Map.of("Authorization", "Bearer " + secret);
        var api = group.states.visitor().send("GET", "/api/v1/groups", bearer, Map.of());
        assertEquals(401, api.statusCode(), api.body());
        var token = group.states.token(Role.COORDINATOR);
        for (var wrong : List.of(token, secret + "x", secret.substring(0, secret.length() - 1), "x", ""))
            assertEquals(
                    404,
                    group.states.visitor().get("/calendars/" + wrong + ".ics").statusCode(),
                    wrong);
        assertEquals(404, group.states.visitor().get("/calendars/" + secret).statusCode());
    }

    @Test
    @Order(9)
    void aNewAddressEndsTheOneBeforeAndARevokedOneOpensNothing() {
        var before = address;
        make();
        assertEquals(404, group.states.visitor().get(before).statusCode());
        feed();
        assertFalse(page(group.us, "/calendar").contains(secret), "it is told once");
        done(group.us.post("/calendar/removal"));
        assertEquals(404, group.states.visitor().get(address).statusCode());
    }
}
