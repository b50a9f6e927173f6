package acorde.web.groups;

import acorde.acts.Act;
import acorde.acts.Said;
import acorde.finding.Finding;
import acorde.finding.Unsigned;
import acorde.groups.Objection;
import acorde.offices.Officer;
import acorde.trust.PartyCode;
import acorde.web.Confirming;
import acorde.web.Screen;
import acorde.web.desk.Writing;
import acorde.web.groups.SittingPages.Sent;
import acorde.web.view.ErrorView;
import acorde.web.view.Flaw;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/**
 * What is written in groups before it is signed: kept as it is written, shown whole in both languages at an address of
 * its own, signed once it was read.
 */
final class Signing {
    private final PartyCode self;
    private final Writing writing;
    private final Screen screen;

    Signing(PartyCode self, Finding finding, Screen screen) {
        this.self = self;
        this.writing = new Writing(finding, "signing");
        this.screen = screen;
    }

    /**
     * Something that is written.
     *
     * @param to where its form is sent to; its review stands under it, and it is kept by that name, of each who writes
     * @param page where it is written
     * @param shows that page, with what came of the form
     * @param text what would be signed
     * @param says what is signed
     * @param leads where to, once that was said
     */
    record Form(
            String to,
            String page,
            Function<Sent, ResponseEntity<String>> shows,
            Function<Typing, SigningView.Text> text,
            Function<Typing, Said<Objection>> says,
            Function<List<Act>, String> leads) { // one form
        private String kept() {
            return name(to);
        }
    }

    private static String name(String to) {
        return to.substring(1);
    }

    /** What the reader left written before, beside what was typed. @param to where the forms of the page are sent to */
    GroupsView.Typed resumed(
            HttpServletRequest request, Officer officer, GroupsView.Typed typed, String... to) { // whose
        var now = now(request);
        var all = typed;
        for (var each : to) {
            var kept = writing.find(officer, name(each), "", now).kept();
            if (kept.isPresent()) all = all.with(each.replaceFirst(".*/", ""), kept.get());
        }
        return all;
    }

    private Instant now(HttpServletRequest request) {
        return screen.frame(request).formats().now();
    }

    /** All that is written in a form: what is sent to its address, and the review under it. Empty where there is no such thing. */
    ResponseEntity<String> written(HttpServletRequest request, Officer officer, Optional<Form> form) {
        if (form.isEmpty()) return screen.page(request, 404, "error", new ErrorView(404, "", null));
        return request.getMethod().equals("POST")
                ? send(request, officer, form.get())
                : review(request, officer, form.get());
    }

    /** What was kept, as it would be signed; where nothing was, the page where it is written. */
    private ResponseEntity<String> review(HttpServletRequest request, Officer officer, Form form) {
        var kept = kept(request, officer, form);
        if (kept.isEmpty()) return SittingPages.seeOther(form.page());
        var typed = new Typing(kept.get(), form.to());
        try {
            return shown(request, form, typed, List.of());
        } catch (Typing.Unreadable e) {
            return form.shows().apply(new Sent(200, typed.all(e), null));
        }
    }

    private Optional<Unsigned.Form> kept(HttpServletRequest request, Officer officer, Form form) {
        return writing.find(officer, form.kept(), "", now(request)).kept();
    }

    /** The review of what was typed. */
    ResponseEntity<String> shown(HttpServletRequest request, Form form, Typing typed, List<Flaw> flaws) {
        var view = new SigningView(
                form.text().apply(typed), form.to(), form.page(), typed.all().carried(), flaws);
        return screen.page(request, flaws.isEmpty() ? 200 : 422, "groups/signing", view);
    }

    /** What was written is kept before anything else; then it is shown, or signed if it was read. */
    private ResponseEntity<String> send(HttpServletRequest request, Officer officer, Form form) {
        var typed = new Typing(request);
        var pressed = new Writing.Pressed(typed.text("step"), request.getParameter("since"), now(request));
        try {
            return writing.go(officer, pressed, new Sheet(this, request, officer, form, typed));
        } catch (Typing.Unreadable e) {
            return form.shows().apply(new Sent(422, typed.all(e), null));
        }
    }

    /** The form as it was sent; what of it cannot be read ends in {@link Typing.Unreadable}. */
    private record Sheet(Signing signing, HttpServletRequest request, Officer officer, Form form, Typing typed)
            implements Writing.Sheet { // who sends what
        @Override
        public Writing.Text text() {
            return Signing.text(form);
        }

        @Override
        public Map<String, List<String>> fields() {
            var fields = new HashMap<String, List<String>>();
            typed.all().carried().forEach((name, value) -> fields.put(name, List.of(value)));
            fields.put(SigningView.KEPT, List.of("yes"));
            return fields;
        }

        @Override
        public String address(boolean review) {
            return review ? form.to() + "/review" : form.page();
        }

        @Override
        public Optional<ResponseEntity<String>> flawed() {
            var _ = form.text().apply(typed); // what cannot be read is told at once
            return Optional.empty();
        }

        @Override
        public ResponseEntity<String> review() {
            return signing.shown(request, form, typed, List.of());
        }

        @Override
        public ResponseEntity<String> sign() {
            return signing.sign(request, officer, form);
        }
    }

    private static Writing.Text text(Form form) {
        return Writing.Text.of(form.kept(), null);
    }

    private ResponseEntity<String> dropped(HttpServletRequest request, Officer officer, Form form, String to) {
        writing.over(officer, text(form), now(request));
        return SittingPages.seeOther(to);
    }

    /** Signs what was read. A button pressed twice signs once: what was kept is gone by then. */
    ResponseEntity<String> sign(HttpServletRequest request, Officer officer, Form form) {
        var typed = new Typing(request);
        if (typed.has(SigningView.KEPT) && kept(request, officer, form).isEmpty())
            return SittingPages.seeOther(form.page());
        try {
            if (!typed.text("read").equals("yes"))
                return shown(request, form, typed, List.of(new Flaw("read", Flaw.Why.NOT_READ)));
            return switch (form.says().apply(typed)) {
                case Said.Written<Objection>(var acts) -> {
                    Confirming.signed(request, acts);
                    yield dropped(request, officer, form, form.leads().apply(acts));
                }
                case Said.Declined<Objection>(var why) ->
                    form.shows().apply(new Sent(Declined.status(why.rule()), typed.all(), Declined.view(why, self)));
            };
        } catch (Typing.Unreadable e) {
            return form.shows().apply(new Sent(422, typed.all(e), null));
        }
    }
}
