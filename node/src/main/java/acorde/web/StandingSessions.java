package acorde.web;

import acorde.offices.Offices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Sessions that are held against the records whenever a request needs one: when the office was handed over, the account closed, the password
 * changed, or twelve hours have passed, there is no session any more.
 */
final class StandingSessions implements SecurityContextRepository {
    /** However busy: nobody's session lasts longer. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** Without a request; the servlet container counts it. */
    static final Duration IDLE = Duration.ofMinutes(30);

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final Offices offices;
    private final Clock clock;

    StandingSessions(Offices offices, Clock clock) {
        this.offices = offices;
        this.clock = clock;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Standing(sessions.loadDeferredContext(request), this::standing);
    }

    private SecurityContext standing(SecurityContext kept) {
        var authentication = kept.getAuthentication();
        if (authentication == null) return kept;
        return OfficerAuthentication.session(authentication)
                        .filter(session ->
                                clock.instant().isBefore(session.since().plus(LONGEST)))
                        .filter(offices::stands)
                        .isPresent()
                ? kept
                : SecurityContextHolder.createEmptyContext();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        sessions.saveContext(context, request, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.containsContext(request);
    }

    @Override
    @Deprecated
    @SuppressWarnings({"deprecation", "InlineMeSuggester"}) // the interface still asks for it; nothing calls it
    public SecurityContext loadContext(
            org.springframework.security.web.context.HttpRequestResponseHolder requestResponseHolder) {
        return loadDeferredContext(requestResponseHolder.getRequest()).get();
    }

    /** Looks once, when somebody first asks. */
    private static final class Standing implements DeferredSecurityContext {
        private interface Check {
            SecurityContext apply(SecurityContext kept);
        }

        private final DeferredSecurityContext kept;
        private final Check check;
        private @Nullable SecurityContext checked;

        private Standing(DeferredSecurityContext kept, Check check) {
            this.kept = kept;
            this.check = check;
        }

        @Override
        public SecurityContext get() {
            if (checked == null) checked = check.apply(kept.get());
            return checked;
        }

        @Override
        public boolean isGenerated() {
            return kept.isGenerated();
        }
    }
}
