package acorde.web;

import acorde.web.words.Language;
import acorde.web.words.Words;
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
        var words = words(request);
        answer(
                request.getRequestURI(),
                response,
                new Why(401, words.say("api.no-token.title"), words.say("api.no-token")));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (routes.find(request).isEmpty()) {
            notFound(request, response);
            return;
        }
        var words = words(request);
        answer(
                request.getRequestURI(),
                response,
                new Why(403, words.say("api.forbidden.title"), words.say("api.forbidden")));
    }

    private static void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var words = words(request);
        answer(
                request.getRequestURI(),
                response,
                new Why(404, words.say("api.no-path.title"), words.say("api.no-path")));
    }

    /** In the language the program asks for; English unless it says. */
    static Words words(HttpServletRequest request) {
        return Words.in(Language.ofProgram(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** Why a program is refused. */
    record Why(int status, String title, String detail) {}

    /** In the form of TAXII where that is spoken. @param path that was called */
    static void answer(String path, HttpServletResponse response, Why why) throws IOException {
        var body = JsonMapper.shared().createObjectNode();
        if (path.startsWith(Routes.TAXII)) {
            body.put("title", why.title())
                    .put("description", why.detail())
                    .put("http_status", String.valueOf(why.status()));
            response.setContentType("application/taxii+json;version=2.1");
        } else {
            body.put("type", "about:blank")
                    .put("title", why.title())
                    .put("status", why.status())
                    .put("detail", why.detail());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        }
        response.setStatus(why.status());
        response.getOutputStream()
                .write(JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }
}
