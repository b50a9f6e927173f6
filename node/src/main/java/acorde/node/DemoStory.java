package acorde.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays the story of the demonstration through the public interface of four running nodes, and checks every step on all of them. Every number
 * it prints was read from the nodes.
 */
final class DemoStory {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, NodeProcess> nodes;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    DemoStory(Map<String, NodeProcess> nodes) {
        this.nodes = nodes;
    }

    /** A step of the story did not come out; the message names it. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String step) {
            super(step);
        }
    }

    void play() throws IOException, InterruptedException {
        step("every node holds the compact of 2019", () -> everywhere("/compact", this::hasWholeHistory));
        say("promises " + counts("HN"));
        var proposal = propose();
        say("Honduras proposes a date, a measure, a baseline and a target for A1-05: "
                + proposal.path("id").asString());
        step("the proposal is on every node", () -> everywhere(path(proposal), found -> true));
        assent("GT", proposal, null);
        assent("SV", proposal, null);
        var reservation = JSON.createObjectNode()
                .put(
                        "es",
                        "Estados Unidos entiende «despacho» como la oficina que ya atiende estas consultas. EJERCICIO.")
                .put(
                        "en",
                        "The United States understands \"office\" as the one that answers such queries already. EXERCISE.");
        assent("US", proposal, reservation);
        step(
                "it is in force on every node",
                () -> everywhere(path(proposal), found -> state(found).equals("in-force")));
        step("all four hold the same versions", this::sameVersions);
        step("every log is followed to its end and cosigned", this::followedAndCosigned);
        stopOneAndGoOn();
        var counts = counts("HN");
        say("all four nodes agree");
        System.out.println("demo: ok nodes=" + nodes.size() + " " + counts);
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
        indicator.put("baseline", 38);
        indicator.put("baselineAt", "2026-10-31");
        indicator.put("target", 90);
        indicator.put("targetAt", "2027-06-30");
        var body = JSON.createObjectNode();
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

    private static ObjectNode both(String es, String en) {
        return JSON.createObjectNode().put("es", es).put("en", en);
    }

    private void assent(String party, JsonNode proposal, @org.jspecify.annotations.Nullable ObjectNode reservation)
            throws IOException, InterruptedException {
        var body = JSON.createObjectNode();
        body.set("text", proposal.path("text"));
        body.set("reservation", reservation);
        post(party, path(proposal) + "/assents", body);
        say(party + " assents" + (reservation == null ? "" : " with a reservation"));
    }

    private static String path(JsonNode proposal) {
        return "/proposals/" + proposal.path("id").asString();
    }

    private static String state(JsonNode proposal) {
        return proposal.path("state").asString("");
    }

    private boolean hasWholeHistory(JsonNode compact) {
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
        node("SV").stop();
        say("the node of SV is stopped");
        var initiative = get("HN", "/initiatives/A4-08");
        var text = (ObjectNode) initiative.path("text").deepCopy();
        text.put("due", "2027-03-31");
        text.set(
                "waiver",
                both(
                        "Se medirá cuando haya presupuesto. EJERCICIO.",
                        "To be measured once there is a budget. EXERCISE."));
        var body = JSON.createObjectNode();
        body.put("item", "initiative/A4-08");
        body.put("base", initiative.path("version").asString());
        body.set("text", text);
        body.set("why", both("Darle fecha. EJERCICIO.", "Give it a date. EXERCISE."));
        var proposal = post("HN", "/proposals", body);
        var refusal = JSON.createObjectNode();
        refusal.set("reason", both("Falta presupuesto. EJERCICIO.", "There is no budget yet. EXERCISE."));
        await("US has the proposal", () -> found("US", path(proposal)));
        post("US", path(proposal) + "/refusals", refusal);
        say("without SV, Honduras proposes and the United States refuses: "
                + proposal.path("id").asString());
        node("SV").restart();
        step(
                "SV has caught up",
                () -> found("SV", path(proposal))
                        && state(get("SV", path(proposal))).equals("dead"));
        step("all four hold the same versions again", this::sameVersions);
        step("every log is followed to its end and cosigned again", this::followedAndCosigned);
    }

    private boolean sameVersions() throws IOException, InterruptedException {
        var versions = new TreeSet<String>();
        for (var party : nodes.keySet()) {
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
        for (var author : nodes.keySet()) {
            var size = get(author, "/partners").path("own").path("size").asLong(-1);
            for (var follower : nodes.keySet()) {
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

    private boolean everywhere(String path, Predicate<JsonNode> holds) throws IOException, InterruptedException {
        for (var party : nodes.keySet()) if (!found(party, path) || !holds.test(get(party, path))) return false;
        return true;
    }

    /** Something that becomes true, or not. */
    private interface Check {
        boolean holds() throws IOException, InterruptedException;
    }

    private void step(String what, Check check) throws IOException, InterruptedException {
        await(what, check);
        say(what);
    }

    private static void await(String what, Check check) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!check.holds()) {
            if (System.nanoTime() > end) throw new Failed(what);
            Thread.sleep(50); // asks the nodes again
        }
    }

    private NodeProcess node(String party) {
        return Objects.requireNonNull(nodes.get(party), party);
    }

    private static void say(String step) {
        System.out.println("  - " + step);
    }

    private boolean found(String party, String path) throws IOException, InterruptedException {
        return send(party, request(party, path).GET().build()).statusCode() == 200;
    }

    private JsonNode get(String party, String path) throws IOException, InterruptedException {
        return answer(party, path, send(party, request(party, path).GET().build()), List.of(200));
    }

    private JsonNode post(String party, String path, JsonNode body) throws IOException, InterruptedException {
        var request = request(party, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        return answer(party, path, send(party, request), List.of(201));
    }

    private HttpRequest.Builder request(String party, String path) throws IOException {
        var node = node(party);
        return HttpRequest.newBuilder(URI.create(node.address() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header(
                        "Authorization",
                        "Bearer "
                                + Files.readString(Demo.storyToken(node.folder()))
                                        .strip());
    }

    private HttpResponse<byte[]> send(String party, HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IOException("the node of " + party + " does not answer " + request.uri(), e);
        }
    }

    private static JsonNode answer(String party, String path, HttpResponse<byte[]> response, List<Integer> good) {
        if (!good.contains(response.statusCode()))
            throw new Failed(party + " answered " + path + " with " + response.statusCode() + ": "
                    + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new Failed(party + " answered " + path + " with something that is not JSON");
        }
    }
}
