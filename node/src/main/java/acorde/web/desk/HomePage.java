package acorde.web.desk;

import acorde.acts.Act;
import acorde.acts.Acts;
import acorde.acts.Partner;
import acorde.offices.Officer;
import acorde.trust.Receipt;
import acorde.web.Screen;
import acorde.web.exchange.Tracks;
import acorde.web.view.Change;
import acorde.web.view.Frame;
import acorde.web.view.HomeView;
import acorde.web.view.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What awaits me, what changed since I was here, how the compact stands. */
@Controller
final class HomePage {
    /** Acts of each log that are looked through for what changed; the page says so where there may be more. */
    private static final int LOOKED_AT = 30;

    private static final int SHOWN = 8;

    /** Delays, and of all else that climbs, listed here: Home is to be read at a glance, and over a slow line. */
    private static final int CLIMBING = 4;

    /** Delays, and of all else, that a page of all of them lists. */
    private static final int ALL_CLIMBING = 100;

    /** Proposals listed here; the page of proposals has them all. */
    private static final int LISTED = 20;

    private final Acts acts;
    private final Ledgers ledgers;
    private final Directory directory;
    private final Telling telling;
    private final Screen screen;
    private final Waiting waiting;
    private final Presence presence;
    private final Procedures procedures;
    private final Tracks tracks;

    HomePage( // the parts it joins
            Acts acts,
            Ledgers ledgers,
            Directory directory,
            Telling telling,
            Screen screen,
            Presence presence,
            Waiting waiting,
            Procedures procedures,
            Tracks tracks) {
        this.acts = acts;
        this.ledgers = ledgers;
        this.directory = directory;
        this.telling = telling;
        this.screen = screen;
        this.presence = presence;
        this.waiting = waiting;
        this.procedures = procedures;
        this.tracks = tracks;
    }

    @GetMapping("/")
    ResponseEntity<String> home(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        return screen.page(request, 200, "home", view(officer, screen.frame(request)));
    }

    /** The same once something has changed; htmx takes the parts it needs. */
    @GetMapping("/news")
    ResponseEntity<String> news(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "0") long seen)
            throws InterruptedException {
        return waiting.until(() -> acts.commits() != seen) ? home(request, officer) : Waiting.nothing();
    }

    /** All that climbs, a page at a time. @param from the code with which the page begins */
    @GetMapping("/climbing")
    ResponseEntity<String> climbing(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String from) {
        var frame = screen.frame(request);
        var ledger = ledgers.read();
        var all = climbing(ledger, frame);
        var rest = Climbing.from(all, from);
        var delays = HomeView.Ladder.Part.of(rest, ALL_CLIMBING, each -> climb(each, ledger, frame));
        var first = rest.size() == all.size();
        var view = new HomeView.AllClimbs(
                first ? ladder(officer, frame, delays, ALL_CLIMBING) : HomeView.Ladder.of(delays),
                all.size(),
                rest.size() > ALL_CLIMBING ? rest.get(ALL_CLIMBING).code() : "");
        return screen.page(request, 200, "climbing", view);
    }

    private HomeView.Ladder ladder(
            Officer officer, Frame frame, HomeView.Ladder.Part delays, int most) { // what climbs, and how much of it
        return new HomeView.Ladder(
                tracks.climbing(officer, frame, most),
                tracks.wishes(officer, frame, most),
                procedures.climbing(frame, most),
                delays);
    }

    private List<Climbing> climbing(Ledger ledger, Frame frame) {
        var self = acts.self();
        var watched = ledger.watched(Lines.viewer(self, frame), frame.formats().now());
        return Climbing.of(watched.values(), self);
    }

    private HomeView view(Officer officer, Frame frame) {
        var seen = acts.commits();
        var ledger = ledgers.read();
        var self = acts.self();
        var lines = new Lines(ledger, directory, self, frame);
        var before = presence.come(officer);
        var latest = acts.latest(
                LOOKED_AT, before == null ? Map.of() : before.sizes(), act -> ActReading.mayBeTold(acts, act));
        var fresh = Telling.gathered(latest.acts());
        var shown = fresh.stream().limit(SHOWN).toList();
        var idle = acts.withoutEffect(shown.stream().map(Act::id).toList());
        var areas = ledger.areas(frame);
        var delays = HomeView.Ladder.Part.of(climbing(ledger, frame), CLIMBING, each -> climb(each, ledger, frame));
        return new HomeView(
                ledger.figures(frame),
                ledger.awaiting(self, LISTED).stream().map(lines::proposal).toList(),
                shown.stream()
                        .map(act -> idle.contains(act.id())
                                ? Telling.withoutEffect(act)
                                : change(act, ledger, lines, frame))
                        .toList(),
                before == null ? null : before.at(),
                new HomeView.Left(Math.max(0, fresh.size() - SHOWN), directory.inOrder(latest.cut()), LOOKED_AT),
                acts.partners().stream().map(this::reach).toList(),
                ledger.open(each -> each.proposal().proposer().equals(self), LISTED).stream()
                        .map(lines::proposal)
                        .toList(),
                areas,
                ladder(officer, frame, delays, CLIMBING),
                seen);
    }

    private static HomeView.Climb climb(Climbing climbing, Ledger ledger, Frame frame) {
        var text = ledger.initiative(climbing.code()).map(Ledger.Known::initiative);
        return new HomeView.Climb(
                Links.initiative(climbing.code()),
                text.map(known -> climbing.code() + " " + frame.in(Directory.words(known.title())))
                        .orElse(climbing.code()),
                LightWords.stands(climbing.climb(), frame),
                text.map(known -> LightWords.reportedDone(known.reported(), frame))
                        .orElse(""));
    }

    private Change change(Act act, Ledger ledger, Lines lines, Frame frame) {
        var chord = Telling.proposal(act)
                .flatMap(ledger::stood)
                .map(each ->
                        lines.chord(each.proposal().required(), each.proposal().words()))
                .orElse(null);
        var told = telling.tell(act, frame.language(), chord);
        return Telling.isHistory(act) ? told.as(Change.Event.HISTORY) : told;
    }

    private HomeView.Reach reach(Partner partner) {
        var heard =
                partner.heardAt() == null ? acts.logs().state(partner.party()).heardAt() : partner.heardAt();
        var read = acts.logs().receipts(partner.party(), 1).stream()
                .findFirst()
                .map(Receipt::size)
                .orElse(0L);
        return new HomeView.Reach(
                partner.party().value(),
                partner.answers(),
                heard,
                read,
                acts.logs().state(acts.self()).size());
    }
}
