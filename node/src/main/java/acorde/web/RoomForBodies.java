package acorde.web;

import acorde.acts.Doorway;
import acorde.offices.Officer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets what all forms, and all bodies of JSON, hold of memory together have a bound. The server makes room for the whole of a form as soon as its head is read, and the
 * token against forged requests is looked for in it before anybody is let in; so this stands before that.
 *
 * <p>Short forms need no room here, so that nobody's long ones keep others from signing in or from answering. Long ones are for officers.
 */
final class RoomForBodies extends OncePerRequestFilter {
    /** Bytes of the longest form that anybody may send: what the server keeps for each connection anyway. */
    static final int SHORT = 8 << 10;

    /** Bytes of the longest form of an officer; no more is read of a body of JSON either. */
    static final int LIMIT = 4 << 20;

    /** A form, or JSON, as it came, and what is read from it. */
    private static final int TWICE = 2;

    private final Doorway room;
    private final Routes routes;
    private final AuthenticationEntryPoint signIn;

    /** @param signIn what is answered to somebody who sends a long form and is nobody's officer, or is no more */
    RoomForBodies(Doorway room, Routes routes, AuthenticationEntryPoint signIn) {
        this.room = room;
        this.routes = routes;
        this.signIn = signIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bytes = isForm(request) || isJson(request) ? bytes(request) : 0;
        if (bytes <= SHORT) {
            chain.doFilter(request, response);
            return;
        }
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof Officer officer)) {
            leaveUnread(request);
            if (isForEverybody(request)) response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            else signIn.commence(request, response, new AuthenticationCredentialsNotFoundException("a long form"));
            return;
        }
        if (isForm(request) && request.getContentLengthLong() > LIMIT) {
            leaveUnread(request);
            request.setAttribute(PageRefusals.WHY, PageRefusals.Reason.FORM_TOO_LONG);
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try (var passage = room.passage(officer.person())) {
            if (passage.takes(TWICE * bytes)) {
                chain.doFilter(request, response);
            } else {
                leaveUnread(request);
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        }
    }

    /** What it says it is long, at most what is read of it; one that comes in pieces may become as long as any. */
    private static long bytes(HttpServletRequest request) {
        var said = request.getContentLengthLong();
        if (said < 0) return request.getHeader("Transfer-Encoding") == null ? 0 : LIMIT;
        return Math.min(said, LIMIT);
    }

    private static boolean isForm(HttpServletRequest request) {
        return isOf(request, "x-www-form-urlencoded");
    }

    private static boolean isJson(HttpServletRequest request) {
        return isOf(request, "json") || isOf(request, "*");
    }

    private static boolean isOf(HttpServletRequest request, String kind) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).contains(kind);
    }

    private boolean isForEverybody(HttpServletRequest request) {
        return routes.find(request)
                .filter(row -> row.who() == Routes.Who.Everybody.PUBLIC)
                .isPresent();
    }

    /** The page of the refusal looks for a parameter too: of a form that is taken as a stream the server reads none. */
    private static void leaveUnread(HttpServletRequest request) throws IOException {
        request.getInputStream();
    }
}
