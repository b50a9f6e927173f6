package acorde.web.desk;

import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.compact.Compact;
import acorde.compact.Initiative;
import acorde.compact.ItemKey;
import acorde.compact.Objection;
import acorde.finding.Finding;
import acorde.finding.Unsigned;
import acorde.offices.Officer;
import acorde.trustlog.Hash;
import acorde.web.Confirming;
import acorde.web.Screen;
import acorde.web.view.ComposeView;
import acorde.web.view.ComposeView.Draft;
import acorde.web.view.Document;
import acorde.web.view.ErrorView;
import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.view.Left;
import acorde.web.view.Links;
import acorde.web.view.Refusal;
import acorde.web.words.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing a proposal, reviewing what it changes, and signing it. What was typed is never lost. */
@Controller
final class ComposePages {
    /** The field with the version that is amended. */
    private static final String BASE = "base";

    /** Open proposals of this party, the newest, among which one made a moment ago is looked for. */
    private static final int OWN = 20;

    private final Acts acts;
    private final Compact compact;
    private final Ledgers ledgers;
    private final Directory directory;
    private final Writing writing;
    private final Screen screen;

    ComposePages( // the parts it joins
            Acts acts, Compact compact, Ledgers ledgers, Directory directory, Finding finding, Screen screen) {
        this.acts = acts;
        this.compact = compact;
        this.ledgers = ledgers;
        this.directory = directory;
        this.writing = new Writing(finding, "proposal");
        this.screen = screen;
    }

    @GetMapping("/proposals/new")
    ResponseEntity<String> start( // what is written, and how it is shown
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String amends,
            @RequestParam(defaultValue = "") String review,
            @RequestParam(name = "draft", defaultValue = "") String which) {
        var ledger = ledgers.read();
        var code = amends.strip().toUpperCase(Locale.ROOT);
        var known = ledger.initiative(code);
        var frame = screen.frame(request);
        if (known.isEmpty() && !code.isEmpty()) {
            var unknown = new Written(
                    Drafts.empty(directory.codes()),
                    ledger,
                    Writing.Text.of(code, null).left());
            return page(request, unknown, List.of(new Flaw("amends", Flaw.Why.CODE_UNKNOWN)), null, 404);
        }
        var found = writing.find(officer, code, which, frame.formats().now());
        var kept = found.kept();
        var draft = kept.map(form -> Drafts.read(form.fields()))
                .filter(each -> each.amends().equals(code))
                .or(() -> known.map(each -> Drafts.of(code, each.initiative())))
                .orElseGet(() -> Drafts.empty(directory.codes()));
        var written = new Written(draft, ledger, found.left());
        // What was written for another text than the one in force would undo what came since.
        if (kept.isPresent() && !basis(kept.get()).equals(written.version()))
            return page(request, written, List.of(), Refusals.baseMoved(acts.self()), 200);
        if (kept.isEmpty() || !review.equals("yes")) return page(request, written, List.of(), null, 200);
        var flaws = flaws(written, frame);
        return flaws.isEmpty() ? review(request, written, flaws, frame) : page(request, written, flaws, null, 200);
    }

    /** What was written, the compact it was written for, and what is kept of it. */
    private record Written(Draft draft, Ledger ledger, Left left) {
        Optional<Ledger.Known> base() {
            return ledger.initiative(draft.amends());
        }

        /** Of the text it amends as it stands now, as forms carry it; empty if there is none. */
        String version() {
            return base().map(known -> "sha256:" + known.version().hex()).orElse("");
        }

        Writing.Text text() {
            return Writing.Text.of(draft.amends(), left.draft());
        }
    }

    /** The version it was written for. */
    private static String basis(Unsigned.Form kept) {
        return kept.fields().getOrDefault(BASE, List.of("")).getFirst();
    }

    private static List<Flaw> flaws(Written written, Frame frame) {
        return Drafts.flaws(
                written.draft(),
                written.ledger().areas(frame),
                frame.formats().today(),
                written.base().map(Ledger.Known::initiative).orElse(null));
    }

    @PostMapping("/proposals/new")
    ResponseEntity<String> go( // the fields of the form
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "review") String step,
            @RequestParam(defaultValue = "") String base,
            @RequestParam(defaultValue = "") String read) {
        var draft = Drafts.read(Forms.fields(request));
        var left =
                Writing.Text.of(draft.amends(), request.getParameter("draft")).left();
        var written = new Written(draft, ledgers.read(), left);
        if (!draft.amends().isEmpty() && written.base().isEmpty())
            return screen.page(request, 404, "error", new ErrorView(404, "", null));
        var now = screen.frame(request).formats().now();
        return writing.go(
                officer,
                new Writing.Pressed(step, request.getParameter("since"), now),
                new Sheet(request, officer, written, new Signing(base, read.equals("yes"))));
    }

    /** The form as it was sent. */
    private final class Sheet implements Writing.Sheet {
        private final HttpServletRequest request;
        private final Officer officer;
        private final Written written;
        private final Signing signing;

        Sheet(HttpServletRequest request, Officer officer, Written written, Signing signing) { // who sends what
            this.request = request;
            this.officer = officer;
            this.written = written;
            this.signing = signing;
        }

        @Override
        public Writing.Text text() {
            return written.text();
        }

        @Override
        public Map<String, List<String>> fields() {
            var fields = Drafts.kept(written.draft());
            if (!written.draft().amends().isEmpty())
                fields.put(BASE, List.of(signing.base().isEmpty() ? written.version() : signing.base()));
            return fields;
        }

        @Override
        public String address(boolean review) {
            return Links.compose(written.draft().amends(), written.left().draft(), review);
        }

        @Override
        public Optional<ResponseEntity<String>> flawed() {
            var flaws = flaws(written, screen.frame(request));
            return flaws.isEmpty() ? Optional.empty() : Optional.of(page(request, written, flaws, null, 422));
        }

        @Override
        public ResponseEntity<String> review() {
            return ComposePages.this.review(request, written, List.of(), screen.frame(request));
        }

        @Override
        public ResponseEntity<String> sign() {
            var standing = new Written(written.draft(), ledgers.read(), written.left());
            return ComposePages.this.sign(request, officer, standing, signing);
        }
    }

    private ResponseEntity<String> review(HttpServletRequest request, Written written, List<Flaw> flaws, Frame frame) {
        var before = written.base().map(Ledger.Known::initiative);
        var text = Drafts.text(written.draft(), before.orElse(null));
        var then = before.map(one -> Texts.initiative(one, directory)).orElse(null);
        var now = Texts.initiative(text, directory);
        var required = written.ledger().required(written.base(), text);
        var chord = new Lines(written.ledger(), directory, acts.self(), frame)
                .chord(required, Ledger.onlyAssentOf(acts.self()));
        var review = new ComposeView.Review(
                then == null ? List.of() : Document.changes(then, now, frame.formats()),
                Document.compare(then, now, Language.ES, frame.formats()),
                Document.compare(then, now, Language.EN, frame.formats()),
                chord);
        return screen.page(request, flaws.isEmpty() ? 200 : 422, "compose", view(written, flaws, null, review, frame));
    }

    /** @param base the version the reader had before them. @param read whether they say that they read both texts */
    private record Signing(String base, boolean read) {}

    private ResponseEntity<String> sign(
            HttpServletRequest request, Officer officer, Written written, Signing signing) { // who signs what
        var frame = screen.frame(request);
        var flaws = flaws(written, frame);
        if (!flaws.isEmpty()) return page(request, written, flaws, null, 422);
        if (!signing.read()) return review(request, written, List.of(new Flaw("read", Flaw.Why.NOT_READ)), frame);
        var draft = written.draft();
        var text =
                Drafts.text(draft, written.base().map(Ledger.Known::initiative).orElse(null));
        var already = proposed(written, text);
        if (already.isPresent())
            return ProposalPages.seeOther(Links.proposal(already.get().id().toString()));
        var item =
                ItemKey.initiative(draft.amends().isEmpty() ? written.ledger().freeCode(draft.area()) : draft.amends());
        var language = Language.choose(draft.noteIn(), Screen.language(request).code(), null);
        var why = Forms.remark(draft.note(), language);
        var said = compact.propose(officer, item, version(signing.base(), written), text.toJson(), why);
        return switch (said) {
            case Said.Written<Objection>(var proposed) -> {
                writing.over(officer, written.text(), frame.formats().now());
                Confirming.signed(request, proposed);
                yield ProposalPages.seeOther(
                        Links.proposal(proposed.getFirst().id().toString()));
            }
            case Said.Declined<Objection>(var objection) ->
                page(
                        request,
                        written,
                        List.of(),
                        Refusals.view(objection, acts.self()),
                        Refusals.status(objection.rule()));
        };
    }

    /** This very text as this party has proposed it already: a button pressed twice leads where it did the first time. */
    private Optional<Made> proposed(Written written, Initiative text) {
        var amends = written.draft().amends();
        return written.ledger().open(each -> each.proposal().proposer().equals(acts.self()), OWN).stream()
                .filter(made -> amends.isEmpty()
                        ? made.base() == null
                        : made.item().code().equals(amends))
                .filter(made -> made.text().filter(text::equals).isPresent())
                .findFirst();
    }

    /** The version the reader had before them; where the form does not say it, the one in force. */
    private static @Nullable Hash version(String base, Written written) {
        try {
            if (base.startsWith("sha256:")) return Hash.ofHex(base.substring(7));
        } catch (IllegalArgumentException _) {
            // as if it were not said
        }
        return written.base().map(Ledger.Known::version).orElse(null);
    }

    private ResponseEntity<String> page( // what every answer of this page shows
            HttpServletRequest request, Written written, List<Flaw> flaws, @Nullable Refusal refusal, int status) {
        var frame = screen.frame(request);
        return screen.page(request, status, "compose", view(written, flaws, refusal, null, frame));
    }

    /** Those of the directory, and states without a node that owe it already. */
    private List<String> parties(Draft draft) {
        return Stream.concat(directory.codes().stream(), draft.parties().stream())
                .distinct()
                .toList();
    }

    private ComposeView view( // what the view has
            Written written,
            List<Flaw> flaws,
            @Nullable Refusal refusal,
            ComposeView.@Nullable Review review,
            Frame frame) {
        var base = written.base();
        return new ComposeView(
                written.draft(),
                base.map(Ledger.Known::number).orElse(0),
                base.map(known -> frame.in(Directory.words(known.initiative().title())))
                        .orElse(""),
                written.version(),
                written.ledger().areas(frame),
                parties(written.draft()),
                flaws,
                refusal,
                review,
                written.left());
    }
}
