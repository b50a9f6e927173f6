package acorde.web;

import acorde.offices.Officer;
import acorde.offices.Offices;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program in by the token it shows. A token that is none is refused at once, whatever the route. */
final class BearerTokens extends OncePerRequestFilter {
    private static final String SCHEME = "bearer ";

    private final Offices offices;
    private final ApiRefusals refusals;

    BearerTokens(Offices offices, ApiRefusals refusals) {
        this.offices = offices;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            var officer = header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                    ? offices.tokenHolder(header.substring(SCHEME.length()).strip())
                    : Optional.<Officer>empty();
            if (officer.isEmpty()) {
                refusals.commence(request, response, new BadCredentialsException("no such token"));
                return;
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(OfficerAuthentication.byToken(officer.get()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
