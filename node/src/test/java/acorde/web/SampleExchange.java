package acorde.web;

import static acorde.web.Samples.at;
import static acorde.web.Samples.delivery;

import acorde.exchange.CapMessage;
import acorde.exchange.Release.How;
import acorde.exchange.Thing;
import acorde.policy.Country;
import acorde.web.exchange.AlertsView;
import acorde.web.exchange.BeforeView;
import acorde.web.exchange.ClosedView;
import acorde.web.exchange.ItemView;
import acorde.web.exchange.MailboxView;
import acorde.web.exchange.OutcomeView;
import acorde.web.exchange.RecallView;
import acorde.web.exchange.RenewalView;
import acorde.web.exchange.ReportDraft;
import acorde.web.exchange.ReportReview;
import acorde.web.exchange.ReportReview.Because;
import acorde.web.exchange.ReportReview.Verdict;
import acorde.web.exchange.ReportSheet;
import acorde.web.view.Chord;
import acorde.web.view.Chord.Mark;
import acorde.web.view.Chord.State;
import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.view.Left;
import acorde.web.view.Refusal;
import acorde.web.words.Bilingual;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Sample views of what is exchanged. Every report is invented and marked as of an exercise. */
// longer than a file should be: one list of every state of the pages of exchange
final class SampleExchange {
    private static final Because GIVEN = because(
            "P-2", "Quien da la información la dirige a esa parte.", "Its provider addresses it to that party.");
    private static final Because BANNED = because(
            "AS-1",
            "Quien lo da nombró países que no debe alcanzar nunca, y por aquí podría alcanzar uno.",
            "Its provider named countries it must never reach, and this way it could reach one.");
    private static final Because GONE =
            because("EV-3A", "Una regla que ya no está en vigor.", "A rule that is no longer in force.");

    private static final String TITLE = "EJERCICIO: partidas de nacimiento con un mismo sello falso";
    private static final LocalDate REVIEW = LocalDate.parse("2027-05-23");

    private SampleExchange() {}

    private static Because because(String rule, String es, String en) {
        return new Because(rule, new Bilingual(es, en), List.of());
    }

    /** Of this party's own. */
    private static ReportSheet.Marks marks() {
        return marks(List.of("El Salvador", "Nicaragua"));
    }

    /** @param never the countries it must never reach; nobody who was given it reads them */
    private static ReportSheet.Marks marks(List<String> never) {
        return new ReportSheet.Marks(
                "AMBER",
                List.of("H1", "H3"),
                "B2",
                List.of("A2, Organizaciones criminales", "A3, Trata y tráfico"),
                "Memorando de 2019, área 2",
                "No se comparte con la prensa.",
                "US-HN",
                "Puesto 14, El Florido",
                LocalDate.parse("2026-12-31"),
                REVIEW,
                List.of("PERSON", "CHILD", "VICTIM"),
                never);
    }

    static ReportSheet sheet() {
        return new ReportSheet(
                TITLE,
                "es",
                List.of(
                        new ReportSheet.Part(
                                "fact",
                                "EJERCICIO. Entre el 2 y el 17 de noviembre se presentaron tres partidas con un sello"
                                        + " registral idéntico.\nLos folios no existen."),
                        new ReportSheet.Part("assessment", "EJERCICIO. Probable origen común."),
                        new ReportSheet.Part("source", "EJERCICIO. Registro de inspección documental, puesto 14.")),
                List.of(
                        new Thing(Thing.Kind.PERSON, "Persona inventada", null, null),
                        new Thing(Thing.Kind.DOCUMENT, "Partida de nacimiento", "15-204", new Country("GT"))),
                marks(),
                true,
                null);
    }

    static Object received(Frame p) {
        return new MailboxView(
                false,
                true,
                List.of(
                        new Left.Other("0123456789abcdef", TITLE, "GT/140", at("2026-11-23T08:00")),
                        new Left.Other("fedcba9876543210", "", "", at("2026-11-21T08:00"))),
                List.of(
                        new Left.Other("0".repeat(64), TITLE, "", at("2026-11-22T07:00")),
                        new Left.Other("1".repeat(64), "", "", at("2026-11-22T07:01"))),
                List.of(
                        new MailboxView.Line(
                                "SV/97",
                                TITLE,
                                "es",
                                "SV",
                                at("2026-11-22T09:30"),
                                marks(),
                                true,
                                "Alerta hasta el 24 nov, 15:00",
                                null),
                        new MailboxView.Line(
                                "US/140", "", "en", "US", at("2026-11-20T16:02"), marks(), true, "", null)),
                "/exchange?after=1795212120000.US/140",
                "",
                false,
                List.of(
                        new MailboxView.Order(
                                "GT",
                                at("2026-11-21T10:00"),
                                "WRONG_RECIPIENT",
                                LocalDate.parse("2026-11-22"),
                                false,
                                at("2026-11-21T10:01")),
                        new MailboxView.Order(
                                "US", at("2026-11-23T15:11"), "OTHER", LocalDate.parse("2026-11-24"), true, null)),
                List.of(),
                SampleRequests.open(),
                SampleOnward.asked());
    }

    static Object sent(Frame p) {
        return new MailboxView(
                true,
                true,
                List.of(),
                List.of(),
                List.of(new MailboxView.Line(
                        "HN/410",
                        TITLE,
                        "es",
                        "HN",
                        at("2026-11-22T09:30"),
                        marks(),
                        true,
                        "",
                        delivery("+.-x", at("2026-11-22T09:31"), null, null, null))),
                "",
                "",
                true,
                List.of(),
                List.of(
                        new MailboxView.Unanswered("HN/398", "GT", LocalDate.parse("2026-11-20"), true),
                        new MailboxView.Unanswered("HN/410", "US", LocalDate.parse("2026-11-30"), false)),
                SampleRequests.open(),
                List.of());
    }

    static Object nothing(Frame p) {
        return new MailboxView(
                false, false, List.of(), List.of(), List.of(), "", "", false, List.of(), List.of(), List.of(),
                List.of());
    }

    static Object own(Frame p) {
        return new ItemView(
                "HN/410",
                "HN",
                "Unidad de Análisis",
                at("2026-11-22T09:30"),
                sheet(),
                SampleFiles.ofAct(),
                "A2, Organizaciones criminales",
                true,
                List.of(
                        new ItemView.Decided(
                                "US",
                                true,
                                List.of(),
                                List.of(GIVEN),
                                at("2026-11-22T09:31"),
                                List.of(
                                        new ItemView.Reached("ACCEPTED", at("2026-11-22T10:00"), List.of()),
                                        new ItemView.Reached("OPENED", at("2026-11-22T11:00"), List.of()),
                                        new ItemView.Reached("ACTED_UPON", at("2026-11-22T12:00"), List.of()))),
                        new ItemView.Decided(
                                "GT",
                                true,
                                List.of("SOURCE"),
                                List.of(GIVEN),
                                null,
                                List.of(new ItemView.Reached("DECLINED", at("2026-11-22T10:00"), List.of(GONE)))),
                        new ItemView.Decided("SV", false, List.of(), List.of(BANNED), null, List.of())),
                delivery("+.-x", at("2026-11-22T09:31"), null, null, null),
                List.of(
                        new ItemView.Recall(
                                "US",
                                "WRONG_CONTENT",
                                LocalDate.parse("2026-11-24"),
                                at("2026-11-22T12:00"),
                                false,
                                "US/151",
                                at("2026-11-22T12:01"),
                                false),
                        new ItemView.Recall(
                                "GT",
                                "WRONG_RECIPIENT",
                                LocalDate.parse("2026-11-22"),
                                at("2026-11-22T12:00"),
                                true,
                                "",
                                null,
                                true)),
                new Chord(
                        Chord.Matter.RECALL,
                        List.of(
                                new Mark("US", State.FILLED, at("2026-11-22T12:01")),
                                new Mark("GT", State.HOLLOW, null),
                                new Mark("HN", State.DASHED, null),
                                new Mark("SV", State.DASHED, null))),
                null,
                null,
                false,
                null,
                "",
                "",
                SampleOnward.ofOwn());
    }

    static Object toTakeBack(Frame p) {
        return new ItemView(
                "HN/411",
                "HN",
                "Unidad de Análisis",
                at("2026-11-22T09:30"),
                sheet(),
                List.of(),
                "A2, Organizaciones criminales",
                true,
                List.of(new ItemView.Decided("GT", true, List.of("SOURCE"), List.of(GIVEN), null, List.of())),
                delivery("-.--"),
                List.of(),
                null,
                null,
                null,
                true,
                null,
                "",
                "",
                null);
    }

    static Object read(Frame p) {
        return new ItemView(
                "SV/97",
                "SV",
                "Análisis",
                at("2026-11-22T09:30"),
                new ReportSheet("", "es", sheet().parts().subList(0, 1), List.of(), marks(List.of()), true, warning()),
                SampleFiles.toStay(),
                "A2, Organizaciones criminales",
                false,
                List.of(),
                null,
                List.of(),
                null,
                at("2026-11-23T09:00"),
                null,
                false,
                new ItemView.Reached("ACTED_UPON", at("2026-11-23T08:00"), List.of()),
                "/exchange/SV/97/outcome?purpose=A2",
                "/exchange/SV/97/cap.xml?purpose=A2",
                SampleOnward.ofCopy());
    }

    private static ReportSheet.Warning warning() {
        return new ReportSheet.Warning(
                List.of(
                        new ReportSheet.Line("category", "Meteorológica"),
                        new ReportSheet.Line("severity", "Grave"),
                        new ReportSheet.Line("expires", "24 nov, 15:00")),
                "en",
                "EXERCISE: the river covers the bridge",
                "EXERCISE. Avoid the crossing.");
    }

    static Object warning(Frame p) {
        return new ReportDraft(
                Map.of("turn", List.of("warns"), "title", List.of(TITLE), "severity", List.of("SEVERE")),
                List.of(
                        new Flaw("category", Flaw.Why.OPTION_MISSING),
                        new Flaw("expires-time", Flaw.Why.DATE_UNREADABLE),
                        new Flaw("other-title", Flaw.Why.HEADING_MISSING)),
                purposes(),
                List.of("US", "GT", "SV"),
                true,
                List.of(),
                List.of(
                        new CapMessage.Untaken("info[1]/web", "https://example.org/" + "ejercicio".repeat(9)),
                        new CapMessage.Untaken("info[1]/area/polygon", "14.1,-89.2 14.2,-89.2 14.2,-89.3 14.1,-89.2")),
                new Left("0123456789abcdef", null, List.of()),
                null);
    }

    static Object alerts(Frame p) {
        return new AlertsView(AlertsView.Stands.EXERCISE, null, false, List.of(new Flaw("read", Flaw.Why.NOT_READ)));
    }

    static Object alertsAsked(Frame p) {
        return new AlertsView(AlertsView.Stands.ASKED, at("2026-11-23T08:00"), true, List.of());
    }

    static Object alertsReal(Frame p) {
        return new AlertsView(AlertsView.Stands.REAL, at("2026-11-23T08:00"), false, List.of());
    }

    static Object renewal(Frame p) {
        var before = LocalDate.parse("2027-02-20");
        var flaws = List.of(new Flaw("day", Flaw.Why.DATE_UNREADABLE));
        return new RenewalView("HN/410", TITLE, "es", before, "", null, List.of(), flaws, null);
    }

    static Object renewalToSign(Frame p) {
        var before = LocalDate.parse("2027-02-20");
        var until = LocalDate.parse("2027-05-20");
        var flaws = List.of(new Flaw("read", Flaw.Why.NOT_READ));
        return new RenewalView("HN/410", TITLE, "es", before, "2027-05-20", until, List.of("US", "GT"), flaws, null);
    }

    static Object outcome(Frame p) {
        var flaws = List.of(new Flaw("outcome", Flaw.Why.OPTION_MISSING));
        return new OutcomeView(
                "SV/97", "/exchange/SV/97/outcome?purpose=A2", TITLE, "es", "SV", outcomes(), "", flaws, false, null);
    }

    private static List<String> outcomes() {
        return List.of("ACTED_UPON", "USEFUL", "NOT_USEFUL", "CONTRADICTED");
    }

    static Object outcomeToSign(Frame p) {
        var flaws = List.of(new Flaw("read", Flaw.Why.NOT_READ));
        return new OutcomeView(
                "SV/97",
                "/exchange/SV/97/outcome?purpose=A2",
                TITLE,
                "es",
                "SV",
                outcomes(),
                "ACTED_UPON",
                flaws,
                true,
                null);
    }

    static Object closed(Frame p) {
        return new ClosedView("HN/380", List.of(), true);
    }

    static Object recall(Frame p) {
        return new RecallView(
                "HN/411",
                List.of("US", "GT"),
                List.of("US", "GT"),
                List.of(),
                "WRONG_RECIPIENT",
                "2026-11-02",
                LocalDate.parse("2026-11-02"),
                List.of(new Flaw("from", Flaw.Why.RECIPIENTS_MISSING), new Flaw("deadline", Flaw.Why.DATE_PAST)),
                false,
                null);
    }

    static Object recallToSign(Frame p) {
        return new RecallView(
                "HN/411",
                List.of("US", "GT"),
                List.of("US", "GT"),
                List.of("GT"),
                "WRONG_CONTENT",
                "2026-11-24",
                LocalDate.parse("2026-11-24"),
                List.of(new Flaw("read", Flaw.Why.NOT_READ)),
                true,
                null);
    }

    static Object recalled(Frame p) {
        var refusal = new Refusal("NOTHING_TO_RECALL", "HN", Refusal.Stage.BEFORE_SIGNING, List.of());
        return new RecallView("HN/410", List.of(), List.of(), List.of(), "OTHER", "", null, List.of(), false, refusal);
    }

    static List<ReportDraft.Choice> purposes() {
        return List.of(
                new ReportDraft.Choice("A1", "A1, Frontera"),
                new ReportDraft.Choice("A2", "A2, Organizaciones criminales"));
    }

    static Object purposeFirst(Frame p) {
        return new BeforeView("SV/97", "", "", "", purposes());
    }

    static Object restrictionFirst(Frame p) {
        return new BeforeView("SV/97", "EJERCICIO. No se comparte con la prensa.", "0".repeat(64), "A2", List.of());
    }

    static Object empty(Frame p) {
        return new ReportDraft(
                Map.of("review", List.of("2027-05-23"), "language", List.of("es")),
                List.of(),
                purposes(),
                List.of("US", "GT", "SV"),
                true,
                SampleFiles.uploads(),
                List.of(),
                new Left("0123456789abcdef", null, List.of()),
                new Refusal("NO_RULES", "HN", Refusal.Stage.BEFORE_SIGNING, List.of()));
    }

    static Object wrong(Frame p) {
        return new ReportDraft(
                Map.of(
                        "title",
                        List.of(TITLE),
                        "fact",
                        List.of("EJERCICIO. Tres partidas."),
                        "handling",
                        List.of("H1", "H3"),
                        "tlp",
                        List.of("AMBER"),
                        "source-grade",
                        List.of("B"),
                        "purposes",
                        List.of("A2"),
                        "never",
                        List.of("Honduras"),
                        "persons",
                        List.of("PERSON", "PROTECTION")),
                List.of(
                        new Flaw("to", Flaw.Why.RECIPIENTS_MISSING),
                        new Flaw("restriction", Flaw.Why.RESTRICTION_MISSING),
                        new Flaw("valid", Flaw.Why.DATE_UNREADABLE),
                        new Flaw("never", Flaw.Why.COUNTRY_UNKNOWN),
                        new Flaw("objects", Flaw.Why.OBJECTS_UNREADABLE, new Flaw.Line(3, "camión blanco"))),
                purposes(),
                List.of("US", "GT", "SV"),
                true,
                SampleFiles.uploads(),
                List.of(),
                new Left(
                        "0123456789abcdef",
                        at("2026-11-23T08:00"),
                        List.of(new Left.Other("fedcba9876543210", TITLE, "GT/140", at("2026-11-21T08:00")))),
                null);
    }

    static Object review(Frame p) {
        var source = new Because(
                "DE-4",
                new Bilingual(
                        "La fuente se queda con quien la tiene, salvo que un arreglo entre las partes diga otra cosa.",
                        "A source stays with whom it belongs to, unless an arrangement between the parties says otherwise."),
                List.of("SOURCE", "PROTECTION"));
        return new ReportReview(
                sheet(),
                true,
                List.of(
                        new Verdict("US", How.WHOLE, List.of(), List.of(GIVEN), true, false, List.of()),
                        new Verdict(
                                "GT",
                                How.PART,
                                List.of("SOURCE", "PROTECTION"),
                                List.of(GIVEN, source),
                                true,
                                false,
                                List.of()),
                        new Verdict("SV", How.NONE, List.of(), List.of(BANNED), false, true, List.of())),
                SampleFiles.attachments(),
                "0123456789abcdef",
                "0".repeat(64),
                null,
                List.of(new Flaw("read", Flaw.Why.NOT_READ)),
                null);
    }

    /** Its only recipient may not have it. */
    static Object reviewForNobody(Frame p) {
        var unmarked = new Because(
                "EV-1B",
                new Bilingual(
                        "Le falta la marca TLP 2.0, o lleva una que no se conoce.",
                        "It lacks its TLP 2.0 label, or bears one that is not known."),
                List.of());
        return new ReportReview(
                sheet(),
                true,
                List.of(new Verdict(
                        "SV",
                        How.NONE,
                        List.of(),
                        List.of(unmarked),
                        false,
                        false,
                        List.of("source-grade", "tlp", "basis"))),
                List.of(),
                "0123456789abcdef",
                "0".repeat(64),
                null,
                List.of(),
                null);
    }

    static Object reviewOfNothing(Frame p) {
        return new ReportReview(
                sheet(),
                false,
                List.of(),
                List.of(),
                "0123456789abcdef",
                "0".repeat(64),
                null,
                List.of(),
                new Refusal("NO_RULES", "HN", Refusal.Stage.BEFORE_SIGNING, List.of()));
    }
}
