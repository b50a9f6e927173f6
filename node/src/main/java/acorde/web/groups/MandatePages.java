package acorde.web.groups;

import acorde.acts.Said;
import acorde.compact.Cadence;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.Group;
import acorde.compact.ItemKey;
import acorde.compact.Objection;
import acorde.compact.Remark;
import acorde.finding.Finding;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Role;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import acorde.web.Confirming;
import acorde.web.Screen;
import acorde.web.desk.Refusals;
import acorde.web.desk.Tables;
import acorde.web.desk.Texts;
import acorde.web.desk.Writing;
import acorde.web.view.Chord;
import acorde.web.view.ComposeView;
import acorde.web.view.Document;
import acorde.web.view.ErrorView;
import acorde.web.view.Flaw;
import acorde.web.view.Links;
import acorde.web.view.Refusal;
import acorde.web.words.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Proposing the mandate of a group: to adopt one that was only announced, to amend one, or to found a new group. */
@Controller
final class MandatePages {
    private final Compact compact;
    private final Tables tables;
    private final Drawing drawing;
    private final Founding founding;
    private final Writing writing;
    private final Screen screen;

    MandatePages( // the parts it joins
            Compact compact, Tables tables, Drawing drawing, Founding founding, Finding finding, Screen screen) {
        this.compact = compact;
        this.tables = tables;
        this.drawing = drawing;
        this.founding = founding;
        this.writing = new Writing(finding, "mandate");
        this.screen = screen;
    }

    @GetMapping("/groups/new")
    ResponseEntity<String> fresh(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String review,
            @RequestParam(defaultValue = "") String draft) { // what is written, and how it is shown
        var found = writing.find(officer, "", draft, now(request));
        return begun(request, found, review)
                .orElseGet(() -> page(
                        request,
                        200,
                        new MandateView(
                                "",
                                "",
                                all(),
                                new GroupsView.Typed(Map.of("kind", "AD_HOC")),
                                null,
                                null,
                                found.left())));
    }

    private Instant now(HttpServletRequest request) {
        return screen.frame(request).formats().now();
    }

    private List<String> all() {
        return drawing.parties().stream().map(PartyCode::value).toList();
    }

    @GetMapping("/groups/{code}/mandate")
    ResponseEntity<String> mandate(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String review) { // what is written, and how it is shown
        var known = tables.find(code);
        if (known.isEmpty()) return screen.page(request, 404, "error", new ErrorView(404, "", null));
        var found = writing.find(officer, code, "", now(request));
        return begun(request, found, review).orElseGet(() -> {
            var version = known.get().version();
            var parties = parties(known.get().key());
            return page(
                    request,
                    200,
                    new MandateView(code, version, parties, filled(known.get()), null, null, found.left()));
        });
    }

    /** What the reader left written before, or its review; empty if they did not. */
    private Optional<ResponseEntity<String>> begun(HttpServletRequest request, Writing.Found found, String review) {
        return found.kept().map(kept -> {
            var fields = new HashMap<String, String>();
            kept.fields().forEach((name, values) -> fields.put(name, values.getFirst()));
            fields.put("draft", found.text().draft());
            var version =
                    tables.find(found.text().of()).map(Tables.Known::version).orElse("");
            // What was written for another mandate than the one in force would undo what came since.
            var moved = !version.equals(Objects.requireNonNullElse(fields.put("base", version), ""));
            var typed = new Typing(fields, "mandate");
            var form = again(typed, typed.all(), moved ? Refusals.baseMoved(drawing.self()) : null);
            var left = new MandateView(
                    form.code(), form.base(), form.parties(), form.typed(), form.refusal(), null, found.left());
            if (moved || !review.equals("yes")) return page(request, 200, left);
            try {
                return review(request, written(typed, request), typed, List.of());
            } catch (Typing.Unreadable e) {
                return page(request, 200, again(typed, typed.all(e), null));
            }
        });
    }

    private List<String> parties(ItemKey key) {
        var concerned = founding.concerned(key);
        return all().stream()
                .filter(code -> concerned.contains(new PartyCode(code)))
                .toList();
    }

    private static GroupsView.Typed filled(Tables.Known known) {
        var text = known.text();
        var fields = new HashMap<String, String>();
        fields.put("kind", text.kind().name());
        fields.put("titleEs", text.title().es());
        fields.put("titleEn", text.title().en());
        fields.put("mandateEs", text.mandate().es());
        fields.put("mandateEn", text.mandate().en());
        if (text.area() != null) fields.put("area", text.area());
        if (text.quorum() != null) fields.put("quorum", text.quorum().toString());
        if (text.cadence() != null) fields.put("cadence", text.cadence().toString());
        var chair = text.chair();
        if (chair != null) {
            fields.put("chairFrom", chair.from().toString());
            fields.put("chairMonths", Integer.toString(chair.months()));
        }
        for (var party : text.parties()) fields.put("titular-" + party, Role.COORDINATOR.word());
        for (var seat : text.seats()) {
            fields.put("titular-" + seat.party(), seat.titular().value());
            if (seat.alternate() != null)
                fields.put("alternate-" + seat.party(), seat.alternate().value());
        }
        return new GroupsView.Typed(fields);
    }

    private ResponseEntity<String> page(HttpServletRequest request, int status, MandateView view) {
        var language = Screen.language(request);
        var offered = view.offering(
                drawing.seated(true, view.code(), language), drawing.seated(false, view.code(), language));
        return screen.page(request, status, "groups/mandate", offered);
    }

    @PostMapping("/groups/mandate")
    ResponseEntity<String> propose(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "review") String step) {
        var typed = new Typing(request);
        try {
            var code = typed.text("base").isEmpty() ? "" : typed.code("code");
            return writing.go(
                    officer,
                    new Writing.Pressed(step, request.getParameter("since"), now(request)),
                    new Sheet(request, officer, typed, Writing.Text.of(code, typed.text("draft"))));
        } catch (Typing.Unreadable e) {
            return page(request, 422, again(typed, typed.all(e), null));
        }
    }

    /** The form as it was sent; what of it cannot be read ends in {@link Typing.Unreadable}. */
    private final class Sheet implements Writing.Sheet {
        private final HttpServletRequest request;
        private final Officer officer;
        private final Typing typed;
        private final Writing.Text text;

        Sheet(HttpServletRequest request, Officer officer, Typing typed, Writing.Text text) { // who sends what
            this.request = request;
            this.officer = officer;
            this.typed = typed;
            this.text = text;
        }

        @Override
        public Writing.Text text() {
            return text;
        }

        @Override
        public Map<String, List<String>> fields() {
            var fields = new HashMap<String, List<String>>();
            again(typed, typed.all(), null).carried().forEach((name, value) -> fields.put(name, List.of(value)));
            return fields;
        }

        @Override
        public String address(boolean review) {
            return Links.mandate(text.of(), text.draft(), review);
        }

        @Override
        public Optional<ResponseEntity<String>> flawed() {
            written(typed, request);
            return Optional.empty();
        }

        @Override
        public ResponseEntity<String> review() {
            return MandatePages.this.review(request, written(typed, request), typed, List.of());
        }

        @Override
        public ResponseEntity<String> sign() {
            var written = written(typed, request);
            return typed.text("read").equals("yes")
                    ? MandatePages.this.sign(request, officer, written, typed)
                    : MandatePages.this.review(request, written, typed, List.of(new Flaw("read", Flaw.Why.NOT_READ)));
        }
    }

    private Written written(Typing typed, HttpServletRequest request) {
        var key = new ItemKey(ItemKey.Kind.GROUP, typed.code("code"));
        return new Written(key, typed.text("base"), text(typed, key), why(typed, request));
    }

    /** A mandate as it was written. @param base the version the reader had before them, as the form has it */
    private record Written(ItemKey key, String base, Group text, Remark why) {}

    private ResponseEntity<String> review(
            HttpServletRequest request, Written written, Typing typed, List<Flaw> flaws) { // and what is wrong
        var frame = screen.frame(request);
        var then = tables.find(written.key().code())
                .filter(_ -> !written.base().isEmpty())
                .map(known -> Texts.mandate(known.text()))
                .orElse(null);
        var now = Texts.mandate(written.text());
        var text = new ComposeView.Review(
                then == null ? List.of() : Document.changes(then, now, frame.formats()),
                Document.compare(then, now, Language.ES, frame.formats()),
                Document.compare(then, now, Language.EN, frame.formats()),
                afterwards(written.key()));
        var review = new MandateView.Review(text, Shown.remark(written.why(), frame.language()), flaws);
        var form = again(typed, typed.all(), null);
        return page(
                request,
                flaws.isEmpty() ? 200 : 422,
                new MandateView(form.code(), form.base(), form.parties(), form.typed(), null, review, form.left()));
    }

    /** How consent stands once this party has signed. */
    private Chord afterwards(ItemKey key) {
        var concerned = founding.concerned(key);
        return new Chord(
                Chord.Matter.CONSENT,
                drawing.parties().stream()
                        .map(party -> new Chord.Mark(
                                party.value(),
                                party.equals(drawing.self())
                                        ? Chord.State.FILLED
                                        : concerned.contains(party) ? Chord.State.HOLLOW : Chord.State.DASHED,
                                null))
                        .toList());
    }

    private ResponseEntity<String> sign(HttpServletRequest request, Officer officer, Written written, Typing typed) {
        var already = tables.proposed(written.key(), written.text(), drawing.self());
        if (already.isPresent()) // a button pressed twice leads where it did the first time
        return SittingPages.seeOther(
                    Links.proposal(already.get().proposal().act().toString()));
        var said = compact.propose(
                officer, written.key(), version(written.base()), written.text().toJson(), written.why());
        return switch (said) {
            case Said.Written<Objection>(var acts) -> {
                var of = written.base().isEmpty() ? "" : written.key().code();
                writing.over(officer, Writing.Text.of(of, typed.text("draft")), now(request));
                Confirming.signed(request, acts);
                yield SittingPages.seeOther(Links.proposal(acts.getFirst().id().toString()));
            }
            case Said.Declined<Objection>(var objection) ->
                page(
                        request,
                        Refusals.status(objection.rule()),
                        again(typed, typed.all(), Refusals.view(objection, drawing.self())));
        };
    }

    private MandateView again(Typing typed, GroupsView.Typed fields, @Nullable Refusal refusal) {
        var code = typed.text("code");
        var parties = code.matches("[A-Za-z0-9-]{1,32}") && !code.startsWith("-") && !code.endsWith("-")
                ? parties(new ItemKey(ItemKey.Kind.GROUP, code))
                : all();
        var left = Writing.Text.of(typed.text("base").isEmpty() ? "" : code, typed.text("draft"))
                .left();
        return new MandateView(code, typed.text("base"), parties, fields, refusal, null, left);
    }

    private static @Nullable Hash version(String base) {
        try {
            return base.startsWith("sha256:") ? Hash.ofHex(base.substring(7)) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Remark why(Typing typed, HttpServletRequest request) {
        var language =
                Language.choose(typed.text("whyIn"), Screen.language(request).code(), null);
        var why = typed.remark("why", language);
        return why == null ? new Remark("Mandato de la mesa.", "Mandate of the group.") : why;
    }

    private Group text(Typing typed, ItemKey key) {
        var parties = parties(key).stream().map(PartyCode::new).toList();
        var seats = new ArrayList<Group.Seat>();
        for (var party : parties)
            seats.add(new Group.Seat(
                    party,
                    office(typed, "titular-" + party).orElseThrow(() -> noOffice("titular-" + party)),
                    office(typed, "alternate-" + party).orElse(null)));
        var known = tables.find(key.code());
        return new Group(
                kind(typed.text("kind")),
                typed.both("title"),
                typed.has("area") ? typed.code("area") : null,
                typed.both("mandate"),
                known.filter(one -> one.text().parties().size() == parties.size())
                        .map(one -> one.text().parties())
                        .orElse(parties),
                seats,
                typed.has("quorum") ? number(typed, "quorum", parties.size()) : null,
                typed.has("cadence") ? cadence(typed.text("cadence")) : null,
                typed.has("chairFrom")
                        ? new Group.Chair(typed.day("chairFrom"), number(typed, "chairMonths", 120))
                        : null,
                known.map(one -> one.text().sources()).orElse(List.of()));
    }

    private static Group.Kind kind(String word) {
        try {
            return Group.Kind.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Typing.Unreadable("kind", "typed.kind");
        }
    }

    private static Optional<OfficeCode> office(Typing typed, String field) {
        return typed.has(field)
                ? Optional.of(
                        OfficeCode.read(typed.text(field)).filter(Tables::sits).orElseThrow(() -> noOffice(field)))
                : Optional.empty();
    }

    private static Typing.Unreadable noOffice(String field) {
        return new Typing.Unreadable(field, "typed.titular");
    }

    private static Cadence cadence(String rule) {
        try {
            return Cadence.parse(rule.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Typing.Unreadable("cadence", "typed.cadence");
        }
    }

    private static int number(Typing typed, String field, int most) {
        var text = typed.text(field);
        if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most)
            return Integer.parseInt(text);
        throw new Typing.Unreadable(field, "typed.number", most);
    }
}
