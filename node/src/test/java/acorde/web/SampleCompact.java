package acorde.web;

import static acorde.web.Samples.at;
import static acorde.web.Samples.consent;

import acorde.web.view.AreaSums;
import acorde.web.view.Change;
import acorde.web.view.Chord;
import acorde.web.view.CompactView;
import acorde.web.view.Frame;
import acorde.web.view.GroupDecision;
import acorde.web.view.InitiativeLine;
import acorde.web.view.InitiativeText;
import acorde.web.view.InitiativeView;
import acorde.web.view.ProposalLine;
import acorde.web.view.ProposalView;
import acorde.web.view.PublicView;
import acorde.web.words.Bilingual;
import acorde.web.words.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Sample views of the compact, of single initiatives and of the public page. */
final class SampleCompact {
    private SampleCompact() {}

    private static CompactView compact(Frame p, CompactView.Filter filter, Predicate<Moc2019.Initiative> shown) {
        boolean es = p.language() == Language.ES;
        List<CompactView.Section> sections = sections(p, shown);
        return new CompactView(
                es
                        ? "Memorándum de Cooperación sobre seguridad fronteriza en Centroamérica"
                        : "Memorandum of Cooperation on border security cooperation in Central America",
                "Tegucigalpa, Honduras",
                List.of(
                        new CompactView.Claim(
                                p.formats().partial("2019-03-27"),
                                InitiativeView.Evidence.PRESS,
                                es
                                        ? "Los ministros se reunieron y acordaron el miércoles 27."
                                        : "Ministers met and agreed on Wednesday the 27th.",
                                List.of(source("S-24H"))),
                        new CompactView.Claim(
                                p.formats().partial("2019-03-28"),
                                InitiativeView.Evidence.OFFICIAL,
                                es ? "Fecha del comunicado del DHS." : "Date of the DHS release.",
                                List.of(source("S-DHS0328")))),
                consent(
                        "++++",
                        at("2026-09-01T09:00"),
                        at("2026-09-01T09:12"),
                        at("2026-09-01T08:30"),
                        at("2026-09-01T10:44")),
                at("2026-09-01T10:44"),
                filter,
                sections,
                CompactView.Part.whole(sections),
                Moc2019.figures(Moc2019.INITIATIVES),
                52);
    }

    private static AreaSums sums() {
        return new AreaSums(
                List.of(
                        new AreaSums.Line(
                                new Bilingual("%", "%"), BigDecimal.ZERO, new BigDecimal(80), new BigDecimal(38)),
                        new AreaSums.Line(
                                new Bilingual("redes desarticuladas", "networks dismantled"),
                                null,
                                new BigDecimal(12),
                                null)),
                2,
                1,
                4,
                3);
    }

    private static List<CompactView.Section> sections(Frame p, Predicate<Moc2019.Initiative> shown) {
        return Moc2019.AREAS.stream()
                .map(area -> new CompactView.Section(
                        area.code(),
                        p.in(area.name()),
                        Moc2019.figures(Moc2019.of(area.code())),
                        Moc2019.of(area.code()).stream()
                                .filter(shown)
                                .map(each -> SampleLines.line(p, each))
                                .toList(),
                        area.code().equals("A1") ? sums() : null,
                        area.code().equals("A1") ? List.of(SampleProgress.line()) : List.of()))
                .toList();
    }

    static Object compact(Frame p) {
        return compact(p, CompactView.Filter.ALL, each -> true);
    }

    static Object filtered(Frame p) {
        return compact(
                p,
                new CompactView.Filter("frontera", "", "GT", "", ""),
                each -> each.parties().contains("GT")
                        && p.in(each.title())
                                .toLowerCase(Locale.ROOT)
                                .contains(p.language() == Language.ES ? "frontera" : "border"));
    }

    static Object nothing(Frame p) {
        return compact(p, new CompactView.Filter("zzz", "", "", "", ""), each -> false);
    }

    static Object published(Frame p) {
        List<InitiativeLine> dated = Moc2019.INITIATIVES.stream()
                .filter(each -> each.due() != null)
                .map(each -> SampleLines.line(p, each))
                .toList();
        return new PublicView(
                "HN",
                Samples.NOW,
                Moc2019.figures(Moc2019.INITIATIVES),
                dated,
                sections(p, each -> true),
                CompactView.Part.whole(sections(p, each -> true)),
                Map.of("A1-05", SampleProgress.published()),
                Map.of("A1", List.of(SampleProgress.indicator())),
                52,
                true);
    }

    static Object open(Frame p) {
        boolean es = p.language() == Language.ES;
        return view(
                p,
                "A1-05",
                SampleProposals.childrenBefore(),
                SampleProposals.voices(p),
                List.of(Samples.own(p).getFirst()),
                List.of(
                        new CompactView.Claim(
                                es
                                        ? "Habrá un esfuerzo conjunto, por detallar en julio."
                                        : "There will be a joint effort, to be detailed in July.",
                                InitiativeView.Evidence.PRESS,
                                "",
                                List.of(source("S-PRI"))),
                        new CompactView.Claim(
                                es ? "No había mecanismo ni fecha." : "There was no mechanism and no date.",
                                InitiativeView.Evidence.PRESS,
                                "",
                                List.of(source("S-HER")))),
                List.of(
                        new Change(Change.Event.LOADED, at("2026-09-01T10:50"), "HN", "HN/3", "", "A1-05", "", null),
                        new Change(
                                Change.Event.PROPOSED,
                                at("2026-11-18T10:04"),
                                "HN",
                                "HN/401",
                                "HN/401",
                                "A1-05",
                                "",
                                null),
                        new Change(
                                Change.Event.ASSENTED,
                                at("2026-11-20T17:32"),
                                "GT",
                                "GT/203",
                                "HN/401",
                                "A1-05",
                                "",
                                null)));
    }

    static Object consented(Frame p) {
        Moc2019.Initiative each = Moc2019.initiative("AG-03");
        var text = new InitiativeText(
                each.title(),
                new Bilingual(
                        "Una mesa técnica por área, con representantes de cada parte, que se reúne "
                                + "al menos una vez por trimestre.\nCada mesa informa a la coordinación "
                                + "nacional de cada parte en los diez días siguientes.",
                        "One technical working group per area, with representatives of each party, "
                                + "meeting at least once a quarter.\nEach group reports to every party’s "
                                + "national coordination within the following ten days."),
                LocalDate.parse("2027-03-31"),
                each.parties(),
                List.of(),
                new InitiativeText.Indicator(
                        new Bilingual(
                                "Reuniones de mesa con las cuatro partes presentes",
                                "Group meetings with all four parties present"),
                        new Bilingual("por trimestre", "per quarter"),
                        InitiativeText.Indicator.Counts.OUTPUT,
                        BigDecimal.ZERO,
                        LocalDate.parse("2026-09-30"),
                        new BigDecimal("4"),
                        LocalDate.parse("2027-03-31"),
                        3,
                        true,
                        null),
                null,
                InitiativeText.Rest.NONE);
        List<ProposalView.Voice> voices = List.of(
                SampleProposals.voice(
                        "US", Chord.State.FILLED, ProposalView.Voice.Said.ASSENTED, "2026-09-04T09:20", "US/61", ""),
                SampleProposals.voice(
                        "GT", Chord.State.FILLED, ProposalView.Voice.Said.ASSENTED, "2026-09-02T11:45", "GT/140", ""),
                SampleProposals.voice(
                        "HN", Chord.State.FILLED, ProposalView.Voice.Said.PROPOSED, "2026-09-02T08:01", "HN/310", ""),
                SampleProposals.voice(
                        "SV",
                        Chord.State.FILLED,
                        ProposalView.Voice.Said.RESERVED,
                        "2026-09-05T16:40",
                        "SV/71",
                        SampleProposals.reservation(p)));
        return view(
                p,
                "AG-03",
                text,
                voices,
                List.of(SampleProposals.ended(p, "HN/310", "AG-03", ProposalLine.Standing.IN_FORCE)),
                List.of(),
                List.of(
                        new Change(Change.Event.LOADED, at("2026-09-01T10:50"), "HN", "HN/5", "", "AG-03", "", null),
                        new Change(
                                Change.Event.PROPOSED,
                                at("2026-09-02T08:01"),
                                "HN",
                                "HN/310",
                                "HN/310",
                                "AG-03",
                                "",
                                null),
                        new Change(
                                Change.Event.RESERVED,
                                at("2026-09-05T16:40"),
                                "SV",
                                "SV/71",
                                "HN/310",
                                "AG-03",
                                SampleProposals.reservation(p),
                                null),
                        new Change(
                                Change.Event.IN_FORCE,
                                at("2026-09-05T16:40"),
                                "SV",
                                "SV/71",
                                "HN/310",
                                "AG-03",
                                "",
                                null)));
    }

    static Object announced(Frame p) {
        Moc2019.Initiative each = Moc2019.initiative("A1-06");
        var text = new InitiativeText(each.title(), each.deliverable(), null, each.parties());
        return view(
                p,
                "A1-06",
                text,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Change(Change.Event.LOADED, at("2026-09-01T10:50"), "HN", "HN/3", "", "A1-06", "", null)));
    }

    static Object contested(Frame p) {
        Moc2019.Initiative each = Moc2019.initiative("A2-02");
        var text = new InitiativeText(each.title(), each.deliverable(), null, each.parties());
        return view(
                p,
                "A2-02",
                text,
                List.of(),
                List.of(
                        SampleProposals.ended(p, "US/22", "A2-02", ProposalLine.Standing.CONTESTED),
                        SampleProposals.ended(p, "GT/120", "A2-02", ProposalLine.Standing.CONTESTED)),
                List.of(),
                List.of(new Change(
                        Change.Event.CONTESTED, at("2026-10-30T12:00"), "SV", "SV/66", "US/22", "A2-02", "", null)));
    }

    private static InitiativeView view(
            Frame p,
            String code,
            InitiativeText text,
            List<ProposalView.Voice> voices,
            List<ProposalLine> proposals,
            List<CompactView.Claim> claims,
            List<Change> changes) {
        Moc2019.Initiative each = Moc2019.initiative(code);
        boolean es = p.language() == Language.ES;
        var area = Moc2019.AREAS.stream()
                .filter(one -> one.code().equals(each.area()))
                .findFirst()
                .orElseThrow();
        var guards = new ArrayList<String>();
        if (each.area().equals("A1")) {
            guards.add(
                    es
                            ? "Los datos de niñez son los más protegidos: la verificación de vínculo "
                                    + "exige autoridad de niñez, no solo policía."
                            : "Child data is the most protected: a family-link finding needs a child "
                                    + "authority, not police alone.");
            guards.add(
                    es
                            ? "Nada de quien pide protección se muestra al país del que huye, ni siquiera una cuenta."
                            : "Nothing about a person who seeks protection is shown to the country "
                                    + "they flee, not even a count.");
        }
        List<InitiativeView.Source> sources =
                each.sources().stream().map(SampleCompact::source).toList();
        List<InitiativeView.Past> past = List.of(new InitiativeView.Past(
                each.asOf(), p.language() == Language.ES ? "La fuente la cita." : "The source names it.", sources));
        return new InitiativeView(
                SampleLines.line(p, each),
                p.in(area.name()),
                text,
                "HN/3",
                at("2026-09-05T16:40"),
                List.of(),
                claims,
                guards,
                each.area().equals("A1") ? reported(es) : InitiativeView.Reported.NOTHING,
                voices,
                proposals,
                past,
                changes,
                sources,
                code.equals("AG-03") ? SampleProgress.followed(p) : null,
                code.equals("AG-03") ? decided() : GroupDecision.Some.NONE);
    }

    private static GroupDecision.Some decided() {
        var action = new GroupDecision.Action(
                1,
                "US",
                new Bilingual("Comunicar los turnos.", "Tell the shifts."),
                LocalDate.parse("2026-11-20"),
                "late");
        var decision = new GroupDecision(
                "3/1",
                new Bilingual("Mesa técnica de fronteras", "Technical group on borders"),
                "HN/402",
                "HN/431",
                "TAKEN",
                at("2026-11-10T16:30"),
                new Bilingual("EJERCICIO: los turnos se comunican.", "EXERCISE: shifts are told."),
                List.of(action));
        return new GroupDecision.Some(List.of(decision), 1);
    }

    private static InitiativeView.Reported reported(boolean es) {
        return new InitiativeView.Reported(
                List.of(
                        new InitiativeView.Number(
                                "HN",
                                true,
                                new BigDecimal("150"),
                                new Bilingual("policías", "police officers"),
                                es ? "policías fronterizos más" : "more border police"),
                        new InitiativeView.Number(
                                "US",
                                false,
                                new BigDecimal("4000"),
                                new Bilingual("", ""),
                                es ? "casos de fraude" : "fraud cases")),
                new InitiativeText.Indicator(
                        new Bilingual("consultas respondidas", "queries answered"),
                        new Bilingual("número", "number"),
                        InitiativeText.Indicator.Counts.OUTPUT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null),
                List.of(new InitiativeView.Told(
                        InitiativeView.Told.Matter.BREACH,
                        es ? "Personal de una comisión, ene 2020." : "Staff of a committee, Jan 2020.",
                        source("S-SFRC"))));
    }

    /** Some sources are known by more than their address. */
    private static InitiativeView.Source source(String code) {
        var known = code.equals("S-HER") || code.startsWith("S-DHS");
        return new InitiativeView.Source(
                code,
                Moc2019.source(code),
                known ? "Lento avance del pacto regional entre EE. UU. y el Triángulo Norte" : "",
                known ? "El Heraldo" : "Primicia Honduras",
                known ? "2019-07-02" : "",
                code.startsWith("S-DHS") ? InitiativeView.Evidence.OFFICIAL : InitiativeView.Evidence.PRESS);
    }
}
