package acorde.web.groups;

import acorde.acts.ActId;
import acorde.compact.Cadence;
import acorde.compact.CharterText;
import acorde.compact.Founding;
import acorde.groups.Groups;
import acorde.groups.Sitting;
import acorde.offices.Officer;
import acorde.offices.Role;
import acorde.web.Screen;
import acorde.web.desk.AreaIndicators;
import acorde.web.desk.OfficePack;
import acorde.web.desk.Tables;
import acorde.web.paper.Printing;
import acorde.web.view.ErrorView;
import acorde.web.view.Frame;
import acorde.web.view.Links;
import acorde.web.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The groups, and one of them: who sits in it, when it meets, what it owes; and the hand-over of a seat. */
@Controller
final class GroupPages {
    private final Groups groups;
    private final Tables tables;
    private final Drawing drawing;
    private final Founding founding;
    private final Screen screen;
    private final Signing signing;
    private final OfficePack office;
    private final AreaIndicators indicators;
    private final Printing printing;

    GroupPages( // the parts it joins
            Groups groups,
            Tables tables,
            Drawing drawing,
            Founding founding,
            Screen screen,
            Signing signing,
            OfficePack office,
            AreaIndicators indicators,
            Printing printing) {
        this.groups = groups;
        this.tables = tables;
        this.drawing = drawing;
        this.founding = founding;
        this.screen = screen;
        this.signing = signing;
        this.office = office;
        this.indicators = indicators;
        this.printing = printing;
    }

    @GetMapping("/groups")
    ResponseEntity<String> all(HttpServletRequest request) {
        var view = new GroupsView(tables.all().stream().map(this::line).toList());
        return screen.page(request, 200, "groups/groups", view);
    }

    private GroupsView.Line line(Tables.Known known) {
        var tally = groups.tally(known.code());
        return new GroupsView.Line(
                known.code(),
                Shown.words(known.text().title()),
                known.area(),
                known.text().kind().name(),
                known.standing(),
                tables.next(known.code()).orElse(null),
                tally.open(),
                tally.late(),
                tally.awaiting());
    }

    @GetMapping("/groups/{code}")
    ResponseEntity<String> group(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String code) {
        return page(request, officer, code, SittingPages.Sent.NOTHING);
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, Officer officer, String code, SittingPages.Sent sent) {
        var known = tables.find(code);
        if (known.isEmpty()) return missing(request);
        var typed = signing.resumed(request, officer, sent.typed(), Links.circulars(code), Links.calls(code));
        var reading = new Drawing.Reading(officer, screen.frame(request), typed, sent.refusal());
        return screen.page(request, sent.status(), "groups/group", view(known.get(), Leaves.of(request), reading));
    }

    /** Which leaf of each list is asked for. */
    private record Leaves(int meetings, int procedures, int actions) {
        static final Leaves FIRST = new Leaves(1, 1, 1);

        static Leaves of(HttpServletRequest request) {
            return new Leaves(
                    number(request, Links.MEETINGS), number(request, Links.PROCEDURES), number(request, Links.ACTIONS));
        }

        private static int number(HttpServletRequest request, String list) {
            var asked = request.getParameter(list);
            return asked != null && asked.matches("[0-9]{1,6}") ? Integer.parseInt(asked) : 1;
        }
    }

    private GroupsView.One view(Tables.Known known, Leaves leaves, Drawing.Reading reading) {
        var frame = reading.frame();
        var text = known.text();
        var code = known.code();
        var procedures = groups.circulars(code, leaves.procedures());
        var actions = groups.undone(code, leaves.actions());
        return new GroupsView.One(
                line(known),
                text,
                known.version(),
                tables.open(known.key())
                        .map(stood -> stood.proposal().act().toString())
                        .orElse(""),
                known.consented() ? text.chairOn(frame.formats().today()).value() : "",
                drawing.seats(text.seats(), frame.language()),
                groups.meetings(code, leaves.meetings()),
                procedures.as(one -> drawing.circular(one, reading)),
                actions.as(one -> drawing.undone(one, reading)),
                indicators.of(known.area(), frame),
                due(code, text.cadence(), frame),
                known.consented()
                        && text.seat(drawing.self())
                                .filter(seat -> seat.speaks(reading.officer().office()))
                                .isPresent(),
                reading.officer().role() == Role.COORDINATOR,
                drawing.files().uploads(reading.officer().person()),
                zones(),
                LocalDateTime.ofInstant(frame.formats().now(), frame.formats().zone())
                        .truncatedTo(ChronoUnit.HOURS)
                        .plusHours(1),
                reading.typed(),
                reading.refusal());
    }

    /** When it should meet next by its cadence: after the last meeting there was; empty if nothing tells. */
    private String due(String code, @Nullable Cadence cadence, Frame frame) {
        if (cadence == null) return "";
        return groups.last(code)
                .flatMap(last -> cadence.next(last.starts()))
                .map(next -> frame.day(next.toLocalDate()))
                .orElse("");
    }

    private List<ZoneId> zones() {
        return founding.parties().stream()
                .map(CharterText.Party::zone)
                .distinct()
                .toList();
    }

    /** What is read once more before it is signed: the call of a meeting, and a decision that is asked for in writing. */
    @PostMapping({"/groups/{code}/calls", "/groups/{code}/circulars"})
    ResponseEntity<String> written(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String code) {
        var calls = request.getRequestURI().startsWith(Links.calls(code));
        var form = tables.find(code)
                .map(known -> calls ? call(request, officer, known) : circular(request, officer, known));
        return signing.written(request, officer, form);
    }

    @GetMapping({"/groups/{code}/calls/review", "/groups/{code}/circulars/review"})
    ResponseEntity<String> reviewed(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String code) {
        return written(request, officer, code);
    }

    /** The call of a meeting, or of a series of them. */
    private Signing.Form call(HttpServletRequest request, Officer officer, Tables.Known known) {
        var code = known.code();
        var formats = screen.frame(request).formats();
        return new Signing.Form(
                Links.calls(code),
                Links.group(code) + "#call",
                sent -> page(request, officer, code, sent),
                typed -> {
                    typed.checkMeeting(groups.now());
                    var when = typed.when();
                    var parties = drawing.parties(known.text().parties());
                    var meeting = Shown.meeting(when, typed.where(), parties, formats);
                    var series = series(typed);
                    var times = series == null ? List.of(when.starts()) : series.times(when.starts(), count(typed));
                    if (times.isEmpty()) throw new Typing.Unreadable("series", "rule.SERIES_OFF");
                    var now = series == null ? meeting : Shown.repeated(meeting, times, formats);
                    var title = Shown.words(known.text().title());
                    return new SigningView.Text(SigningView.Matter.CALL, title, known.area(), now)
                            .with(typed.files(officer, drawing.files()));
                },
                typed -> groups.call(
                        officer,
                        code,
                        new Groups.Call(
                                typed.when(),
                                typed.where(),
                                series(typed),
                                count(typed),
                                typed.files(officer, drawing.files()))),
                acts -> acts.size() == 1 ? Links.sitting(acts.getFirst().id().toString()) : Links.group(code));
    }

    private static @Nullable Cadence series(Typing typed) {
        if (!typed.has("series")) return null;
        var rule = typed.text("series");
        try {
            return Cadence.parse(rule.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Typing.Unreadable("series", "typed.series");
        }
    }

    private static int count(Typing typed) {
        var text = typed.text("count");
        if (text.isEmpty()) return 1;
        var count = text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
        if (count < 1 || count > Groups.SERIES) throw new Typing.Unreadable("count", "typed.count");
        return count;
    }

    /** A decision that is asked for in writing. */
    private Signing.Form circular(HttpServletRequest request, Officer officer, Tables.Known known) {
        var code = known.code();
        var formats = screen.frame(request).formats();
        // Only its seats are asked for here; the door tells whether the mandate is in force.
        var sitting = new Sitting(
                new ActId(drawing.self(), 0),
                code,
                1,
                known.text().seats(),
                known.text().needed(),
                null);
        return new Signing.Form(
                Links.circulars(code),
                Links.group(code) + "#circular",
                sent -> page(request, officer, code, sent),
                typed -> {
                    var until = typed.day("until");
                    var decision = Shown.decision(typed.decision(sitting, drawing::knows), formats);
                    var now = Shown.both(language -> decision.in(language) + "\n"
                            + Words.in(language).say("procedure.until") + " "
                            + formats.in(language).dayLong(until) + ".");
                    var title = Shown.words(known.text().title());
                    return new SigningView.Text(SigningView.Matter.CIRCULAR, title, known.area(), now);
                },
                typed -> groups.circulate(
                        officer, code, typed.endOf("until", formats.zone()), typed.decision(sitting, drawing::knows)),
                acts -> Links.sitting(acts.getFirst().id().toString()));
    }

    @GetMapping("/groups/{code}/handover")
    ResponseEntity<String> handover(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String code) {
        return tables.find(code)
                .map(known ->
                        screen.page(request, 200, "groups/handover", handover(known, officer, screen.frame(request))))
                .orElseGet(() -> missing(request));
    }

    /** The same as a sheet, for whoever leaves to hand over. */
    @GetMapping("/groups/{code}/handover/pdf")
    ResponseEntity<?> handoverPdf(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String code) {
        var known = tables.find(code);
        if (known.isEmpty()) return missing(request);
        var frame = screen.frame(request);
        var view = handover(known.get(), officer, frame);
        var name = frame.say("handover.file", code);
        return printing.pdf(
                request, officer, new Printing.Sheet("groups/handoverprint", view, name, Links.handover(code)));
    }

    private GroupsView.Handover handover(Tables.Known known, Officer officer, Frame frame) {
        var reading = new Drawing.Reading(officer, frame, new GroupsView.Typed(Map.of()), null);
        var code = known.code();
        var ours = groups.owed(code, true);
        var others = groups.owed(code, false);
        var coming = groups.coming(code);
        var open = groups.undecided(code);
        return new GroupsView.Handover(
                view(known, Leaves.FIRST, reading),
                Stream.of(ours, others, coming, open).anyMatch(leaf -> leaf.of() > 1),
                ours.as(action -> drawing.undone(action, reading)).lines(),
                others.as(action -> drawing.undone(action, reading)).lines(),
                coming.lines(),
                open.as(asked -> drawing.circular(asked, reading)).lines(),
                groups.last(code).orElse(null),
                office.of(officer, known.area(), frame));
    }

    private ResponseEntity<String> missing(HttpServletRequest request) {
        return screen.page(request, 404, "error", new ErrorView(404, "", null));
    }
}
