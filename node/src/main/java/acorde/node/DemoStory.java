package acorde.node;

import static acorde.node.Coordinators.both;
import static acorde.node.Coordinators.object;

import acorde.web.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays the story of the demonstration through the public interface of four running nodes, and checks every step on all of them. Every number
 * it prints was read from the nodes.
 */
final class DemoStory {
    private final Coordinators four;
    private final Map<String, NodeProcess> nodes;
    private final Words words;
    private final DemoProgress progress;
    private final DemoExchange exchange;

    /** @param nodes by their parties, for the one that is stopped and started again */
    DemoStory(Coordinators four, Map<String, NodeProcess> nodes) {
        this.four = four;
        this.nodes = nodes;
        this.words = four.words;
        this.progress = new DemoProgress(four);
        this.exchange = new DemoExchange(four);
    }

    /** What awaits whoever comes in first: a mandate to assent to, a report to read, a request to answer. */
    static void begin(Coordinators four) throws IOException, InterruptedException {
        four.await(
                four.words.say("cli.story.whole"),
                () -> four.everywhere("/compact", DemoStory::hasWholeHistory)
                        && four.everywhere("/release", found -> true));
        DemoMeeting.propose(four, "A1");
        new DemoExchange(four).begin();
    }

    /** A promise is agreed to, one node is away, a group meets, a party reports, analysts exchange. */
    void playOneDay() throws IOException, InterruptedException {
        step("cli.story.whole", () -> four.everywhere("/compact", DemoStory::hasWholeHistory));
        four.tell(words.say("cli.story.promises", counts("HN")));
        var proposal = propose();
        four.tell(words.say("cli.story.proposed", proposal.path("id").asString()));
        step("cli.story.arrived", () -> four.everywhere(path(proposal), found -> true));
        assent("GT", proposal, null);
        assent("SV", proposal, null);
        var reservation = object().put(
                        "es",
                        "Estados Unidos entiende «despacho» como la oficina que ya atiende estas consultas. EJERCICIO.")
                .put(
                        "en",
                        "The United States understands \"office\" as the one that answers such queries already. EXERCISE.");
        assent("US", proposal, reservation);
        step(
                "cli.story.inforce",
                () -> four.everywhere(path(proposal), found -> state(found).equals("in-force")));
        exchange.adoptRules();
        step("cli.story.versions", this::sameVersions);
        step("cli.story.followed", this::followedAndCosigned);
        stopOneAndGoOn();
        DemoMeeting.adopt(four, "A1", DemoMeeting.propose(four, "A1"));
        var meeting = new DemoMeeting(four);
        meeting.meet();
        progress.report();
        meeting.approveMinutes();
        exchange.play();
        four.sum("demo: exchange " + exchange.facts());
        four.sum("demo: meeting " + meeting.facts());
    }

    /** The clocks go on, and a promise nobody spoke of climbs to the ministers. @return what the nodes hold at the end */
    String playWhatSilenceComesTo() throws IOException, InterruptedException {
        progress.climb();
        step("cli.story.versions.end", this::sameVersions);
        step("cli.story.followed.end", this::followedAndCosigned);
        four.sum("demo: progress " + progress.facts());
        return "demo: ok nodes=" + nodes() + " " + counts("HN");
    }

    /** How many nodes answer, each for a party of its own. */
    private int nodes() throws IOException, InterruptedException {
        var own = new TreeSet<String>();
        for (var party : four.parties())
            own.add(get(party, "/partners").path("own").path("party").asString());
        return own.size();
    }

    private JsonNode propose() throws IOException, InterruptedException {
        var initiative = get("HN", "/initiatives/A1-05");
        var text = (ObjectNode) initiative.path("text").deepCopy();
        text.set(
                "deliverable",
                both(
                        "Cada parte designa un despacho de protección de niñez que responde en 24 horas a las consultas "
                                + "de vínculo familiar de las otras partes. La verificación exige autoridad de niñez; la policía no decide sola. EJERCICIO.",
                        "Each party designates a child-protection office that answers the other parties' family-link queries within 24 hours."
                                + " Verification requires a child authority; the police do not decide alone. EXERCISE."));
        text.put("due", "2027-01-31");
        var indicator = text.putObject("indicator");
        indicator.set("name", both("Consultas respondidas en 24 horas", "Queries answered within 24 hours"));
        indicator.set("unit", both("% por mes", "% per month"));
        indicator.put("kind", "outcome");
        indicator.put("counted", "things");
        indicator.put("baseline", 38);
        indicator.put("baselineAt", "2026-10-31");
        indicator.put("target", 90);
        indicator.put("targetAt", "2027-01-31");
        var body = object();
        body.put("item", "initiative/A1-05");
        body.put("base", initiative.path("version").asString());
        body.set("text", text);
        body.set(
                "why",
                both(
                        "Sin despacho ni plazo, la promesa no se puede cumplir ni incumplir.",
                        "Without an office and a date the promise can be neither kept nor broken."));
        return post("HN", "/proposals", body);
    }

    private void assent(String party, JsonNode proposal, @Nullable ObjectNode reservation)
            throws IOException, InterruptedException {
        var body = object();
        body.set("text", proposal.path("text"));
        body.set("reservation", reservation);
        post(party, path(proposal) + "/assents", body);
        four.tell(
                reservation == null
                        ? words.say("cli.story.assents", party)
                        : words.say("cli.story.assents.reserved", party));
    }

    private static String path(JsonNode proposal) {
        return "/proposals/" + proposal.path("id").asString();
    }

    private static String state(JsonNode proposal) {
        return proposal.path("state").asString("");
    }

    private static boolean hasWholeHistory(JsonNode compact) {
        return compact.path("counts").path("initiatives").asInt() == 48;
    }

    private String counts(String party) throws IOException, InterruptedException {
        var counts = get(party, "/compact").path("counts");
        return "initiatives=" + counts.path("initiatives").asInt()
                + " dated=" + counts.path("dated").asInt()
                + " numbered=" + counts.path("numbered").asInt()
                + " measured=" + counts.path("measured").asInt()
                + " consented=" + counts.path("consented").asInt();
    }

    /** One of the four is stopped; the others go on; it catches up by itself. */
    private void stopOneAndGoOn() throws IOException, InterruptedException {
        var away = Objects.requireNonNull(nodes.get("SV"));
        away.stop();
        four.tell(words.say("cli.story.stopped", "SV"));
        var initiative = get("HN", "/initiatives/A4-08");
        var text = (ObjectNode) initiative.path("text").deepCopy();
        text.put("due", "2027-03-31");
        text.set(
                "waiver",
                both(
                        "Se medirá cuando haya presupuesto. EJERCICIO.",
                        "To be measured once there is a budget. EXERCISE."));
        var body = object();
        body.put("item", "initiative/A4-08");
        body.put("base", initiative.path("version").asString());
        body.set("text", text);
        body.set("why", both("Darle fecha. EJERCICIO.", "Give it a date. EXERCISE."));
        var proposal = post("HN", "/proposals", body);
        var refusal = object();
        refusal.set("reason", both("Falta presupuesto. EJERCICIO.", "There is no budget yet. EXERCISE."));
        four.await(words.say("cli.story.has.proposal", "US"), () -> four.found("US", path(proposal)));
        post("US", path(proposal) + "/refusals", refusal);
        four.tell(words.say("cli.story.without", "SV", proposal.path("id").asString()));
        four.at(words.say("cli.story.again", "SV"), () -> {
            away.restart();
            return true;
        });
        four.step(
                words.say("cli.story.caught.up", "SV"),
                () -> four.found("SV", path(proposal))
                        && state(get("SV", path(proposal))).equals("dead"));
        step("cli.story.versions.again", this::sameVersions);
        step("cli.story.followed.again", this::followedAndCosigned);
    }

    private boolean sameVersions() throws IOException, InterruptedException {
        var versions = new TreeSet<String>();
        for (var party : four.parties()) {
            var all = new ArrayList<String>();
            for (var cursor = ""; cursor != null; ) {
                var page = get(party, "/initiatives?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
                for (var one : page.path("items"))
                    all.add(one.path("code").asString() + " "
                            + one.path("version").asString());
                cursor = page.path("next").isString() ? page.path("next").asString() : null;
            }
            versions.add(String.join("\n", all) + "\n" + counts(party));
        }
        return versions.size() == 1;
    }

    /** Every node has stored every other's log to the size that other had when asked, and cosigned it. */
    private boolean followedAndCosigned() throws IOException, InterruptedException {
        for (var author : four.parties()) {
            var size = get(author, "/partners").path("own").path("size").asLong(-1);
            for (var follower : four.parties()) {
                if (follower.equals(author)) continue;
                for (var partner : get(follower, "/partners").path("partners")) {
                    if (!partner.path("party").asString("").equals(author)) continue;
                    if (partner.path("stored").asLong(-1) < size
                            || partner.path("cosigned").asLong(-1) < size) return false;
                }
            }
        }
        return true;
    }

    private void step(String key, Coordinators.Check check) throws IOException, InterruptedException {
        four.step(words.say(key), check);
    }

    private JsonNode get(String party, String path) throws IOException, InterruptedException {
        return four.get(party, path);
    }

    private JsonNode post(String party, String path, JsonNode body) throws IOException, InterruptedException {
        return four.post(party, path, body);
    }
}
