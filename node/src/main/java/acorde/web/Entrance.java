package acorde.web;

import acorde.offices.Session;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** Begins and ends the session of a browser. */
final class Entrance {
    /** A path of ours: what begins with two slashes or a backslash leads elsewhere. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?:[!-.0-\\[\\]-~][!-~&&[^\\\\]]{0,800})?");

    private final StandingSessions sessions;
    private final SessionAuthenticationStrategy atSignIn;
    private final CsrfTokenRepository formTokens;

    Entrance(StandingSessions sessions, SessionAuthenticationStrategy atSignIn, CsrfTokenRepository formTokens) {
        this.sessions = sessions;
        this.atSignIn = atSignIn;
        this.formTokens = formTokens;
    }

    /** From here on the browser's session is this one, under a new id. */
    void enter(Session session, HttpServletRequest request, HttpServletResponse response) {
        var authentication = OfficerAuthentication.of(session);
        atSignIn.onAuthentication(authentication, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    void leave(HttpServletRequest request, HttpServletResponse response) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        formTokens.saveToken(null, request, response);
    }

    /** Where somebody wanted to go, if that is a path of ours; else home. */
    static String wanted(@Nullable String next) {
        if (next == null || !OWN_PATH.matcher(next).matches()) return "/";
        try {
            return new URI(next).toString();
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
