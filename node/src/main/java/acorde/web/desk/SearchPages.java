package acorde.web.desk;

import acorde.finding.Answer;
import acorde.finding.Cursor;
import acorde.finding.Filter;
import acorde.finding.Finding;
import acorde.finding.Question;
import acorde.finding.Visits;
import acorde.offices.Officer;
import acorde.web.Screen;
import acorde.web.view.Frame;
import acorde.web.view.Links;
import acorde.web.view.SearchView;
import acorde.web.view.SearchView.Asked;
import acorde.web.view.SearchView.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Search, suggestions while somebody types, and the questions they saved. */
@Controller
final class SearchPages {
    private static final int LINES = 20;
    private static final int SUGGESTIONS = 8;

    /** Values offered to narrow by; more than that is no help. */
    private static final int CHOICES = 12;

    private final Finding finding;
    private final Presence presence;
    private final Ledgers ledgers;
    private final Screen screen;

    SearchPages(Finding finding, Presence presence, Ledgers ledgers, Screen screen) {
        this.finding = finding;
        this.presence = presence;
        this.ledgers = ledgers;
        this.screen = screen;
    }

    @GetMapping("/search")
    ResponseEntity<String> search(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String after) {
        var asked = Asking.read(request::getParameter);
        return page(
                request,
                officer,
                asked,
                new Shown(200, Cursor.read(after).orElse(null), EnumSet.noneOf(Trouble.class)));
    }

    /** @param trouble what is said beside what was found */
    private record Shown(int status, @Nullable Cursor after, Set<Trouble> trouble) {}

    private ResponseEntity<String> page(HttpServletRequest request, Officer officer, Asked asked, Shown shown) {
        var frame = screen.frame(request);
        var before = presence.come(officer);
        var question = Question.read(asked.q());
        var answer = asked.isEmpty()
                ? new Answer.Found(List.of(), 0, false, Map.of(), null)
                : finding.ask(officer, question, Asking.filter(asked, before), shown.after(), LINES);
        if (!asked.isEmpty() && finding.isLookingAgain()) shown.trouble().add(Trouble.AGAIN);
        if (question.cut()) shown.trouble().add(Trouble.CUT);
        if (answer instanceof Answer.TooBroad) shown.trouble().add(Trouble.BROAD);
        var found = answer instanceof Answer.Found some ? some : new Answer.Found(List.of(), 0, false, Map.of(), null);
        var next = found.next();
        var view = new SearchView(
                asked,
                lines(found.hits(), frame),
                found.count(),
                found.more(),
                narrowing(asked, found.values(), frame),
                chosen(asked, frame, before),
                next == null ? "" : Asking.next(asked, next.toString()),
                List.copyOf(shown.trouble()),
                Asking.query(asked),
                finding.behind(),
                before == null ? null : before.at(),
                finding.views().of(officer.person()).stream()
                        .map(saved -> new SearchView.Saved(
                                saved.id(), saved.name(), Asking.link(Asking.parse(saved.asked()))))
                        .toList());
        return screen.page(request, shown.status(), "search", view);
    }

    private List<SearchView.Line> lines(List<Answer.Hit> hits, Frame frame) {
        var said = ledgers.read()
                .said(hits.stream()
                        .map(Answer.Hit::entry)
                        .filter(Findings::isAct)
                        .flatMap(entry -> Stream.ofNullable(entry.act()))
                        .toList());
        return hits.stream()
                .map(hit -> {
                    var act = said.get(hit.entry().act());
                    return Findings.line(hit, act == null ? null : act.at(), frame);
                })
                .toList();
    }

    /** Only values that leave something, and none for what is narrowed already. */
    private List<SearchView.Narrowing> narrowing(
            Asked asked, Map<Filter.By, SortedMap<String, Integer>> values, Frame frame) {
        var narrowing = new ArrayList<SearchView.Narrowing>();
        for (var by : Filter.By.values()) {
            var field = field(by);
            var counts = values.get(by);
            if (counts == null || counts.size() < 2 || !value(asked, by).isEmpty()) continue;
            var choices = counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(CHOICES)
                    .map(each -> new SearchView.Choice(
                            name(by, each.getKey(), frame),
                            Asking.link(asked.with(field, each.getKey())),
                            each.getValue()))
                    .toList();
            narrowing.add(new SearchView.Narrowing(field, choices));
        }
        return narrowing;
    }

    private static String field(Filter.By by) {
        return by.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String value(Asked asked, Filter.By by) {
        return switch (by) {
            case KIND -> asked.kind();
            case AREA -> asked.area();
            case PARTY -> asked.party();
            case STANDING -> asked.standing();
        };
    }

    private String name(Filter.By by, String word, Frame frame) {
        return switch (by) {
            case KIND -> frame.words().knows("kind." + word) ? frame.say("kind." + word) : word;
            case AREA -> word + " " + ledgers.read().areaName(word, frame);
            case PARTY -> frame.party(word);
            case STANDING -> frame.words().knows("stands." + word) ? frame.say("stands." + word) : word;
        };
    }

    private List<SearchView.Choice> chosen(Asked asked, Frame frame, Visits.@Nullable Mark before) {
        var chosen = new ArrayList<SearchView.Choice>();
        for (var by : Filter.By.values())
            if (!value(asked, by).isEmpty()) chosen.add(without(asked, field(by), name(by, value(asked, by), frame)));
        var from = Asking.day(asked.from());
        var to = Asking.day(asked.to());
        if (from != null) chosen.add(without(asked, "from", frame.say("search.chosen.from", frame.day(from))));
        if (to != null) chosen.add(without(asked, "to", frame.say("search.chosen.to", frame.day(to))));
        if (!asked.since().isEmpty())
            chosen.add(without(
                    asked,
                    "since",
                    before == null
                            ? frame.say("search.chosen.first")
                            : frame.say("search.chosen.since", frame.moment(before.at()))));
        return chosen;
    }

    private static SearchView.Choice without(Asked asked, String field, String name) {
        return new SearchView.Choice(name, Asking.link(asked.with(field, "")), 0);
    }

    /** A list for the field in the head of every page; htmx puts it there. */
    @GetMapping("/search/suggestions")
    ResponseEntity<String> suggestions(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String q) {
        var frame = screen.frame(request);
        return screen.page(
                request,
                200,
                "suggestions",
                finding.suggest(officer, q, SUGGESTIONS).stream()
                        .map(entry -> Findings.suggestion(entry, frame))
                        .toList());
    }

    @PostMapping("/search/views")
    ResponseEntity<String> save(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String asked) {
        var read = Asking.parse(asked);
        return switch (finding.views().save(officer.person(), Forms.plain(name), Asking.query(read))) {
            case DONE -> to(Asking.link(read) + "#views");
            case UNNAMED -> page(request, officer, read, new Shown(422, null, EnumSet.of(Trouble.UNNAMED)));
            case TOO_MANY -> page(request, officer, read, new Shown(422, null, EnumSet.of(Trouble.TOO_MANY)));
        };
    }

    @PostMapping("/search/views/{view}/removal")
    ResponseEntity<String> remove(@AuthenticationPrincipal Officer officer, @PathVariable String view) {
        if (view.matches("[0-9]{1,18}")) finding.views().remove(officer.person(), Long.parseLong(view));
        return to(Links.SEARCH + "#views");
    }

    private static ResponseEntity<String> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
