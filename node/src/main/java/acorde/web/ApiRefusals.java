package acorde.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Refuses programs with a problem of RFC 9457. */
final class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final Routes routes;

    ApiRefusals(Routes routes) {
        this.routes = routes;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (routes.find(request).isEmpty()) {
            notFound(response);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problem(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                "No valid token",
                "Send a token that is in force in the header Authorization: Bearer. Officers make them at /me/tokens.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        var row = routes.find(request);
        if (row.isEmpty()) notFound(response);
        else
            problem(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Not for this office",
                    "The office this token acts for may not call this route.");
    }

    private static void notFound(HttpServletResponse response) throws IOException {
        problem(response, HttpServletResponse.SC_NOT_FOUND, "Not found", "There is nothing at this path.");
    }

    static void problem(HttpServletResponse response, int status, String title, String detail) throws IOException {
        var body = JsonMapper.shared().createObjectNode();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }
}
