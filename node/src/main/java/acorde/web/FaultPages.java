package acorde.web;

import acorde.web.view.ErrorView;
import acorde.web.view.Pages;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** Whatever went wrong, in the reader's words: what happened, what was not done, what to do next. Never a stack trace. */
@Controller
final class FaultPages implements ErrorController {
    /** A request may carry here what its reader is to tell the administrator. */
    static final String REFERENCE = "acorde.reference";

    private static final int UNKNOWN = 500;

    private final Pages pages;
    private final Frames frames;

    FaultPages(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @RequestMapping("/error")
    View error(HttpServletRequest request, HttpServletResponse response) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : UNKNOWN;
        String reference = request.getAttribute(REFERENCE) instanceof String text ? text : "";
        response.setStatus(status);
        return new Shown(pages, "error", frames.of(request), new ErrorView(status, reference, null));
    }
}
