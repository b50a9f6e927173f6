package acorde.web.groups;

import acorde.acts.ActId;
import acorde.groups.AgendaDraft;
import acorde.groups.Course;
import acorde.groups.Groups;
import acorde.groups.Part;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.groups.Utterance;
import acorde.offices.Officer;
import acorde.web.Screen;
import acorde.web.desk.ActReading;
import acorde.web.paper.Printing;
import acorde.web.view.Frame;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    AgendaPages( // the parts it joins
            Groups groups, Drawing drawing, Screen screen, SittingPages pages, Brought brought, Printing printing) {
        this.groups = groups;
        this.drawing = drawing;
        this.screen = screen;
        this.pages = pages;
        this.brought = brought;
        this.printing = printing;
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
        var name = view.sitting().id().replace('/', '-');
        return printing.pdf(request, "groups/agendaprint", view, frame.say("agenda.file", name));
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, Officer officer, Proceedings meeting, SittingPages.Sent sent) {
        var reading = new Drawing.Reading(officer, screen.frame(request), sent.typed(), sent.refusal());
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
                draft.leftOut());
    }

    private static List<AgendaView.Line> order(Proceedings proceedings, AgendaDraft draft, Frame frame) {
        var remarks = Course.remarks(proceedings);
        var since = draft.since(Course.points(proceedings).values());
        var lines = new ArrayList<AgendaView.Line>();
        for (var point : Course.agenda(proceedings))
            lines.add(
                    new AgendaView.Line(point, lines.size() + 1, since.get(point.part()), said(remarks, point, frame)));
        for (var point : draft.ordered(Course.leftOut(proceedings)))
            lines.add(new AgendaView.Line(point, 0, since.get(point.part()), said(remarks, point, frame)));
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

    /** Points with a number go in that order; those without are left out. By the chair it is the agenda, by another party its wish. */
    @PostMapping("/sittings/{party}/{index}/agenda")
    ResponseEntity<String> put(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        return say(request, officer, ActReading.id(party, index), meeting -> {
            var sitting = meeting.sitting();
            var order = ordered(request, meeting);
            return drawing.self().equals(sitting.chair())
                    ? new Saying.Agenda(sitting.act(), order)
                    : new Saying.Ordered(sitting.act(), order);
        });
    }

    @PostMapping("/sittings/{party}/{index}/remarks")
    ResponseEntity<String> remarks(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var typed = new Typing(request);
        return say(
                request,
                officer,
                ActReading.id(party, index),
                meeting -> new Saying.Remarked(
                        meeting.sitting().act(), typed.part("point"), typed.reason("words", Screen.language(request))));
    }

    /** What a form of this page says of an agenda; what cannot be said is told on this page. */
    private ResponseEntity<String> say(
            HttpServletRequest request,
            Officer officer,
            Optional<ActId> id,
            Function<Proceedings, Saying.Within> reading) {
        var found = pages.meeting(id);
        if (found.isEmpty()) return pages.missing(request);
        return pages.send(
                request,
                found.get(),
                "/agenda",
                () -> groups.say(officer, reading.apply(found.get())),
                sent -> page(request, officer, found.get(), sent));
    }

    private record Placed(int place, Part part) {}

    private static List<Part> ordered(HttpServletRequest request, Proceedings proceedings) {
        var placed = new ArrayList<Placed>();
        for (var part : Course.points(proceedings).keySet()) {
            var place = request.getParameter("place-" + part);
            if (place == null || place.isBlank()) continue;
            if (!place.strip().matches("[0-9]{1,4}")) throw new Typing.Unreadable("place-" + part, "typed.order");
            if (Integer.parseInt(place.strip()) > 0) placed.add(new Placed(Integer.parseInt(place.strip()), part));
        }
        if (placed.isEmpty()) throw new Typing.Unreadable("order", "typed.order.none");
        placed.sort(Comparator.comparing(Placed::place).thenComparing(Placed::part));
        return placed.stream().map(Placed::part).toList();
    }
}
