package acorde.web.groups;

import acorde.acts.Said;
import acorde.compact.Cadence;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.Group;
import acorde.compact.ItemKey;
import acorde.compact.Objection;
import acorde.compact.Remark;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Role;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import acorde.web.Screen;
import acorde.web.desk.Refusals;
import acorde.web.view.ErrorView;
import acorde.web.view.Links;
import acorde.web.view.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Proposing the mandate of a group: to adopt one that was only announced, to amend one, or to found a new group. */
@Controller
final class MandatePages {
    private static final Set<Role> SEATED = EnumSet.of(Role.COORDINATOR, Role.REPRESENTATIVE);

    private final Compact compact;
    private final Tables tables;
    private final Drawing drawing;
    private final Founding founding;
    private final Screen screen;

    MandatePages(Compact compact, Tables tables, Drawing drawing, Founding founding, Screen screen) { // what it joins
        this.compact = compact;
        this.tables = tables;
        this.drawing = drawing;
        this.founding = founding;
        this.screen = screen;
    }

    @GetMapping("/groups/new")
    ResponseEntity<String> fresh(HttpServletRequest request) {
        return page(request, 200, new MandateView("", "", all(), new GroupsView.Typed(Map.of("kind", "AD_HOC")), null));
    }

    private List<String> all() {
        return drawing.parties().stream().map(PartyCode::value).toList();
    }

    @GetMapping("/groups/{code}/mandate")
    ResponseEntity<String> mandate(HttpServletRequest request, @PathVariable String code) {
        var known = tables.find(code);
        if (known.isEmpty()) return screen.page(request, 404, "error", new ErrorView(404, "", null));
        return page(
                request,
                200,
                new MandateView(code, known.get().version(), parties(known.get().key()), filled(known.get()), null));
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
        return screen.page(request, status, "groups/mandate", view);
    }

    @PostMapping("/groups/mandate")
    ResponseEntity<String> propose(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var typed = new Typing(request);
        var code = typed.text("code");
        var base = typed.text("base");
        try {
            var key = new ItemKey(ItemKey.Kind.GROUP, typed.code("code"));
            var said = compact.propose(
                    officer, key, version(base), text(typed, key).toJson(), why(typed, request));
            return switch (said) {
                case Said.Written<Objection>(var acts) ->
                    SittingPages.seeOther(Links.proposal(acts.getFirst().id().toString()));
                case Said.Declined<Objection>(var objection) ->
                    page(
                            request,
                            Refusals.status(objection.rule()),
                            again(code, base, typed.all(), Refusals.view(objection, drawing.self())));
            };
        } catch (Typing.Unreadable e) {
            return page(request, 422, again(code, base, typed.all(e), null));
        }
    }

    private MandateView again(String code, String base, GroupsView.Typed typed, @Nullable Refusal refusal) { // as typed
        var parties = code.matches("[A-Za-z0-9-]{1,32}") && !code.startsWith("-") && !code.endsWith("-")
                ? parties(new ItemKey(ItemKey.Kind.GROUP, code))
                : all();
        return new MandateView(code, base, parties, typed, refusal);
    }

    private static @Nullable Hash version(String base) {
        try {
            return base.startsWith("sha256:") ? Hash.ofHex(base.substring(7)) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Remark why(Typing typed, HttpServletRequest request) {
        var why = typed.remark("why", Screen.language(request));
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
                ? Optional.of(OfficeCode.read(typed.text(field))
                        .filter(code -> Role.of(code).filter(SEATED::contains).isPresent())
                        .orElseThrow(() -> noOffice(field)))
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
