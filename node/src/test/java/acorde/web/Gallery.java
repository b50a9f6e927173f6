package acorde.web;

import acorde.web.view.Pages;
import acorde.web.words.Language;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Serves every page with sample views, so that people and browser tests can look at them without a node behind.
 *
 * <p>{@code Gallery 8090} listens on that port; {@code /gallery} lists the pages.
 */
public final class Gallery implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2");

    /** What looks for faults in a page, for whoever wants it there. */
    static final String AXE = "/axe.js";

    private final HttpServer server;
    private final Pages pages = new Pages();

    Gallery(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public static void main(String[] arguments) throws IOException {
        var gallery = new Gallery(arguments.length == 0 ? 8090 : Integer.parseInt(arguments[0]));
        System.out.println("Gallery at " + gallery.address() + "/gallery");
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            String path = uri.getPath();
            if (path.equals(AXE)) {
                exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
                send(
                        exchange,
                        "text/javascript; charset=utf-8",
                        AxeBuilder.getAxeScript().getBytes(StandardCharsets.UTF_8));
                return;
            }
            if (path.startsWith("/vendor/") || path.matches("/[a-z-]+\\.(css|js|svg)")) {
                file(exchange, path);
                return;
            }
            if (path.equals("/news") || path.endsWith("/voices")) { // nothing is ever new here
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            var language = Language.choose(
                    parameter(uri, "lang"), null, exchange.getRequestHeaders().getFirst("Accept-Language"));
            String page;
            try {
                page = path.equals("/gallery") ? index() : Samples.draw(pages, language, uri);
            } catch (RuntimeException e) {
                e.printStackTrace();
                throw e;
            }
            exchange.getResponseHeaders().set("Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY);
            send(exchange, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String index() {
        var list = new StringBuilder("<!doctype html><html lang=en><title>Gallery</title><h1>Gallery</h1><ul>");
        for (String path : Samples.paths())
            list.append("<li><a href='").append(path).append("'>").append(path).append("</a>");
        return list.toString();
    }

    private static void file(HttpExchange exchange, String path) throws IOException {
        try (InputStream in = Gallery.class.getResourceAsStream("/static" + path)) {
            String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
            if (in == null || type == null || path.contains("..")) exchange.sendResponseHeaders(404, -1);
            else send(exchange, type, in.readAllBytes());
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    static @Nullable String parameter(URI uri, String name) {
        if (uri.getRawQuery() == null) return null;
        var parameters = new HashMap<String, String>();
        for (String pair : uri.getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0)
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters.get(name);
    }
}
