package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program at the interface of a node; what it is answered is held to the description.
 *
 * @param token of the officer it acts for
 */
record Program(TestDesk.One node, String token) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    HttpResponse<String> call(String method, String path, String body) {
        var call = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.website.port() + "/api/v1" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        try {
            return Described.held(CLIENT.send(call.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    /** What it reads there. */
    JsonNode get(int status, String path) {
        return answered(status, call("GET", path, ""));
    }

    /** What it is answered to what it says. */
    JsonNode say(int status, String path, String body) {
        return answered(status, call("POST", path, body));
    }

    private static JsonNode answered(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        return JsonMapper.shared().readTree(answer.body());
    }
}
