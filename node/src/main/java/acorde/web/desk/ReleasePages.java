package acorde.web.desk;

import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.Item;
import acorde.compact.Objection;
import acorde.compact.ReleaseRules;
import acorde.compact.Rule;
import acorde.compact.Stood;
import acorde.finding.Finding;
import acorde.finding.Unsigned;
import acorde.offices.Officer;
import acorde.policy.Adopted;
import acorde.web.Confirming;
import acorde.web.Screen;
import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.view.Links;
import acorde.web.view.Refusal;
import acorde.web.view.ReleaseView;
import acorde.web.words.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rules of release: how they stand, rule by rule, and a new text of them, written, reviewed and signed. */
@Controller
final class ReleasePages {
    /** The only text of its kind. */
    private static final Writing.Text FORM = Writing.Text.of("rules", null);

    private static final int LONGEST_NOTE = 4_000;

    private final Acts acts;
    private final Compact compact;
    private final Founding founding;
    private final Adopted adopted;
    private final Ledgers ledgers;
    private final Directory directory;
    private final Writing writing;
    private final Screen screen;

    ReleasePages( // the parts it joins
            Acts acts,
            Compact compact,
            Founding founding,
            Adopted adopted,
            Ledgers ledgers,
            Directory directory,
            Finding finding,
            Screen screen) {
        this.acts = acts;
        this.compact = compact;
        this.founding = founding;
        this.adopted = adopted;
        this.ledgers = ledgers;
        this.directory = directory;
        this.writing = new Writing(finding, "release");
        this.screen = screen;
    }

    @GetMapping("/release")
    ResponseEntity<String> rules(HttpServletRequest request) {
        var frame = screen.frame(request);
        var ledger = ledgers.read();
        var lines = new Lines(ledger, directory, acts.self(), frame);
        var item = item();
        var proposals =
                ledger.of(founding.releaseRules()).stream().map(lines::proposal).toList();
        var view = new ReleaseView(
                head(item).isEmpty() ? "NONE" : item.orElseThrow().standing().name(),
                head(item).map(Item.Head::number).orElse(0),
                text(item)
                        .map(text -> RulesText.of(adopted, null, text, frame.words()))
                        .orElse(null),
                proposals);
        return screen.page(request, 200, "release", view);
    }

    private Optional<Item> item() {
        return compact.item(founding.releaseRules());
    }

    private static Optional<Item.Head> head(Optional<Item> item) {
        return item.map(Item::head);
    }

    private Optional<ReleaseRules> text(Optional<Item> item) {
        return head(item).map(head -> (ReleaseRules) compact.text(founding.releaseRules(), head));
    }

    /** What is written. @param base the version the writer had before them; empty if there was none */
    private record Written(String text, String note, String noteIn, String base) { // the fields of the form
        static Written of(Unsigned.Form kept) {
            return new Written(first(kept, "rules"), first(kept, "note"), first(kept, "noteIn"), first(kept, "base"));
        }

        private static String first(Unsigned.Form kept, String field) {
            return kept.fields().getOrDefault(field, List.of("")).getFirst();
        }

        Map<String, List<String>> fields() {
            return Map.of(
                    "rules", List.of(text), "note", List.of(note), "noteIn", List.of(noteIn), "base", List.of(base));
        }

        ReleaseRules rules() {
            return new ReleaseRules(text);
        }
    }

    /** It begins with the text in force, or with the one that was announced, which may be adopted as it stands. */
    @GetMapping("/release/new")
    ResponseEntity<String> start(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String review) {
        var frame = screen.frame(request);
        var item = item();
        var kept = writing.find(officer, FORM.of(), "", frame.formats().now()).kept();
        if (kept.isEmpty()) {
            var text = text(item).map(ReleaseRules::text).orElse("");
            return form(request, 200, new Written(text, "", "", version(item)), Shown.NOTHING);
        }
        var written = Written.of(kept.get());
        var at = kept.get().at();
        // What was written for another text than the one in force would undo what came since.
        if (!written.base().equals(version(item)))
            return form(request, 200, written, new Shown(List.of(), Refusals.baseMoved(acts.self()), at));
        if (!review.equals("yes") || !flaws(written).isEmpty() || faulty(written) != null)
            return form(request, 200, written, new Shown(List.of(), null, at));
        return review(request, 200, written, List.of());
    }

    private static String version(Optional<Item> item) {
        return head(item).map(head -> "sha256:" + head.version().hex()).orElse("");
    }

    @PostMapping("/release/new")
    ResponseEntity<String> go( // the fields of the form
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "review") String step,
            @RequestParam(defaultValue = "") String rules,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String noteIn,
            @RequestParam(defaultValue = "") String base,
            @RequestParam(defaultValue = "") String read) {
        var written = new Written(Forms.plain(rules), Forms.plain(note), noteIn, base);
        var now = screen.frame(request).formats().now();
        return writing.go(
                officer,
                new Writing.Pressed(step, request.getParameter("since"), now),
                new Sheet(request, officer, written, read.equals("yes")));
    }

    /** The form as it was sent. */
    private final class Sheet implements Writing.Sheet {
        private final HttpServletRequest request;
        private final Officer officer;
        private final Written written;
        private final boolean read;

        Sheet(HttpServletRequest request, Officer officer, Written written, boolean read) { // who sends what
            this.request = request;
            this.officer = officer;
            this.written = written;
            this.read = read;
        }

        @Override
        public Writing.Text text() {
            return FORM;
        }

        @Override
        public Map<String, List<String>> fields() {
            return written.fields();
        }

        @Override
        public String address(boolean review) {
            return Links.NEW_RELEASE + (review ? "?review=yes" : "");
        }

        @Override
        public Optional<ResponseEntity<String>> flawed() {
            return declined(request, written);
        }

        @Override
        public ResponseEntity<String> review() {
            return ReleasePages.this.review(request, 200, written, List.of());
        }

        @Override
        public ResponseEntity<String> sign() {
            return ReleasePages.this.sign(request, officer, written, read);
        }
    }

    /** The form again, with what must be mended before anything can be signed. */
    private Optional<ResponseEntity<String>> declined(HttpServletRequest request, Written written) {
        var flaws = flaws(written);
        var faulty = faulty(written);
        return flaws.isEmpty() && faulty == null
                ? Optional.empty()
                : Optional.of(form(request, 422, written, new Shown(flaws, faulty, null)));
    }

    private static List<Flaw> flaws(Written written) {
        var flaws = new ArrayList<Flaw>();
        if (written.note().isBlank()) flaws.add(new Flaw("note", Flaw.Why.NOTE_MISSING));
        if (written.note().length() > LONGEST_NOTE) flaws.add(new Flaw("note", Flaw.Why.TOO_LONG));
        return flaws;
    }

    /** Every fault of the text, with its line; null if it is good. */
    private @Nullable Refusal faulty(Written written) {
        var faults = adopted.faults(written.rules());
        return faults.isEmpty()
                ? null
                : Refusals.view(
                        new Objection(
                                Rule.TEXT_INCOMPLETE,
                                Optional.empty(),
                                faults.stream()
                                        .map(ReleaseRules.Fault::withLine)
                                        .toList()),
                        acts.self());
    }

    private ResponseEntity<String> sign(
            HttpServletRequest request, Officer officer, Written written, boolean read) { // who signs what
        var declined = declined(request, written);
        if (declined.isPresent()) return declined.get();
        if (!read) return review(request, 422, written, List.of(new Flaw("read", Flaw.Why.NOT_READ)));
        var already = proposed(written);
        if (already.isPresent())
            return ProposalPages.seeOther(Links.proposal(already.get().id().toString()));
        var language =
                Language.choose(written.noteIn(), Screen.language(request).code(), null);
        var said = compact.propose(
                officer,
                founding.releaseRules(),
                Forms.hash(written.base()),
                written.rules().toJson(),
                Forms.remark(written.note(), language));
        return switch (said) {
            case Said.Written<Objection>(var proposed) -> {
                writing.over(officer, FORM, screen.frame(request).formats().now());
                Confirming.signed(request, proposed);
                yield ProposalPages.seeOther(
                        Links.proposal(proposed.getFirst().id().toString()));
            }
            case Said.Declined<Objection>(var objection) ->
                form(
                        request,
                        Refusals.status(objection.rule()),
                        written,
                        new Shown(List.of(), Refusals.view(objection, acts.self()), null));
        };
    }

    /** This very text as this party has proposed it already: a button pressed twice leads where it did the first time. */
    private Optional<Made> proposed(Written written) {
        return ledgers.read().of(founding.releaseRules()).stream()
                .filter(made -> made.state() == Stood.State.OPEN && made.by().equals(acts.self()))
                .filter(made -> made.text().filter(written.rules()::equals).isPresent())
                .findFirst();
    }

    /** What a form shows beside what is written. */
    private record Shown(
            List<Flaw> flaws,
            @Nullable Refusal refusal,
            @Nullable Instant kept) {
        static final Shown NOTHING = new Shown(List.of(), null, null);
    }

    private ResponseEntity<String> form(HttpServletRequest request, int status, Written written, Shown shown) {
        return screen.page(
                request,
                status,
                "releaseform",
                new ReleaseView.Writing(
                        written.text(),
                        written.note(),
                        written.noteIn(),
                        written.base(),
                        shown.flaws(),
                        shown.refusal(),
                        null,
                        shown.kept()));
    }

    private ResponseEntity<String> review(
            HttpServletRequest request, int status, Written written, List<Flaw> flaws) { // and what is wrong
        var frame = screen.frame(request);
        var before = text(item()).orElse(null);
        var review = new ReleaseView.Review(
                RulesText.of(adopted, before, written.rules(), frame.words()), afterwards(frame));
        return screen.page(
                request,
                status,
                "releaseform",
                new ReleaseView.Writing(
                        written.text(), written.note(), written.noteIn(), written.base(), flaws, null, review, null));
    }

    private acorde.web.view.Chord afterwards(Frame frame) {
        return new Lines(ledgers.read(), directory, acts.self(), frame)
                .chord(founding.codes(), Ledger.onlyAssentOf(acts.self()));
    }
}
