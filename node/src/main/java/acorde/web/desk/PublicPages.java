package acorde.web.desk;

import acorde.acts.Acts;
import acorde.compact.Item;
import acorde.web.Screen;
import acorde.web.Site;
import acorde.web.view.CompactView;
import acorde.web.view.InitiativeLine;
import acorde.web.view.PublicView;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The compact for everybody, to read and to compute with: no account, nothing of who asks, kept by caches for a minute. */
@Controller
final class PublicPages {
    private static final CacheControl A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();
    /** What begins a formula in some spreadsheet; the wide ones in those of East Asia. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int DATED = 50;
    private static final List<String> COLUMNS = List.of(
            "code",
            "area",
            "title_es",
            "title_en",
            "parties",
            "due",
            "consent",
            "version",
            "source_status",
            "source_as_of",
            "unverified",
            "open_proposals",
            "sources");

    private final Acts acts;
    private final Ledgers ledgers;
    private final Directory directory;
    private final Screen screen;
    private final Clock clock;
    private final Site site;

    PublicPages( // the parts it joins
            Acts acts, Ledgers ledgers, Directory directory, Screen screen, Clock clock, Site site) {
        this.acts = acts;
        this.ledgers = ledgers;
        this.directory = directory;
        this.screen = screen;
        this.clock = clock;
        this.site = site;
    }

    @GetMapping("/public")
    ResponseEntity<String> page(HttpServletRequest request, @RequestParam(defaultValue = "") String from) {
        var frame = screen.publicFrame(request);
        var ledger = ledgers.read();
        var lines = new Lines(ledger, directory, acts.self(), frame);
        var sections = CompactPages.sections(ledger, lines, frame, CompactView.Filter.ALL);
        var listed = sections.from(from);
        var view = new PublicView(
                acts.self().value(),
                clock.instant(),
                ledger.figures(frame.formats().today()),
                dated(sections),
                listed.sections(),
                listed.part(),
                ledger.sources().size(),
                site.publishesLog());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .cacheControl(A_MINUTE)
                .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                .body(screen.draw("public", frame, view));
    }

    /** The first to fall due. */
    private static List<InitiativeLine> dated(Sections sections) {
        return sections.lines().stream()
                .filter(line -> line.due() != null)
                .sorted(Comparator.comparing(InitiativeLine::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(DATED)
                .toList();
    }

    @GetMapping("/public/compact.csv")
    ResponseEntity<byte[]> publicCsv(HttpServletRequest request) {
        return csv(ledgers.read(), A_MINUTE);
    }

    @GetMapping("/compact.csv")
    ResponseEntity<byte[]> csv(HttpServletRequest request) {
        return csv(ledgers.read(), CacheControl.noCache().cachePrivate());
    }

    private static ResponseEntity<byte[]> csv(Ledger ledger, CacheControl caching) {
        var text = new StringBuilder("\uFEFF").append(String.join(",", COLUMNS)).append("\r\n");
        for (var known : ledger.initiatives())
            text.append(row(ledger, known).stream().map(PublicPages::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(caching)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"compact.csv\"")
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> row(Ledger ledger, Ledger.Known known) {
        var text = known.initiative();
        var reported = text.reported();
        var status = reported.status();
        return List.of(
                known.key().code(),
                text.area(),
                text.title().es(),
                text.title().en(),
                text.parties().stream().map(Object::toString).collect(Collectors.joining(" ")),
                text.due() == null ? "" : text.due().toString(),
                consent(known),
                Integer.toString(known.number()),
                status == null ? "" : status.value().name().toLowerCase(Locale.ROOT),
                status == null ? "" : status.asOf().toString(),
                reported.verify() ? "yes" : "",
                open(ledger, known),
                String.join(" ", reported.sources()));
    }

    private static String open(Ledger ledger, Ledger.Known known) {
        return ledger.open(known.key()).stream()
                .map(each -> each.proposal().act().toString())
                .collect(Collectors.joining(" "));
    }

    /** Announced and consented are different things (CO-2). */
    private static String consent(Ledger.Known known) {
        if (known.item().standing() == Item.Standing.CONTESTED) return "contested";
        return known.item().consented() ? "consented" : "announced";
    }

    /** Quoted; what a spreadsheet would take for a formula is kept from being one. */
    static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    @GetMapping("/public/compact.json")
    ResponseEntity<byte[]> json(HttpServletRequest request) {
        var ledger = ledgers.read();
        var body = JsonMapper.shared().createObjectNode();
        body.put("publisher", acts.self().value()).put("compact", directory.compact());
        var initiatives = body.putArray("initiatives");
        for (var known : ledger.initiatives()) {
            var entry = initiatives.addObject();
            entry.put("code", known.key().code()).put("consent", consent(known));
            entry.put("number", known.number())
                    .put("version", "sha256:" + known.version().hex());
            entry.set("text", known.initiative().toJson());
        }
        var sources = body.putArray("sources");
        ledger.sources()
                .forEach((code, source) -> sources.addObject().put("code", code).setAll(source.toJson()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(A_MINUTE)
                .body(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(body));
    }
}
