package acorde.web.desk;

import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.compact.Objection;
import acorde.compact.Stood;
import acorde.finding.Finding;
import acorde.offices.Officer;
import acorde.web.Confirming;
import acorde.web.Screen;
import acorde.web.view.ComposeView;
import acorde.web.view.Document;
import acorde.web.view.ErrorView;
import acorde.web.view.Frame;
import acorde.web.view.InitiativeText;
import acorde.web.view.ItemFormView;
import acorde.web.view.Links;
import acorde.web.view.Refusal;
import acorde.web.words.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** A new area or indicator of one, or a new text of these, the charter, the thresholds or the calendar of publication: written field by field, reviewed and signed. */
@Controller
final class ItemPages {
    /** The field of an indicator with the area that it measures. */
    private static final String AREA = "area";

    private final Acts acts;
    private final Compact compact;
    private final Founding founding;
    private final Ledgers ledgers;
    private final Directory directory;
    private final Map<ItemKey.Kind, Writing> writings = new EnumMap<>(ItemKey.Kind.class);
    private final Screen screen;

    ItemPages( // the parts it joins
            Acts acts,
            Compact compact,
            Founding founding,
            Ledgers ledgers,
            Directory directory,
            Finding finding,
            Screen screen) {
        this.acts = acts;
        this.compact = compact;
        this.founding = founding;
        this.ledgers = ledgers;
        this.directory = directory;
        for (var kind : Questions.KINDS) writings.put(kind, new Writing(finding, kind.toString()));
        this.screen = screen;
    }

    /** @param of the code of an area or an indicator; empty for a new one, and for what stands once in a compact */
    private Optional<ItemDraft.Subject> subject(String word, String of) {
        var kind = Questions.KINDS.stream()
                .filter(each -> each.toString().equals(word))
                .findFirst();
        if (kind.filter(Questions.MANY::contains).isPresent() && of.isEmpty())
            return kind.map(fresh -> new ItemDraft.Subject(fresh, null, "", Questions.begin(fresh, null)));
        return kind.flatMap(known -> ItemDraft.key(known, Questions.MANY.contains(known) ? of : founding.compact()))
                .flatMap(key -> compact.item(key).map(Item::head).map(head -> {
                    var inForce = JsonMapper.shared().readTree(head.text());
                    var version = "sha256:" + head.version().hex();
                    return new ItemDraft.Subject(key.kind(), key, version, Questions.begin(key.kind(), inForce));
                }));
    }

    private static boolean isNewIndicator(ItemDraft.Subject subject) {
        return subject.kind() == ItemKey.Kind.INDICATOR && subject.item() == null;
    }

    private Writing writing(ItemDraft.Subject subject) {
        return java.util.Objects.requireNonNull(writings.get(subject.kind()));
    }

    private ResponseEntity<String> missing(HttpServletRequest request) {
        return screen.page(request, 404, "error", new ErrorView(404, "", null));
    }

    @GetMapping("/proposals/new/{kind}")
    ResponseEntity<String> start( // what is written, and how it is shown
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String review,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String draft) {
        var asked = subject(kind, of);
        if (asked.isEmpty()) return missing(request);
        var subject = asked.get();
        if (isNewIndicator(subject)) subject.begin().put(AREA, area);
        var frame = screen.frame(request);
        var found = writing(subject)
                .find(officer, subject.of(), draft, frame.formats().now());
        if (found.kept().isEmpty())
            return form(request, 200, ItemDraft.untouched(subject, found.left()), Against.NOTHING);
        var written = ItemDraft.of(subject, found.kept().get().fields(), found.left());
        // What was written for another text than the one in force would undo what came since.
        if (!written.base().equals(subject.version()))
            return form(request, 200, written.onWhatStands(), Against.of(Refusals.baseMoved(acts.self())));
        if (!review.equals("yes")) return form(request, 200, written, Against.NOTHING);
        var wrong = wrong(written, frame);
        return wrong.isEmpty() ? review(request, 200, written) : form(request, 200, written, new Against(wrong, null));
    }

    @PostMapping("/proposals/new/{kind}")
    ResponseEntity<String> go( // the fields of the form
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String kind,
            @RequestParam(defaultValue = "review") String step,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String draft) {
        var subject = subject(kind, of);
        if (subject.isEmpty()) return missing(request);
        var left = Writing.Text.of(subject.get().of(), draft).left();
        var written = ItemDraft.of(subject.get(), Forms.fields(request), left);
        var now = screen.frame(request).formats().now();
        return writing(subject.get())
                .go(
                        officer,
                        new Writing.Pressed(step, request.getParameter("since"), now),
                        new Sheet(request, officer, written));
    }

    /** The form as it was sent. */
    private final class Sheet implements Writing.Sheet {
        private final HttpServletRequest request;
        private final Officer officer;
        private final ItemDraft written;

        Sheet(HttpServletRequest request, Officer officer, ItemDraft written) {
            this.request = request;
            this.officer = officer;
            this.written = written;
        }

        @Override
        public Writing.Text text() {
            return written.text();
        }

        @Override
        public Map<String, List<String>> fields() {
            var fields = new HashMap<String, List<String>>();
            written.typed().forEach((name, value) -> fields.put(name, List.of(value)));
            fields.put(ItemDraft.BASE, List.of(written.base()));
            return fields;
        }

        @Override
        public String address(boolean review) {
            var subject = written.subject();
            return Links.newText(
                    subject.kind().toString(), subject.asked(), written.left().draft(), review);
        }

        @Override
        public Optional<ResponseEntity<String>> flawed() {
            var wrong = wrong(written, screen.frame(request));
            return wrong.isEmpty()
                    ? Optional.empty()
                    : Optional.of(form(request, 422, written, new Against(wrong, null)));
        }

        @Override
        public ResponseEntity<String> review() {
            return ItemPages.this.review(request, 200, written);
        }

        @Override
        public ResponseEntity<String> sign() {
            return flawed().orElseGet(() -> "yes".equals(request.getParameter("read"))
                    ? ItemPages.this.sign(request, officer, written)
                    : ItemPages.this.review(request, 422, written));
        }
    }

    /** A sentence for each field with which something is wrong, by its name. */
    private Map<String, String> wrong(ItemDraft written, Frame frame) {
        var wrong = written.wrong(frame);
        if (written.key()
                .filter(key -> written.isNew() && compact.item(key).isPresent())
                .isPresent())
            wrong.put(
                    ItemDraft.CODE,
                    frame.say("asked.code.taken." + written.subject().kind()));
        if (written.subject().kind() == ItemKey.Kind.INDICATOR
                && !ledgers.read().areas().containsKey(written.typed(AREA)))
            wrong.putIfAbsent(AREA, frame.say("asked.area.unknown"));
        return wrong;
    }

    /** What is chosen of what the compact has, by the names of the fields. */
    private Map<String, List<ItemFormView.Option>> listed(ItemDraft written, Frame frame) {
        if (written.subject().kind() != ItemKey.Kind.INDICATOR) return Map.of();
        var areas = ledgers.read().areas(frame).stream()
                .map(area -> new ItemFormView.Option(area.code(), area.code() + " " + area.name()))
                .toList();
        return Map.of(AREA, areas);
    }

    private ResponseEntity<String> sign(HttpServletRequest request, Officer officer, ItemDraft written) {
        var key = written.key().orElseThrow();
        var text = text(written);
        var already = ledgers.read().of(key).stream()
                .filter(made -> made.state() == Stood.State.OPEN && made.by().equals(acts.self()))
                .filter(made -> made.text().filter(text::equals).isPresent())
                .findFirst();
        if (already.isPresent()) // a button pressed twice leads where it did the first time
        return ProposalPages.seeOther(Links.proposal(already.get().id().toString()));
        var language = Language.choose(
                written.typed(ItemDraft.NOTE_IN), Screen.language(request).code(), null);
        var why = Forms.remark(written.typed(ItemDraft.NOTE), language);
        return switch (compact.propose(officer, key, Forms.hash(written.base()), text.toJson(), why)) {
            case Said.Written<Objection>(var proposed) -> {
                writing(written.subject())
                        .over(
                                officer,
                                written.text(),
                                screen.frame(request).formats().now());
                Confirming.signed(request, proposed);
                yield ProposalPages.seeOther(
                        Links.proposal(proposed.getFirst().id().toString()));
            }
            case Said.Declined<Objection>(var objection) ->
                form(
                        request,
                        Refusals.status(objection.rule()),
                        written,
                        Against.of(Refusals.view(objection, acts.self())));
        };
    }

    /** Of what nothing is wrong with. */
    private static ItemText text(ItemDraft written) {
        return switch (ItemText.parse(written.subject().kind(), written.form().text())) {
            case ItemText.Parsed.Good(var text) -> text;
            case ItemText.Parsed.Bad(var faults) -> throw new IllegalStateException(faults.toString());
        };
    }

    /** What stands against a text: a sentence for each field, by its name, or the refusal of the compact. */
    private record Against(
            Map<String, String> wrong, @Nullable Refusal refusal) {
        static final Against NOTHING = new Against(Map.of(), null);

        static Against of(Refusal refusal) {
            return new Against(Map.of(), refusal);
        }
    }

    private ResponseEntity<String> form(HttpServletRequest request, int status, ItemDraft written, Against against) {
        var frame = screen.frame(request);
        var parts = new ItemFields(written.typed(), against.wrong(), listed(written, frame), frame.words())
                .parts(written.form().parts(), written.codeHint());
        var shown = new Shown(parts, against.refusal(), null, false);
        return screen.page(request, status, "itemform", view(written, shown, frame));
    }

    private ResponseEntity<String> review(HttpServletRequest request, int status, ItemDraft written) {
        var frame = screen.frame(request);
        var then = written.isNew()
                ? Optional.<InitiativeText>empty()
                : written.key().flatMap(this::standing);
        var review = review(then.orElse(null), Texts.of(text(written), directory), frame);
        var shown = new Shown(List.of(), null, review, status != 200);
        return screen.page(request, status, "itemform", view(written, shown, frame));
    }

    private Optional<InitiativeText> standing(ItemKey key) {
        return compact.item(key).map(Item::head).map(head -> Texts.of(compact.text(key, head), directory));
    }

    private ComposeView.Review review(@Nullable InitiativeText then, InitiativeText now, Frame frame) {
        var lines = new Lines(ledgers.read(), directory, acts.self(), frame);
        return new ComposeView.Review(
                then == null ? List.of() : Document.changes(then, now, frame.formats()),
                Document.compare(then, now, Language.ES, frame.formats()),
                Document.compare(then, now, Language.EN, frame.formats()),
                lines.chord(founding.codes(), Ledger.onlyAssentOf(acts.self())));
    }

    /** The form again, or what it would say, with what may stand in the way. */
    private record Shown(
            List<ItemFormView.Part> parts,
            @Nullable Refusal refusal,
            ComposeView.@Nullable Review review,
            boolean unread) {}

    private static ItemFormView view(ItemDraft written, Shown shown, Frame frame) {
        var subject = written.subject();
        return new ItemFormView(
                subject.kind().toString(),
                subject.asked(),
                subject.item() == null
                        ? frame.say("asked.new." + subject.kind())
                        : frame.say("asked.amend", frame.item(subject.item().toString())),
                written.isNew(),
                written.base(),
                shown.parts(),
                written.typed(),
                shown.refusal(),
                shown.review(),
                shown.unread(),
                written.left());
    }
}
