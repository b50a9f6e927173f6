package acorde.web;

import static acorde.web.Samples.at;

import acorde.web.view.Frame;
import acorde.web.view.SearchView;
import acorde.web.view.SearchView.Asked;
import acorde.web.view.SearchView.Choice;
import acorde.web.view.SearchView.Line;
import acorde.web.view.SearchView.Narrowing;
import acorde.web.view.SearchView.Piece;
import acorde.web.view.SearchView.Saved;
import acorde.web.view.SearchView.Trouble;
import acorde.web.view.WorkView;
import acorde.web.words.Language;
import java.time.LocalDate;
import java.util.List;

/** Sample views of search and work. */
final class SampleFinding {
    private static final List<Saved> VIEWS = List.of(
            new Saved(1, "Niñez, abiertas", "/search?q=ni%C3%B1ez&standing=open"),
            new Saved(2, "Aduanas en El Salvador que vencen este año y están todavía abiertas", "/search?q=aduanas"));

    private SampleFinding() {}

    static Object nothingAsked(Frame p) {
        return view(Asked.NOTHING, List.of(), 0, List.of());
    }

    static Object nothingFound(Frame p) {
        return new SearchView(
                Asked.NOTHING.with("q", "zzz").with("kind", "proposal"),
                List.of(),
                0,
                false,
                List.of(),
                List.of(new Choice(p.say("kind.proposal"), "/search?q=zzz", 0)),
                "",
                List.of(Trouble.CUT),
                "q=zzz&kind=proposal",
                1234,
                at("2026-11-20T08:00"),
                List.of());
    }

    static Object tooBroad(Frame p) {
        return view(Asked.NOTHING.with("q", "x"), List.of(), 0, List.of(Trouble.BROAD, Trouble.UNNAMED));
    }

    static Object found(Frame p) {
        return view(Asked.NOTHING.with("q", "niñez"), lines(p), 3, List.of());
    }

    static Object tooMany(Frame p) {
        return new SearchView(
                Asked.NOTHING.with("q", "de"),
                lines(p),
                1000,
                true,
                List.of(),
                List.of(),
                "/search?q=de&after=0.7fc00000.-20000.initiative.A1-05",
                List.of(),
                "q=de",
                0,
                null,
                List.of());
    }

    private static SearchView view(Asked asked, List<Line> lines, int count, List<Trouble> trouble) { // what differs
        return new SearchView(
                asked,
                lines,
                count,
                false,
                lines.isEmpty()
                        ? List.of()
                        : List.of(
                                new Narrowing(
                                        "kind",
                                        List.of(
                                                new Choice("Iniciativa", "/search?q=x&kind=initiative", 2),
                                                new Choice("Fuente", "/search?q=x&kind=source", 1))),
                                new Narrowing(
                                        "party",
                                        List.of(
                                                new Choice("Guatemala", "/search?q=x&party=GT", 2),
                                                new Choice("Honduras", "/search?q=x&party=HN", 1)))),
                List.of(),
                "",
                trouble,
                asked.isEmpty() ? "" : "q=x",
                0,
                at("2026-11-20T08:00"),
                VIEWS);
    }

    private static List<Line> lines(Frame p) {
        var es = p.language() == Language.ES;
        return List.of(
                new Line(
                        "initiative",
                        "A1-05",
                        es ? "Protección conjunta de la niñez migrante" : "Joint protection of migrant children",
                        "",
                        "/initiatives/A1-05",
                        "A1",
                        List.of("GT", "HN"),
                        "announced",
                        LocalDate.parse("2027-01-31"),
                        List.of(
                                new Piece("… la ", false),
                                new Piece("<b>niñez</b>", true),
                                new Piece(" migrante …", false)),
                        es ? "" : "es",
                        "GT/12"),
                new Line(
                        "answer",
                        "HN/401",
                        es ? "Protección conjunta de la niñez" : "Joint protection of children",
                        "",
                        "/acts/HN/401",
                        "A1",
                        List.of("HN"),
                        "reserved",
                        LocalDate.parse("2026-11-18"),
                        List.of(new Piece("niñez", true)),
                        "",
                        "HN/401"),
                new Line(
                        "source",
                        "",
                        "https://www.example.org/un/camino/muy/largo/que-no-cabe-en-una-pantalla-estrecha-de-telefono.html",
                        "",
                        "/acts/GT/3",
                        "",
                        List.of(),
                        "announced",
                        null,
                        List.of(),
                        "",
                        "GT/3"),
                new Line(
                        "item-report",
                        "",
                        "EJERCICIO: partidas de nacimiento con un mismo sello falso",
                        es ? "" : "es",
                        "/exchange/SV/97",
                        "A2",
                        List.of("SV"),
                        "exercise",
                        LocalDate.parse("2026-11-22"),
                        List.of(),
                        "",
                        "SV/97"));
    }

    static Object work(Frame p) {
        return new WorkView(
                List.of(
                        new WorkView.Line(
                                "answer",
                                "US/31",
                                "Intercambio de información sobre rutas",
                                "/proposals/US/31",
                                LocalDate.parse("2026-11-20"),
                                true,
                                at("2026-11-10T09:00")),
                        new WorkView.Line(
                                "answer",
                                "GT/190",
                                "Protección conjunta de la niñez migrante",
                                "/proposals/GT/190",
                                LocalDate.parse("2026-12-20"),
                                false,
                                at("2026-11-12T09:00")),
                        new WorkView.Line(
                                "answer", "SV/60", "Aduanas", "/proposals/SV/60", null, false, at("2026-11-01T09:00"))),
                4,
                List.of(
                        new WorkView.Begun(
                                "initiative",
                                "",
                                "Protección conjunta de la niñez migrante",
                                "/proposals/new?draft=00",
                                at("2026-11-12T09:00")),
                        new WorkView.Begun(
                                "sitting",
                                "sitting/HN/402",
                                "",
                                "/sittings/HN/402/points/review",
                                at("2026-11-10T09:00"))));
    }

    static Object noWork(Frame p) {
        return new WorkView(List.of(), 0, List.of());
    }
}
