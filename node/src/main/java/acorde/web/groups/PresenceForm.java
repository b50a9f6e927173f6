package acorde.web.groups;

import acorde.groups.Attendance;
import acorde.groups.Course;
import acorde.groups.Groups;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.groups.Span;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.trust.PartyCode;
import acorde.web.view.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who was there, and when: as the party that has the chair notes it of each, and each party of itself. */
final class PresenceForm {
    private final Groups groups;
    private final Drawing drawing;
    private final SittingPages pages;

    PresenceForm(Groups groups, Drawing drawing, SittingPages pages) {
        this.groups = groups;
        this.drawing = drawing;
        this.pages = pages;
    }

    /** What is signed is what was shown, to the second, whatever was noted meanwhile. */
    Signing.Form of(HttpServletRequest request, Officer officer, Proceedings meeting) {
        var id = meeting.sitting().act();
        var page = Links.sitting(id.toString());
        return new Signing.Form(
                page + "/presence",
                page + "#presence",
                sent -> pages.page(request, officer, Optional.of(id), sent),
                typed -> {
                    var of = typed.party("of", meeting.sitting());
                    var spans = spans(meeting, of, typed, officer);
                    var now = Shown.presence(of, spans, Course.of(meeting).when());
                    return drawing.signing(SigningView.Matter.PRESENCE, meeting, now)
                            .seen(written(spans));
                },
                typed ->
                        groups.say(officer, new Saying.Presence(id, typed.party("of", meeting.sitting()), read(typed))),
                _ -> page + "#presence");
    }

    private List<Span> spans(Proceedings meeting, PartyCode of, Typing typed, Officer officer) { // whose, as typed
        var account = new Attendance(meeting).of(of);
        var ours = of.equals(drawing.self());
        var known = ours && account.own() != null ? account.own() : account.recorded();
        var when = Course.of(meeting).when();
        var seat = meeting.sitting().seat(of).orElseThrow();
        var office = OfficeCode.read(typed.text("as"))
                .filter(seat::speaks)
                .orElseGet(() -> drawing.acting(meeting, of, officer));
        return switch (typed.text("does")) {
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

    private static final String NONE = "none";
    private static final String OPEN = "-";

    /** As the review carries them: office, from, until, to the second. */
    private static String written(List<Span> spans) {
        if (spans.isEmpty()) return NONE;
        return spans.stream()
                .map(span -> span.office() + " " + span.from() + " " + (span.until() == null ? OPEN : span.until()))
                .collect(Collectors.joining(","));
    }

    private static List<Span> read(Typing typed) {
        var spans = new ArrayList<Span>();
        var seen = typed.text("seen");
        if (seen.equals(NONE)) return spans;
        for (var one : seen.split(",", 60)) {
            var parts = one.split(" ");
            try {
                if (parts.length != 3) throw Typing.old();
                var until = parts[2].equals(OPEN) ? null : Instant.parse(parts[2]);
                spans.add(new Span(new OfficeCode(parts[0]), Instant.parse(parts[1]), until));
            } catch (IllegalArgumentException | DateTimeException _) {
                throw Typing.old();
            }
        }
        return spans;
    }
}
