package acorde.node;

import static acorde.node.Coordinators.both;
import static acorde.node.Coordinators.object;

import acorde.monitoring.Light;
import acorde.web.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of two promises: Guatemala reports on A1-05, Honduras disputes, Guatemala corrects, Honduras confirms, and everybody may read it; of
 * A1-06 nobody says a word, and it climbs to the ministers.
 */
final class DemoProgress {
    private static final String DATED = "A1-05";
    private static final String SILENT = "A1-06";

    /** Twice the cadence without a word and 45 days more: then the ministers are told, and the public is not yet. */
    static final int UNTIL_MINISTERS = 230;

    private final Coordinators four;
    private final Words words;
    private String agenda = "";

    DemoProgress(Coordinators four) {
        this.four = four;
        this.words = four.words;
    }

    /** From the report to its confirmation. */
    void report() throws IOException, InterruptedException {
        var before = publicAccounts();
        var day = LocalDate.ofInstant(four.now(), ZoneOffset.UTC).minusDays(1).toString();
        var register = ("EJERCICIO / EXERCISE\n" + day + "\nconsultas / queries: 100\nen 24 h / within 24 h: 61\n")
                .getBytes(StandardCharsets.UTF_8);
        var report = said("GT", "reports", reported(day, four.send("GT", "registro EJERCICIO.txt", register)));
        four.step(words.say("cli.story.reported", report), () -> arrived(report, register));
        var dispute = object().put("report", report);
        dispute.set(
                "reason",
                both(
                        "De las 61 respuestas, 17 fueron solo acuses de recibo. EJERCICIO.",
                        "Of the 61 answers 17 only acknowledged receipt. EXERCISE."));
        said("HN", "disputes", dispute);
        stepOfWord("disputed", words.say("cli.story.disputed"));
        var correction = object().put("report", report).put("at", day).put("value", 44);
        correction.set(
                "reason",
                both(
                        "Se cuentan solo las respuestas de fondo. EJERCICIO.",
                        "Only answers in substance count. EXERCISE."));
        said("GT", "corrections", correction);
        four.step(words.say("cli.story.corrected"), () -> four.everywhere(monitoring(DATED), DemoProgress::corrected));
        var confirmation = object().put("report", report);
        confirmation.set("note", both("Así concuerda. EJERCICIO.", "So it agrees. EXERCISE."));
        said("HN", "confirmations", confirmation);
        stepOfWord("confirmed", words.say("cli.story.confirmed"));
        four.tell(words.say("cli.story.light", words.of(light("SV", DATED))));
        four.step(words.say("cli.story.told"), () -> isTold(before));
    }

    private static String monitoring(String code) {
        return "/initiatives/" + code + "/monitoring";
    }

    private String said(String party, String what, ObjectNode body) throws IOException, InterruptedException {
        return four.post(party, monitoring(DATED) + "/" + what, body)
                .path("act")
                .asString();
    }

    private ObjectNode reported(String day, JsonNode register) throws IOException, InterruptedException {
        var body = object().put("initiative", DATED).put("state", "in-progress");
        body.set("version", four.get("GT", "/initiatives/" + DATED).path("version"));
        body.putNull("on")
                .putNull("blockedBy")
                .putNull("legalBasis")
                .putNull("funding")
                .put("restrictions", true);
        body.set("note", both("Despacho designado. EJERCICIO.", "Office designated. EXERCISE."));
        for (var none : new String[] {"milestones", "evidence", "events", "answers"}) body.putArray(none);
        var value = body.putArray("values").addObject().put("at", day).put("value", 61);
        value.set("from", both("Registro de consultas. EJERCICIO.", "Register of queries. EXERCISE."));
        body.putArray("attachments").add(register);
        return body;
    }

    /** The report and every byte of its evidence are at every node. */
    private boolean arrived(String report, byte[] register) throws IOException, InterruptedException {
        for (var party : four.parties())
            if (!four.found(party, "/acts/" + report)
                    || !Arrays.equals(register, four.file(party, "/files/" + report + "/0"))) return false;
        return true;
    }

    private void stepOfWord(String word, String what) throws IOException, InterruptedException {
        four.step(
                what,
                () -> four.everywhere(monitoring(DATED), one -> {
                    var words = one.path("accounts").path(0).path("words").path(0);
                    return words.path("party").asString("").equals("HN")
                            && words.path("word").asString("").equals(word);
                }));
    }

    private static boolean corrected(JsonNode monitoring) {
        var point = monitoring.path("series").path("points").path(0);
        return point.path("value").asInt() == 61
                && point.path("corrections").path(0).path("value").asInt() == 44;
    }

    private Light.Colour light(String party, String code) throws IOException, InterruptedException {
        var colour = four.get(party, monitoring(code)).path("light").path("colour");
        return Light.Colour.valueOf(colour.asString().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What everybody may read, but for who tells it and on what day it is told: while it is today in one capital it is yesterday in another. */
    private Map<String, String> publicAccounts() throws IOException, InterruptedException {
        var told = new TreeMap<String, String>();
        for (var party : four.parties())
            told.put(
                    party,
                    four.open(party, "/public/compact.json")
                            .replace("\"publisher\":\"" + party + "\"", "\"publisher\":\"\"")
                            .replaceFirst("\"date\":\"[0-9-]+\"", "\"date\":\"\""));
        return told;
    }

    private boolean isTold(Map<String, String> before) throws IOException, InterruptedException {
        var now = publicAccounts();
        for (var party : four.parties()) {
            if (String.valueOf(now.get(party)).equals(before.get(party))) return false;
            if (!saysConfirmed(JsonMapper.shared().readTree(now.get(party)))) return false;
        }
        return new TreeSet<>(now.values()).size() == 1;
    }

    private static boolean saysConfirmed(JsonNode account) {
        for (var initiative : account.path("initiatives"))
            if (initiative.path("code").asString().equals(DATED)) {
                var told = initiative.path("reported").path(0);
                return told.path("party").asString("").equals("GT")
                        && told.path("words").path(0).path("word").asString("").equals("confirmation");
            }
        return false;
    }

    /** Nobody says a word of a promise without a date; the ministers' agenda, drafted from that, has it. */
    void climb() throws IOException, InterruptedException {
        var before = sizes();
        four.go(UNTIL_MINISTERS);
        for (var party : four.parties())
            if (size(party) < before.getOrDefault(party, 0L))
                throw new Coordinators.Failed(words.say("cli.story.shorter", party));
        four.tell(words.say("cli.story.later", UNTIL_MINISTERS, SILENT));
        four.step(
                words.say("cli.story.climbed", SILENT),
                () -> four.everywhere(monitoring(SILENT), DemoProgress::isWithMinisters));
        var seats = object().arrayNode();
        for (var party : four.parties()) seats.addObject().put("party", party).put("titular", "coordination");
        var proposal = DemoMeeting.propose(four, "MINISTROS", DemoMeeting.mandate(four, "MINISTROS", seats));
        DemoMeeting.adopt(four, "MINISTROS", proposal);
        agenda = DemoMeeting.call(four, "MINISTROS", four.now());
        var chair = four.parties().iterator().next();
        four.await(words.say("cli.story.has.call", chair), () -> four.found(chair, "/meetings/" + agenda));
        var points = object();
        points.set("points", four.get(chair, "/meetings/" + agenda + "/drafts").path("points"));
        var asked = four.say(chair, agenda, "groups.points", points);
        var order = object();
        var list = order.putArray("points");
        for (var number = 1; number <= points.path("points").size(); number++) list.add(asked + "#" + number);
        four.say(chair, agenda, "groups.agenda", order);
        four.step(
                words.say("cli.story.ministers", chair),
                () -> four.everywhere("/meetings/" + agenda, DemoProgress::hasSilent));
    }

    private Map<String, Long> sizes() throws IOException, InterruptedException {
        var sizes = new TreeMap<String, Long>();
        for (var party : four.parties()) sizes.put(party, size(party));
        return sizes;
    }

    private long size(String party) throws IOException, InterruptedException {
        return four.get(party, "/partners").path("own").path("size").asLong();
    }

    private static boolean isWithMinisters(JsonNode monitoring) {
        var light = monitoring.path("light");
        var ladder = light.path("ladder");
        for (var climb : ladder) if (!climb.path("rung").asString().equals("minister")) return false;
        return light.path("colour").asString("").equals("undated") && ladder.size() == 4;
    }

    private static boolean hasSilent(JsonNode meeting) {
        for (var point : meeting.path("agenda"))
            if (point.path("about").asString("").equals(SILENT)
                    && point.path("why").asString("").equals("escalated")) return true;
        return false;
    }

    /** What a node says came of it. */
    String facts() throws IOException, InterruptedException {
        var account = four.get("SV", monitoring(DATED)).path("accounts").path(0);
        return "reported=" + account.path("state").asString() + " "
                + account.path("words").path(0).path("word").asString()
                + "=" + account.path("words").size() + " ministers="
                + four.get("SV", "/meetings/" + agenda).path("agenda").size();
    }
}
