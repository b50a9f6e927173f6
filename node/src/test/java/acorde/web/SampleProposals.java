package acorde.web;

import static acorde.web.Samples.at;
import static acorde.web.Samples.consent;

import acorde.web.groups.GroupsView;
import acorde.web.groups.MandateView;
import acorde.web.view.Chord;
import acorde.web.view.Chord.State;
import acorde.web.view.ComposeView;
import acorde.web.view.Document;
import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.view.InitiativeText;
import acorde.web.view.Left;
import acorde.web.view.ProposalLine;
import acorde.web.view.ProposalLine.Field;
import acorde.web.view.ProposalLine.Standing;
import acorde.web.view.ProposalView;
import acorde.web.view.ProposalView.Voice;
import acorde.web.view.ProposalView.Voice.Said;
import acorde.web.view.ProposalsView;
import acorde.web.view.Quote;
import acorde.web.view.Refusal;
import acorde.web.view.RulesView;
import acorde.web.words.Bilingual;
import acorde.web.words.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sample views of proposals in every state, and of one being written. */
// longer than a file should be: one sample of each state a proposal can be in
final class SampleProposals {
    private static final String HASH = "sha256:4c1e90ab77d23f05e8c61b946a2fd0134c1e90ab77d23f05e8c61b946a2fd013";

    private SampleProposals() {}

    static ProposalLine ended(Frame p, String id, String item, Standing standing) {
        Chord chord = switch (standing) {
            case DEAD -> consent("-++x", null, at("2026-11-15T10:00"), at("2026-11-17T09:15"), at("2026-11-22T13:05"));
            case SUPERSEDED -> consent("...+", null, null, null, at("2026-08-30T12:00"));
            default ->
                consent(
                        "++++",
                        at("2026-09-04T09:20"),
                        at("2026-09-02T11:45"),
                        at("2026-09-02T08:01"),
                        at("2026-09-05T16:40"));
        };
        Moc2019.Initiative initiative = Moc2019.initiative(item);
        return new ProposalLine(
                id,
                item,
                initiative.area(),
                p.in(initiative.title()),
                id.substring(0, 2),
                at("2026-09-02T08:01"),
                List.of(Field.DELIVERABLE, Field.DUE, Field.INDICATOR),
                standing,
                false,
                false,
                chord);
    }

    static Object all(Frame p) {
        return new ProposalsView(
                Samples.waiting(p),
                Samples.waiting(p).size(),
                Samples.own(p),
                Samples.own(p).size(),
                List.of(
                        ended(p, "GT/198", "A2-01", Standing.DEAD),
                        ended(p, "US/22", "A2-02", Standing.CONTESTED),
                        ended(p, "HN/310", "AG-03", Standing.IN_FORCE),
                        ended(p, "SV/60", "AG-03", Standing.SUPERSEDED)),
                "");
    }

    static Object none(Frame p) {
        return new ProposalsView(List.of(), 0, List.of(), 0, List.of(), "");
    }

    static String reservation(Frame p) {
        return p.language() == Language.ES
                ? "Las 24 horas corren desde que la consulta llega al despacho designado"
                : "The 24 hours run from receipt at the designated office";
    }

    static Voice voice(String party, State state, Said said, @Nullable String local, String act, String quote) {
        return new Voice(
                new Chord.Mark(party, state, local == null ? null : at(local)),
                said,
                "",
                act,
                quote,
                local == null ? at("2026-11-20T17:07") : null,
                party.equals("HN"));
    }

    static List<Voice> voices(Frame p) {
        String office = p.language() == Language.ES ? "Coordinación nacional" : "National coordination";
        return List.of(
                voice("US", State.HOLLOW, Said.NOT_YET, null, "", ""),
                new Voice(
                        new Chord.Mark("GT", State.FILLED, at("2026-11-20T17:32")),
                        Said.ASSENTED,
                        office,
                        "GT/203",
                        "",
                        null,
                        false),
                new Voice(
                        new Chord.Mark("HN", State.FILLED, at("2026-11-18T10:04")),
                        Said.PROPOSED,
                        office,
                        "HN/401",
                        "",
                        null,
                        false),
                new Voice(new Chord.Mark("SV", State.HOLLOW, null), Said.NOT_YET, "", "", "", null, false));
    }

    static InitiativeText childrenBefore() {
        Moc2019.Initiative each = Moc2019.initiative("A1-05");
        return new InitiativeText(each.title(), each.deliverable(), each.due(), each.parties());
    }

    static InitiativeText childrenAfter() {
        return new InitiativeText(
                Moc2019.initiative("A1-05").title(),
                new Bilingual(
                        "Cada parte designa un despacho de protección de niñez que responde en 24 "
                                + "horas a las consultas de vínculo familiar de las otras partes.\nLa "
                                + "verificación exige autoridad de niñez; la policía no decide sola.",
                        "Each party designates a child-protection office that answers the other "
                                + "parties’ family-link queries within 24 hours.\nVerification requires a "
                                + "child authority; the police do not decide alone."),
                LocalDate.parse("2027-01-31"),
                Moc2019.PARTIES,
                List.of(new InitiativeText.Step(
                        "H1",
                        new Bilingual("Despachos designados", "Offices designated"),
                        LocalDate.parse("2026-12-15"),
                        null)),
                new InitiativeText.Indicator(
                        new Bilingual(
                                "Consultas de vínculo familiar respondidas en 24 horas",
                                "Family-link queries answered within 24 hours"),
                        new Bilingual("%", "%"),
                        InitiativeText.Indicator.Counts.OUTCOME,
                        new BigDecimal("38"),
                        LocalDate.parse("2026-10-31"),
                        new BigDecimal("90"),
                        LocalDate.parse("2027-06-30"),
                        1,
                        false,
                        InitiativeText.Indicator.Counted.THINGS),
                null,
                InitiativeText.Rest.NONE);
    }

    /** Two versions that share most of their words, so that the difference shows inside the sentences. */
    private static InitiativeText requests(boolean after) {
        return new InitiativeText(
                Moc2019.initiative("A3-01").title(),
                after
                        ? new Bilingual(
                                "Intercambio regular entre autoridades de seguridad, por los "
                                        + "despachos que cada parte designe. Toda solicitud se responde en 10 "
                                        + "días hábiles.\nUna negativa dice su razón.",
                                "Regular exchange between security authorities, through the offices "
                                        + "each party designates. Every request is answered within 10 working "
                                        + "days.\nA refusal gives its reason.")
                        : new Bilingual(
                                "Intercambio regular entre autoridades de seguridad. Toda solicitud "
                                        + "se responde en un plazo razonable.",
                                "Regular exchange between security authorities. Every request is "
                                        + "answered within a reasonable time."),
                after ? LocalDate.parse("2027-02-28") : null,
                Moc2019.PARTIES);
    }

    private record Texts(@Nullable InitiativeText before, InitiativeText after) {}

    private static final Texts CHILDREN = new Texts(childrenBefore(), childrenAfter());
    private static final Texts REQUESTS = new Texts(requests(false), requests(true));

    private static ProposalView view(Frame p, ProposalLine line, Texts texts, Parts parts) {
        boolean es = p.language() == Language.ES;
        return new ProposalView(
                line,
                (es ? "Coordinación nacional de " : "National coordination of ") + p.within(line.by()),
                texts.before() == null ? 0 : 1,
                Quote.plain(
                        es
                                ? "Sin despacho ni plazo, la promesa no se puede cumplir ni incumplir"
                                : "With no office and no deadline, the promise can be neither kept nor broken"),
                Document.compare(texts.before(), texts.after(), Language.ES, p.formats()),
                Document.compare(texts.before(), texts.after(), Language.EN, p.formats()),
                parts.rules,
                HASH,
                parts.voices,
                parts.rivals,
                parts.ifAssent,
                parts.answer,
                parts.cannot,
                parts.mayWithdraw,
                parts.ending,
                parts.doubles,
                "0");
    }

    /** What differs from one state to the next. */
    private static final class Parts {
        List<Voice> voices;
        List<ProposalLine> rivals = List.of();
        ProposalView.@Nullable Consequence ifAssent;
        ProposalView.@Nullable Answer answer;

        @Nullable
        Refusal cannot;

        @Nullable
        RulesView rules;

        boolean mayWithdraw;
        ProposalView.@Nullable Ending ending;
        List<ProposalView.Double> doubles = List.of();

        Parts(Voice... voices) {
            this.voices = List.of(voices);
        }
    }

    private static Parts awaiting() {
        var parts = new Parts(
                voice("US", State.FILLED, Said.PROPOSED, "2026-11-20T16:58", "US/31", ""),
                voice("GT", State.HOLLOW, Said.NOT_YET, null, "", ""),
                voice("HN", State.HOLLOW, Said.NOT_YET, null, "", ""),
                voice("SV", State.HOLLOW, Said.NOT_YET, null, "", ""));
        parts.ifAssent = new ProposalView.Consequence(consent("+.+."), LocalDate.parse("2027-02-28"), 0, 0);
        parts.answer = ProposalView.Answer.untouched(ProposalView.Answer.ALL);
        return parts;
    }

    static Object toAnswer(Frame p) {
        return view(p, Samples.waiting(p).getLast(), REQUESTS, awaiting());
    }

    static Object rules(Frame p) {
        var parts = awaiting();
        parts.rules = SampleRules.changed(p);
        return view(p, SampleRules.line(p), REQUESTS, parts);
    }

    static Object rulesThatAreNone(Frame p) {
        var parts = awaiting();
        parts.rules = SampleRules.unreadable();
        return view(p, SampleRules.line(p), REQUESTS, parts);
    }

    static Object answeredWrongly(Frame p) {
        Parts parts = awaiting();
        parts.answer = new ProposalView.Answer(
                ProposalView.Answer.ALL,
                "reserve",
                "",
                List.of(new Flaw("words", Flaw.Why.WORDS_MISSING), new Flaw("read", Flaw.Why.NOT_READ)));
        return view(p, Samples.waiting(p).getLast(), REQUESTS, parts);
    }

    static Object withdrawalAsked(Frame p) {
        return view(p, Samples.waiting(p).getFirst(), REQUESTS, awaiting());
    }

    static Object rivalLives(Frame p) {
        Parts parts = awaiting();
        parts.ifAssent = null;
        parts.rivals = List.of(Samples.own(p).getFirst());
        parts.cannot = new Refusal("RIVAL_LIVES", "HN", Refusal.Stage.BEFORE_SIGNING, List.of("HN/401"));
        parts.answer = ProposalView.Answer.untouched(ProposalView.Answer.ONLY_REFUSE);
        ProposalLine line = Samples.line(
                p, "US/44", "A1-05", at("2026-11-21T09:00"), List.of(Field.DELIVERABLE, Field.DUE), consent("+..."));
        return view(p, line, CHILDREN, parts);
    }

    static Object own(Frame p) {
        var parts = new Parts(voices(p).toArray(Voice[]::new));
        parts.mayWithdraw = true;
        return view(p, Samples.own(p).getFirst(), CHILDREN, parts);
    }

    static Object lastAssent(Frame p) {
        var parts = new Parts(
                voice("US", State.FILLED, Said.ASSENTED, "2026-11-19T09:20", "US/29", ""),
                voice("GT", State.FILLED, Said.PROPOSED, "2026-11-17T11:45", "GT/211", ""),
                voice("HN", State.HOLLOW, Said.NOT_YET, null, "", ""),
                voice("SV", State.FILLED, Said.RESERVED, "2026-11-20T16:40", "SV/92", reservation(p)));
        parts.ifAssent = new ProposalView.Consequence(consent("++++"), LocalDate.parse("2027-01-31"), 0, 1);
        parts.answer = ProposalView.Answer.untouched(ProposalView.Answer.ALL);
        ProposalLine line = Samples.line(p, "GT/211", "A1-05", at("2026-11-17T11:45"), List.of(), consent("++.+"));
        return view(p, line, new Texts(null, childrenAfter()), parts);
    }

    static Object inForce(Frame p) {
        var parts = new Parts(
                voice("US", State.FILLED, Said.ASSENTED, "2026-09-04T09:20", "US/61", ""),
                voice("GT", State.FILLED, Said.ASSENTED, "2026-09-02T11:45", "GT/140", ""),
                voice("HN", State.FILLED, Said.PROPOSED, "2026-09-02T08:01", "HN/310", ""),
                voice("SV", State.FILLED, Said.RESERVED, "2026-09-05T16:40", "SV/71", reservation(p)));
        parts.ending = new ProposalView.Ending("SV", at("2026-09-05T16:40"), "SV/71", "", "");
        return view(p, ended(p, "HN/310", "AG-03", Standing.IN_FORCE), CHILDREN, parts);
    }

    static Object dead(Frame p) {
        boolean es = p.language() == Language.ES;
        String reason =
                es ? "dos de las cinco operaciones no fueron conjuntas" : "two of the five operations were not joint";
        var parts = new Parts(
                new Voice(new Chord.Mark("US", State.DASHED, null), Said.NOT_CONCERNED, "", "", "", null, false),
                voice("GT", State.FILLED, Said.PROPOSED, "2026-11-15T10:00", "GT/198", ""),
                voice("HN", State.FILLED, Said.ASSENTED, "2026-11-17T09:15", "HN/395", ""),
                voice("SV", State.CROSSED, Said.REFUSED, "2026-11-22T13:05", "SV/95", reason));
        parts.ending = new ProposalView.Ending("SV", at("2026-11-22T13:05"), "SV/95", "", reason);
        return view(p, ended(p, "GT/198", "A2-01", Standing.DEAD), CHILDREN, parts);
    }

    static Object superseded(Frame p) {
        var parts = new Parts(
                voice("US", State.HOLLOW, Said.NOT_YET, null, "", ""),
                voice("GT", State.HOLLOW, Said.NOT_YET, null, "", ""),
                new Voice(new Chord.Mark("HN", State.HOLLOW, null), Said.NOT_YET, "", "", "", null, false),
                voice("SV", State.FILLED, Said.PROPOSED, "2026-08-30T12:00", "SV/60", ""));
        parts.ending = new ProposalView.Ending("SV", at("2026-09-05T16:40"), "SV/71", "HN/310", "");
        return view(p, ended(p, "SV/60", "AG-03", Standing.SUPERSEDED), CHILDREN, parts);
    }

    static Object contested(Frame p) {
        var parts = new Parts(
                voice("US", State.FILLED, Said.PROPOSED, "2026-10-28T09:20", "US/22", ""),
                voice("GT", State.FILLED, Said.ASSENTED, "2026-10-29T11:45", "GT/131", ""),
                voice("HN", State.FILLED, Said.ASSENTED, "2026-10-29T08:01", "HN/340", ""),
                voice("SV", State.FILLED, Said.ASSENTED, "2026-10-30T12:00", "SV/66", ""));
        parts.rivals = List.of(ended(p, "GT/120", "A2-02", Standing.CONTESTED));
        parts.doubles = List.of(new ProposalView.Double("SV", "SV/66", "US/22", "SV/64", "GT/120"));
        return view(p, ended(p, "US/22", "A2-02", Standing.CONTESTED), CHILDREN, parts);
    }

    private static ComposeView.Draft draft(InitiativeText text, String note) {
        InitiativeText.Indicator indicator = text.indicator();
        return new ComposeView.Draft(
                "A1-05",
                "A1",
                text.title().es(),
                text.title().en(),
                text.deliverable().es(),
                text.deliverable().en(),
                text.due() == null ? "" : text.due().toString(),
                indicator == null ? "" : indicator.name().es(),
                indicator == null ? "" : indicator.name().en(),
                indicator == null ? "" : indicator.unit().es(),
                indicator == null ? "" : indicator.unit().en(),
                indicator == null ? "" : indicator.counts().word(),
                "",
                indicator == null ? "" : "38",
                indicator == null ? "" : "2026-10-31",
                indicator == null ? "" : "90",
                indicator == null ? "" : "2027-06-30",
                indicator == null ? "" : "1",
                "",
                "",
                text.milestones().stream()
                        .map(step -> new ComposeView.Step(
                                step.code(),
                                step.due().toString(),
                                "",
                                step.title().es(),
                                step.title().en()))
                        .toList(),
                text.parties(),
                note,
                "es");
    }

    private static ComposeView composing(
            Frame p, ComposeView.Draft draft, List<Flaw> flaws, ComposeView.@Nullable Review review) {
        boolean fresh = draft.amends().isEmpty();
        String title = fresh ? "" : p.in(Moc2019.initiative("A1-05").title());
        return new ComposeView(
                draft,
                fresh ? 0 : 1,
                title,
                "",
                Samples.areas(p),
                Moc2019.PARTIES,
                flaws,
                null,
                review,
                fresh
                        ? new Left(
                                "7f3a09c17f3a09c1",
                                null,
                                List.of(new Left.Other("09c17f3a09c17f3a", "", "", Samples.NOW)))
                        : new Left("", Samples.NOW, List.of()));
    }

    static Object composeNew(Frame p) {
        var draft = new ComposeView.Draft(
                "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", List.of(), List.of(),
                "", "");
        return composing(p, draft, List.of(), null);
    }

    static Object compose(Frame p) {
        return composing(p, draft(childrenBefore(), ""), List.of(), null);
    }

    static Object composeWrongly(Frame p) {
        List<Flaw> flaws = List.of(
                new Flaw("deliverableEn", Flaw.Why.TEXT_MISSING),
                new Flaw("baseline", Flaw.Why.INDICATOR_INCOMPLETE),
                new Flaw("due", Flaw.Why.DATE_PAST));
        return composing(p, draft(childrenAfter(), ""), flaws, null);
    }

    static Object mandate(Frame p) {
        var review = new ComposeView.Review(
                Document.changes(childrenBefore(), childrenAfter(), p.formats()),
                Document.compare(childrenBefore(), childrenAfter(), Language.ES, p.formats()),
                Document.compare(childrenBefore(), childrenAfter(), Language.EN, p.formats()),
                consent("..+."));
        var typed = new GroupsView.Typed(Map.of("code", "A1", "titleEs", "Mesa A1"), "", Map.of(), List.of());
        return new MandateView(
                "A1",
                "sha256:" + "7f3a".repeat(16),
                List.of("US", "GT", "HN", "SV"),
                typed,
                null,
                new MandateView.Review(review, "Para que haya quórum", List.of(new Flaw("read", Flaw.Why.NOT_READ))),
                new Left("", null, List.of()));
    }

    static Object review(Frame p) {
        var review = new ComposeView.Review(
                Document.changes(childrenBefore(), childrenAfter(), p.formats()),
                Document.compare(childrenBefore(), childrenAfter(), Language.ES, p.formats()),
                Document.compare(childrenBefore(), childrenAfter(), Language.EN, p.formats()),
                consent("..+."));
        return composing(
                p,
                draft(childrenAfter(), "Sin despacho ni plazo, la promesa no se puede cumplir ni incumplir"),
                List.of(),
                review);
    }
}
