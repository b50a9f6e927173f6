package acorde.web;

import acorde.offices.Offices;
import acorde.web.Routes.Who;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.SessionTrackingMode;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteAddrValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.SingleResultAuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * How the pages and the interface for programs are guarded. The table {@link Routes} says who may call what; this class turns it into Spring
 * Security's rules and adds none of its own.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {
    /** Nothing from anywhere but here, nothing inline, no frames; forms lead back here only. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String PERMISSIONS_POLICY =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    private static final long HSTS_SECONDS = 31_536_000;

    @Bean
    Routes routes(Site site) {
        return Routes.of(site);
    }

    @Bean
    StandingSessions standingSessions(Offices offices, Clock clock) {
        return new StandingSessions(offices, clock);
    }

    /** The token against forged requests lives in a cookie, so that whoever only looks at the sign-in page costs no session. */
    @Bean
    CsrfTokenRepository formTokens(Site site) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(site.formCookie());
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(cookie ->
                cookie.httpOnly(true).secure(site.tls()).sameSite("Lax").path("/"));
        return tokens;
    }

    /** What happens to a session when somebody signs in: a new id, a new token against forged requests. */
    @Bean
    SessionAuthenticationStrategy atSignIn(CsrfTokenRepository formTokens) {
        return new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(formTokens)));
    }

    /** People sign in at {@link SignIn}; this only keeps Spring Boot from inventing an account. */
    @Bean
    AuthenticationManager noOtherSignIn() {
        return authentication -> {
            throw new AuthenticationServiceException("nobody signs in this way");
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> guardedServer(Website.Listening listening) {
        return tomcat -> {
            tomcat.setProtocol(PromptHeads.class.getName());
            tomcat.addProtocolHandlerCustomizers((PromptHeads protocol) -> {
                protocol.setPatience(listening.patience());
                protocol.setOfOneNetwork(Website.CONNECTIONS / 2, listening.proxy());
            });
            tomcat.addEngineValves(new SafeHeaders());
            if (listening.proxy() != null) tomcat.addEngineValves(onlyThrough(listening.proxy()));
            tomcat.addEngineValves(new UnhurriedBodies(listening.patienceForWhole()));
        };
    }

    /** Who comes past the proxy that ends TLS would send passwords in clear: refused, but from this machine itself. */
    private static RemoteAddrValve onlyThrough(String proxy) {
        var valve = new RemoteAddrValve();
        valve.setUsePeerAddress(true);
        valve.setAllow(Pattern.quote(proxy) + "|127\\.0\\.0\\.1|::1|0:0:0:0:0:0:0:1");
        return valve;
    }

    @Bean
    ServletContextInitializer sessionCookie(Site site) {
        return context -> {
            var cookie = context.getSessionCookieConfig();
            cookie.setName(site.sessionCookie());
            cookie.setHttpOnly(true);
            cookie.setSecure(site.tls());
            cookie.setPath("/");
            cookie.setAttribute("SameSite", "Lax");
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            context.setSessionTimeout((int) StandingSessions.IDLE.toMinutes());
        };
    }

    /** The interface for programs: tokens, no sessions, no forms. */
    @Bean
    @Order(1)
    SecurityFilterChain api( // six parameters: the parts Spring joins here
            HttpSecurity http, Site site, Routes routes, Offices offices, Seating seating, Seating.Rooms rooms) {
        var problems = new ApiRefusals(routes);
        return common(http, site, routes)
                .addFilterAfter(seating, AuthorizationFilter.class)
                .securityMatcher("/api/**", Routes.TAXII + "**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerTokens(offices, problems), AuthorizationFilter.class)
                .addFilterBefore(new RoomForBodies(rooms.forms(), routes, problems), AuthorizationFilter.class)
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages( // seven parameters: the parts Spring joins here
            HttpSecurity http,
            Site site,
            Routes routes,
            StandingSessions sessions,
            CsrfTokenRepository formTokens,
            Seating seating,
            Seating.Rooms rooms) {
        var refusals = new PageRefusals(routes);
        return common(http, site, routes)
                .addFilterAfter(seating, AuthorizationFilter.class)
                .addFilterBefore(new RoomForBodies(rooms.forms(), routes, refusals), CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens).csrfTokenRequestHandler(new UploadTokens()))
                .securityContext(context -> context.securityContextRepository(sessions))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    private static HttpSecurity common(HttpSecurity http, Site site, Routes routes) {
        return http.authorizeHttpRequests(rules -> rules(rules, routes))
                .headers(headers -> headers(headers, site))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable);
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules,
            Routes routes) {
        // What the server itself shows after a fault; the fault's own request was let in or refused before.
        rules.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
        var byWho = routes.rows().stream()
                .map(Routes.Row::who)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(who -> who, SecurityConfiguration::rule));
        rules.anyRequest()
                .access((authentication, context) -> routes.find(context.getRequest())
                        .map(row -> Objects.requireNonNull(byWho.get(row.who())))
                        .orElse(SingleResultAuthorizationManager.denyAll())
                        .authorize(authentication, context));
    }

    private static AuthorizationManager<RequestAuthorizationContext> rule(Who who) {
        return switch (who) {
            case Who.Everybody everybody ->
                switch (everybody) {
                    // The last two have a row only where they are there for anybody.
                    case PUBLIC, DEMO_ONLY, PUBLISHED_LOG -> SingleResultAuthorizationManager.permitAll();
                    case ACCOUNT -> AuthenticatedAuthorizationManager.authenticated();
                    case SIGNED_IN -> AuthorityAuthorizationManager.hasAuthority(OfficerAuthentication.SIGNED_IN);
                    case NOBODY -> SingleResultAuthorizationManager.denyAll();
                };
            case Who.Only(var roles) ->
                AuthorityAuthorizationManager.hasAnyAuthority(
                        roles.stream().map(Enum::name).toArray(String[]::new));
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, Site site) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .contentTypeOptions(Customizer.withDefaults())
                .httpStrictTransportSecurity(hsts -> hsts.maxAgeInSeconds(HSTS_SECONDS)
                        .includeSubDomains(false)
                        .requestMatcher(request -> site.tls()));
    }
}
