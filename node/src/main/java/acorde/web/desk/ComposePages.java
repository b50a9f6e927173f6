package acorde.web.desk;

import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.compact.Compact;
import acorde.compact.Initiative;
import acorde.compact.ItemKey;
import acorde.compact.Objection;
import acorde.finding.Begun;
import acorde.finding.Finding;
import acorde.offices.Officer;
import acorde.trustlog.Hash;
import acorde.web.Screen;
import acorde.web.view.ComposeView;
import acorde.web.view.ComposeView.Draft;
import acorde.web.view.Document;
import acorde.web.view.ErrorView;
import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.view.Links;
import acorde.web.view.Refusal;
import acorde.web.words.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
    /** Open proposals of this party, the newest, among which one made a moment ago is looked for. */
    /** The field with the version that is amended. */
    private static final String BASE = "base";

    private static final int OWN = 20;

    private final Acts acts;
    private final Compact compact;
    private final Ledgers ledgers;
    private final Directory directory;
    private final Finding finding;
    private final Screen screen;

    ComposePages( // the parts it joins
            Acts acts, Compact compact, Ledgers ledgers, Directory directory, Finding finding, Screen screen) {
        this.acts = acts;
        this.compact = compact;
        this.ledgers = ledgers;
        this.directory = directory;
        this.finding = finding;
        this.screen = screen;
    }

    @GetMapping("/proposals/new")
    ResponseEntity<String> start(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String amends,
            @RequestParam(defaultValue = "") String review) { // what is written, and how it is shown
        var ledger = ledgers.read();
        var code = amends.strip().toUpperCase(Locale.ROOT);
        var known = ledger.initiative(code);
        if (known.isEmpty() && !code.isEmpty()) {
            var unknown = new Written(Drafts.empty(directory.codes()), ledger, null);
            return page(request, unknown, List.of(new Flaw("amends", Flaw.Why.CODE_UNKNOWN)), null, 404);
        }
        var frame = screen.frame(request);
        var kept =
                finding.begun().of(officer.person(), form(code), frame.formats().now());
        var draft = kept.map(text -> Drafts.read(text.fields()))
                .filter(each -> each.amends().equals(code))
                .or(() -> known.map(each -> Drafts.of(code, each.initiative())))
                .orElseGet(() -> Drafts.empty(directory.codes()));
        var written = new Written(draft, ledger, kept.map(Begun.Text::at).orElse(null));
        // What was written for another text than the one in force would undo what came since.
        if (kept.isPresent() && !basis(kept.get()).equals(written.version()))
            return page(request, written, List.of(), Refusals.baseMoved(acts.self()), 200);
        if (kept.isEmpty() || !review.equals("yes")) return page(request, written, List.of(), null, 200);
        var flaws = flaws(written, frame);
        return flaws.isEmpty() ? review(request, written, flaws, frame) : page(request, written, flaws, null, 200);
    }

    /** What was written, the compact it was written for, and when it was kept; null if it was not. */
    private record Written(
            Draft draft, Ledger ledger, @Nullable Instant kept) {
        Optional<Ledger.Known> base() {
            return ledger.initiative(draft.amends());
        }

        /** Of the text it amends as it stands now, as forms carry it; empty if there is none. */
        String version() {
            return base().map(known -> "sha256:" + known.version().hex()).orElse("");
        }
    }

    /** The version it was written for. */
    private static String basis(Begun.Text kept) {
        return kept.fields().getOrDefault(BASE, List.of("")).getFirst();
    }

    /** Under which name it is kept, of each who writes. */
    private static String form(String amends) {
        return "proposal/" + amends;
    }

    private static List<Flaw> flaws(Written written, Frame frame) {
        return Drafts.flaws(
                written.draft(),
                written.ledger().areas(frame),
                frame.formats().today(),
                written.base().map(Ledger.Known::initiative).orElse(null));
    }

    /**
     * What was written is kept before anything else: it can be gone back to, and is there when the page is loaded again. A review has an
     * address, so that to go back to it sends nothing anew.
     */
    @PostMapping("/proposals/new")
    ResponseEntity<String> go( // the fields of the form
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "review") String step,
            @RequestParam(defaultValue = "") String base,
            @RequestParam(defaultValue = "") String read) {
        var frame = screen.frame(request);
        var draft = Drafts.read(Forms.fields(request));
        var written = new Written(draft, ledgers.read(), null);
        if (!draft.amends().isEmpty() && written.base().isEmpty())
            return screen.page(request, 404, "error", new ErrorView(404, "", null));
        var form = form(draft.amends());
        if (step.equals("drop")) {
            finding.begun().drop(officer.person(), form);
            return ProposalPages.seeOther(Links.compose(draft.amends(), false));
        }
        if (step.equals("sign")) return sign(request, officer, written, new Signing(base, read.equals("yes")));
        var fields = Drafts.kept(draft);
        if (!draft.amends().isEmpty()) fields.put(BASE, List.of(base.isEmpty() ? written.version() : base));
        var kept = finding.begun()
                .keep(officer.person(), form, fields, frame.formats().now());
        if (step.equals("keep")) return ResponseEntity.noContent().build();
        if (step.equals("save") && kept) return ProposalPages.seeOther(Links.compose(draft.amends(), false));
        var flaws = flaws(written, frame);
        if (!flaws.isEmpty()) return page(request, written, flaws, null, 422);
        return kept
                ? ProposalPages.seeOther(Links.compose(draft.amends(), true))
                : review(request, written, List.of(), frame);
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
        var why = Forms.remark(draft.note(), Screen.language(request));
        var said = compact.propose(officer, item, version(signing.base(), written), text.toJson(), why);
        return switch (said) {
            case Said.Written<Objection>(var proposed) -> {
                finding.begun().drop(officer.person(), form(draft.amends()));
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
                written.kept());
    }
}
