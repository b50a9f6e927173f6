package acorde.node;

import static acorde.node.Coordinators.both;
import static acorde.node.Coordinators.object;

import acorde.web.words.Words;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What analysts tell each other once all have adopted the rules of release: a report that is narrowed before it goes, two requests, one that went to
 * the wrong parties and is taken back, and one of a person whom it must not betray.
 */
final class DemoExchange {
    /** Which rule the arrangement is written into: the one that keeps a source with whom it belongs to. */
    private static final String SOURCES = "@id(\"DE-4\")";

    /** Words that stand in one title each, and nowhere else: by them it is found, or not. */
    private static final String NARROWED = "zopilote";

    private static final String MISTAKEN = "guacamaya";
    private static final String PROTECTING = "torogoz";

    /** What no party has, in place of what is hidden. */
    private static final String NONE = "/items/SV/999999";

    /** How long a report about persons is kept. */
    private static final int REVIEW_DAYS = 180;

    private final Coordinators four;
    private final Coordinators analysts;
    private final Words words;
    private String whole = "";
    private String mistaken = "";

    DemoExchange(Coordinators four) {
        this.four = four;
        this.analysts = four.analysts();
        this.words = four.words;
    }

    /** What lies in the mailboxes when somebody comes in: the rules are adopted, a report went out, and a request waits for its answer. */
    void begin() throws IOException, InterruptedException {
        adopted(proposeRules());
        send(
                "/items",
                report("un mismo sello en tres partidas", "Se presentaron tres partidas con un sello idéntico.")
                        .put("source", "EJERCICIO. Registro del puesto 14."),
                "GT",
                "HN");
        var asked = send("HN", "/requests", asking("ordinary"), "SV");
        four.await(words.say("cli.story.asked"), () -> analysts.found("SV", "/requests/" + copy(asked, "SV")));
    }

    /** What the parties will tell each other moves by rules that all of them adopt: as they were announced, and an arrangement of two. */
    void adoptRules() throws IOException, InterruptedException {
        var proposal = proposeRules();
        four.tell(words.say("cli.story.rules", proposal.path("id").asString()));
        adopted(proposal);
        four.tell(words.say("cli.story.rules.inforce"));
    }

    private JsonNode proposeRules() throws IOException, InterruptedException {
        var release = four.get("HN", "/release");
        var text = (ObjectNode) release.path("text").deepCopy();
        text.put("rules", withArrangement(text.path("rules").asString()));
        var body = object();
        body.set("item", release.path("item"));
        body.set("base", release.path("version"));
        body.set("text", text);
        body.set(
                "why",
                both(
                        "Antes de comunicarse nada, las partes acuerdan quién puede tener qué; Guatemala y El Salvador se"
                                + " comunican también sus fuentes. EJERCICIO.",
                        "Before they tell each other anything, the parties agree on who may have what; Guatemala and El Salvador"
                                + " tell each other their sources as well. EXERCISE."));
        return four.post("HN", "/proposals", body);
    }

    private String withArrangement(String rules) {
        var end = rules.indexOf(';', Math.max(0, rules.indexOf(SOURCES)));
        if (!rules.contains(SOURCES) || end < 0)
            throw new Coordinators.Failed(words.say("cli.story.rules.arrangement"));
        return rules.substring(0, end)
                + "\nunless { [\"GT\", \"SV\"].contains(principal.party) && [\"GT\", \"SV\"].contains(resource.originator) }"
                + rules.substring(end);
    }

    private void adopted(JsonNode proposal) throws IOException, InterruptedException {
        var path = "/proposals/" + proposal.path("id").asString();
        four.await(words.say("cli.story.rules.arrived"), () -> four.everywhere(path, found -> true));
        var assent = object();
        assent.set("text", proposal.path("text"));
        assent.putNull("reservation");
        for (var party : List.of("GT", "SV", "US")) four.post(party, path + "/assents", assent);
        four.await(
                words.say("cli.story.rules.inforce"),
                () -> four.everywhere("/release", found -> found.path("inForce").asBoolean()));
    }

    private static ObjectNode report(String title, String fact) {
        var report = object().put("ref", UUID.randomUUID().toString().replace("-", ""))
                .put("exercise", true)
                .put("language", "es")
                .put("title", "EJERCICIO: " + title)
                .put("fact", "EJERCICIO. " + fact)
                .put("evaluation", "B2")
                .put("tlp", "AMBER")
                .put("basis", "Memorando de 2019, área 2");
        report.putArray("handling").add("H2");
        report.putArray("purposes").add("A2");
        return report;
    }

    private static ObjectNode asking(String urgency) {
        var report = report("partidas con el sello 14", "¿Constan otras partidas con este sello?");
        report.remove("evaluation");
        report.putObject("asks").put("urgency", urgency);
        return report;
    }

    /** What would be sent. */
    private static ObjectNode sending(ObjectNode report, String... to) {
        var body = object();
        if (to.length > 0) {
            var parties = body.putArray("to");
            for (var party : to) parties.add(party);
        }
        body.set("report", report);
        return body.putNull("seal");
    }

    private JsonNode send(String path, ObjectNode report, String... to) throws IOException, InterruptedException {
        return send("SV", path, report, to);
    }

    /** Looked at, and sent as it was looked at. @param to none where the address says who asked */
    private JsonNode send(String party, String path, ObjectNode report, String... to) // who sends what where
            throws IOException, InterruptedException {
        var body = sending(report, to);
        body.set("seal", analysts.look(party, path, body).path("seal"));
        return analysts.post(party, path, body);
    }

    private static String copy(JsonNode sent, String party) {
        for (var copy : sent.path("copies"))
            if (copy.path("party").asString("").equals(party))
                return copy.path("act").asString();
        throw new Coordinators.Failed(party + ": " + sent);
    }

    private JsonNode opened(String party, String act) throws IOException, InterruptedException {
        return analysts.get(party, "/items/" + act).path("item").path("report");
    }

    void play() throws IOException, InterruptedException {
        compose();
        answer();
        refuse();
        takeBack();
        protect();
    }

    /** It is seen before anything leaves who would be given what and why; then it is narrowed, and sent. */
    private void compose() throws IOException, InterruptedException {
        var report = report(
                        NARROWED + ", tres partidas con un mismo sello",
                        "Se presentaron tres partidas con un sello idéntico.")
                .put("source", "EJERCICIO. Registro del puesto 14.")
                .put("review", review());
        report.putArray("never").add("US");
        four.step(words.say("cli.story.looked"), () -> {
            var releases = analysts.look("SV", "/items", sending(report, "GT", "HN", "US"))
                    .path("releases");
            return isGiven(releases.path(0), "GT", "whole", "P-2")
                    && isGiven(releases.path(1), "HN", "part", "DE-4")
                    && releases.path(1).path("without").path(0).asString("").equals("source")
                    && isGiven(releases.path(2), "US", "none", "AS-1");
        });
        var sent = send("/items", report, "GT", "HN");
        whole = sent.path("act").asString();
        four.await(
                words.say("cli.story.given"),
                () -> analysts.found("GT", "/items/" + copy(sent, "GT"))
                        && analysts.found("HN", "/items/" + copy(sent, "HN")));
        four.step(
                words.say("cli.story.given"),
                () -> opened("GT", copy(sent, "GT")).has("source")
                        && !opened("HN", copy(sent, "HN")).has("source")
                        && isHidden("US", copy(sent, "GT"), NARROWED));
        for (var party : List.of("SV", "GT", "HN"))
            four.await(words.say("cli.story.given"), () -> finds(analysts, party, NARROWED) == 1);
    }

    private String review() {
        return LocalDate.ofInstant(four.now(), ZoneOffset.UTC)
                .plusDays(REVIEW_DAYS)
                .toString();
    }

    private static boolean isGiven(JsonNode release, String party, String given, String rule) { // what is told of whom
        var why = false;
        for (var reason : release.path("reasons"))
            why |= reason.path("rule").asString("").equals(rule)
                    && !reason.path("reason").path("es").asString("").isBlank()
                    && !reason.path("reason").path("en").asString("").isBlank();
        return why
                && release.path("party").asString("").equals(party)
                && release.path("given").asString("").equals(given);
    }

    /** How many things of its mailbox an office finds by a word. */
    private static int finds(Coordinators who, String party, String word) throws IOException, InterruptedException {
        return who.get(party, "/search?kind=item-report&q=" + word)
                .path("count")
                .asInt(-1);
    }

    /** At every address, in every list and count, for coordination as for analysis: as if there were none. @param word in its title */
    private boolean isHidden(String party, String act, String word) throws IOException, InterruptedException {
        for (var who : List.of(four, analysts)) {
            if (!who.missing(party, "/items/" + act).equals(who.missing(party, NONE))) return false;
            for (var item : who.get(party, "/items?limit=200").path("items"))
                if (item.path("act").asString("").equals(act)) return false;
            if (finds(who, party, word) != 0) return false;
            if (!who.get(party, "/search?q=" + word).path("items").isEmpty()) return false;
            if (who.found(party, "/acts/" + act)
                    && !who.get(party, "/acts/" + act)
                            .path("state")
                            .asString("")
                            .equals("not-for-us")) return false;
        }
        return true;
    }

    private String ask(String urgency) throws IOException, InterruptedException {
        var act = copy(send("HN", "/requests", asking(urgency), "SV"), "SV");
        four.await(words.say("cli.story.asked"), () -> analysts.found("SV", "/requests/" + act));
        return act;
    }

    private void say(String act, String word, String code) throws IOException, InterruptedException {
        analysts.post(
                "SV",
                "/requests/" + act + "/words",
                object().put("word", word).put("code", code.isEmpty() ? null : code));
    }

    private JsonNode stands(String party, String act) throws IOException, InterruptedException {
        return analysts.get(party, "/requests/" + act).path("stands");
    }

    private void answer() throws IOException, InterruptedException {
        var asked = ask("direct");
        four.tell(words.say("cli.story.asked"));
        say(asked, "acknowledged", "");
        var due = Instant.parse(stands("SV", asked).path("due").asString());
        var answer = report("respuesta sobre el sello 14", "Constan dos partidas más.");
        answer.putObject("answers").put("request", asked);
        var reply = copy(send("/requests/" + asked + "/answers", answer), "HN");
        four.await(
                words.say("cli.story.replied"),
                () -> stands("HN", asked).path("state").asString("").equals("answered")
                        && opened("HN", reply).has("fact"));
        var stands = stands("HN", asked);
        var spare = Duration.between(Instant.parse(stands.path("at").asString()), due);
        if (stands.path("late").asBoolean(true) || spare.isNegative())
            throw new Coordinators.Failed(words.say("cli.story.replied"));
        four.tell(words.say("cli.story.spare", spare.toHours(), spare.toMinutesPart()));
    }

    private void refuse() throws IOException, InterruptedException {
        var asked = ask("urgent");
        say(asked, "refused", "nothing-to-give");
        four.step(words.say("cli.story.refused"), () -> {
            var stands = stands("HN", asked);
            return stands.path("state").asString("").equals("refused")
                    && stands.path("ground").asString("").equals("nothing-to-give");
        });
    }

    /** It went to all three by mistake. From noticing it to the last signed answer takes less than the patience of a step. */
    private void takeBack() throws IOException, InterruptedException {
        var sent = send(
                "/items", report(MISTAKEN + ", lista que no era para todos", "Se envió por error."), "GT", "HN", "US");
        mistaken = sent.path("act").asString();
        for (var copy : sent.path("copies"))
            four.await(
                    words.say("cli.story.mistaken"),
                    () -> analysts.found(
                                    copy.path("party").asString(),
                                    "/items/" + copy.path("act").asString())
                            && finds(analysts, copy.path("party").asString(), MISTAKEN) == 1);
        four.tell(words.say("cli.story.mistaken"));
        var noticed = System.nanoTime();
        var order = object();
        order.putArray("from").add("GT").add("HN").add("US");
        order.put("ground", "wrong-recipient")
                .put(
                        "by",
                        LocalDate.ofInstant(four.now(), ZoneOffset.UTC)
                                .plusDays(1)
                                .toString());
        analysts.post("SV", "/items/" + mistaken + "/recall", order);
        four.await(words.say("cli.story.destroyed"), () -> destroyed() == 3);
        var took = Duration.ofNanos(System.nanoTime() - noticed);
        for (var copy : sent.path("copies"))
            if (!isHidden(copy.path("party").asString(), copy.path("act").asString(), MISTAKEN))
                throw new Coordinators.Failed(words.say("cli.story.destroyed"));
        four.tell(words.say("cli.story.destroyed.in", destroyed(), took.toSeconds() + 1));
    }

    private int destroyed() throws IOException, InterruptedException {
        var destroyed = 0;
        for (var copy : analysts.get("SV", "/items/" + mistaken + "/recall").path("copies"))
            if (copy.at("/order/answer/held").asBoolean(false)) destroyed++;
        return destroyed;
    }

    /** Of who seeks protection their own country learns nothing, and the others not that they do. */
    private void protect() throws IOException, InterruptedException {
        var report = report(PROTECTING + ", persona trasladada entre albergues", "Llegó al albergue con su documento.")
                .put("review", review());
        report.putArray("persons").add("protection");
        report.putArray("never").add("HN");
        var releases =
                analysts.look("SV", "/items", sending(report, "GT", "HN")).path("releases");
        if (!isGiven(releases.path(0), "GT", "part", "AS-4") || !isGiven(releases.path(1), "HN", "none", "AS-1"))
            throw new Coordinators.Failed(words.say("cli.story.protected"));
        var tally = analysts.get("HN", "/requests/tally");
        var sent = send("/items", report, "GT", "HN");
        var copy = copy(sent, "GT");
        four.await(words.say("cli.story.protected.given"), () -> analysts.found("GT", "/items/" + copy));
        four.await(words.say("cli.story.protected.given"), () -> four.found("HN", "/acts/" + copy));
        four.await(words.say("cli.story.protected.given"), () -> finds(analysts, "GT", PROTECTING) == 1);
        var theirs = opened("GT", copy);
        if (theirs.has("never") || theirs.path("persons").toString().contains("protection"))
            throw new Coordinators.Failed(words.say("cli.story.protected.given"));
        four.tell(words.say("cli.story.protected.given"));
        four.step(
                words.say("cli.story.protected"),
                () -> isHidden("HN", copy, PROTECTING)
                        && isHidden("HN", sent.path("act").asString(), PROTECTING)
                        && isHidden("US", copy, PROTECTING)
                        && analysts.get("HN", "/requests/tally").equals(tally));
    }

    /** What the nodes say came of it. */
    String facts() throws IOException, InterruptedException {
        var counts = new TreeSet<String>();
        for (var pair : analysts.get("HN", "/requests/tally").path("pairs"))
            if (pair.path("by").asString("").equals("HN")
                    && pair.path("to").asString("").equals("SV"))
                for (var state : pair.path("states"))
                    counts.add(state.path("what").asString() + "="
                            + state.path("count").asInt());
        return "given="
                + analysts.get("SV", "/items/" + whole).at("/item/copies").size() + " " + String.join(" ", counts)
                + " recalled=" + destroyed();
    }
}
