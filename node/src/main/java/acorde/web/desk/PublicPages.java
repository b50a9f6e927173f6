package acorde.web.desk;

import acorde.acts.Acts;
import acorde.acts.ReadingRoom;
import acorde.publication.Account;
import acorde.publication.AccountJson;
import acorde.publication.Csv;
import acorde.publication.Publication;
import acorde.web.Screen;
import acorde.web.Site;
import acorde.web.view.CompactView;
import acorde.web.view.Frame;
import acorde.web.view.InitiativeLine;
import acorde.web.view.PublicIndicator;
import acorde.web.view.PublicReports;
import acorde.web.view.PublicView;
import acorde.web.words.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
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

    /** Bytes of what is packed, unpacked in one step. */
    private static final int UNPACKED_AT_ONCE = 64 << 10;

    /** Named in Accept-Encoding and not with a weight of nothing, RFC 9110 section 12.5.3. */
    private static final Pattern PACKED =
            Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))", Pattern.CASE_INSENSITIVE);

    private final Acts acts;
    private final Publication publication;
    private final Ledgers ledgers;
    private final Directory directory;
    private final Screen screen;
    private final Clock clock;
    private final Site site;

    /** What was made of the account last; made anew when something public was said, and every day. */
    private @Nullable Copies copies;

    /** The account of a day, ready to be given out, each form once it was asked for. */
    private final class Copies {
        private final Account account;
        private final LocalDate today;
        private final Map<Language, Sections> sections = new EnumMap<>(Language.class);
        private byte @Nullable [] csv;
        private byte @Nullable [] json;

        Copies(Account account, LocalDate today) {
            this.account = account;
            this.today = today;
        }

        synchronized Sections sections(Frame frame) {
            return sections.computeIfAbsent(frame.language(), language -> PublicPages.this.sections(this, frame));
        }

        synchronized byte[] csv() {
            var ready = csv == null ? table(account.promises().stream().map(Csv::line)) : csv;
            csv = ready;
            return ready;
        }

        /** Packed, as it is kept and mostly sent: with every proposal that was ever made it is many times longer than the heap can hold for each. */
        synchronized byte[] json() throws IOException {
            var ready = json == null ? packed() : json;
            json = ready;
            return ready;
        }

        private byte[] packed() throws IOException {
            var packed = new ByteArrayOutputStream();
            try (var text = new OutputStreamWriter(new GZIPOutputStream(packed), StandardCharsets.UTF_8)) {
                AccountJson.write(account, today, text);
            }
            return packed.toByteArray();
        }
    }

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
        var copies = copies(frame);
        var account = copies.account;
        var sections = copies.sections(frame);
        ReadingRoom.enter(); // it reads no acts, and a page of what parties say may be as long
        var rungs = account.days().rungs();
        var listed = sections.from(from);
        var view = new PublicView(
                acts.self().value(),
                clock.instant(),
                InitiativeLines.figures(account.figures(copies.today), rungs.getFirst(), rungs.getLast()),
                dated(sections),
                listed.sections(),
                listed.part(),
                reports(copies, listed, frame),
                indicators(copies, listed, frame),
                account.matters().sources().size(),
                site.publishesLog());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .cacheControl(A_MINUTE)
                .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                .body(screen.draw("public", frame, view));
    }

    /** The day is that of the party whose node this is, whoever reads. */
    private synchronized Copies copies(Frame frame) {
        var account = publication.account();
        var today = frame.formats().today();
        var ready = copies;
        if (ready == null || ready.account != account || !ready.today.equals(today)) ready = new Copies(account, today);
        copies = ready;
        return ready;
    }

    private Sections sections(Copies copies, Frame frame) {
        var account = copies.account;
        var today = copies.today;
        var lines = new InitiativeLines(directory, frame);
        return new Sections(account.matters().areas().entrySet().stream()
                .map(area -> {
                    var promises = account.promises(area.getKey());
                    return new CompactView.Section(
                            area.getKey(),
                            frame.in(Directory.words(area.getValue().title())),
                            InitiativeLines.figures(account.figures(promises, today)),
                            promises.stream()
                                    .map(promise -> lines.line(promise, account.light(promise, today)))
                                    .toList());
                })
                .toList());
    }

    /** What the published site tells of these initiatives, for those of which it tells anything. */
    private static Map<String, PublicReports> reports(Copies copies, Sections.Listed listed, Frame frame) {
        var account = copies.account;
        var reports = new HashMap<String, PublicReports>();
        for (var section : listed.sections())
            for (var line : section.lines()) {
                var promise = account.matters().promises().get(line.code());
                if (promise == null) continue;
                var of = PublicAccounts.of(account, promise, copies.today, frame);
                if (of.any()) reports.put(line.code(), of);
            }
        return reports;
    }

    private static Map<String, List<PublicIndicator>> indicators(Copies copies, Sections.Listed listed, Frame frame) {
        var indicators = new HashMap<String, List<PublicIndicator>>();
        for (var section : listed.sections()) {
            var of = PublicAccounts.indicators(copies.account, section.code(), copies.today, frame);
            if (!of.isEmpty()) indicators.put(section.code(), of);
        }
        return indicators;
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
        return csv(copies(screen.publicFrame(request)).csv(), A_MINUTE);
    }

    /** The same table for officers, who know of every proposal. */
    @GetMapping("/compact.csv")
    ResponseEntity<byte[]> csv(HttpServletRequest request) {
        var ledger = ledgers.read();
        var lines = ledger.initiatives().stream().map(known -> Csv.line(known.promise(), open(ledger, known)));
        return csv(table(lines), CacheControl.noCache().cachePrivate());
    }

    private static List<String> open(Ledger ledger, Ledger.Known known) {
        return ledger.open(known.key()).stream()
                .map(each -> each.proposal().act().toString())
                .toList();
    }

    private static byte[] table(Stream<String> lines) {
        return (Csv.head() + lines.collect(Collectors.joining())).getBytes(StandardCharsets.UTF_8);
    }

    private static ResponseEntity<byte[]> csv(byte[] table, CacheControl caching) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(caching)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"compact.csv\"")
                .body(table);
    }

    @GetMapping("/public/compact.json")
    void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var packed = copies(screen.publicFrame(request)).json();
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, A_MINUTE.getHeaderValue());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (takesPacked(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            response.setContentLength(packed.length);
            response.getOutputStream().write(packed);
        } else if (!request.getMethod().equals("HEAD")) // nobody would read what it takes time to unpack
        new GZIPInputStream(new ByteArrayInputStream(packed), UNPACKED_AT_ONCE).transferTo(response.getOutputStream());
    }

    private static boolean takesPacked(HttpServletRequest request) {
        var taken = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return taken != null && PACKED.matcher(taken).find();
    }
}
