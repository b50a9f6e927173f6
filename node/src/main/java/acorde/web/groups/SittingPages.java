package acorde.web.groups;

import acorde.acts.ActId;
import acorde.acts.Said;
import acorde.groups.Attendance;
import acorde.groups.Course;
import acorde.groups.Groups;
import acorde.groups.Objection;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.groups.When;
import acorde.offices.Officer;
import acorde.web.Confirming;
import acorde.web.Screen;
import acorde.web.desk.ActReading;
import acorde.web.desk.Waiting;
import acorde.web.view.ErrorView;
import acorde.web.view.Frame;
import acorde.web.view.Links;
import acorde.web.view.Refusal;
import acorde.web.words.Bilingual;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A meeting or a written procedure: who is there, what is on the agenda, what is decided and what is to be done. */
@Controller
final class SittingPages {
    /** Before the hour that was called, whoever opens or closes a meeting is warned. */
    private static final Duration EARLY = Duration.ofMinutes(15);

    private final Groups groups;
    private final Drawing drawing;
    private final Screen screen;
    private final Waiting waiting;
    private final Signing signing;

    SittingPages( // the parts it joins
            Groups groups, Drawing drawing, Screen screen, Waiting waiting, Signing signing) {
        this.groups = groups;
        this.drawing = drawing;
        this.screen = screen;
        this.waiting = waiting;
        this.signing = signing;
    }

    @GetMapping("/sittings/{party}/{index}")
    ResponseEntity<String> sitting(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        return page(request, officer, ActReading.id(party, index), Sent.NOTHING);
    }

    /** The same once somebody has said or received something; htmx takes the parts it needs. */
    @GetMapping("/sittings/{party}/{index}/live")
    ResponseEntity<String> live( // the address and what it is asked with
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "") String seen)
            throws InterruptedException {
        var id = ActReading.id(party, index);
        return waiting.until(() -> id.flatMap(groups::sitting)
                        .map(proceedings -> !Drawing.seen(proceedings).equals(seen))
                        .orElse(true))
                ? page(request, officer, id, Sent.NOTHING)
                : Waiting.nothing();
    }

    /** What came of a form. */
    record Sent(
            int status, GroupsView.Typed typed, @Nullable Refusal refusal) {
        static final Sent NOTHING = new Sent(200, new GroupsView.Typed(Map.of()), null);
    }

    ResponseEntity<String> page(HttpServletRequest request, Officer officer, Optional<ActId> id, Sent sent) {
        var proceedings = id.flatMap(groups::sitting);
        if (proceedings.isEmpty()) return missing(request);
        var address = Links.sitting(proceedings.get().sitting().act().toString());
        var typed = drawing.speaks(proceedings.get(), officer)
                ? signing.resumed(
                        request,
                        officer,
                        sent.typed(),
                        address + "/points",
                        address + "/decisions",
                        address + "/change",
                        address + "/cancellation",
                        address + "/presence",
                        address + "/reports",
                        address + "/checks")
                : sent.typed();
        var reading = new Drawing.Reading(officer, screen.frame(request), typed, sent.refusal());
        return screen.page(request, sent.status(), "groups/sitting", drawing.sitting(proceedings.get(), reading));
    }

    /**
     * What is done with a meeting itself, by whoever may.
     *
     * @param what the last word of the address it is sent to
     */
    Signing.Form course(HttpServletRequest request, Officer officer, Proceedings meeting, String what) {
        var id = meeting.sitting().act();
        var page = Links.sitting(id.toString());
        var step = step(meeting, what, screen.frame(request));
        return new Signing.Form(
                page + "/" + what,
                page + "#" + what,
                sent -> page(request, officer, Optional.of(id), sent),
                typed -> drawing.signing(step.matter(), meeting, step.told().apply(typed))
                        .early(isEarly(step.matter(), Course.of(meeting).when())),
                typed -> groups.say(officer, step.says().apply(typed)),
                _ -> page);
    }

    private boolean isEarly(SigningView.Matter matter, When when) {
        var soon = groups.now().plus(EARLY);
        return switch (matter) {
            case OPENING -> soon.isBefore(when.start());
            case CLOSING -> soon.isBefore(when.end());
            default -> false;
        };
    }

    /** @param told when and where the meeting is, and why that changes */
    private record Step(
            SigningView.Matter matter, Function<Typing, Saying.Within> says, Function<Typing, Bilingual> told) {}

    private Step step(Proceedings meeting, String what, Frame frame) {
        var id = meeting.sitting().act();
        var parties = drawing.parties(meeting.sitting().parties());
        var course = Course.of(meeting);
        var called = Shown.meeting(course.when(), course.where(), parties, frame.formats());
        var now = groups.now();
        var moment = new Shown.Moment(now, new Attendance(meeting).counted(now));
        var happening = Shown.happening(called, course.when(), moment, frame.formats());
        return switch (what) {
            case "opening" ->
                new Step(SigningView.Matter.OPENING, _ -> new Saying.Opened(id, groups.now()), _ -> happening);
            case "closing" ->
                new Step(SigningView.Matter.CLOSING, _ -> new Saying.Closed(id, groups.now()), _ -> happening);
            case "cancellation" ->
                new Step(
                        SigningView.Matter.CANCELLATION,
                        typed -> new Saying.Cancelled(id, typed.reason("why", frame.language())),
                        typed -> Shown.because(called, typed.reason("why", frame.language())));
            case "change" ->
                new Step(
                        SigningView.Matter.CHANGE,
                        typed -> new Saying.Changed(
                                id, typed.when(), typed.where(), typed.reason("why", frame.language())),
                        typed -> {
                            typed.checkMeeting(groups.now());
                            return Shown.because(
                                    Shown.meeting(typed.when(), typed.where(), parties, frame.formats()),
                                    typed.reason("why", frame.language()));
                        });
            default -> throw new IllegalArgumentException("nothing is done with a meeting by " + what);
        };
    }

    /** The meeting at an address; empty if there is none there, or a written procedure. */
    Optional<Proceedings> meeting(Optional<ActId> id) {
        return id.flatMap(groups::sitting).filter(one -> one.sitting().isMeeting());
    }

    ResponseEntity<String> missing(HttpServletRequest request) {
        return screen.page(request, 404, "error", new ErrorView(404, "", null));
    }

    /** Has something said that was typed, and shows the page with what came of it. */
    ResponseEntity<String> send( // a request and what it is for
            HttpServletRequest request,
            Officer officer,
            Proceedings proceedings,
            String anchor,
            Supplier<Said<Objection>> saying) {
        var id = proceedings.sitting().act();
        return send(request, proceedings, anchor, saying, sent -> page(request, officer, Optional.of(id), sent));
    }

    /** The same for a form that stands on another page. */
    ResponseEntity<String> send( // a request and what it is for
            HttpServletRequest request,
            Proceedings proceedings,
            String anchor,
            Supplier<Said<Objection>> saying,
            Function<Sent, ResponseEntity<String>> page) {
        var id = proceedings.sitting().act();
        var typed = new Typing(request);
        var self = drawing.self();
        try {
            return switch (saying.get()) {
                case Said.Written<Objection>(var acts) -> {
                    Confirming.signed(request, acts);
                    yield seeOther(Links.sitting(id.toString()) + anchor);
                }
                case Said.Declined<Objection>(var why) ->
                    page.apply(new Sent(Declined.status(why.rule()), typed.all(), Declined.view(why, self)));
            };
        } catch (Typing.Unreadable e) {
            return page.apply(new Sent(422, typed.all(e), null));
        }
    }

    static ResponseEntity<String> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
