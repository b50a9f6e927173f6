package acorde.monitoring;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.compact.Founding;
import acorde.compact.Remark;
import acorde.compact.VectorFounding;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Four parties with two initiatives and an event announced, that hear each other only when the test lets them. */
final class World {
    static final PartyCode US = new PartyCode("US");
    static final PartyCode GT = new PartyCode("GT");
    static final PartyCode HN = new PartyCode("HN");
    static final PartyCode SV = new PartyCode("SV");
    static final List<PartyCode> ALL = List.of(US, GT, HN, SV);
    static final String CODE = "A1-05";
    static final String RESTRICTED = "A1-06";
    static final String MEASURED = "A1-I1";
    static final LocalDate DAY = LocalDate.parse("2026-09-01");
    static final Founding FOUNDING = VectorFounding.of(charter());

    private final Map<PartyCode, Ear> ears = new TreeMap<>();
    private final Map<String, Act> carriers = new TreeMap<>();
    LocalDate today = DAY;

    World() {
        for (var party : ALL) ears.put(party, new Ear(FOUNDING, party));
        announce("initiative", CODE, text(false));
        announce("initiative", RESTRICTED, text(true));
        var measure = (ObjectNode) text(false).path("indicator");
        announce("indicator", MEASURED, measure.put("area", "A1"));
        announce("event", "E1", JsonMapper.shared().readTree("{\"date\":\"2019-03\",\"what\":" + both("algo") + "}"));
        hearAll();
    }

    private static String charter() {
        var parties = ALL.stream()
                .map(code -> "{\"code\":\"" + code + "\",\"name\":" + both(code.value()) + ",\"body\":"
                        + both("ministry") + ",\"zone\":\"UTC\"}")
                .toList();
        return "{\"compact\":\"vega\",\"title\":" + both("Vega") + ",\"announcer\":\"GT\",\"parties\":["
                + String.join(",", parties) + "]}";
    }

    static String both(String words) {
        return "{\"es\":\"" + words + "\",\"en\":\"" + words + "\"}";
    }

    /** An initiative of Guatemala, Honduras and El Salvador with two milestones and a monthly indicator. */
    static ObjectNode text(boolean restricted) {
        var text = (ObjectNode) JsonMapper.shared()
                .readTree("{\"area\":\"A1\",\"title\":" + both("título") + ",\"parties\":[\"GT\",\"HN\",\"SV\"],"
                        + "\"deliverable\":" + both("algo") + ",\"due\":\"2027-06-30\",\"milestones\":["
                        + "{\"code\":\"M1\",\"title\":" + both("uno") + ",\"due\":\"2026-12-15\"},"
                        + "{\"code\":\"M2\",\"title\":" + both("dos") + ",\"due\":\"2027-03-15\",\"party\":\"HN\"}],"
                        + "\"indicator\":{\"name\":" + both("consultas") + ",\"unit\":" + both("%")
                        + ",\"kind\":\"outcome\",\"baseline\":38,\"baselineAt\":\"2026-08-31\",\"target\":90,"
                        + "\"targetAt\":\"2027-06-30\",\"everyMonths\":1}}");
        if (restricted) text.set("restrictions", JsonMapper.shared().readTree(both("ningún dato de niñez")));
        return text;
    }

    private void announce(String kind, String code, tools.jackson.databind.JsonNode text) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("item", kind + "/" + code).set("text", text);
        carriers.put(code, ear(GT).utter(ear(GT).draft("compact.announced", "coordination", List.of(), body), now()));
    }

    Instant now() {
        return today.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    Act carrier(String code) {
        var carrier = carriers.get(code);
        if (carrier == null) throw new AssertionError(code);
        return carrier;
    }

    Ear ear(PartyCode party) {
        var ear = ears.get(party);
        if (ear == null) throw new AssertionError(party);
        return ear;
    }

    List<Ear> all() {
        return List.copyOf(ears.values());
    }

    void hearAll() {
        for (var hearer : all()) for (var speaker : all()) speaker.log.forEach(hearer::hear);
    }

    List<Act> acts() {
        var acts = new ArrayList<Act>();
        for (var ear : all()) acts.addAll(ear.log);
        return acts;
    }

    /** An account as a test writes it, with nothing in it but how far the work is. */
    Report account(Report.State state) {
        return new Report(
                CODE,
                carrier(CODE).hash(),
                state,
                state == Report.State.DONE ? today : null,
                state == Report.State.BLOCKED ? words("falta ley") : null,
                null,
                new TreeMap<>(),
                List.of(),
                List.of(),
                false,
                null,
                null,
                List.of(),
                List.of());
    }

    static Report with(Report report, Map<String, LocalDate> milestones) {
        return new Report(
                report.initiative(),
                report.version(),
                report.state(),
                report.on(),
                report.blockedBy(),
                report.note(),
                new TreeMap<>(milestones),
                report.evidence(),
                report.values(),
                report.restrictions(),
                report.legalBasis(),
                report.funding(),
                report.events(),
                report.answers());
    }

    static Report shown(Report report) {
        return with(report, List.of(evidence()), report.values());
    }

    /** A value of the indicator of the area. */
    Saying.Measured measured(String day, int number) {
        var value = new Report.Value(LocalDate.parse(day), new BigDecimal(number), words("registro mensual"));
        return new Saying.Measured(MEASURED, carrier(MEASURED).hash(), List.of(value), null);
    }

    static Report measured(Report report, String day, int number) {
        var value = new Report.Value(LocalDate.parse(day), new BigDecimal(number), words("registro mensual"));
        return with(report, report.evidence(), List.of(value));
    }

    static Report with(Report report, List<Report.Evidence> evidence, List<Report.Value> values) {
        return new Report(
                report.initiative(),
                report.version(),
                report.state(),
                report.on(),
                report.blockedBy(),
                report.note(),
                report.milestones(),
                evidence,
                values,
                report.restrictions(),
                report.legalBasis(),
                report.funding(),
                report.events(),
                report.answers());
    }

    static Report answering(Report report, List<String> events, List<ActId> answers) {
        return new Report(
                report.initiative(),
                report.version(),
                report.state(),
                report.on(),
                report.blockedBy(),
                report.note(),
                report.milestones(),
                report.evidence(),
                report.values(),
                report.restrictions(),
                report.legalBasis(),
                report.funding(),
                events,
                answers);
    }

    static Report about(Report report, String initiative, acorde.trustlog.Hash version, boolean restrictions) {
        return new Report( // the same on another text
                initiative,
                version,
                report.state(),
                report.on(),
                report.blockedBy(),
                report.note(),
                report.milestones(),
                report.evidence(),
                report.values(),
                restrictions,
                report.legalBasis(),
                report.funding(),
                report.events(),
                report.answers());
    }

    static Report.Evidence evidence() {
        return new Report.Evidence(words("acta"), URI.create("https://example.org/acta"), Ear.sha256("acta"));
    }

    static Remark words(String es) {
        return new Remark(es, null);
    }

    Object trySay(PartyCode party, String office, Saying saying) {
        return ear(party).say(new Say(FOUNDING, party, new OfficeCode(office), saying, List.of()), now());
    }

    Act say(PartyCode party, Saying saying) {
        var office = saying instanceof Saying.Assessed ? "observation" : "coordination";
        var said = trySay(party, office, saying);
        if (said instanceof Act act) return act;
        throw new AssertionError(said);
    }

    Rule refused(PartyCode party, Saying saying) {
        var said = trySay(party, "coordination", saying);
        if (said instanceof Objection(var rule, var _)) return rule;
        throw new AssertionError("was said: " + said);
    }

    /** Says what no decision of an honest node would allow. */
    Act utter(PartyCode party, Saying saying, ActId... after) {
        return utter(party, "coordination", saying, after);
    }

    Act utter(PartyCode party, String office, Saying saying, ActId... after) { // an act's members
        var ear = ear(party);
        return ear.utter(ear.draft(saying.kind(), office, List.of(after), Bodies.write(saying)), now());
    }
}
