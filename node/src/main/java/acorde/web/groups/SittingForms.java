package acorde.web.groups;

import acorde.acts.ActId;
import acorde.acts.Said;
import acorde.groups.Attendance;
import acorde.groups.Course;
import acorde.groups.Decided;
import acorde.groups.Groups;
import acorde.groups.Notes;
import acorde.groups.Part;
import acorde.groups.Point;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.groups.Why;
import acorde.offices.Officer;
import acorde.trust.PartyCode;
import acorde.web.Screen;
import acorde.web.desk.ActReading;
import acorde.web.view.Flaw;
import acorde.web.view.Links;
import acorde.web.words.Language;
import acorde.web.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What officers say in a sitting through the forms of its page. What was typed is never lost. */
@Controller
final class SittingForms {
    private final Groups groups;
    private final Drawing drawing;
    private final SittingPages pages;
    private final AgendaPages agenda;
    private final MinutesPages minutes;
    private final PresenceForm presence;
    private final ActionForms actions;
    private final Signing signing;
    private final Screen screen;

    SittingForms(
            Groups groups,
            Drawing drawing,
            SittingPages pages,
            AgendaPages agenda,
            MinutesPages minutes,
            Signing signing,
            Screen screen) { // what its forms lead to
        this.groups = groups;
        this.drawing = drawing;
        this.pages = pages;
        this.agenda = agenda;
        this.minutes = minutes;
        this.presence = new PresenceForm(groups, drawing, pages);
        this.actions = new ActionForms(groups, drawing, pages);
        this.signing = signing;
        this.screen = screen;
    }

    private static ActId id(String party, String index) {
        return ActReading.id(party, index).orElse(new ActId(new PartyCode("XX"), 0));
    }

    /** All that is read once more before it is signed, by what it is: the last word of the address it is sent to. */
    @PostMapping({
        "/sittings/{party}/{index}/agenda",
        "/sittings/{party}/{index}/minutes",
        "/sittings/{party}/{index}/points",
        "/sittings/{party}/{index}/decisions",
        "/sittings/{party}/{index}/opening",
        "/sittings/{party}/{index}/closing",
        "/sittings/{party}/{index}/change",
        "/sittings/{party}/{index}/cancellation",
        "/sittings/{party}/{index}/presence",
        "/sittings/{party}/{index}/remarks",
        "/sittings/{party}/{index}/reports",
        "/sittings/{party}/{index}/checks"
    })
    ResponseEntity<String> written(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var what = request.getRequestURI().split("/")[4];
        var form = ActReading.id(party, index)
                .flatMap(groups::sitting)
                .filter(one -> one.sitting().isMeeting() || IN_WRITING.contains(what))
                .map(one -> form(request, officer, one, what));
        return signing.written(request, officer, form);
    }

    @GetMapping({
        "/sittings/{party}/{index}/agenda/review",
        "/sittings/{party}/{index}/minutes/review",
        "/sittings/{party}/{index}/points/review",
        "/sittings/{party}/{index}/decisions/review",
        "/sittings/{party}/{index}/opening/review",
        "/sittings/{party}/{index}/closing/review",
        "/sittings/{party}/{index}/change/review",
        "/sittings/{party}/{index}/cancellation/review",
        "/sittings/{party}/{index}/presence/review",
        "/sittings/{party}/{index}/remarks/review",
        "/sittings/{party}/{index}/reports/review",
        "/sittings/{party}/{index}/checks/review"
    })
    ResponseEntity<String> reviewed(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        return written(request, officer, party, index);
    }

    /** What is said of a decision in writing as well. */
    private static final Set<String> IN_WRITING = Set.of("reports", "checks");

    private Signing.Form form(HttpServletRequest request, Officer officer, Proceedings meeting, String what) {
        return switch (what) {
            case "presence" -> presence.of(request, officer, meeting);
            case "reports" -> actions.report(request, officer, meeting);
            case "checks" -> actions.check(request, officer, meeting);
            case "remarks" -> agenda.remark(request, officer, meeting);
            case "agenda" -> agenda.order(request, officer, meeting);
            case "minutes" -> minutes.form(request, officer, meeting);
            case "points" -> point(request, officer, meeting);
            case "decisions" -> decision(request, officer, meeting);
            default -> pages.course(request, officer, meeting, what);
        };
    }

    /** A point for the agenda. */
    private Signing.Form point(HttpServletRequest request, Officer officer, Proceedings proceedings) {
        var id = proceedings.sitting().act();
        var page = Links.sitting(id.toString());
        return new Signing.Form(
                page + "/points",
                page + "#add-point",
                sent -> pages.page(request, officer, Optional.of(id), sent),
                typed -> {
                    var now = Shown.points(List.of(point(typed)));
                    return drawing.signing(SigningView.Matter.POINT, proceedings, now)
                            .with(typed.files(officer, drawing.files()));
                },
                typed -> groups.say(
                        officer, new Saying.Points(id, List.of(point(typed))), typed.files(officer, drawing.files())),
                _ -> page + "#agenda");
    }

    private Point point(Typing typed) {
        return new Point(Why.ASKED, typed.both("title"), typed.initiative("about", drawing::knows), null);
    }

    /** A decision put to the parties of a meeting. */
    private Signing.Form decision(HttpServletRequest request, Officer officer, Proceedings proceedings) {
        var sitting = proceedings.sitting();
        var page = Links.sitting(sitting.act().toString());
        return new Signing.Form(
                page + "/decisions",
                page + "#put",
                sent -> pages.page(request, officer, Optional.of(sitting.act()), sent),
                typed -> {
                    var formats = screen.frame(request).formats();
                    var decision = Shown.decision(typed.decision(sitting, drawing::knows), formats);
                    var to = to(typed);
                    var point = to == null ? null : Course.points(proceedings).get(to);
                    var now = point == null
                            ? decision
                            : Shown.both(language -> Shown.put(point, language) + decision.in(language));
                    return drawing.signing(SigningView.Matter.DECISION, proceedings, now)
                            .lacking(new Attendance(proceedings).shortage(groups.now(), drawing.self()));
                },
                typed -> groups.put(officer, sitting.act(), to(typed), typed.decision(sitting, drawing::knows)),
                _ -> page + "#decisions");
    }

    /** The point of the agenda a decision is put to. */
    private static @Nullable Part to(Typing typed) {
        return typed.has("point") ? typed.part("point") : null;
    }

    @PostMapping("/sittings/{party}/{index}/words")
    ResponseEntity<String> words(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var id = id(party, index);
        var found = groups.sitting(id);
        if (found.isEmpty()) return pages.missing(request);
        var typed = new Typing(request);
        var to = typed.text("to");
        var minutes = isMinutes(found.get(), to);
        return pages.send(
                request,
                found.get(),
                minutes ? "/minutes" : "#decisions",
                () -> groups.say(officer, word(id, typed, Screen.language(request))),
                sent -> minutes
                        ? this.minutes.page(request, officer, found.get(), to, sent)
                        : answer(request, officer, found.get(), to, sent));
    }

    private static Saying.Word word(ActId id, Typing typed, Language language) {
        if (!typed.text("read").equals("yes")) throw new Typing.Unreadable("read", Words.keyOf(Flaw.Why.NOT_READ));
        return switch (typed.text("choice")) {
            case "assent" -> {
                if (typed.has("words")) throw typed.wrong("words", "typed.reservation");
                yield new Saying.Assented(id, typed.act("to"), typed.hash("text"), null);
            }
            case "reserve" ->
                new Saying.Assented(id, typed.act("to"), typed.hash("text"), typed.reason("words", language));
            case "refuse" -> new Saying.Refused(id, typed.act("to"), typed.reason("words", language));
            default -> throw new Typing.Unreadable("", "typed.choice");
        };
    }

    /** A decision whole, in both languages, with the form that answers it; minutes are answered where they stand. */
    @GetMapping("/sittings/{party}/{index}/words")
    ResponseEntity<String> answer( // the address and what it is asked with
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "") String to) {
        var id = id(party, index);
        var found = groups.sitting(id);
        if (found.isEmpty()) return pages.missing(request);
        return isMinutes(found.get(), to)
                ? SittingPages.seeOther(Links.minutes(id.toString(), to))
                : answer(request, officer, found.get(), to, SittingPages.Sent.NOTHING);
    }

    private ResponseEntity<String> answer( // who answers what, and what came of it
            HttpServletRequest request, Officer officer, Proceedings proceedings, String to, SittingPages.Sent sent) {
        var decided = Decided.all(proceedings).stream()
                .filter(one -> one.act().toString().equals(to))
                .findFirst();
        if (decided.isEmpty()) return pages.missing(request);
        var reading = new Drawing.Reading(officer, screen.frame(request), sent.typed(), sent.refusal());
        return screen.page(
                request, sent.status(), "groups/answer", drawing.answer(proceedings, decided.get(), reading));
    }

    private static boolean isMinutes(Proceedings meeting, String act) {
        return meeting.said().values().stream()
                .anyMatch(one -> one.act().toString().equals(act) && one.saying() instanceof Saying.Minutes);
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
