package acorde.web;

import acorde.web.AccountViews.RefusalView;
import acorde.web.Routes.Who;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is shown when something was not done: a page to people, a problem to programs. It tells nothing of the inside. */
@Controller
final class ErrorPages implements ErrorController {
    private final Screen screen;

    ErrorPages(Screen screen) {
        this.screen = screen;
    }

    @RequestMapping("/error")
    @Nullable
    ResponseEntity<String> show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/")) {
            var title = status < 500 ? "The request cannot be answered" : "The node failed";
            ApiRefusals.problem(response, status, title, "Status " + status + ".");
            return null;
        }
        var view = switch (request.getAttribute(PageRefusals.WHY)) {
            case PageRefusals.Reason why -> new RefusalView(status, "refusal." + why.name(), who(request));
            case null, default -> new RefusalView(status, key(status), List.of());
        };
        return screen.page(request, status, "account/refusal", view);
    }

    private static String key(int status) {
        return switch (status) {
            case 404 -> "refusal.NOT_FOUND";
            case 400, 405, 413, 415 -> "refusal.BAD_REQUEST";
            default -> status < 500 ? "refusal.BAD_REQUEST" : "refusal.FAULT";
        };
    }

    private List<String> who(HttpServletRequest request) {
        return request.getAttribute(PageRefusals.ROW) instanceof Routes.Row row
                        && row.who() instanceof Who.Only(var roles)
                ? roles.stream().sorted().map(Enum::name).toList()
                : List.of();
    }
}
