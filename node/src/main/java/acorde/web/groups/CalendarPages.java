package acorde.web.groups;

import acorde.groups.Groups;
import acorde.groups.Proceedings;
import acorde.offices.Change;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.offices.Secret;
import acorde.offices.Token;
import acorde.web.Screen;
import acorde.web.Seating;
import acorde.web.desk.ActReading;
import acorde.web.desk.Tables;
import acorde.web.view.ErrorView;
import acorde.web.view.Links;
import acorde.web.words.Bilingual;
import acorde.web.words.Language;
import acorde.web.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Meetings for calendar programs: files for who is signed in, and one secret address a person. */
@Controller
final class CalendarPages {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final String ENDING = ".ics";

    private final Groups groups;
    private final Tables tables;
    private final Drawing drawing;
    private final Offices offices;
    private final Screen screen;
    private final MeetingCalendar calendar;

    CalendarPages( // the parts it joins
            Groups groups, Tables tables, Drawing drawing, Offices offices, Screen screen, MeetingCalendar calendar) {
        this.groups = groups;
        this.tables = tables;
        this.drawing = drawing;
        this.offices = offices;
        this.screen = screen;
        this.calendar = calendar;
    }

    @GetMapping("/calendar")
    ResponseEntity<String> page(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        return page(request, officer, 200, "", "");
    }

    private ResponseEntity<String> page( // what every answer of this page shows
            HttpServletRequest request, Officer officer, int status, String address, String declined) {
        var live = offices.calendarAddress(officer).orElse(null);
        var meeting = groups.meeting();
        var known = tables.all().stream()
                .filter(one -> meeting.contains(one.code()))
                .map(one -> new CalendarView.Group(
                        one.code(), Shown.words(one.text().title())))
                .toList();
        return screen.page(request, status, "groups/calendar", new CalendarView(address, live, declined, known));
    }

    /** A new address takes the place of the one before, which is worth nothing from then on. */
    @PostMapping("/calendar")
    ResponseEntity<String> make(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        return switch (offices.makeCalendarAddress(officer)) {
            case Change.Done<Secret>(var secret) -> page(request, officer, 200, address(request, secret), "");
            case Change.Declined<Secret>(var why) -> page(request, officer, 422, "", "offices.rule." + why.name());
        };
    }

    private static String address(HttpServletRequest request, Secret secret) {
        var path = Links.calendar(secret.reveal()) + "?lang="
                + Screen.language(request).code();
        return URI.create(request.getRequestURL().toString()).resolve(path).toString();
    }

    @PostMapping("/calendar/removal")
    ResponseEntity<String> remove(@AuthenticationPrincipal Officer officer) {
        offices.calendarAddress(officer).map(Token::id).ifPresent(id -> offices.revokeToken(officer, id));
        return SittingPages.seeOther(Links.CALENDAR);
    }

    /** For calendar programs, which cannot sign in: whoever has the address may read it. */
    @GetMapping("/calendars/{address}")
    ResponseEntity<byte[]> feed(HttpServletRequest request, @PathVariable String address) {
        var officer = address.endsWith(ENDING)
                ? offices.calendarReader(address.substring(0, address.length() - ENDING.length()))
                : Optional.<Officer>empty();
        if (officer.isEmpty()) return ResponseEntity.notFound().build();
        Seating.isFor(officer.get(), request);
        var all = groups.meetings(Instant.EPOCH);
        var sittings =
                all.stream().filter(one -> drawing.speaks(one, officer.get())).toList();
        var cut = all.size() < groups.countMeetings();
        return file(calendar.of(meetings(sittings), cut, words(request).say("calendar.name"), words(request)));
    }

    @GetMapping("/groups/{code}/calendar.ics")
    ResponseEntity<?> group(HttpServletRequest request, @PathVariable String code) {
        var known = tables.find(code);
        if (known.isEmpty()) return screen.page(request, 404, "error", new ErrorView(404, "", null));
        var title = Shown.words(known.get().text().title());
        var sittings = groups.of(code);
        return file(calendar.of(
                meetings(sittings),
                sittings.size() < groups.count(code),
                words(request).say("calendar.of", title(title, request)),
                words(request)));
    }

    @GetMapping("/sittings/{party}/{index}/meeting.ics")
    ResponseEntity<?> meeting(HttpServletRequest request, @PathVariable String party, @PathVariable String index) {
        var found = meetings(
                ActReading.id(party, index).flatMap(groups::sitting).stream().toList());
        if (found.isEmpty()) return screen.page(request, 404, "error", new ErrorView(404, "", null));
        return file(calendar.of(found.getFirst(), words(request)));
    }

    private static String title(Bilingual title, HttpServletRequest request) {
        return Screen.language(request) == Language.ES ? title.es() : title.en();
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Screen.language(request));
    }

    private List<MeetingCalendar.Meeting> meetings(List<Proceedings> sittings) {
        var titles = new HashMap<String, Bilingual>();
        return sittings.stream()
                .filter(one -> one.sitting().isMeeting())
                .map(one -> new MeetingCalendar.Meeting(
                        one, titles.computeIfAbsent(one.sitting().group(), tables::title)))
                .toList();
    }

    private static ResponseEntity<byte[]> file(byte[] text) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"acorde.ics\"")
                .body(text);
    }
}
