package acorde.web.press;

import acorde.compact.PublicationTerms;
import acorde.publication.Account;
import acorde.publication.Csv;
import acorde.publication.Edition;
import acorde.publication.Promise;
import acorde.publication.Schedule;
import acorde.web.desk.Directory;
import acorde.web.desk.InitiativeLines;
import acorde.web.desk.PublicAccounts;
import acorde.web.view.Figures;
import acorde.web.view.Frame;
import acorde.web.view.InitiativeLine;
import acorde.web.view.Pages;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Draws the folios of a site, each language on a thread of its own: they share nothing that changes. */
final class Folios {
    private static final int DATED = 50;

    /** Changes that one folio lists; the record of each edition has all. */
    private static final int CHANGES = 500;

    private static final int FRONT_CHANGES = 5;

    /** What the folios are dressed in; the stylesheet names its fonts relative to itself. */
    private static final List<String> STYLE = List.of(
            "acorde.css",
            "favicon.svg",
            "vendor/fonts/Latin-Merriweather-Bold.woff2",
            "vendor/fonts/Latin-Merriweather-Regular.woff2",
            "vendor/fonts/sourcesanspro-regular-webfont.woff2",
            "vendor/fonts/sourcesanspro-semibold-webfont.woff2",
            "vendor/fonts/OFL-Merriweather.txt",
            "vendor/fonts/OFL-SourceSansPro.txt");

    private final Path root;
    private final Issue issue;
    private final Account account;
    private final List<Edition> editions;
    private final Edition edition;
    private final Pages pages = new Pages();
    private final Directory directory;

    /** @param editions from the first to the last, which is the one that is drawn */
    Folios(Path root, Issue issue, List<Edition> editions) {
        this.root = root;
        this.issue = issue;
        this.account = issue.account();
        this.editions = List.copyOf(editions);
        this.edition = editions.getLast();
        this.directory = new Directory(account.founding());
    }

    void draw() throws IOException {
        for (var file : STYLE) copy("/static/" + file, root.resolve("style").resolve(file));
        copy("/acorde/web/press/search.js", root.resolve("style/search.js"));
        drawLanguages();
        var frame = frame(Language.ES);
        write(
                "index.html",
                pages.draw("press/landing", frame, new Leaf(Language.ES, "index.html", null, edition, null)));
    }

    private void drawLanguages() throws IOException {
        try (var threads = Executors.newFixedThreadPool(Language.values().length)) {
            var drawing = Arrays.stream(Language.values())
                    .map(language -> (Callable<Void>) () -> {
                        new InLanguage(language).draw();
                        return null;
                    })
                    .toList();
            for (var drawn : threads.invokeAll(drawing)) drawn.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) throw fault;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the site was not drawn to its end");
        }
    }

    private static void copy(String resource, Path to) throws IOException {
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        try (InputStream in = Objects.requireNonNull(Folios.class.getResourceAsStream(resource), resource)) {
            Files.copy(in, to);
        }
    }

    private void write(String path, String text) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** Drawn as at noon of the edition's day: the clock of whoever publishes is not in it. */
    private Frame frame(Language language) {
        var formats = new Formats(
                Words.in(language),
                account.publisher().value(),
                edition.date().atTime(12, 0).toInstant(ZoneOffset.UTC));
        return new Frame(formats, "", null, null, 0, issue.exercise(), null, null);
    }

    private static @Nullable LocalDate next(@Nullable PublicationTerms terms, LocalDate day) {
        return terms == null ? null : new Schedule(terms).nextDue(day);
    }

    /** The folios of one language. */
    private final class InLanguage {
        private final Language language;
        private final Frame frame;
        private final InitiativeLines lines;
        private final Map<Integer, List<ChangeLine>> changes = new HashMap<>();

        InLanguage(Language language) {
            this.language = language;
            this.frame = frame(language);
            this.lines = new InitiativeLines(directory, frame);
            var told = new ChangeLines(frame);
            for (var each : editions) changes.put(each.number(), told.of(each));
        }

        private void draw() throws IOException {
            folio("front", front());
            areas();
            promises();
            folio("meetings", MeetingFolio.view(leaf("meetings.html", PressTab.MEETINGS), account, frame));
            folio("changes", allChanges());
            folio("editions", new EditionsView(leaf("editions.html", PressTab.EDITIONS), editions.reversed()));
            for (var each : editions) folio("edition", view(each));
            folio("search", list("search.html", PressTab.SEARCH));
            folio("data", list("data.html", PressTab.DATA));
            write(language.code() + "/feed.xml", Feed.of(editions, frame));
            try (var out = Files.newBufferedWriter(
                    Files.createDirectories(root.resolve("search")).resolve(language.code() + ".js"))) {
                SearchIndex.write(account, frame, out);
            }
        }

        private Leaf leaf(String path, PressTab tab) {
            return new Leaf(language, path, tab, edition, next(account.terms(), edition.date()));
        }

        private void folio(String template, Folio view) throws IOException {
            write(language.code() + "/" + view.leaf().path(), pages.draw("press/" + template, frame, view));
        }

        private List<String> parties() {
            return directory.codes();
        }

        private List<ChangeLine> changesOf(int number) {
            return changes.getOrDefault(number, List.of());
        }

        private FrontView front() {
            var dated = account.promises().stream()
                    .filter(promise -> promise.text().dated())
                    .map(this::line)
                    .sorted(Comparator.comparing(InitiativeLine::due, Comparator.nullsLast(Comparator.naturalOrder())))
                    .limit(DATED)
                    .toList();
            var changed = changesOf(edition.number());
            return new FrontView(
                    leaf("index.html", PressTab.PROMISES),
                    parties(),
                    figures(),
                    edition.figures().late() != null,
                    dated,
                    areaEntries(),
                    changed.subList(0, Math.min(FRONT_CHANGES, changed.size())));
        }

        private InitiativeLine line(Promise promise) {
            return lines.line(promise, account.light(promise, edition.date()));
        }

        private Figures figures() {
            var rungs = account.days().rungs();
            return InitiativeLines.figures(account.figures(edition.date()), rungs.getFirst(), rungs.getLast());
        }

        private List<FrontView.AreaEntry> areaEntries() {
            return account.matters().areas().entrySet().stream()
                    .map(area -> new FrontView.AreaEntry(
                            area.getKey(),
                            frame.in(Directory.words(area.getValue().title())),
                            InitiativeLines.figures(account.figures(account.promises(area.getKey()), edition.date()))))
                    .toList();
        }

        private void areas() throws IOException {
            for (var area : areaEntries()) {
                var leaf = leaf("areas/" + area.code() + ".html", PressTab.PROMISES);
                var of = account.promises(area.code()).stream().map(this::line).toList();
                var indicators = PublicAccounts.indicators(account, area.code(), edition.date(), frame);
                folio("area", new AreaView(leaf, area, parties(), of, indicators));
            }
        }

        private void promises() throws IOException {
            var byPromise = new HashMap<String, List<ChangeLine>>();
            for (var each : editions.reversed())
                for (var line : changesOf(each.number()))
                    if (line.isPromise())
                        byPromise
                                .computeIfAbsent(line.of(), code -> new ArrayList<>())
                                .add(line);
            var drawing = new PromiseFolio(account, frame, lines);
            for (var promise : account.promises()) {
                var leaf = leaf("promises/" + promise.code() + ".html", PressTab.PROMISES);
                folio(
                        "promise",
                        drawing.view(leaf, line(promise), promise, byPromise.getOrDefault(promise.code(), List.of())));
            }
        }

        private ChangesView allChanges() {
            var newest = new ArrayList<ChangeLine>();
            for (var each : editions.reversed()) newest.addAll(changesOf(each.number()));
            return new ChangesView(
                    leaf("changes.html", PressTab.CHANGES),
                    newest.subList(0, Math.min(CHANGES, newest.size())),
                    newest.size());
        }

        private EditionView view(Edition each) {
            var changed = changesOf(each.number());
            return new EditionView(
                    leaf("editions/" + each.number() + ".html", PressTab.EDITIONS),
                    each,
                    InitiativeLines.figures(each.figures()),
                    changed.subList(0, Math.min(CHANGES, changed.size())));
        }

        private ListView list(String path, PressTab tab) {
            return new ListView(leaf(path, tab), areaEntries(), figures(), Csv.COLUMNS);
        }
    }
}
