package acorde.web;

import acorde.offices.Officer;
import acorde.offices.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An officer as Spring Security knows one; its principal is the {@link Officer}. */
final class OfficerAuthentication extends AbstractAuthenticationToken {
    /** Acts for an office; without it the password must be changed first. */
    static final String SIGNED_IN = "SIGNED_IN";

    private static final long serialVersionUID = 1L;

    private final transient Officer officer;
    private final transient @Nullable Session session;

    private OfficerAuthentication(Officer officer, @Nullable Session session, List<GrantedAuthority> authorities) {
        super(authorities);
        this.officer = officer;
        this.session = session;
        setAuthenticated(true);
    }

    static OfficerAuthentication of(Session session) {
        var authorities = session.passwordDue() ? List.<GrantedAuthority>of() : authorities(session.officer());
        return new OfficerAuthentication(session.officer(), session, authorities);
    }

    /** An officer for whom a program acts with a token. */
    static OfficerAuthentication byToken(Officer officer) {
        return new OfficerAuthentication(officer, null, authorities(officer));
    }

    private static List<GrantedAuthority> authorities(Officer officer) {
        var authorities = new ArrayList<GrantedAuthority>();
        authorities.add(new SimpleGrantedAuthority(SIGNED_IN));
        authorities.add(new SimpleGrantedAuthority(officer.role().name()));
        return authorities;
    }

    /** The session of whoever signed in; empty for anybody else. */
    static Optional<Session> session(@Nullable Authentication authentication) {
        return authentication instanceof OfficerAuthentication own
                ? Optional.ofNullable(own.session)
                : Optional.empty();
    }

    @Override
    public Officer getPrincipal() {
        return officer;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
