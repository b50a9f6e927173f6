package acorde.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Puts the headers that keep a browser from being misled on every answer, before anything else looks at the request: what the server refuses by
 * itself (a path that is none, a method that nobody answers) never comes to Spring Security, which writes them elsewhere.
 */
final class SafeHeaders extends ValveBase {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin");

    SafeHeaders() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        HEADERS.forEach(response::setHeader);
        getNext().invoke(request, response);
    }
}
