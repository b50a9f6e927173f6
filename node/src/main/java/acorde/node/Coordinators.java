package acorde.node;

import acorde.web.words.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The invented coordinators of running nodes, or their analysts, each at the public interface of its own node. What must come true is asked for again and again, but
 * not for ever.
 */
final class Coordinators {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Door> nodes;
    private final Later later;
    private final Function<NodeFolder, Path> token;

    private final Telling telling;

    /** In the language of whoever started it. */
    final Words words;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private int daysAhead;

    /** @param nodes by their parties; those that run, also after {@code later} */
    Coordinators(Map<String, ? extends Door> nodes, Later later, Telling telling) {
        this(nodes, later, telling, Demo::storyToken);
    }

    /** @param token where a node leaves that of the one who plays */
    private Coordinators(
            Map<String, ? extends Door> nodes,
            Later later,
            Telling telling,
            Function<NodeFolder, Path> token) { // where they are, and who plays
        this.nodes = Collections.unmodifiableMap(nodes);
        this.later = later;
        this.telling = telling;
        this.words = telling.words;
        this.token = token;
    }

    /** The analysts of the same nodes. */
    Coordinators analysts() {
        return new Coordinators(nodes, later, telling, node -> DemoPeople.analystToken(Demo.storyToken(node)));
    }

    /** Where a node that runs is found. */
    interface Door {
        String party();

        NodeFolder folder();

        /** Of its pages. */
        String address();
    }

    /** What is told of a story to whoever started it, and how far it has come. */
    static final class Telling {
        private final Words words;
        private final PrintStream out;
        private String last = "";

        Telling(Words words, PrintStream out) {
            this.words = words;
            this.out = out;
        }

        private void step(String step) {
            last = step;
            out.println("  - " + step);
        }

        private String reason(Exception why) {
            if (Refusal.isSentence(why)) return Refusal.sentence(why, words);
            return why instanceof Failed ? String.valueOf(why.getMessage()) : why.toString();
        }

        /** The step that failed, whatever it was that kept it from being taken. */
        String failed(Exception why) {
            return last.isEmpty()
                    ? words.say("cli.demo.failed", reason(why))
                    : words.say("cli.demo.failed.after", reason(why), last);
        }
    }

    /** How all nodes end and start again with what they hold, so many days later. */
    interface Later {
        void open(int days) throws IOException, InterruptedException;
    }

    /** A step of the story did not come out; the message names it. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String step) {
            super(step);
        }
    }

    /** Something that becomes true, or not. */
    interface Check {
        boolean holds() throws IOException, InterruptedException;
    }

    /** A step of the story. */
    interface Step<T> {
        T take() throws IOException, InterruptedException;
    }

    /** @throws Failed whatever kept the step from being taken: the message names both */
    <T> T at(String what, Step<T> step) throws InterruptedException {
        try {
            return step.take();
        } catch (IOException | RuntimeException e) {
            throw new Failed(what + ": " + telling.reason(e));
        }
    }

    Set<String> parties() {
        return nodes.keySet();
    }

    private Door node(String party) {
        return Objects.requireNonNull(nodes.get(party), party);
    }

    /** All four end and start again so many days later: what silence comes to takes months. */
    void go(int days) throws InterruptedException {
        daysAhead = days;
        at(words.say("cli.demo.opening.again", days), () -> {
            later.open(days);
            return days;
        });
    }

    /** The time at the nodes, to the second. */
    Instant now() {
        return Instant.now().plus(daysAhead, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ObjectNode both(String es, String en) {
        return object().put("es", es).put("en", en);
    }

    void tell(String step) {
        telling.step(step);
    }

    /** Tells what the nodes hold. */
    void sum(String line) {
        telling.out.println(line);
    }

    void step(String what, Check check) throws InterruptedException {
        await(what, check);
        tell(what);
    }

    void await(String what, Check check) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!at(what, check::holds)) {
            if (System.nanoTime() > end) throw new Failed(what);
            Thread.sleep(50); // asks the nodes again
        }
    }

    boolean everywhere(String path, Predicate<JsonNode> holds) throws IOException, InterruptedException {
        for (var party : parties()) if (!found(party, path) || !holds.test(get(party, path))) return false;
        return true;
    }

    boolean found(String party, String path) throws IOException, InterruptedException {
        return send(party, request(party, path).GET().build()).statusCode() == 200;
    }

    JsonNode get(String party, String path) throws IOException, InterruptedException {
        return json(
                party,
                path,
                good(party, path, send(party, request(party, path).GET().build()), 200));
    }

    /** What anybody may read at a node, without a word of who asks. */
    String open(String party, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(node(party).address() + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        return new String(good(party, path, send(party, request), 200), StandardCharsets.UTF_8);
    }

    JsonNode post(String party, String path, JsonNode body) throws IOException, InterruptedException {
        return json(party, path, good(party, path, send(party, posted(party, path, body)), 201));
    }

    /** Asks what would come of something, which is not said. */
    JsonNode look(String party, String path, JsonNode body) throws IOException, InterruptedException {
        return json(party, path, good(party, path, send(party, posted(party, path, body)), 200));
    }

    /** What a node answers where there is nothing, or nothing for who asks. */
    String missing(String party, String path) throws IOException, InterruptedException {
        var answer = send(party, request(party, path).GET().build());
        return new String(good(party, path, answer, 404), StandardCharsets.UTF_8);
    }

    /** Says what the node must decline by this rule. */
    void declined(String party, String path, JsonNode body, String rule) // what is said where, and why not
            throws IOException, InterruptedException {
        var response = send(party, posted(party, path, body));
        if (response.statusCode() < 400) throw new Failed(words.say("cli.story.let", party, rule));
        var why = json(party, path, response.body()).path("rule").asString("");
        if (!why.equals(rule)) throw new Failed(words.say("cli.story.declined", party, why, rule));
    }

    /** Says something in a sitting. @return the act */
    String say(String party, String sitting, String kind, ObjectNode body) // who says what, where
            throws IOException, InterruptedException {
        return post(party, "/sittings/" + sitting + "/acts", within(kind, body))
                .path("act")
                .asString();
    }

    static ObjectNode within(String kind, ObjectNode body) {
        var said = object().put("kind", kind);
        said.set("body", body);
        return said;
    }

    /** Sends a file. @return how an act names it */
    JsonNode send(String party, String name, byte[] content) throws IOException, InterruptedException {
        var request = request(party, "/files")
                .header("Content-Type", "application/octet-stream")
                .header(
                        "File-Name",
                        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        return json(party, name, good(party, "/files", send(party, request), 201))
                .path("attachment");
    }

    /** The bytes of a file that an act names, as this party's node has them; none while it has not all of them. */
    byte[] file(String party, String path) throws IOException, InterruptedException {
        var response = send(party, request(party, path).GET().build());
        return response.statusCode() == 200 ? response.body() : new byte[0];
    }

    private HttpRequest posted(String party, String path, JsonNode body) throws IOException {
        return request(party, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
    }

    private HttpRequest.Builder request(String party, String path) throws IOException {
        var node = node(party);
        return HttpRequest.newBuilder(URI.create(node.address() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header(
                        "Authorization",
                        "Bearer " + Files.readString(token.apply(node.folder())).strip());
    }

    private HttpResponse<byte[]> send(String party, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new Failed(words.say("cli.story.unanswered", party, request.method() + " " + request.uri(), e));
        }
    }

    private byte[] good(String party, String path, HttpResponse<byte[]> response, int status) { // one answer
        if (response.statusCode() != status)
            throw new Failed(words.say(
                    "cli.story.answered",
                    party,
                    path,
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8)));
        return response.body();
    }

    private JsonNode json(String party, String path, byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new Failed(words.say("cli.story.no.json", party, path));
        }
    }
}
