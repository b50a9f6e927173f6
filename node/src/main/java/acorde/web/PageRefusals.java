package acorde.web;

import acorde.offices.Session;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Refuses people: leads to the sign-in who has not signed in, and tells everybody else on a page why not. */
final class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    /** Request attribute for the page of a refusal: what was refused. */
    static final String WHY = "acorde.refusal";

    /** Request attribute for the page of a refusal: the row of the table that refused. */
    static final String ROW = "acorde.refusal.row";

    private final Routes routes;

    PageRefusals(Routes routes) {
        this.routes = routes;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (routes.find(request).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var address = "/sign-in";
        // Where only a page can lead back to it: what was to be done by a form has to be looked at again.
        if (request.getMethod().equals(HttpMethod.GET.name())
                && !request.getRequestURI().equals("/"))
            address += "?next=" + URLEncoder.encode(path(request), StandardCharsets.UTF_8);
        lead(request, response, address);
    }

    private static String path(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static void lead(HttpServletRequest request, HttpServletResponse response, String address) {
        // A part of a page cannot follow to another page; htmx follows this header instead.
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", address);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", address);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        var row = routes.find(request);
        row.ifPresent(found -> request.setAttribute(ROW, found));
        var session =
                OfficerAuthentication.session(SecurityContextHolder.getContext().getAuthentication());
        if (row.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (why instanceof CsrfException) {
            // The form of a session that has ended: its reader wants to go on, not to read about tokens.
            if (session.isEmpty() && row.get().who() != Routes.Who.Everybody.PUBLIC)
                lead(request, response, "/sign-in?ended");
            else refuse(request, response, Reason.FORM_TOO_OLD);
        } else if (session.filter(Session::passwordDue).isPresent()) {
            lead(request, response, "/me/password");
        } else {
            refuse(request, response, Reason.NOT_THIS_OFFICE);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Reason why)
            throws IOException {
        request.setAttribute(WHY, why);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** Why somebody is shown a page of refusal. */
    enum Reason {
        /** The office does not have this role. */
        NOT_THIS_OFFICE,
        /** The token against forged requests is missing or another's. */
        FORM_TOO_OLD,
        /** It is longer than any form that is read. */
        FORM_TOO_LONG
    }
}
