package acorde.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;

/** A browser as far as these tests need one: cookies, forms with their token, no following of redirects. */
final class Visitor {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    final Map<String, String> cookies = new TreeMap<>();

    Visitor(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    HttpResponse<String> send(String method, String path, Map<String, String> headers, Map<String, String> form) {
        return send(method, path, headers, form, HttpResponse.BodyHandlers.ofString());
    }

    <B> HttpResponse<B> send( // a request, and how its answer is read
            String method,
            String path,
            Map<String, String> headers,
            Map<String, String> form,
            HttpResponse.BodyHandler<B> reading) {
        return Described.held(sendAnything(method, path, headers, form, reading));
    }

    /** The same of what may be no request that anybody described: the server refuses some before a page sees them. */
    <B> HttpResponse<B> sendAnything( // as above
            String method,
            String path,
            Map<String, String> headers,
            Map<String, String> form,
            HttpResponse.BodyHandler<B> reading) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (!cookies.isEmpty())
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        headers.forEach(request::header);
        try {
            var response = CLIENT.send(request.build(), reading);
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || setCookie.contains("Max-Age=0")) cookies.remove(pair[0]);
        else cookies.put(pair[0], pair[1]);
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, Map.of(), Map.of());
    }

    /** What is no text. */
    HttpResponse<byte[]> file(String path) {
        return send("GET", path, Map.of(), Map.of(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends a form as a page of this site would: with the token of the sign-in page. */
    HttpResponse<String> post(String path, String... fields) {
        var form = new LinkedHashMap<String, String>();
        form.put("_csrf", token());
        for (var i = 0; i < fields.length; i += 2) form.put(fields[i], fields[i + 1]);
        return send("POST", path, Map.of(), form);
    }

    /** A token for a form. */
    String token() {
        return tokenIn(get("/sign-in").body()).orElseThrow();
    }

    static Optional<String> tokenIn(String page) {
        var match = TOKEN.matcher(page);
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }

    Visitor signIn(String account, String password) {
        var answer = post("/sign-in", "username", account, "password", password);
        Assertions.assertEquals(303, answer.statusCode(), answer.body());
        return this;
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    static String location(HttpResponse<?> response) {
        return header(response, "Location");
    }
}
