package acorde.web.desk;

import acorde.acts.Acts;
import acorde.publication.Account;
import acorde.publication.AccountJson;
import acorde.publication.Csv;
import acorde.publication.Publication;
import acorde.web.Screen;
import acorde.web.Site;
import acorde.web.view.CompactView;
import acorde.web.view.Frame;
import acorde.web.view.InitiativeLine;
import acorde.web.view.PublicView;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The public account as it stands, to read and to compute with: no account, nothing of who asks, kept by caches for a minute. Editions of it are
 * published by {@link acorde.web.press.Press}.
 */
@Controller
final class PublicPages {
    private static final CacheControl A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int DATED = 50;

    private final Acts acts;
    private final Publication publication;
    private final Ledgers ledgers;
    private final Directory directory;
    private final Screen screen;
    private final Clock clock;
    private final Site site;

    PublicPages( // the parts it joins
            Acts acts,
            Publication publication,
            Ledgers ledgers,
            Directory directory,
            Screen screen,
            Clock clock,
            Site site) {
        this.acts = acts;
        this.publication = publication;
        this.ledgers = ledgers;
        this.directory = directory;
        this.screen = screen;
        this.clock = clock;
        this.site = site;
    }

    @GetMapping("/public")
    ResponseEntity<String> page(HttpServletRequest request, @RequestParam(defaultValue = "") String from) {
        var frame = screen.publicFrame(request);
        var account = publication.account();
        var sections = sections(account, frame);
        var listed = sections.from(from);
        var view = new PublicView(
                acts.self().value(),
                clock.instant(),
                InitiativeLines.figures(account.tally(frame.formats().today())),
                dated(sections),
                listed.sections(),
                listed.part(),
                account.matters().sources().size(),
                site.publishesLog());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .cacheControl(A_MINUTE)
                .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                .body(screen.draw("public", frame, view));
    }

    private Sections sections(Account account, Frame frame) {
        var lines = new InitiativeLines(directory, frame);
        var today = frame.formats().today();
        return new Sections(account.matters().areas().entrySet().stream()
                .map(area -> {
                    var promises = account.promises(area.getKey());
                    return new CompactView.Section(
                            area.getKey(),
                            frame.in(Directory.words(area.getValue().title())),
                            InitiativeLines.figures(Account.tally(promises, today)),
                            promises.stream().map(lines::line).toList());
                })
                .toList());
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
        return csv(publication.account().promises().stream().map(Csv::line), A_MINUTE);
    }

    /** The same table for officers, who know of every proposal. */
    @GetMapping("/compact.csv")
    ResponseEntity<byte[]> csv(HttpServletRequest request) {
        var ledger = ledgers.read();
        var lines = ledger.initiatives().stream().map(known -> Csv.line(known.promise(), open(ledger, known)));
        return csv(lines, CacheControl.noCache().cachePrivate());
    }

    private static List<String> open(Ledger ledger, Ledger.Known known) {
        return ledger.open(known.key()).stream()
                .map(each -> each.proposal().act().toString())
                .toList();
    }

    private static ResponseEntity<byte[]> csv(Stream<String> lines, CacheControl caching) {
        var text = Csv.head() + lines.collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(caching)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"compact.csv\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/public/compact.json")
    ResponseEntity<byte[]> json(HttpServletRequest request) throws IOException {
        var text = new StringWriter();
        AccountJson.write(publication.account(), LocalDate.now(clock), text);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(A_MINUTE)
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
