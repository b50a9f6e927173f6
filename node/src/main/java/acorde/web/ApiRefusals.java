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

/** Refuses programs with a problem of RFC 9457, those that speak TAXII with an error message of that. */
final class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final Routes routes;

    ApiRefusals(Routes routes) {
        this.routes = routes;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (routes.find(request).isEmpty()) {
            notFound(request, response);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problem(
                request.getRequestURI(),
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                "No valid token",
                "Send a token that is in force in the header Authorization: Bearer. Officers make them at /me/tokens.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        var row = routes.find(request);
        if (row.isEmpty()) notFound(request, response);
        else
            problem(
                    request.getRequestURI(),
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Not for this office",
                    "The office this token acts for may not call this route.");
    }

    private static void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problem(
                request.getRequestURI(),
                response,
                HttpServletResponse.SC_NOT_FOUND,
                "Not found",
                "There is nothing at this path.");
    }

    /** In the form of TAXII where that is spoken. @param path that was called */
    static void problem(
            String path, HttpServletResponse response, int status, String title, String detail) // of what, and what
            throws IOException {
        var body = JsonMapper.shared().createObjectNode();
        if (path.startsWith(Routes.TAXII)) {
            body.put("title", title).put("description", detail).put("http_status", String.valueOf(status));
            response.setContentType("application/taxii+json;version=2.1");
        } else {
            body.put("type", "about:blank")
                    .put("title", title)
                    .put("status", status)
                    .put("detail", detail);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        }
        response.setStatus(status);
        response.getOutputStream()
                .write(JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }
}
