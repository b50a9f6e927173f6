package acorde.web.exchange;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.exchange.CapMessage;
import acorde.exchange.CapReader;
import acorde.exchange.Cover;
import acorde.exchange.Exchange;
import acorde.exchange.Item;
import acorde.exchange.Ref;
import acorde.exchange.Rule;
import acorde.exchange.Texts;
import acorde.exchange.Turn;
import acorde.files.Files;
import acorde.finding.Finding;
import acorde.finding.Unsigned;
import acorde.offices.Officer;
import acorde.policy.Field;
import acorde.policy.Purpose;
import acorde.requests.Requests;
import acorde.trust.PartyCode;
import acorde.trust.Place;
import acorde.web.Screen;
import acorde.web.desk.ActReading;
import acorde.web.desk.Forms;
import acorde.web.desk.Writing;
import acorde.web.exchange.ReportReview.Verdict;
import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.view.Left;
import acorde.web.view.Links;
import acorde.web.view.Refusal;
import acorde.web.words.Formats;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A report to write, to review with what each party would be given, and to send. What is written is kept for whoever writes it. */
@Controller
final class SendingPages {
    /** Of what is written, in the names under which it is kept. */
    static final String KIND = "report";

    /** What of a form is not of the report. */
    private static final Set<String> FRAMING = Set.of("step", "draft", "since", "base", "ref");

    private final Acts acts;
    private final Exchange exchange;
    private final Requests requests;
    private final Files files;
    private final Writing writing;
    private final ReportWords words;
    private final Screen screen;

    SendingPages(
            Acts acts,
            Exchange exchange,
            Requests requests,
            Files files,
            Finding finding,
            ReportWords words,
            Screen screen) { // the parts it joins
        this.requests = requests;
        this.files = files;
        this.acts = acts;
        this.exchange = exchange;
        this.writing = new Writing(finding, KIND);
        this.words = words;
        this.screen = screen;
    }

    @GetMapping("/exchange/new")
    ResponseEntity<String> write(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String review,
            @RequestParam(defaultValue = "") String draft,
            @RequestParam(defaultValue = "") String turn,
            @RequestParam(defaultValue = "") String answers) { // what is written, and how it is shown
        var frame = screen.frame(request);
        var last = writing.find(officer, "", draft, frame.formats().now());
        var nothing = isToNothing(request, officer, last);
        var found = nothing && draft.isEmpty()
                ? writing.find(officer, "", Writing.ANOTHER, frame.formats().now())
                : last;
        var begun = begun(officer, turn, answers, frame);
        if (found == last && nothing || found.kept().isEmpty() && begun.isEmpty()) return screen.missing(request);
        var fields = found.kept().map(Unsigned.Form::fields).orElseGet(begun::orElseThrow);
        if (found.kept().isEmpty() || !review.equals("yes"))
            return page(request, 200, draft(officer, fields, List.of(), found.left(), frame));
        var form = form(officer, fields);
        return form.read(Cover.others(acts), exchange.purposes(officer))
                .map(written -> review(request, found.text(), written, Came.SHOWN))
                .orElseGet(() -> page(request, 422, draft(officer, fields, form.flaws(), found.left(), frame)));
    }

    private Map<String, List<String>> fresh(Frame frame) {
        var day = frame.formats().today().plusMonths(ReportDraft.MONTHS_TO_REVIEW);
        return Map.of(
                "review",
                List.of(day.toString()),
                "language",
                List.of(frame.language().code()));
    }

    /** What a form begins with; empty if it would answer what nobody asked of this office. @param answers the request; empty for none */
    private Optional<Map<String, List<String>>> begun(
            Officer officer, String turn, String answers, Frame frame) { // of what
        var fields = new HashMap<>(fresh(frame));
        if (turn.equals("asks")) fields.put("turn", List.of("asks"));
        if (turn.equals(ReportForm.WARNS)) {
            var end = ZonedDateTime.ofInstant(
                            frame.formats().now(), frame.formats().zone())
                    .plusDays(1);
            fields.put("turn", List.of(ReportForm.WARNS));
            fields.put("expires", List.of(end.toLocalDate().toString()));
            fields.put(
                    "expires-time",
                    List.of(end.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString()));
        }
        if (answers.isEmpty()) return Optional.of(fields);
        return ActReading.id(answers)
                .flatMap(act -> requests.toAnswer(officer, act, frame.formats().now()))
                .map(one -> answering(fields, one.item(), frame));
    }

    /** For the purposes of the request and on its legal basis, until somebody writes others. */
    private static Map<String, List<String>> answering(
            Map<String, List<String>> fields, Item request, Frame frame) { // to what
        var report = request.report();
        fields.put("turn", List.of("answers"));
        fields.put(Unsigned.ANSWERED, List.of(request.act().toString()));
        fields.put("language", List.of(ReportWords.language(report)));
        fields.put(
                "purposes",
                report.terms().purposes().stream().map(Purpose::code).toList());
        var law = report.basis().law();
        if (law != null) fields.put("basis", List.of(law));
        report.texts()
                .part(Field.TITLE)
                .map(title -> frame.say("requests.answer.title", title))
                .filter(title -> title.length() <= Objects.requireNonNull(Texts.LONGEST.get(Field.TITLE)))
                .ifPresent(title -> fields.put("title", List.of(title)));
        return fields;
    }

    private ReportForm form(Officer officer, Map<String, List<String>> fields) {
        return new ReportForm(
                fields,
                exchange.exercise(),
                Formats.zone(acts.self().value()),
                number -> files.choose(officer.person(), number));
    }

    private ReportDraft draft( // what the form shows, to whom
            Officer officer, Map<String, List<String>> fields, List<Flaw> flaws, Left left, Frame frame) {
        var purposes = exchange.purposes(officer);
        return new ReportDraft(
                fields,
                flaws,
                words.purposes(purposes, frame),
                acts.logs().charter().places().stream()
                        .map(Place::party)
                        .filter(party -> !party.equals(acts.self()))
                        .map(PartyCode::value)
                        .toList(),
                exchange.exercise(),
                files.uploads(officer.person()),
                List.of(),
                left,
                exchange.hasRules() && !purposes.isEmpty()
                        ? null
                        : Refusal.beforeSigning(
                                exchange.hasRules() ? Rule.PURPOSE_NOT_OURS : Rule.NO_RULES,
                                acts.self().value()));
    }

    private ResponseEntity<String> page(HttpServletRequest request, int status, ReportDraft draft) {
        return screen.page(request, status, "exchange/compose", draft);
    }

    private ResponseEntity<String> review(
            HttpServletRequest request,
            Writing.Text text,
            ReportForm.Written written,
            Came came) { // which, and how far it has come
        var frame = screen.frame(request);
        var releases =
                exchange.preview(written.report(), written.to(), frame.formats().now());
        var view = new ReportReview(
                words.sheet(written.report(), true, frame),
                exchange.hasRules(),
                releases.stream()
                        .map(release -> Verdict.of(release, written.report()))
                        .toList(),
                written.report().files(),
                text.draft(),
                Seal.of(written.report(), releases).hex(),
                Tracks.of(written.report().turn(), frame),
                came.stage().flaws(),
                came.stage().declined());
        return screen.page(request, came.status(), "exchange/review", view);
    }

    /** Whether it answers a request that is not here for the office of the moment. */
    private boolean isToNothing(HttpServletRequest request, Officer officer, Writing.Found found) {
        var now = screen.frame(request).formats().now();
        return answered(request, found)
                .anyMatch(act -> requests.find(officer, act, now).isEmpty());
    }

    private static Stream<ActId> answered(HttpServletRequest request, Writing.Found found) {
        var typed = request.getParameterValues(Unsigned.ANSWERED);
        var kept = found.kept().map(form -> form.fields().get(Unsigned.ANSWERED));
        return Stream.concat(
                        Stream.ofNullable(typed).flatMap(Arrays::stream),
                        kept.stream().flatMap(List::stream))
                .flatMap(act -> ActReading.id(act).stream())
                .distinct();
    }

    /** Nothing more of it is kept, nor shown. */
    private ResponseEntity<String> toNothing(HttpServletRequest request, Officer officer) {
        var frame = screen.frame(request);
        var rule = acorde.requests.Rule.NO_SUCH_REQUEST;
        var empty = draft(officer, fresh(frame), List.of(), new Left("", null, List.of()), frame);
        return page(
                request,
                WordPages.of(rule),
                empty.declined(Refusal.beforeSigning(rule, acts.self().value())));
    }

    /** How far it has come, and the status of HTTP that says so. */
    private record Came(int status, Stage stage) {
        static final Came SHOWN = new Came(200, Stage.REVIEW);
        static final Came UNREAD = new Came(422, Stage.UNREAD);
    }

    private Came declined(Rule rule) {
        return new Came(ReportPages.of(rule), Stage.declined(rule, acts.self()));
    }

    private Came declined(acorde.requests.Rule rule) {
        return new Came(WordPages.of(rule), Stage.declined(rule, acts.self()));
    }

    @PostMapping("/exchange/new")
    ResponseEntity<String> send(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "review") String step,
            @RequestParam(defaultValue = "") String draft) { // which button of which form
        var now = screen.frame(request).formats().now();
        if (step.equals("bring"))
            return bring(request, officer, writing.find(officer, "", draft.isEmpty() ? Writing.ANOTHER : draft, now));
        var found = writing.find(officer, "", draft, now);
        // Whoever has another office now, in another tab, keeps what they wrote in the first one, and may still drop
        // it.
        var nothing = !step.equals("drop") && isToNothing(request, officer, found);
        var pressed = new Writing.Pressed(step, request.getParameter("since"), now);
        var answer = nothing
                ? toNothing(request, officer)
                : writing.go(officer, pressed, new Sheet(request, officer, found));
        // What is written of a request may repeat it: kept while that was taken back, it is forgotten with the order.
        if (answered(request, found).anyMatch(requests::isTakenBack)) writing.over(officer, found.text(), now);
        return answer;
    }

    /** A message of another system, laid over what is kept of the form: whoever brings it looks at it, completes it and sends it. */
    private ResponseEntity<String> bring(HttpServletRequest request, Officer officer, Writing.Found found) {
        var frame = screen.frame(request);
        var fields = new HashMap<>(found.kept()
                .map(Unsigned.Form::fields)
                .filter(kept -> kept.getOrDefault("turn", List.of()).contains(ReportForm.WARNS))
                .orElseGet(() -> begun(officer, ReportForm.WARNS, "", frame).orElseThrow()));
        var text = Objects.requireNonNullElse(request.getParameter("cap"), "");
        var left = found.text().left();
        return switch (CapReader.read(text, exchange.exercise())) {
            case CapMessage.Read.Good(var message) -> {
                var over = Brought.over(fields, message, frame.formats().zone());
                yield page(
                        request,
                        200,
                        draft(officer, over, List.of(), left, frame).without(message.untaken()));
            }
            case CapMessage.Read.Bad(var why) -> {
                fields.put("cap", List.of(text));
                yield page(request, 422, draft(officer, fields, List.of(Brought.flaw(why)), left, frame));
            }
        };
    }

    /** The form as it was sent. */
    private final class Sheet implements Writing.Sheet {
        private final HttpServletRequest request;
        private final Officer officer;
        private final Writing.Found found;

        Sheet(HttpServletRequest request, Officer officer, Writing.Found found) {
            this.request = request;
            this.officer = officer;
            this.found = found;
        }

        @Override
        public Writing.Text text() {
            return found.text();
        }

        @Override
        public Map<String, List<String>> fields() {
            var fields = new HashMap<String, List<String>>();
            request.getParameterMap().forEach((name, values) -> {
                if (!name.startsWith("_") && !FRAMING.contains(name))
                    fields.put(name, List.of(values).stream().map(Forms::plain).toList());
            });
            // Named once, when it is first kept: a button pressed twice sends one report.
            fields.put(
                    "ref",
                    found.kept()
                            .map(kept -> kept.fields().get("ref"))
                            .orElseGet(() -> List.of(Ref.fresh().value())));
            return fields;
        }

        @Override
        public String address(boolean review) {
            return Links.newReport(found.text().draft(), review);
        }

        @Override
        public Optional<ResponseEntity<String>> flawed() {
            var fields = fields();
            var form = form(officer, fields);
            if (form.read(Cover.others(acts), exchange.purposes(officer)).isPresent()) return Optional.empty();
            var left = found.text().left();
            return Optional.of(page(request, 422, draft(officer, fields, form.flaws(), left, screen.frame(request))));
        }

        @Override
        public ResponseEntity<String> review() {
            var written = form(officer, fields())
                    .read(Cover.others(acts), exchange.purposes(officer))
                    .orElseThrow();
            return SendingPages.this.review(request, text(), written, Came.SHOWN);
        }

        @Override
        public ResponseEntity<String> sign() {
            var now = screen.frame(request).formats().now();
            return SendingPages.this.sign(
                    request, officer, writing.find(officer, "", found.text().draft(), now));
        }
    }

    private ResponseEntity<String> sign(HttpServletRequest request, Officer officer, Writing.Found found) {
        var now = screen.frame(request).formats().now();
        if (found.kept().isEmpty()) return Led.to(Links.mailbox(true, "")); // it was sent when first pressed
        var written = form(officer, found.kept().get().fields()).read(Cover.others(acts), exchange.purposes(officer));
        if (written.isEmpty()) return Led.to(Links.newReport(found.text().draft(), true));
        var releases = exchange.preview(written.get().report(), written.get().to(), now);
        var turn = written.get().report().turn();
        if (turn instanceof Turn.Answers(var asked, var _)
                && requests.toAnswer(officer, asked, now).isEmpty())
            return review(request, found.text(), written.get(), declined(acorde.requests.Rule.REQUEST_SETTLED));
        if (!exchange.hasRules()) return review(request, found.text(), written.get(), declined(Rule.NO_RULES));
        if (!Seal.of(written.get().report(), releases).hex().equals(request.getParameter("seal")))
            return review(request, found.text(), written.get(), declined(Rule.RELEASE_MOVED));
        if (!"yes".equals(request.getParameter("read")))
            return review(request, found.text(), written.get(), Came.UNREAD);
        return switch (exchange.send(officer, written.get().report(), releases, now)) {
            case Said.Written<Rule>(var said) -> {
                writing.over(officer, found.text(), now);
                yield Led.sent(request, said.getFirst().id(), turn);
            }
            case Said.Declined<Rule>(var rule) -> {
                if (rule != Rule.SENT_ALREADY) yield review(request, found.text(), written.get(), declined(rule));
                writing.over(officer, found.text(), now); // pressed twice, or the answer to the first was lost
                yield Led.to(Links.mailbox(true, ""));
            }
        };
    }
}
