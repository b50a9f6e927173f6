package acorde.web.groups;

import acorde.groups.AgendaDraft;
import acorde.groups.Course;
import acorde.groups.Groups;
import acorde.groups.Part;
import acorde.groups.Point;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.groups.Utterance;
import acorde.offices.Officer;
import acorde.trustlog.Hash;
import acorde.web.Screen;
import acorde.web.desk.ActReading;
import acorde.web.paper.Printing;
import acorde.web.view.Frame;
import acorde.web.view.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The agenda of a meeting as a document: what is to come. The chair puts its points in order here. */
@Controller
final class AgendaPages {
    private final Groups groups;
    private final Drawing drawing;
    private final Screen screen;
    private final SittingPages pages;
    private final Brought brought;
    private final Printing printing;
    private final Signing signing;

    AgendaPages( // the parts it joins
            Groups groups,
            Drawing drawing,
            Screen screen,
            SittingPages pages,
            Brought brought,
            Printing printing,
            Signing signing) {
        this.groups = groups;
        this.drawing = drawing;
        this.screen = screen;
        this.pages = pages;
        this.brought = brought;
        this.printing = printing;
        this.signing = signing;
    }

    @GetMapping("/sittings/{party}/{index}/agenda")
    ResponseEntity<String> agenda(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var found = pages.meeting(ActReading.id(party, index));
        if (found.isEmpty()) return pages.missing(request);
        return page(request, officer, found.get(), SittingPages.Sent.NOTHING);
    }

    /** The same as a sheet: what is on the agenda, or what is proposed while none is adopted. */
    @GetMapping("/sittings/{party}/{index}/agenda/pdf")
    ResponseEntity<?> pdf(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var found = pages.meeting(ActReading.id(party, index));
        if (found.isEmpty()) return pages.missing(request);
        var frame = screen.frame(request);
        var view = view(found.get(), new Drawing.Reading(officer, frame, SittingPages.Sent.NOTHING.typed(), null));
        var id = view.sitting().id();
        var name = frame.say("agenda.file", id.replace('/', '-'));
        return printing.pdf(request, officer, new Printing.Sheet("groups/agendaprint", view, name, Links.agenda(id)));
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, Officer officer, Proceedings meeting, SittingPages.Sent sent) {
        var typed = drawing.speaks(meeting, officer)
                ? signing.resumed(
                        request,
                        officer,
                        sent.typed(),
                        Links.agenda(id(meeting)),
                        Links.sitting(id(meeting), "remarks"))
                : sent.typed();
        var reading = new Drawing.Reading(officer, screen.frame(request), typed, sent.refusal());
        return screen.page(request, sent.status(), "groups/agenda", view(meeting, reading));
    }

    private AgendaView view(Proceedings meeting, Drawing.Reading reading) {
        var draft = groups.draftAgenda(meeting, brought.to(meeting, groups.now()));
        return new AgendaView(
                drawing.sitting(meeting, reading),
                order(meeting, draft, reading.frame()),
                Course.wishes(meeting).entrySet().stream()
                        .map(wish -> new AgendaView.Wish(
                                wish.getKey().value(), wish.getKey().equals(drawing.self()), wish.getValue()))
                        .toList(),
                Course.history(meeting),
                draft.points().size(),
                draft.leftOut(),
                draft.cut());
    }

    private List<AgendaView.Line> order(Proceedings proceedings, AgendaDraft draft, Frame frame) {
        var remarks = Course.remarks(proceedings);
        var since = draft.since(Course.points(proceedings).values());
        var lines = new ArrayList<AgendaView.Line>();
        for (var point : Course.agenda(proceedings))
            lines.add(new AgendaView.Line(
                    point,
                    drawing.about(point.point().about()),
                    lines.size() + 1,
                    since.get(point.part()),
                    said(remarks, point, frame)));
        for (var point : draft.ordered(Course.leftOut(proceedings)))
            lines.add(new AgendaView.Line(
                    point,
                    drawing.about(point.point().about()),
                    0,
                    since.get(point.part()),
                    said(remarks, point, frame)));
        return lines;
    }

    private static List<AgendaView.Said> said(
            Map<Part, List<Utterance<Saying.Remarked>>> remarks, Course.Proposed point, Frame frame) {
        return remarks.getOrDefault(point.part(), List.of()).stream()
                .map(one -> new AgendaView.Said(
                        one.by().value(),
                        one.act().toString(),
                        Shown.remark(one.saying().remark(), frame.language())))
                .toList();
    }

    private static String id(Proceedings meeting) {
        return meeting.sitting().act().toString();
    }

    /** Points with a number go in that order; those without are left out. By the chair it is the agenda, by another party its wish. */
    Signing.Form order(HttpServletRequest request, Officer officer, Proceedings meeting) {
        var act = meeting.sitting().act();
        var to = Links.agenda(act.toString());
        var chairs = drawing.self().equals(meeting.sitting().chair());
        return new Signing.Form(
                to,
                to + "#order",
                sent -> page(request, officer, meeting, sent),
                typed -> {
                    var points = Course.points(meeting);
                    var now = Shown.proposed(ordered(typed, meeting).stream()
                            .map(part -> Objects.requireNonNull(points.get(part)))
                            .toList());
                    var adopted = Course.agenda(meeting);
                    var matter = chairs ? SigningView.Matter.AGENDA : SigningView.Matter.WISH;
                    return drawing.signing(matter, meeting, now)
                            .amending(adopted.isEmpty() ? now : Shown.proposed(adopted));
                },
                typed -> groups.say(
                        officer,
                        chairs
                                ? new Saying.Agenda(act, ordered(typed, meeting))
                                : new Saying.Ordered(act, ordered(typed, meeting))),
                _ -> to);
    }

    /** All that asks for a place, before it is proposed. Nothing of it is typed. */
    @GetMapping("/sittings/{party}/{index}/draft")
    ResponseEntity<String> drafted(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var found = pages.meeting(ActReading.id(party, index));
        if (found.isEmpty()) return pages.missing(request);
        return drafted(found.get()).isEmpty()
                ? SittingPages.seeOther(Links.agenda(id(found.get())))
                : signing.shown(request, draft(request, officer, found.get()), new Typing(request), List.of());
    }

    @PostMapping("/sittings/{party}/{index}/draft")
    ResponseEntity<String> propose(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        return pages.meeting(ActReading.id(party, index))
                .map(meeting -> signing.sign(request, officer, draft(request, officer, meeting)))
                .orElseGet(() -> pages.missing(request));
    }

    private List<Point> drafted(Proceedings meeting) {
        return groups.draftAgenda(meeting, brought.to(meeting, groups.now())).points();
    }

    private Signing.Form draft(HttpServletRequest request, Officer officer, Proceedings meeting) {
        var act = meeting.sitting().act();
        var points = drafted(meeting);
        var seen =
                Hash.sha256(points.toString().getBytes(StandardCharsets.UTF_8)).hex();
        return new Signing.Form(
                Links.sitting(act.toString(), "draft"),
                Links.agenda(act.toString()),
                sent -> page(request, officer, meeting, sent),
                _ -> drawing.signing(SigningView.Matter.POINTS, meeting, Shown.points(points))
                        .seen(seen)
                        .choosing(points.stream()
                                .map(point -> Shown.words(point.title()))
                                .toList()),
                typed -> {
                    if (!typed.text("seen").equals(seen)) throw new Typing.Unreadable("", "signing.moved");
                    return groups.say(officer, new Saying.Points(act, taken(typed, points)));
                },
                _ -> Links.agenda(act.toString()));
    }

    /** Those that are ticked, in the order of the draft. */
    private static List<Point> taken(Typing typed, List<Point> points) {
        var taken = new ArrayList<Point>();
        for (var number = 1; number <= points.size(); number++)
            if (typed.has(SigningView.choice(number))) taken.add(points.get(number - 1));
        if (taken.isEmpty()) throw new Typing.Unreadable("", "agenda.draft.none");
        return taken;
    }

    /** What a party says to a point. */
    Signing.Form remark(HttpServletRequest request, Officer officer, Proceedings meeting) {
        var act = meeting.sitting().act();
        var language = Screen.language(request);
        return new Signing.Form(
                Links.sitting(act.toString(), "remarks"),
                Links.agenda(act.toString()) + "#remark",
                sent -> page(request, officer, meeting, sent),
                typed -> {
                    var point = Optional.ofNullable(Course.points(meeting).get(typed.part("point")))
                            .orElseThrow(Typing::old);
                    var now = Shown.under(
                            Shown.words(point.point().title()), "agenda.remark.words", typed.reason("words", language));
                    return drawing.signing(SigningView.Matter.REMARK, meeting, now);
                },
                typed -> groups.say(
                        officer, new Saying.Remarked(act, typed.part("point"), typed.reason("words", language))),
                _ -> Links.agenda(act.toString()));
    }

    private record Placed(int place, Part part) {}

    private static List<Part> ordered(Typing typed, Proceedings proceedings) {
        var placed = new ArrayList<Placed>();
        for (var part : Course.points(proceedings).keySet()) {
            var place = typed.text("place-" + part);
            if (place.isEmpty()) continue;
            if (!place.matches("[0-9]{1,4}")) throw new Typing.Unreadable("place-" + part, "typed.order");
            if (Integer.parseInt(place) > 0) placed.add(new Placed(Integer.parseInt(place), part));
        }
        if (placed.isEmpty()) throw new Typing.Unreadable("order", "typed.order.none");
        placed.sort(Comparator.comparing(Placed::place).thenComparing(Placed::part));
        return placed.stream().map(Placed::part).toList();
    }
}
