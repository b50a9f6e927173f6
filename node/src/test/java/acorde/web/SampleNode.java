package acorde.web;

import static acorde.web.Samples.at;
import static acorde.web.Samples.delivery;

import acorde.web.view.ActView;
import acorde.web.view.Change;
import acorde.web.view.EntryView;
import acorde.web.view.Frame;
import acorde.web.view.OversightView;
import acorde.web.view.PartnersView;
import acorde.web.view.PartnersView.LogState;
import acorde.web.view.PartnersView.Partner;
import acorde.web.words.Bilingual;
import acorde.web.words.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Sample views of what concerns the node itself: partners, oversight, acts, and the doors. */
final class SampleNode {
    private static final String HASH = "9f2c71d04be80a35c6d1f0e2aa9b4c7719d3e85f60217ab4cd90ee5b3a7f1c28";
    private static final Map<String, Bilingual> BODIES = Map.of(
            "US", new Bilingual("Departamento de Seguridad Nacional", "Department of Homeland Security"),
            "GT", new Bilingual("Ministerio de Gobernación", "Ministry of Government"),
            "HN", new Bilingual("Secretaría de Seguridad", "Secretariat of Security"),
            "SV",
                    new Bilingual(
                            "Ministerio de Justicia y Seguridad Pública", "Ministry of Justice and Public Security"));

    private SampleNode() {}

    private static Bilingual body(String party) {
        return java.util.Objects.requireNonNull(BODIES.get(party));
    }

    static Object partners(Frame p) {
        return partners(p, LogState.CONSISTENT);
    }

    static Object forked(Frame p) {
        return partners(p, LogState.FORKED);
    }

    static Object noPartners(Frame p) {
        return new PartnersView(List.of(), List.of());
    }

    private static Object partners(Frame p, LogState ofUs) {
        Instant seen = Samples.NOW.minusSeconds(60);
        return new PartnersView(
                List.of(
                        new Partner(
                                "US",
                                p.in(body("US")),
                                true,
                                null,
                                Samples.NOW.minusSeconds(4),
                                412,
                                412,
                                seen,
                                132,
                                132,
                                "US/132",
                                0,
                                List.of(),
                                ofUs,
                                seen),
                        new Partner(
                                "GT",
                                p.in(body("GT")),
                                true,
                                new PartnersView.Trouble("TOO_MANY_WAIT", at("2026-11-19T14:02")),
                                Samples.NOW.minusSeconds(11),
                                412,
                                412,
                                seen,
                                207,
                                207,
                                "GT/207",
                                1,
                                List.of(new PartnersView.Missing("GT/199", at("2026-11-19T14:02"))),
                                LogState.CONSISTENT,
                                seen),
                        new Partner(
                                "SV",
                                p.in(body("SV")),
                                false,
                                new PartnersView.Trouble("UNREACHABLE", at("2026-11-20T18:31")),
                                at("2026-11-20T18:31"),
                                405,
                                412,
                                at("2026-11-20T18:30"),
                                96,
                                96,
                                "SV/96",
                                0,
                                List.of(),
                                LogState.CONSISTENT,
                                at("2026-11-20T18:30"))),
                List.of(
                        new Change(
                                Change.Event.ASSENTED,
                                at("2026-11-23T08:40"),
                                "HN",
                                "HN/412",
                                "GT/190",
                                "A2-04",
                                "",
                                delivery("++-.", at("2026-11-23T08:47"), at("2026-11-23T08:46"), null, null)),
                        new Change(
                                Change.Event.PROPOSED,
                                at("2026-11-18T10:04"),
                                "HN",
                                "HN/401",
                                "HN/401",
                                "A1-05",
                                "",
                                delivery(
                                        "++-+",
                                        at("2026-11-18T10:07"),
                                        at("2026-11-18T10:05"),
                                        null,
                                        at("2026-11-22T19:05"))),
                        new Change(
                                Change.Event.PROPOSED,
                                at("2026-11-12T09:30"),
                                "HN",
                                "HN/388",
                                "HN/388",
                                "AG-02",
                                "",
                                delivery("++-+"))));
    }

    private static OversightView oversight(Frame p, boolean agrees) {
        boolean es = p.language() == Language.ES;
        return new OversightView(
                412,
                "HN/412",
                HASH,
                Samples.NOW.minusSeconds(300),
                List.of(
                        new OversightView.Follower("US", 412, Samples.NOW.minusSeconds(60)),
                        new OversightView.Follower("GT", 412, Samples.NOW.minusSeconds(61)),
                        new OversightView.Follower("SV", 405, at("2026-11-20T18:30"))),
                List.of(
                        new OversightView.Rejected("GT/209", "GT", at("2026-11-23T08:55"), "ALREADY_SAID"),
                        new OversightView.Rejected("US/28", "US", at("2026-11-14T16:20"), "OFFICE_MAY_NOT")),
                0,
                agrees
                        ? new OversightView.Check(
                                Samples.NOW, 847, 4, 2950, List.of(), p.say("oversight.derived.agrees"))
                        : new OversightView.Check(
                                Samples.NOW,
                                847,
                                4,
                                2950,
                                List.of(
                                        es
                                                ? "El acto GT/131 que guarda este nodo no concuerda "
                                                        + "con el registro de Guatemala."
                                                : "Act GT/131 as this node holds it does not agree "
                                                        + "with the log of Guatemala."),
                                ""),
                null,
                0,
                100);
    }

    static Object oversight(Frame p) {
        return oversight(p, true);
    }

    static Object discrepancy(Frame p) {
        return oversight(p, false);
    }

    private static String raw(String kind, String office, String body) {
        return "{\"acorde\":1,\"kind\":\"" + kind + "\",\"by\":\"HN\",\"office\":\"" + office
                + "\",\"at\":\"2026-11-18T16:04:00Z\",\"to\":[\"GT\",\"SV\",\"US\"],\"after\":[\"HN/3\"],\"body\":"
                + body + "}";
    }

    static Object act(Frame p) {
        String raw = raw(
                "compact.proposed",
                "coordination",
                "{\"item\":\"A1-05\",\"base\":1,\"text\":{\"title\":{\"es\":\"Protección conjunta de "
                        + "la niñez migrante\",\"en\":\"Joint protection of migrant "
                        + "children\"},\"due\":\"2027-01-31\"}}");
        return new ActView(
                new Change(Change.Event.PROPOSED, at("2026-11-18T10:04"), "HN", "HN/401", "HN/401", "A1-05", "", null),
                "compact.proposed",
                office(p),
                List.of("US", "GT", "SV"),
                List.of("HN/3"),
                delivery("++-.", at("2026-11-18T10:07"), at("2026-11-18T10:05"), null, null),
                401,
                412,
                HASH,
                raw.length(),
                raw,
                false,
                "",
                SampleFiles.ofAct());
    }

    static Object rejectedAct(Frame p) {
        String raw = raw(
                        "compact.assented",
                        "coordination",
                        "{\"proposal\":\"HN/401\",\"text\":\"sha256:4c1e90ab\",\"reservation\":null}")
                .replace("HN\",\"office", "GT\",\"office");
        return new ActView(
                new Change(Change.Event.REJECTED, at("2026-11-23T08:55"), "GT", "GT/209", "", "", "", null),
                "compact.assented",
                office(p),
                List.of("US", "HN", "SV"),
                List.of("HN/401", "GT/203"),
                delivery("+-+."),
                209,
                210,
                HASH,
                raw.length(),
                raw,
                false,
                "ALREADY_SAID",
                List.of());
    }

    private static String office(Frame p) {
        return p.language() == Language.ES ? "Coordinación nacional" : "National coordination";
    }

    static Object demo(Frame p) {
        var coordination = new Bilingual("Coordinación nacional", "National coordination");
        var supervision = new Bilingual("Supervisión de datos", "Data supervision");
        var administration = new Bilingual("Administración del nodo", "Administration of the node");
        return new EntryView(
                "",
                EntryView.Notice.NONE,
                List.of(
                        seat(
                                "US",
                                new EntryView.Person("Carol Whitfield", coordination, "/demo/enter/US/1"),
                                new EntryView.Person("Peter Okafor", supervision, "/demo/enter/US/2")),
                        seat(
                                "GT",
                                new EntryView.Person("Byron Tzoc Ical", coordination, "/demo/enter/GT/1"),
                                new EntryView.Person("Lucía Marroquín Sic", supervision, "/demo/enter/GT/2")),
                        seat(
                                "HN",
                                new EntryView.Person("Nadia Alvarenga Paz", coordination, "/demo/enter/HN/1"),
                                new EntryView.Person("Elmer Zúniga Rax", administration, "/demo/enter/HN/2")),
                        seat(
                                "SV",
                                new EntryView.Person("Tomás Escobar Luna", coordination, "/demo/enter/SV/1"),
                                new EntryView.Person("Irma Funes Batres", supervision, "/demo/enter/SV/2"))));
    }

    private static EntryView.Seat seat(String party, EntryView.Person... people) {
        return new EntryView.Seat(party, body(party), "http://localhost:8401/", List.of(people));
    }
}
