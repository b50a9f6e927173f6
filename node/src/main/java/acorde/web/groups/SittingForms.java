package acorde.web.groups;

import acorde.acts.ActId;
import acorde.acts.Said;
import acorde.groups.Action;
import acorde.groups.Attendance;
import acorde.groups.Course;
import acorde.groups.Groups;
import acorde.groups.Notes;
import acorde.groups.Point;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.groups.Span;
import acorde.groups.Why;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.trust.PartyCode;
import acorde.web.Screen;
import acorde.web.desk.ActReading;
import acorde.web.view.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What officers say in a sitting through the forms of its page. What was typed is never lost. */
@Controller
final class SittingForms {
    private final Groups groups;
    private final Drawing drawing;
    private final SittingPages pages;
    private final MinutesPages minutes;
    private final Brought brought;

    SittingForms(
            Groups groups,
            Drawing drawing,
            SittingPages pages,
            MinutesPages minutes,
            Brought brought) { // what its forms lead to
        this.groups = groups;
        this.drawing = drawing;
        this.pages = pages;
        this.minutes = minutes;
        this.brought = brought;
    }

    /** Makes of what was typed what is to be said. */
    private interface Reading extends BiFunction<Proceedings, Typing, Saying.Within> {}

    private ResponseEntity<String> say(
            HttpServletRequest request, Officer officer, ActId id, String anchor, Reading reading) { // a form
        var proceedings = groups.sitting(id);
        if (proceedings.isEmpty()) return pages.missing(request);
        return pages.send(
                request,
                officer,
                proceedings.get(),
                anchor,
                () -> groups.say(officer, reading.apply(proceedings.get(), new Typing(request))));
    }

    private static ActId id(String party, String index) {
        return ActReading.id(party, index).orElse(new ActId(new PartyCode("XX"), 0));
    }

    @PostMapping("/sittings/{party}/{index}/course")
    ResponseEntity<String> course(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var id = id(party, index);
        return say(request, officer, id, "", (_, typed) -> switch (typed.text("step")) {
            case "open" -> new Saying.Opened(id, groups.now());
            case "close" -> new Saying.Closed(id, groups.now());
            case "cancel" -> new Saying.Cancelled(id, typed.reason("why", Screen.language(request)));
            default ->
                new Saying.Changed(id, typed.when(), typed.where(), typed.reason("why", Screen.language(request)));
        });
    }

    @PostMapping("/sittings/{party}/{index}/points")
    ResponseEntity<String> points(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var id = id(party, index);
        var proceedings = groups.sitting(id);
        if (proceedings.isEmpty()) return pages.missing(request);
        var typed = new Typing(request);
        if (typed.text("step").equals("draft")) {
            var draft = groups.draftAgenda(proceedings.get(), brought.to(proceedings.get(), groups.now()));
            if (draft.points().isEmpty()) return SittingPages.seeOther(Links.agenda(id.toString()) + "#nothing");
            return pages.send(
                    request,
                    officer,
                    proceedings.get(),
                    "/agenda",
                    () -> groups.say(officer, new Saying.Points(id, draft.points())));
        }
        return pages.send(request, officer, proceedings.get(), "#agenda", () -> {
            var about = typed.has("about") ? typed.code("about") : null;
            var point = new Point(Why.ASKED, typed.both("title"), about, null);
            return groups.say(
                    officer, new Saying.Points(id, List.of(point)), Ticked.files(request, officer, drawing.files()));
        });
    }

    @PostMapping("/sittings/{party}/{index}/presence")
    ResponseEntity<String> presence(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var id = id(party, index);
        return say(request, officer, id, "#presence", (proceedings, typed) -> presence(proceedings, typed, officer));
    }

    private Saying.Within presence(Proceedings proceedings, Typing typed, Officer officer) {
        var sitting = proceedings.sitting();
        var of = typed.party("of", sitting);
        var account = new Attendance(proceedings).of(of);
        var ours = of.equals(drawing.self());
        var known = ours && account.own() != null ? account.own() : account.recorded();
        var when = Course.of(proceedings).when();
        var seat = sitting.seat(of).orElseThrow();
        var office = typed.text("as").equals("alternate") && seat.alternate() != null
                ? seat.alternate()
                : ours && !typed.has("as") && seat.speaks(officer.office()) ? officer.office() : seat.titular();
        var spans = switch (typed.text("step")) {
            case "arrive" -> arrived(known, office);
            case "leave" -> left(known);
            case "confirm" -> account.recorded();
            default ->
                // What is shown has no seconds: who leaves it as it is says the same, to the second.
                typed.has("spans")
                                && plain(typed.text("spans"))
                                        .equals(plain(Shown.typed(account.recorded(), when.zone())))
                        ? account.recorded()
                        : typed.spans("spans", office, when.day(), when.zone());
        };
        return new Saying.Presence(sitting.act(), of, spans);
    }

    private static String plain(String spans) {
        return spans.replaceAll("\\s", "");
    }

    private List<Span> arrived(List<Span> known, OfficeCode office) {
        var spans = new ArrayList<>(known);
        spans.add(new Span(office, groups.now(), null));
        return spans;
    }

    private List<Span> left(List<Span> known) {
        var now = groups.now();
        var spans = new ArrayList<>(known);
        if (known.isEmpty() || known.getLast().until() != null) return spans;
        var last = spans.removeLast();
        if (last.from().isBefore(now)) spans.add(new Span(last.office(), last.from(), now)); // else it was not there
        return spans;
    }

    @PostMapping("/sittings/{party}/{index}/decisions")
    ResponseEntity<String> decisions(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var proceedings = groups.sitting(id(party, index));
        if (proceedings.isEmpty()) return pages.missing(request);
        var sitting = proceedings.get().sitting();
        var typed = new Typing(request);
        return pages.send(
                request,
                officer,
                proceedings.get(),
                "#decisions",
                () -> groups.put(
                        officer,
                        sitting.act(),
                        typed.has("point") ? typed.part("point") : null,
                        typed.decision(sitting)));
    }

    @PostMapping("/sittings/{party}/{index}/words")
    ResponseEntity<String> words(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var id = id(party, index);
        var language = Screen.language(request);
        var typed = new Typing(request);
        Reading reading = (_, _) -> switch (typed.text("choice")) {
            case "assent" ->
                new Saying.Assented(id, typed.act("to"), typed.hash("text"), typed.remark("words", language));
            case "refuse" -> new Saying.Refused(id, typed.act("to"), typed.reason("words", language));
            default -> throw new Typing.Unreadable("", "typed.choice");
        };
        var meeting = groups.sitting(id);
        if (meeting.isEmpty() || !isMinutes(meeting.get(), typed.text("to")))
            return say(request, officer, id, "#decisions", reading);
        return pages.send(
                request,
                meeting.get(),
                "/minutes",
                () -> groups.say(officer, reading.apply(meeting.get(), typed)),
                sent -> minutes.page(request, officer, meeting.get(), typed.text("to"), sent));
    }

    private static boolean isMinutes(Proceedings meeting, String act) {
        return meeting.said().values().stream()
                .anyMatch(one -> one.act().toString().equals(act) && one.saying() instanceof Saying.Minutes);
    }

    @PostMapping("/sittings/{party}/{index}/reports")
    ResponseEntity<String> reports(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var id = id(party, index);
        return say(
                request,
                officer,
                id,
                "#actions",
                (_, typed) -> new Saying.Reported(
                        id, typed.part("action"), progress(typed), typed.remark("words", Screen.language(request))));
    }

    private static Action.Progress progress(Typing typed) {
        try {
            return Action.Progress.valueOf(typed.text("progress").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Typing.Unreadable("progress", "typed.progress");
        }
    }

    @PostMapping("/sittings/{party}/{index}/checks")
    ResponseEntity<String> checks(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var id = id(party, index);
        var language = Screen.language(request);
        return say(request, officer, id, "#actions", (_, typed) -> {
            var confirms = typed.text("answer").equals("confirmed");
            return new Saying.Checked(
                    id,
                    typed.act("report"),
                    confirms,
                    confirms ? typed.remark("words", language) : typed.reason("words", language));
        });
    }

    /** Kept here and told to nobody. */
    @PostMapping("/sittings/{party}/{index}/note")
    ResponseEntity<String> note(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var id = id(party, index);
        var proceedings = groups.sitting(id);
        if (proceedings.isEmpty()) return pages.missing(request);
        var text = new Typing(request).text("note");
        var fault = Notes.fault(text);
        return pages.send(request, officer, proceedings.get(), "#note", () -> {
            if (fault.isPresent()) throw new Typing.Unreadable("own-note", fault.get());
            if (!drawing.speaks(proceedings.get(), officer)) return new Said.Declined<>(Groups.notSeated());
            groups.note(officer, id, text);
            return new Said.Written<>(List.of());
        });
    }
}
