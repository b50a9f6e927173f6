package acorde.web.exchange;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.exchange.Exchange;
import acorde.exchange.Item;
import acorde.exchange.Outcomes;
import acorde.exchange.Recalled;
import acorde.exchange.Rule;
import acorde.exchange.Shown;
import acorde.exchange.Turn;
import acorde.files.Files;
import acorde.offices.Officer;
import acorde.onward.Onward;
import acorde.policy.Nothing;
import acorde.policy.Purpose;
import acorde.trust.PartyCode;
import acorde.web.Screen;
import acorde.web.desk.ActReading;
import acorde.web.exchange.ReportReview.Because;
import acorde.web.view.Links;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One report, to read. */
@Controller
public final class ReportPages {
    private final Acts acts;
    private final Exchange exchange;
    private final Outcomes outcomes;
    private final ItemFiles files;
    private final ReportWords words;
    private final Tracks tracks;
    private final OnwardWords onward;
    private final Screen screen;

    ReportPages(
            Acts acts,
            Exchange exchange,
            Files files,
            Onward onward,
            ReportWords words,
            Tracks tracks,
            Screen screen) { // the parts it joins
        this.acts = acts;
        this.files = new ItemFiles(exchange, files);
        this.tracks = tracks;
        this.exchange = exchange;
        this.outcomes = exchange.outcomes();
        this.words = words;
        this.onward = new OnwardWords(exchange, onward, words);
        this.screen = screen;
    }

    /** @param read the seal of its restriction, which the page that shows it gives */
    @GetMapping("/exchange/{party}/{index}")
    ResponseEntity<String> report( // who looks at what
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String read) {
        var id = ActReading.id(party, index);
        if (id.isEmpty()) return screen.missing(request);
        return page(request, officer, new Asking(id.get(), purpose(purpose), read));
    }

    /** An alert as a file, for who has it open and may take it away; anything else is not there. */
    @GetMapping(value = "/exchange/{party}/{index}/cap.xml")
    ResponseEntity<?> cap( // who takes what
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String read) {
        var nothing = Nothing.asked();
        var frame = screen.frame(request);
        var now = frame.formats().now();
        var cap = ActReading.id(party, index)
                .map(id -> exchange.open(officer, id, purpose(purpose), read, now))
                .flatMap(shown ->
                        shown instanceof Shown.Open open && open.item().report().turn() instanceof Turn.Warns
                                ? exchange.take(officer, open, now)
                                : Optional.empty())
                .flatMap(item -> words.cap(item, to(item), frame));
        if (cap.isEmpty()) {
            nothing.await();
            return screen.missing(request);
        }
        return ResponseEntity.ok()
                .header("Content-Type", "application/cap+xml")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + cap.get().identifier() + ".xml\"")
                .header("Cache-Control", "private, no-store")
                .body(cap.get().write());
    }

    /** A file that goes with it, for who has it open and may take it away; anything else is not there. */
    @GetMapping("/exchange/{party}/{index}/files/{number}")
    @Nullable
    ResponseEntity<String> file( // who takes what
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String read)
            throws IOException {
        var nothing = Nothing.asked();
        var now = screen.frame(request).formats().now();
        var kept = ActReading.id(party, index)
                .map(id -> exchange.open(officer, id, purpose(purpose), read, now))
                .flatMap(shown -> files.take(officer, shown, number, now));
        if (kept.isEmpty()) {
            nothing.await();
            return screen.missing(request);
        }
        var line = ItemFiles.line(kept.get(), purpose, read);
        if (!line.whole()) return screen.page(request, 404, "file", line);
        files.write(kept.get(), request, response);
        return null;
    }

    /** To whom it was given, as far as this party is told; to itself alone if to nobody. */
    private List<String> to(Item item) {
        var given = (item.to().isEmpty()
                        ? exchange.copies(item.act()).stream().map(Item.Copy::holder)
                        : item.to().stream())
                .map(PartyCode::value)
                .distinct()
                .toList();
        return given.isEmpty() ? List.of(acts.self().value()) : given;
    }

    /** How a report is asked for. */
    private record Asking(ActId act, @Nullable Purpose purpose, String read) {}

    static @Nullable Purpose purpose(String typed) {
        return Purpose.read(typed).orElse(null);
    }

    private ResponseEntity<String> page(HttpServletRequest request, Officer officer, Asking asking) {
        var frame = screen.frame(request);
        var shown = exchange.open(
                officer,
                asking.act(),
                asking.purpose(),
                asking.read(),
                frame.formats().now());
        var act = asking.act().toString();
        return switch (shown) {
            case Shown.NotThere _ -> screen.missing(request);
            case Shown.PurposeFirst(var purposes) -> {
                var view = new BeforeView(act, "", "", "", words.purposes(purposes, frame));
                yield screen.page(request, 200, "exchange/before", view);
            }
            case Shown.RestrictionFirst(var restriction, var seal, var purpose) -> {
                var view = new BeforeView(act, restriction, seal, purpose.code(), List.of());
                yield screen.page(request, 200, "exchange/before", view);
            }
            case Shown.OwnClosed(var copies, var recalls) -> closed(request, act, new Given(copies, recalls));
            case Shown.Open open -> open(request, officer, asking, open);
        };
    }

    /** Who was given a report of this party's, and what was ordered of it since. */
    private record Given(List<Item.Copy> copies, List<Recalled> recalls) {
        boolean toTakeBack() {
            var ordered = recalls.stream().map(Recalled::item).collect(Collectors.toSet());
            return copies.stream().anyMatch(copy -> !ordered.contains(copy.act()));
        }
    }

    private ResponseEntity<String> open(
            HttpServletRequest request, Officer officer, Asking asking, Shown.Open open) { // what is shown to whom
        var item = open.item();
        var act = item.act().toString();
        var purpose = open.purpose();
        var frame = screen.frame(request);
        var whole = item.to().isEmpty();
        var ours = whole || item.by().equals(acts.self());
        var given = whole
                ? new Given(exchange.copies(item.act()), exchange.recalls(item.act()))
                : new Given(List.of(), List.of());
        var view = new ItemView(
                act,
                item.by().value(),
                words.office(item, frame),
                item.at(),
                words.sheet(item.report(), ours, frame),
                files.lines(officer, open, asking.read(), frame.formats().now()),
                words.purpose(purpose, frame),
                whole,
                words.decided(item.asked(), given.copies(), whole ? became(item, given) : List.of(), this::because),
                whole ? words.given(item.asked(), given.copies(), given.recalls()) : null,
                words.recalls(given.recalls(), frame),
                words.answers(given.copies(), given.recalls()),
                ours ? null : acts.logs().state(item.by()).heardAt(),
                tracks.of(officer, item, given.copies(), frame),
                given.toTakeBack(),
                ours ? null : came(item),
                ours || !frame.sendsFiles() ? "" : Links.outcome(act, purpose.code(), asking.read()),
                item.report().turn() instanceof Turn.Warns ? Links.cap(act, purpose.code(), asking.read()) : "",
                frame.sendsFiles() ? onward.of(open, asking.read(), frame) : null);
        return screen.page(request, 200, "exchange/report", view);
    }

    /** What the holders of copies say became and came of them, in the order of their words. */
    private List<Became> became(Item item, Given given) {
        var received = exchange.received(item.act()).stream()
                .map(said -> new Became(
                        said.holder(), new ItemView.Reached(said.stage().name(), said.at(), because(said.rules()))));
        var came = outcomes.of(given.copies()).stream()
                .map(said -> new Became(
                        said.holder(), new ItemView.Reached(said.kind().name(), said.at(), List.of())));
        return Stream.concat(received, came).toList();
    }

    private List<Because> because(List<String> rules) {
        return rules.stream()
                .map(rule -> Because.of(rule, exchange.reason(rule)))
                .toList();
    }

    /** What this party last said came of what it was given; null if nothing. */
    private ItemView.@Nullable Reached came(Item item) {
        return outcomes.of(List.of(new Item.Copy(acts.self(), item.act()))).stream()
                .findFirst()
                .map(said -> new ItemView.Reached(said.kind().name(), said.at(), List.of()))
                .orElse(null);
    }

    /** What one holder says of its copy. */
    record Became(PartyCode holder, ItemView.Reached said) {}

    /** A report of this party's that nobody opens any more: what is left is to take it back. */
    private ResponseEntity<String> closed(HttpServletRequest request, String act, Given given) {
        var view = new ClosedView(act, words.recalls(given.recalls(), screen.frame(request)), given.toTakeBack());
        return screen.page(request, 200, "exchange/closed", view);
    }

    /** 422 if what was sent stands against it, 409 if the state does. */
    public static int of(Rule rule) {
        return switch (rule) {
            case MALFORMED, DEADLINE_PAST, OWN_COUNTRY, NOBODY_RECEIVES, PURPOSE_NOT_OURS, REVIEW_NOT_LATER -> 422;
            case OFFICE_MAY_NOT -> 403;
            case NO_SUCH_REPORT -> 404;
            case NOT_TO_ONE,
                    NOT_TO_ASKER,
                    AFTER_MISSING,
                    NOT_PROVIDER,
                    NOT_HOLDER,
                    NO_RULES,
                    RELEASE_MOVED,
                    SENT_ALREADY,
                    GIVEN_BY_ANOTHER,
                    OUTCOME_SAID,
                    ALERTS_EXERCISE_ONLY,
                    HOLDERS_MOVED,
                    NOTHING_TO_RECALL -> 409;
        };
    }
}
