package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the interface for programs. What tests are answered, and what they sent if it was accepted, is held to it. */
public final class Described {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode DOCUMENT = read();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(
            Dialect.builder(Dialects.getDraft202012())
                    .keyword(new NonValidationKeyword("components"))
                    .build(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private static final List<Route> ROUTES = routes();
    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

    private Described() {}

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(Described.class.getResourceAsStream("/acorde/web/openapi.json"))) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One way to ask at one path. */
    private record Route(String method, String path, JsonNode operation) {
        boolean is(String asked, String at) {
            return method.equals(asked) && at.matches(path.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
        }

        private JsonNode answer(int status) {
            var said = operation.path("responses").path(Integer.toString(status));
            var elsewhere = said.path("$ref").asString("");
            return elsewhere.isEmpty() ? said : DOCUMENT.at(elsewhere.substring(1));
        }

        private List<Body> bodies(String which, JsonNode content) {
            return content.propertyStream()
                    .map(each -> new Body(method + " " + path + " " + which, each.getKey(), each.getValue()))
                    .toList();
        }

        /** What may be sent. */
        List<Body> asked() {
            return bodies("asked", operation.path("requestBody").path("content"));
        }

        List<Body> answers(int status) {
            return bodies(Integer.toString(status), answer(status).path("content"));
        }

        List<Body> answers() {
            return operation.path("responses").propertyNames().stream()
                    .flatMap(status -> answers(Integer.parseInt(status)).stream())
                    .toList();
        }
    }

    /** Those without a place to fill in first: they are meant where both would do. */
    private static List<Route> routes() {
        var routes = new ArrayList<Route>();
        DOCUMENT.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(operation -> routes.add(new Route(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        routes.sort(Comparator.comparing(route -> route.path().contains("{")));
        return routes;
    }

    /**
     * What is sent, or answered, in one form.
     *
     * @param where the route, and {@code asked} or the status of the answer
     * @param type its media type
     * @param described the media type object
     */
    record Body(String where, String type, JsonNode described) {
        boolean isJson() {
            return type.endsWith("json");
        }

        JsonNode example() {
            return described.path("example");
        }

        /** What does not fit about it, a sentence each. */
        List<String> faults(JsonNode body) {
            return READ.computeIfAbsent(where + " " + type, _ -> schema()).validate(body).stream()
                    .map(fault -> where + ": " + fault)
                    .toList();
        }

        /** With all that it refers to within itself. */
        private Schema schema() {
            var whole = (ObjectNode) described.path("schema").deepCopy();
            return SCHEMAS.getSchema(whole.set("components", DOCUMENT.path("components")));
        }
    }

    /** All that may be sent. */
    static List<Body> asked() {
        return ROUTES.stream().flatMap(route -> route.asked().stream()).toList();
    }

    /** All that may be answered. */
    static List<Body> answers() {
        return ROUTES.stream().flatMap(route -> route.answers().stream()).toList();
    }

    /** The same answer, if it is as described; also where nothing is, as for pages. */
    public static <B> HttpResponse<B> held(HttpResponse<B> answer) {
        var request = answer.request();
        ROUTES.stream()
                .filter(route -> route.is(request.method(), answer.uri().getPath()))
                .findFirst()
                .ifPresent(route -> hold(route, answer));
        return answer;
    }

    private static void hold(Route route, HttpResponse<?> answer) {
        var status = answer.statusCode();
        var where = route.method() + " " + route.path() + " " + status;
        assertTrue(route.answer(status).isObject(), where + " is not described: " + answer.body());
        var bodies = route.answers(status);
        if (!bodies.isEmpty()) {
            var type = Visitor.header(answer, "Content-Type").split(";", 2)[0];
            var body = bodies.stream().filter(one -> one.type().equals(type)).findFirst();
            assertTrue(body.isPresent(), where + " is not described as " + type);
            if (body.get().isJson()) hold(body.get(), text(answer));
        }
        if (status / 100 == 2)
            route.asked().stream().filter(Body::isJson).forEach(body -> hold(body, sent(answer.request())));
    }

    private static void hold(Body body, String text) {
        assertEquals(List.of(), body.faults(JSON.readTree(text)), text);
    }

    private static String text(HttpResponse<?> answer) {
        return answer.body() instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : String.valueOf(answer.body());
    }

    /** What a request was sent with, read once more. */
    private static String sent(HttpRequest request) {
        var read = HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8);
        request.bodyPublisher().orElseThrow().subscribe(new Again(read));
        return read.getBody().toCompletableFuture().join();
    }

    /** Hands on what a request sends to a reader of answers, which takes several parts at a time. */
    private record Again(HttpResponse.BodySubscriber<String> reader) implements Flow.Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            reader.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer part) {
            reader.onNext(List.of(part));
        }

        @Override
        public void onError(Throwable fault) {
            reader.onError(fault);
        }

        @Override
        public void onComplete() {
            reader.onComplete();
        }
    }
}
