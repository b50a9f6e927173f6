package acorde.web;

import acorde.acts.Busy;
import acorde.web.AccountViews.RefusalView;
import acorde.web.Routes.Who;
import acorde.web.view.ErrorView;
import acorde.web.words.Words;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is shown when something was not done: a page to people, a problem to programs. It tells nothing of the inside. */
@Controller
final class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Screen screen;

    ErrorPages(Screen screen) {
        this.screen = screen;
    }

    @RequestMapping("/error")
    @Nullable
    ResponseEntity<String> show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = status(request);
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (status == 503) response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        if (Routes.Row.isApi(path)) {
            ApiRefusals.answer(path, response, why(status, ApiRefusals.words(request)));
            return null;
        }
        return switch (request.getAttribute(PageRefusals.WHY)) {
            case PageRefusals.Reason why ->
                screen.page(
                        request,
                        status,
                        "account/refusal",
                        new RefusalView(status, "refusal." + why.name(), who(request)));
            case null, default ->
                screen.page(request, status, "error", new ErrorView(status, reference(request, status), null));
        };
    }

    private static ApiRefusals.Why why(int status, Words words) {
        if (status == 503) return new ApiRefusals.Why(503, words.say("api.busy.title"), words.say("api.busy"));
        var title = status < 500 ? words.say("api.unanswerable") : words.say("api.failed");
        return new ApiRefusals.Why(status, title, words.say("api.status", status));
    }

    /** Of what nothing was said before: a database that was away when it was read will be back, and there will be room to read. */
    private static int status(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault && passes(fault))
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    }

    private static boolean passes(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause())
            if (cause instanceof DataAccessException || cause instanceof Busy) return true;
        return false;
    }

    /** What the administrator finds the fault by in the node's log; empty if nothing failed. */
    private static String reference(HttpServletRequest request, int status) {
        if (status < 500 || status == 503 || status == 504) return "";
        var reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        var fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.error("Fault {} while drawing a page", reference, fault instanceof Throwable thrown ? thrown : null);
        return reference;
    }

    private List<String> who(HttpServletRequest request) {
        return request.getAttribute(PageRefusals.ROW) instanceof Routes.Row row
                        && row.who() instanceof Who.Only(var roles)
                ? roles.stream().sorted().map(Enum::name).toList()
                : List.of();
    }
}
