package acorde.web.desk;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.compact.Stood;
import acorde.compact.Word;
import acorde.monitoring.Monitoring;
import acorde.web.Screen;
import acorde.web.view.Change;
import acorde.web.view.CompactView;
import acorde.web.view.CompactView.Filter;
import acorde.web.view.ErrorView;
import acorde.web.view.Frame;
import acorde.web.view.InitiativeLine;
import acorde.web.view.InitiativeView;
import acorde.web.view.ProgressView;
import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was agreed and what was only announced: the whole compact, and one initiative. */
@Controller
final class CompactPages {
    private final Acts acts;
    private final Ledgers ledgers;
    private final Directory directory;
    private final Saids saids;
    private final Screen screen;
    private final Progress progress;
    private final Monitoring monitoring;
    private final AboutInitiatives decisions;
    private final AreaIndicators indicators;

    CompactPages( // the parts it joins
            Acts acts,
            Ledgers ledgers,
            Directory directory,
            Saids saids,
            Screen screen,
            Progress progress,
            Monitoring monitoring,
            AboutInitiatives decisions,
            AreaIndicators indicators) {
        this.acts = acts;
        this.ledgers = ledgers;
        this.directory = directory;
        this.saids = saids;
        this.screen = screen;
        this.progress = progress;
        this.monitoring = monitoring;
        this.decisions = decisions;
        this.indicators = indicators;
    }

    @GetMapping("/compact")
    ResponseEntity<String> compact( // the fields of the filter
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String consent,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String from) {
        var frame = screen.frame(request);
        var ledger = ledgers.read();
        var filter = new Filter(q, area, party, consent, due);
        var listed = sections(ledger, new Lines(ledger, directory, acts.self(), frame), frame, filter)
                .from(from);
        var instrument = ledger.instrument();
        var charter = saids.charter();
        var view = new CompactView(
                frame.in(directory.title()),
                instrument.map(text -> frame.in(Directory.words(text.place()))).orElse(""),
                instrument
                        .map(text -> new Reports(ledger.sources(), frame).claims(text.claims()))
                        .orElse(List.of()),
                charter,
                charter.closed() ? latest(charter) : null,
                filter,
                listed.sections().stream()
                        .map(section -> measured(section, frame))
                        .toList(),
                listed.part(),
                ledger.figures(frame),
                ledger.sources().size());
        return screen.page(request, 200, "compact", view);
    }

    /** With the sums of its indicators, where it is shown at all. */
    private CompactView.Section measured(CompactView.Section section, Frame frame) {
        return section.lines().isEmpty()
                ? section
                : section.with(
                        AreaLines.sums(monitoring.figures(
                                section.code(), frame.formats().now())),
                        indicators.of(section.code(), frame));
    }

    private static Instant latest(acorde.web.view.Chord chord) {
        return chord.marks().stream()
                .map(acorde.web.view.Chord.Mark::when)
                .filter(java.util.Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    static Sections sections(Ledger ledger, Lines lines, Frame frame, Filter filter) {
        return new Sections(ledger.areas(frame).stream()
                .map(area -> new CompactView.Section(
                        area.code(),
                        area.name(),
                        area.figures(),
                        ledger.initiatives(area.code()).stream()
                                .map(lines::initiative)
                                .filter(line -> lets(filter, line))
                                .toList()))
                .toList());
    }

    private static boolean lets(Filter filter, InitiativeLine line) {
        return (filter.q().isBlank()
                        || plain(line.code() + " " + line.title())
                                .contains(plain(filter.q().strip())))
                && (filter.area().isEmpty() || filter.area().equals(line.area()))
                && (filter.party().isEmpty() || line.parties().contains(filter.party()))
                && (filter.consent().isEmpty()
                        || List.of(line.tags().split(" ")).contains(filter.consent()))
                && (filter.due().isEmpty() || filter.due().equals("1") == (line.due() != null));
    }

    /** Without accents and capitals, as readers type. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    @GetMapping("/initiatives/{code}")
    ResponseEntity<String> initiative(HttpServletRequest request, @PathVariable String code) {
        var ledger = ledgers.read();
        var known = ledger.initiative(code);
        if (known.isEmpty()) return screen.page(request, 404, "error", new ErrorView(404, "", null));
        var frame = screen.frame(request);
        return screen.page(request, 200, "initiative", view(known.get(), ledger, frame));
    }

    private InitiativeView view(Ledger.Known known, Ledger ledger, Frame frame) {
        var lines = new Lines(ledger, directory, acts.self(), frame);
        var reports = new Reports(ledger.sources(), frame);
        var text = known.initiative();
        var proposals = ledger.of(known.key());
        var shown = proposals.stream()
                .filter(made -> made.state() == Stood.State.OPEN)
                .findFirst()
                .or(() -> proposals.stream()
                        .filter(made -> made.id().equals(known.act()))
                        .findFirst());
        var inForce =
                proposals.stream().filter(made -> made.id().equals(known.act())).findFirst();
        var since = inForce.flatMap(this::closing)
                .or(() -> Optional.ofNullable(known.act()).flatMap(acts::act));
        return new InitiativeView(
                lines.initiative(known),
                ledger.areaName(text.area(), frame),
                Texts.initiative(text, directory),
                known.act() == null ? "" : known.act().toString(),
                since.map(Act::at).orElse(frame.formats().now()),
                directory.inOrder(text.partners()),
                reports.claims(text.reported().claims()),
                reports.guards(text),
                reports.reported(text),
                shown.map(made -> saids.voices(made, frame)).orElse(List.of()),
                proposals.stream().map(lines::proposal).toList(),
                reports.past(text),
                changes(known, proposals, frame),
                reports.cite(text.reported().sources()),
                progress(known, ledger, frame),
                decisions.of(known.key().code(), frame));
    }

    private @Nullable ProgressView progress(Ledger.Known known, Ledger ledger, Frame frame) {
        var watched = ledger.watched(
                        Lines.viewer(acts.self(), frame), frame.formats().now())
                .get(known.key().code());
        return watched == null ? null : progress.view(known, watched, ledger, frame);
    }

    private List<Change> changes(Ledger.Known known, List<Made> proposals, Frame frame) {
        var ids = new LinkedHashSet<ActId>();
        if (known.item().announced() != null) ids.add(known.item().announced());
        for (var made : proposals) {
            ids.addAll(words(made));
            if (made.proposal().withdrawal() != null) ids.add(made.proposal().withdrawal());
        }
        var code = known.key().code();
        var all = new ArrayList<Change>();
        var dates = new HashMap<ActId, Instant>();
        acts.parts(
                ids,
                part -> part.values().forEach(act -> {
                    all.add(Telling.tell(act, code, frame.language()));
                    dates.put(act.id(), act.at());
                }));
        var closing = proposals.stream()
                .filter(made -> made.state() == Stood.State.IN_FORCE)
                .flatMap(made ->
                        words(made).stream().filter(dates::containsKey).max(Comparator.comparing(dates::get)).stream())
                .toList();
        var agreed = all.stream()
                .sorted(Comparator.comparing(Change::at))
                .flatMap(told -> closing.stream().anyMatch(id -> id.toString().equals(told.act()))
                        ? Stream.of(told, told.as(Change.Event.IN_FORCE))
                        : Stream.of(told));
        var said = progress.history(code).stream().map(act -> Telling.tell(act, code, frame.language()));
        return Stream.concat(agreed, said)
                .sorted(Comparator.comparing(Change::at))
                .toList();
    }

    /** The assent that was said last, as their authors dated them. */
    private Optional<Act> closing(Made made) {
        return acts.acts(words(made)).values().stream().max(Comparator.comparing(Act::at));
    }

    private static List<ActId> words(Made made) {
        return made.proposal().words().values().stream().map(Word::act).toList();
    }
}
