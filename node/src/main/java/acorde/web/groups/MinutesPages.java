package acorde.web.groups;

import acorde.acts.ActId;
import acorde.groups.Course;
import acorde.groups.Groups;
import acorde.groups.MinutesBook;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.offices.Officer;
import acorde.web.Screen;
import acorde.web.desk.ActReading;
import acorde.web.paper.Printing;
import acorde.web.view.Chord;
import acorde.web.view.Links;
import acorde.web.words.Difference;
import acorde.web.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The minutes of a meeting as a document: what came of it, and what each party says to that. */
@Controller
final class MinutesPages {
    private final Groups groups;
    private final Drawing drawing;
    private final Screen screen;
    private final SittingPages pages;
    private final Printing printing;
    private final Signing signing;

    MinutesPages( // the parts it joins
            Groups groups, Drawing drawing, Screen screen, SittingPages pages, Printing printing, Signing signing) {
        this.groups = groups;
        this.drawing = drawing;
        this.screen = screen;
        this.pages = pages;
        this.printing = printing;
        this.signing = signing;
    }

    @GetMapping("/sittings/{party}/{index}/minutes")
    ResponseEntity<String> minutes( // the address and what it is asked with
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "") String version) {
        var found = pages.meeting(ActReading.id(party, index));
        if (found.isEmpty()) return pages.missing(request);
        return page(request, officer, found.get(), version, SittingPages.Sent.NOTHING);
    }

    /** The same version as a sheet, read clean: what changed is for whoever is to answer. */
    @GetMapping("/sittings/{party}/{index}/minutes/pdf")
    ResponseEntity<?> pdf( // the address and what it is asked with
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "") String version) {
        var found = pages.meeting(ActReading.id(party, index));
        if (found.isEmpty()) return pages.missing(request);
        var frame = screen.frame(request);
        var reading = new Drawing.Reading(officer, frame, SittingPages.Sent.NOTHING.typed(), null);
        var view = view(found.get(), reading, version).clean();
        var name = frame.say("minutes.file", view.id().replace('/', '-'));
        var page = version.isEmpty() ? Links.minutes(view.id()) : Links.minutes(view.id(), version);
        return printing.pdf(request, officer, new Printing.Sheet("groups/minutesprint", view, name, page));
    }

    /** @param version which of them is shown; empty for the one that counts most */
    ResponseEntity<String> page( // which minutes, and what came of a form
            HttpServletRequest request, Officer officer, Proceedings meeting, String version, SittingPages.Sent sent) {
        var typed = drawing.speaks(meeting, officer)
                ? signing.resumed(request, officer, sent.typed(), Links.minutes(id(meeting)))
                : sent.typed();
        var reading = new Drawing.Reading(officer, screen.frame(request), current(typed, meeting), sent.refusal());
        return screen.page(request, sent.status(), "groups/minutes", view(meeting, reading, version));
    }

    /** What was left for another version than the last is marked: to go on with it would undo what came since. */
    private static GroupsView.Typed current(GroupsView.Typed typed, Proceedings meeting) {
        var versions = MinutesBook.versions(meeting);
        var last = versions.isEmpty() ? "" : versions.getLast().act().toString();
        return typed.kept("minutes") == null
                        || !typed.wrong().isEmpty()
                        || typed.of("amends", "").equals(last)
                ? typed
                : typed.flawed(
                        "textEs", Shown.both(language -> Words.in(language).say("signing.stale")));
    }

    private static String id(Proceedings meeting) {
        return meeting.sitting().act().toString();
    }

    private MinutesView view(Proceedings proceedings, Drawing.Reading reading, String wanted) {
        var sitting = drawing.sitting(proceedings, reading);
        var versions = MinutesBook.versions(proceedings).stream()
                .map(version -> new MinutesView.Version(
                        version,
                        Shown.chord(Chord.Matter.APPROVAL, proceedings, version.proposal(), drawing.parties()),
                        version.awaits(drawing.self())))
                .toList();
        var shown = versions.stream()
                .filter(one -> one.act().equals(wanted))
                .findFirst()
                .or(() -> versions.stream()
                        .filter(one -> one.version().state() == MinutesBook.State.APPROVED)
                        .findFirst())
                .or(() -> versions.reversed().stream().findFirst());
        var text = shown.flatMap(one -> groups.minutes(one.version().act()));
        // What is agreed is read clean; its own address shows what it changed.
        var changes = !wanted.isEmpty()
                || shown.filter(one -> one.version().state() == MinutesBook.State.APPROVED)
                        .isEmpty();
        var before = shown.filter(_ -> changes)
                .flatMap(one -> Optional.ofNullable(one.version().amends()))
                .flatMap(groups::minutes)
                .or(() -> text);
        var draft = text.orElseGet(() -> groups.draftMinutes(
                proceedings,
                new acorde.compact.Bilingual(
                        sitting.group().es(), sitting.group().en()),
                Shown::office));
        var old = before.orElse(draft);
        var approved = versions.stream().anyMatch(one -> one.version().state() == MinutesBook.State.APPROVED);
        return new MinutesView(
                sitting,
                shown.orElse(null),
                versions,
                Difference.between(old.es(), draft.es()),
                Difference.between(old.en(), draft.en()),
                changes,
                Difference.differ(old.es(), draft.es()) != Difference.differ(old.en(), draft.en()),
                Shown.words(draft),
                shown.map(one -> drawing.documents(one.version().put())).orElse(List.of()),
                sitting.speaks()
                        && !approved
                        && Course.of(proceedings).state() == Course.State.CLOSED
                        && (shown.isPresent() || sitting.chairs()));
    }

    /** Minutes, or an amendment of some that were put. */
    Signing.Form form(HttpServletRequest request, Officer officer, Proceedings meeting) {
        var id = meeting.sitting().act();
        var to = Links.minutes(id.toString());
        return new Signing.Form(
                to,
                to + "#put",
                sent -> page(request, officer, meeting, sent.typed().of("amends", ""), sent),
                typed -> {
                    var amended = amends(typed).flatMap(groups::minutes).map(Shown::words);
                    var matter = amended.isPresent() ? SigningView.Matter.AMENDMENT : SigningView.Matter.MINUTES;
                    var now = Shown.words(typed.both("text"));
                    return drawing.signing(matter, meeting, now)
                            .amending(amended.orElse(now))
                            .with(typed.files(officer, drawing.files()));
                },
                typed -> groups.say(
                        officer,
                        new Saying.Minutes(id, amends(typed).orElse(null), typed.both("text")),
                        typed.files(officer, drawing.files())),
                _ -> to);
    }

    private static Optional<ActId> amends(Typing typed) {
        return typed.has("amends") ? Optional.of(typed.act("amends")) : Optional.empty();
    }
}
