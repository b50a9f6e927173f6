package acorde.web.api;

import acorde.acts.Acts;
import acorde.files.Files;
import acorde.files.Upload;
import acorde.monitoring.Objection;
import acorde.offices.Officer;
import acorde.returns.Column;
import acorde.returns.Fault;
import acorde.returns.Preview;
import acorde.returns.Returns;
import acorde.returns.Returns.Entered;
import acorde.returns.Returns.Looked;
import acorde.returns.Unreadable;
import acorde.sheets.Format;
import acorde.web.Flow;
import acorde.web.desk.Refusals;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A return by spreadsheet, for programs: the template, what a file that lies ready would say, and having all of it said. */
@Controller
final class ApiReturns {
    private final Acts acts;
    private final Returns returns;
    private final Files files;
    private final Clock clock;

    ApiReturns(Acts acts, Returns returns, Files files, Clock clock) {
        this.acts = acts;
        this.returns = returns;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/api/v1/returns/template.csv")
    void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        template(Format.CSV, request, response);
    }

    @GetMapping("/api/v1/returns/template.xlsx")
    void xlsx(HttpServletRequest request, HttpServletResponse response) throws IOException {
        template(Format.XLSX, request, response);
    }

    private void template(Format format, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = Query.read(request, "lang").word("lang");
        var language = asked == null ? Answers.words(request).language() : Language.byCode(asked);
        if (language == null) throw Problem.unreadable("\"lang\" is es or en.");
        var today = today();
        var name = Words.in(language).say("returns.template.name", acts.self(), today) + "." + format.ending();
        response.setContentType(format.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (request.getMethod().equals("GET"))
            Flow.send(
                    response,
                    Flow.ROWS,
                    out -> returns.template(format, acorde.returns.Language.valueOf(language.name()), today, out));
    }

    /** The day where this party is. */
    private LocalDate today() {
        return new Formats(Words.in(Language.EN), acts.self().value(), clock.instant()).today();
    }

    @GetMapping("/api/v1/returns/{upload}")
    ResponseEntity<byte[]> preview(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String upload) {
        Query.read(request);
        var sent = sent(officer, upload);
        var words = Answers.words(request);
        return Answers.json(request, json(sent, seen(returns.look(officer, sent.id(), today()), words), words));
    }

    private Upload sent(Officer officer, String upload) {
        return files.uploads(officer.person()).stream()
                .filter(each -> Long.toString(each.id()).equals(upload))
                .findFirst()
                .orElseThrow(ApiReturns::gone);
    }

    private static Problem gone() {
        return Problem.notFound("No file of this number lies ready for you: send it with POST /api/v1/files.");
    }

    private static Preview seen(Looked looked, Words words) {
        return switch (looked) {
            case Looked.Seen(var preview) -> preview;
            case Looked.Unread(var why) -> throw unread(why, words);
            case Looked.Gone _ -> throw gone();
            case Looked.Busy _ -> throw Problem.of(503, "Busy", "Another return is being read: ask again in a moment.");
        };
    }

    private static Problem unread(Unreadable why, Words words) {
        var columns = words.list(
                why.columns().stream().map(column -> heading(column, words)).toList());
        return Problem.rule(
                422,
                "Not a return",
                words.say("returns.unread." + why.why(), columns, Returns.ROWS, Returns.BYTES >> 20),
                why.why().name());
    }

    private static String heading(Column column, Words words) {
        return words.language() == Language.ES
                ? column.words().es()
                : column.words().en();
    }

    private static ObjectNode json(Upload sent, Preview preview, Words words) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("upload", sent.id())
                .put("name", sent.file().name())
                .put("sha256", sent.file().sha256().hex())
                .put("rows", preview.rows())
                .put("unchanged", preview.unchanged())
                .put("wrong", preview.wrong());
        var changes = body.putArray("changes");
        for (var change : preview.changes()) {
            var latest = change.before().latest();
            changes.addObject()
                    .put("initiative", change.before().code())
                    .put("row", change.row())
                    .put("basis", latest == null ? null : latest.toString())
                    .set("report", change.report().body());
        }
        var faults = body.putArray("faults");
        for (var fault : preview.faults())
            faults.addObject()
                    .put("row", fault.row())
                    .put("column", Answers.word(fault.column()))
                    .put("heading", heading(fault.column(), words))
                    .put("seen", fault.seen())
                    .put("why", fault.why().name())
                    .put("detail", why(fault, words));
        return body;
    }

    private static String why(Fault fault, Words words) {
        return words.say("returns.fault." + fault.why(), Returns.WORDS);
    }

    /** All of it or nothing, for the token's office. */
    @PostMapping("/api/v1/returns/{upload}")
    ResponseEntity<byte[]> enter(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String upload) {
        Query.read(request);
        var words = Answers.words(request);
        return switch (returns.enter(officer, sent(officer, upload).id(), today())) {
            case Entered.Done(var said) -> {
                var body = JsonMapper.shared().createObjectNode();
                var list = body.putArray("acts");
                said.forEach(act -> list.add(act.id().toString()));
                yield Answers.created("/api/v1/acts/" + said.getFirst().id(), body);
            }
            case Entered.Not(var looked) -> throw not(seen(looked, words), words);
            case Entered.Declined(var _, var why) -> throw declined(why, words);
        };
    }

    /** Why nothing was said of what could be read. */
    private static Problem not(Preview preview, Words words) {
        if (preview.faults().isEmpty())
            return Problem.rule(422, "Nothing new", "The return says what stands already.", "NOTHING_NEW");
        var first = preview.faults().getFirst();
        return Problem.rule(
                422,
                "Nothing was said",
                "Faults: " + preview.wrong() + ". The first: row " + first.row() + ", "
                        + heading(first.column(), words) + ": " + why(first, words)
                        + " GET this address for all of them.",
                first.why().name());
    }

    private static Problem declined(Objection.In why, Words words) {
        var rule = why.objection().rule();
        var key = "rule." + rule.name();
        var about = why.objection().about().map(act -> ", " + act).orElse("");
        return Problem.rule(
                Refusals.status(rule),
                words.say(key + ".title"),
                words.say(key) + " " + words.say(key + ".next") + " (" + why.initiative() + about + ")",
                rule.name());
    }
}
