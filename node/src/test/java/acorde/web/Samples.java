package acorde.web;

import static acorde.web.view.Chord.State.CROSSED;
import static acorde.web.view.Chord.State.DASHED;
import static acorde.web.view.Chord.State.FILLED;
import static acorde.web.view.Chord.State.HOLLOW;

import acorde.web.view.Change;
import acorde.web.view.Chord;
import acorde.web.view.Frame;
import acorde.web.view.HomeView;
import acorde.web.view.Pages;
import acorde.web.view.ProposalLine;
import acorde.web.view.ProposalLine.Field;
import acorde.web.view.ProposalLine.Standing;
import acorde.web.words.Bilingual;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hand-made views for every page and every state of a page. The promises are those of 2019; people, offices and acts are invented. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-23T15:12:00Z");

    record Sample(String template, Function<Frame, Object> view, boolean inside) {}

    private static final Map<String, Sample> ALL = new LinkedHashMap<>();

    static {
        ALL.put("/", new Sample("home", Samples::home, true));
        ALL.put("/?empty=1", new Sample("home", Samples::emptyHome, true));
    }

    private Samples() {}

    static List<String> paths() {
        return List.copyOf(ALL.keySet());
    }

    static String draw(Pages pages, Language language, URI uri) {
        String full = uri.getPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        String path = full.replaceAll("[?&]lang=..", "");
        Sample sample =
                Objects.requireNonNullElseGet(ALL.get(path), () -> Objects.requireNonNull(ALL.get(uri.getPath())));
        Frame frame = frame(language, full, sample.inside());
        return pages.draw(sample.template(), frame, sample.view().apply(frame));
    }

    static Frame frame(Language language, String path, boolean inside) {
        var formats = new Formats(Words.in(language), "HN", NOW);
        if (!inside) return new Frame(formats, path, null, null, 0, true, null, null);
        return new Frame(
                formats,
                path,
                new Frame.Node("HN", new Bilingual("Secretaría de Seguridad", "Secretariat of Security")),
                new Frame.Reader(
                        "Nadia Alvarenga Paz", new Bilingual("Coordinación nacional", "National coordination")),
                2,
                true,
                new Frame.Token("_csrf", "gallery"),
                new Frame.Foot("HN/412", NOW.minusSeconds(120), "moc-2019", "limón-barco-nube-siete"));
    }

    static Instant at(String local) {
        return Instant.parse(local + ":00Z").plusSeconds(6 * 3600);
    }

    /** A chord of consent from a string of marks in directory order: + filled, . hollow, x crossed, - dashed. */
    static Chord consent(String marks, @Nullable Instant... when) {
        return chord(Chord.Matter.CONSENT, marks, when);
    }

    static Chord delivery(String marks, @Nullable Instant... when) {
        return chord(Chord.Matter.DELIVERY, marks, when);
    }

    private static Chord chord(Chord.Matter matter, String marks, @Nullable Instant... when) {
        var all = new ArrayList<Chord.Mark>();
        for (int i = 0; i < marks.length(); i++) {
            Chord.State state = switch (marks.charAt(i)) {
                case '+' -> FILLED;
                case 'x' -> CROSSED;
                case '.' -> HOLLOW;
                default -> DASHED;
            };
            all.add(new Chord.Mark(Moc2019.PARTIES.get(i), state, i < when.length ? when[i] : null));
        }
        return new Chord(matter, all);
    }

    static final Chord TWO_OF_FOUR = consent(".++.", null, at("2026-11-20T17:32"), at("2026-11-18T10:04"), null);

    static ProposalLine line(Frame p, String id, String item, Instant at, List<Field> changes, Chord chord) {
        Moc2019.Initiative initiative = Moc2019.initiative(item);
        String by = id.substring(0, 2);
        boolean awaits = chord.parties(HOLLOW).contains("HN");
        return new ProposalLine(
                id,
                item,
                initiative.area(),
                p.in(initiative.title()),
                by,
                at,
                changes,
                Standing.OPEN,
                false,
                awaits,
                chord);
    }

    private static ProposalLine asking(ProposalLine line) {
        return new ProposalLine(
                line.id(),
                line.item(),
                line.area(),
                line.title(),
                line.by(),
                line.at(),
                line.changes(),
                line.standing(),
                true,
                line.awaitsYou(),
                line.chord());
    }

    static List<ProposalLine> waiting(Frame p) {
        return List.of(
                asking(line(
                        p,
                        "GT/190",
                        "A2-04",
                        at("2026-11-16T11:20"),
                        List.of(Field.DELIVERABLE),
                        consent(".+..", null, at("2026-11-16T11:20")))),
                line(
                        p,
                        "US/31",
                        "A3-01",
                        at("2026-11-20T16:58"),
                        List.of(Field.DELIVERABLE, Field.DUE),
                        consent("+...", at("2026-11-20T16:58"))));
    }

    static List<ProposalLine> own(Frame p) {
        return List.of(
                line(
                        p,
                        "HN/401",
                        "A1-05",
                        at("2026-11-18T10:04"),
                        List.of(Field.DELIVERABLE, Field.DUE, Field.INDICATOR),
                        TWO_OF_FOUR),
                line(p, "HN/388", "AG-02", at("2026-11-12T09:30"), List.of(Field.DUE), consent("..++")));
    }

    static List<Change> changes(Frame p) {
        boolean es = p.language() == Language.ES;
        return List.of(
                new Change(
                        Change.Event.ASSENTED,
                        at("2026-11-23T08:51"),
                        "GT",
                        "GT/207",
                        "HN/388",
                        "AG-02",
                        "",
                        consent(".+++")),
                new Change(
                        Change.Event.REFUSED,
                        at("2026-11-22T13:05"),
                        "SV",
                        "SV/95",
                        "GT/198",
                        "A2-01",
                        es
                                ? "dos de las cinco operaciones no fueron conjuntas"
                                : "two of the five operations were not joint",
                        consent("-++x")),
                new Change(
                        Change.Event.WITHDRAWAL_ASKED,
                        at("2026-11-21T10:12"),
                        "GT",
                        "GT/205",
                        "GT/190",
                        "A2-04",
                        "",
                        consent(".+..")),
                new Change(
                        Change.Event.ASSENTED,
                        at("2026-11-20T17:32"),
                        "GT",
                        "GT/203",
                        "HN/401",
                        "A1-05",
                        "",
                        TWO_OF_FOUR),
                new Change(
                        Change.Event.PROPOSED,
                        at("2026-11-20T16:58"),
                        "US",
                        "US/31",
                        "US/31",
                        "A3-01",
                        "",
                        consent("+...")));
    }

    private static Object home(Frame p) {
        List<HomeView.Area> areas = Moc2019.AREAS.stream()
                .map(area ->
                        new HomeView.Area(area.code(), p.in(area.name()), Moc2019.figures(Moc2019.of(area.code()))))
                .toList();
        return new HomeView(
                Moc2019.figures(Moc2019.INITIATIVES),
                waiting(p),
                changes(p),
                at("2026-11-20T16:40"),
                3,
                List.of(
                        new HomeView.Reach("US", true, NOW.minusSeconds(4), 412, 412),
                        new HomeView.Reach("GT", true, NOW.minusSeconds(11), 412, 412),
                        new HomeView.Reach("SV", false, at("2026-11-20T18:31"), 405, 412)),
                own(p),
                areas,
                0);
    }

    private static Object emptyHome(Frame p) {
        var full = (HomeView) home(p);
        return new HomeView(
                full.figures(),
                List.of(),
                List.of(),
                at("2026-11-23T08:40"),
                0,
                List.of(new HomeView.Reach("US", false, null, 0, 412)),
                List.of(),
                full.areas(),
                0);
    }
}
