package acorde.web.paper;

import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.ItemKey;
import acorde.documents.Documents;
import acorde.documents.Issued;
import acorde.documents.Paper;
import acorde.documents.Rule;
import acorde.documents.Scope;
import acorde.offices.Officer;
import acorde.offices.Role;
import acorde.trustlog.Hash;
import acorde.web.Screen;
import acorde.web.desk.ActReading;
import acorde.web.view.ErrorView;
import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.view.Links;
import acorde.web.view.Refusal;
import acorde.web.words.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Papers as they stand, issued, and as PDF. */
@Controller
final class PaperPages {
    /** Papers that a page lists. */
    private static final int LISTED = 20;

    private static final int EARLIER = 5;

    /** A group's report tells of a quarter unless another day is asked for. */
    private static final int USUAL_MONTHS = 3;

    private final Acts acts;
    private final Compact compact;
    private final Documents documents;
    private final Founding founding;
    private final PaperWords words;
    private final Printing printing;
    private final Screen screen;

    PaperPages( // the parts it joins
            Acts acts,
            Compact compact,
            Documents documents,
            Founding founding,
            PaperWords words,
            Printing printing,
            Screen screen) {
        this.acts = acts;
        this.compact = compact;
        this.documents = documents;
        this.founding = founding;
        this.words = words;
        this.printing = printing;
        this.screen = screen;
    }

    @GetMapping("/documents")
    ResponseEntity<String> all(HttpServletRequest request) {
        var frame = screen.frame(request);
        var briefs = founding.parties().stream()
                .map(party -> party.code().value())
                .map(code -> new DocumentsView.Choice(frame.party(code), Links.brief(code)))
                .toList();
        var items = compact.items().keySet();
        var areas = items.stream()
                .filter(key -> key.kind() == ItemKey.Kind.AREA)
                .map(ItemKey::code)
                .map(code -> new DocumentsView.Choice(code + ". " + words.area(code, frame), Links.areaReport(code)))
                .toList();
        var groups = items.stream()
                .filter(key -> key.kind() == ItemKey.Kind.GROUP)
                .filter(key -> founding.concerned(key).contains(acts.self()))
                .map(ItemKey::code)
                .map(code -> new DocumentsView.Choice(words.listed(code, frame), Links.groupReport(code)))
                .toList();
        var communiques = documents.communiques().reversed().stream()
                .limit(LISTED)
                .map(scope -> new DocumentsView.Choice(words.title(scope, frame), Links.communique(scope.of())))
                .toList();
        var issued = documents.latest(frame.formats().now(), LISTED).stream()
                .map(each -> words.line(each, frame))
                .toList();
        return screen.page(request, 200, "documents", new DocumentsView(briefs, areas, groups, communiques, issued));
    }

    @GetMapping("/documents/{kind}/{of}")
    ResponseEntity<String> standing(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String kind,
            @PathVariable String of,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String review) { // who looks at what
        var scope = scope(kind, of, since, screen.frame(request).formats().now());
        if (scope.isEmpty()) return unknown(request);
        return review.equals("yes") && mayIssue(officer, scope.get())
                ? review(request, officer, scope.get(), List.of())
                : page(request, officer, scope.get(), null);
    }

    private static Optional<Scope> scope(String kind, String of, String since, Instant now) { // as an address has it
        try {
            var group = kind.equals(Scope.Kind.GROUP.toString());
            return Optional.of(Scope.of(
                    kind, of, group ? since(since, LocalDate.ofInstant(now, ZoneOffset.UTC)) : null));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The day somebody asks for, if a report can begin with it; the nearest one, if it cannot; the usual one, if it is none. */
    private static LocalDate since(String typed, LocalDate today) {
        var earliest = today.minusDays(Scope.LONGEST);
        try {
            var asked = LocalDate.parse(typed);
            return asked.isAfter(today) ? today : asked.isBefore(earliest) ? earliest : asked;
        } catch (DateTimeException _) {
            return today.minusMonths(USUAL_MONTHS);
        }
    }

    private ResponseEntity<String> unknown(HttpServletRequest request) {
        return screen.page(request, 404, "error", new ErrorView(404, "", null));
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, Officer officer, Scope scope, @Nullable Rule rule) { // who looks at what
        var frame = screen.frame(request);
        var paper = documents.compose(scope, frame.formats().now());
        if (paper.isEmpty()) return unknown(request);
        var refusal =
                rule == null ? null : Refusal.beforeSigning(rule, acts.self().value());
        var view = page(paper.get(), officer, frame, refusal);
        return screen.page(request, rule == null ? 200 : PaperStatus.of(rule), "paper", view);
    }

    private PaperPage page(Paper paper, Officer officer, Frame frame, @Nullable Refusal refusal) {
        var scope = paper.scope();
        return new PaperPage(
                words.view(paper, null, Map.of(), frame),
                mayIssue(officer, scope) ? Links.DOCUMENTS + "/" + scope.kind() + "/" + scope.of() : "",
                paper.digest().hex(),
                scope.since() == null ? "" : scope.since().toString(),
                documents
                        .sight(scope, frame.formats().now())
                        .map(sight -> PaperWords.sight(sight, frame))
                        .orElse(List.of()),
                documents.latest(scope, frame.formats().now(), EARLIER).stream()
                        .map(each -> words.line(each, frame))
                        .toList(),
                refusal);
    }

    /** What would be issued, in both languages; nothing is signed yet. */
    private ResponseEntity<String> review(
            HttpServletRequest request, Officer officer, Scope scope, List<Flaw> flaws) { // and what is wrong
        var frame = screen.frame(request);
        var paper = documents.compose(scope, frame.formats().now());
        if (paper.isEmpty()) return unknown(request);
        var view = new PaperReview(
                page(paper.get(), officer, frame, null),
                words.view(paper.get(), null, Map.of(), frame.speaking(Language.ES)),
                words.view(paper.get(), null, Map.of(), frame.speaking(Language.EN)),
                flaws);
        return screen.page(request, flaws.isEmpty() ? 200 : 422, "paperreview", view);
    }

    /** Whether the form is shown; what may be issued is the duty's business. */
    private boolean mayIssue(Officer officer, Scope scope) {
        var speaks = officer.role() == Role.COORDINATOR || officer.role() == Role.REPRESENTATIVE;
        return speaks && (scope.kind() != Scope.Kind.BRIEF || scope.equals(Scope.brief(acts.self())));
    }

    @PostMapping("/documents/{kind}/{of}")
    ResponseEntity<String> issue( // who issues what
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String kind,
            @PathVariable String of,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String read) {
        var now = screen.frame(request).formats().now();
        var scope = scope(kind, of, since, now);
        if (scope.isEmpty()) return unknown(request);
        if (!seen.matches("[0-9a-f]{64}")) return page(request, officer, scope.get(), Rule.DRAFT_MOVED);
        if (!read.equals("yes"))
            return review(request, officer, scope.get(), List.of(new Flaw("read", Flaw.Why.NOT_READ)));
        return switch (documents.issue(officer, scope.get(), Hash.ofHex(seen), now)) {
            case Said.Written<Rule>(var said) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(Links.issued(said.getFirst().id().toString())))
                        .build();
            case Said.Declined<Rule>(var why) -> page(request, officer, scope.get(), why);
        };
    }

    @GetMapping("/documents/issued/{party}/{index}")
    ResponseEntity<String> issued(HttpServletRequest request, @PathVariable String party, @PathVariable String index) {
        var issued = ActReading.id(party, index).flatMap(documents::issued);
        if (issued.isEmpty()) return unknown(request);
        var paper = view(issued.get(), screen.frame(request));
        return screen.page(request, 200, "paper", new PaperPage(paper, "", "", "", List.of(), List.of(), null));
    }

    /** The same as PDF: the same template, the same style, in the reader's language. */
    @GetMapping("/documents/issued/{party}/{index}/pdf")
    ResponseEntity<?> pdf(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) { // who looks at what
        var issued = ActReading.id(party, index).flatMap(documents::issued);
        if (issued.isEmpty()) return unknown(request);
        var view = view(issued.get(), screen.frame(request));
        var page = Links.issued(issued.get().act().toString());
        return printing.pdf(
                request, officer, new Printing.Sheet("print", view, issued.get().code() + ".pdf", page));
    }

    private PaperView view(Issued issued, Frame frame) {
        return words.view(issued.paper(), issued, documents.doubts(issued.paper()), frame);
    }
}
