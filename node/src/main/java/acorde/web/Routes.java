package acorde.web;

import static acorde.web.Routes.Who.Everybody.ACCOUNT;
import static acorde.web.Routes.Who.Everybody.DEMO_ONLY;
import static acorde.web.Routes.Who.Everybody.NOBODY;
import static acorde.web.Routes.Who.Everybody.PUBLIC;
import static acorde.web.Routes.Who.Everybody.PUBLISHED_LOG;
import static acorde.web.Routes.Who.Everybody.SIGNED_IN;

import acorde.offices.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Who may call what. Every route of the node stands here, and nothing else decides: what is not in this table is not there, for anybody.
 *
 * <p>The first row that matches decides. What an officer may do to a particular thing is the business of its duty, not of this table.
 */
// More than 400 lines: every route stands in this one table.
public final class Routes {
    private static final Who ADMINISTRATOR = only(Role.ADMINISTRATOR);
    private static final Who COORDINATOR = only(Role.COORDINATOR);
    private static final Who REPORTERS = only(Role.COORDINATOR, Role.REPRESENTATIVE);
    private static final Who OBSERVER = only(Role.OBSERVER);
    private static final Who SEATED = only(Role.REPRESENTATIVE, Role.COORDINATOR);

    /** Whoever may have something to say for the party. */
    private static final Who SPEAKER =
            only(Role.COORDINATOR, Role.REPRESENTATIVE, Role.LIAISON, Role.ANALYST, Role.PROTECTION_OFFICER);

    /** Programs that speak TAXII are told of errors in its own form. */
    static final String TAXII = "/taxii2/";

    static final List<Row> ALL = List.of(
            // What pages are made of, and what everybody may read.
            get("/acorde.css", PUBLIC),
            get("/acorde.js", PUBLIC),
            get("/offline.js", PUBLIC),
            get("/offline-worker.js", PUBLIC),
            get("/sending.js", PUBLIC),
            get("/paper.css", PUBLIC),
            get("/favicon.svg", PUBLIC),
            get("/vendor/**", PUBLIC),
            get("/health", PUBLIC),
            get("/public", PUBLIC),
            get("/public/compact.csv", PUBLIC),
            get("/public/compact.json", PUBLIC),
            get("/public/log.tlog-proof", PUBLISHED_LOG),
            get("/log/checkpoint", PUBLISHED_LOG),
            get("/log/tile/**", PUBLISHED_LOG),
            // The pages of the compact. What its duty lets an office say is the duty's business.
            get("/", SIGNED_IN),
            get("/news", SIGNED_IN),
            get("/work", SIGNED_IN),
            get("/climbing", SIGNED_IN),
            get("/search", SIGNED_IN),
            get("/search/suggestions", SIGNED_IN),
            post("/search/views", SIGNED_IN),
            post("/search/views/{view}/removal", SIGNED_IN),
            get("/compact", SIGNED_IN),
            get("/compact.csv", SIGNED_IN),
            get("/initiatives/{code}", SIGNED_IN),
            get("/initiatives/{code}/progress", SIGNED_IN),
            post("/initiatives/{code}/progress/report", REPORTERS),
            post("/initiatives/{code}/progress/word", REPORTERS),
            post("/initiatives/{code}/progress/correction", REPORTERS),
            post("/initiatives/{code}/progress/link", REPORTERS),
            post("/initiatives/{code}/progress/assessment", OBSERVER),
            get("/indicators/{code}", SIGNED_IN),
            post("/indicators/{code}/values", REPORTERS),
            post("/indicators/{code}/correction", REPORTERS),
            get("/proposals", SIGNED_IN),
            get("/proposals/new", COORDINATOR),
            post("/proposals/new", COORDINATOR),
            get("/proposals/new/{kind}", COORDINATOR),
            post("/proposals/new/{kind}", COORDINATOR),
            get("/proposals/{party}/{index}", SIGNED_IN),
            get("/proposals/{party}/{index}/voices", SIGNED_IN),
            post("/proposals/{party}/{index}/answer", COORDINATOR),
            post("/proposals/{party}/{index}/withdrawal", COORDINATOR),
            get("/terms", SIGNED_IN),
            get("/release", SIGNED_IN),
            get("/release/new", COORDINATOR),
            post("/release/new", COORDINATOR),
            // Working groups. Whether an office sits in one, and whose turn the chair is, is the duty's business.
            get("/groups", SIGNED_IN),
            get("/groups/new", COORDINATOR),
            post("/groups/mandate", COORDINATOR),
            get("/groups/{code}", SIGNED_IN),
            get("/groups/{code}/mandate", COORDINATOR),
            get("/groups/{code}/handover", SEATED),
            get("/groups/{code}/handover/pdf", SEATED),
            post("/groups/{code}/calls", SEATED),
            get("/groups/{code}/calls/review", SEATED),
            post("/groups/{code}/circulars", SEATED),
            get("/groups/{code}/circulars/review", SEATED),
            get("/groups/{code}/calendar.ics", SIGNED_IN),
            get("/calendar", SIGNED_IN),
            post("/calendar", SIGNED_IN),
            post("/calendar/removal", SIGNED_IN),
            get("/calendars/{address}", PUBLIC), // its address is the secret
            get("/sittings/{party}/{index}/meeting.ics", SIGNED_IN),
            get("/sittings/{party}/{index}", SIGNED_IN),
            get("/sittings/{party}/{index}/live", SIGNED_IN),
            get("/sittings/{party}/{index}/agenda", SIGNED_IN),
            get("/sittings/{party}/{index}/agenda/pdf", SIGNED_IN),
            post("/sittings/{party}/{index}/agenda", SEATED),
            get("/sittings/{party}/{index}/agenda/review", SEATED),
            get("/sittings/{party}/{index}/draft", SEATED),
            post("/sittings/{party}/{index}/draft", SEATED),
            get("/sittings/{party}/{index}/minutes", SIGNED_IN),
            get("/sittings/{party}/{index}/minutes/pdf", SIGNED_IN),
            post("/sittings/{party}/{index}/minutes", SEATED),
            get("/sittings/{party}/{index}/minutes/review", SEATED),
            post("/sittings/{party}/{index}/opening", SEATED),
            get("/sittings/{party}/{index}/opening/review", SEATED),
            post("/sittings/{party}/{index}/closing", SEATED),
            get("/sittings/{party}/{index}/closing/review", SEATED),
            post("/sittings/{party}/{index}/change", SEATED),
            get("/sittings/{party}/{index}/change/review", SEATED),
            post("/sittings/{party}/{index}/cancellation", SEATED),
            get("/sittings/{party}/{index}/cancellation/review", SEATED),
            post("/sittings/{party}/{index}/remarks", SEATED),
            get("/sittings/{party}/{index}/remarks/review", SEATED),
            post("/sittings/{party}/{index}/points", SEATED),
            get("/sittings/{party}/{index}/points/review", SEATED),
            post("/sittings/{party}/{index}/presence", SEATED),
            get("/sittings/{party}/{index}/presence/review", SEATED),
            post("/sittings/{party}/{index}/decisions", SEATED),
            get("/sittings/{party}/{index}/decisions/review", SEATED),
            get("/sittings/{party}/{index}/words", SEATED),
            post("/sittings/{party}/{index}/words", SEATED),
            post("/sittings/{party}/{index}/reports", SEATED),
            get("/sittings/{party}/{index}/reports/review", SEATED),
            post("/sittings/{party}/{index}/checks", SEATED),
            get("/sittings/{party}/{index}/checks/review", SEATED),
            post("/sittings/{party}/{index}/note", SEATED),
            // What is exchanged. Who finds and opens what is the business of the rules of release, which its duty asks.
            get("/exchange", SIGNED_IN),
            get("/exchange/new", SPEAKER),
            post("/exchange/new", SPEAKER),
            post("/exchange/brought/{name}", SPEAKER),
            get("/exchange/import", SPEAKER),
            post("/exchange/import", SPEAKER),
            get("/exchange/import/template.csv", SPEAKER),
            post("/exchange/import/drafts", SPEAKER),
            get("/exchange/alerts", SPEAKER),
            post("/exchange/alerts", SPEAKER),
            get("/exchange/requests", SIGNED_IN),
            get("/exchange/wishes/{party}/{index}", SPEAKER),
            post("/exchange/wishes/{party}/{index}", SPEAKER),
            get("/exchange/{party}/{index}", SIGNED_IN),
            get("/exchange/{party}/{index}/cap.xml", SPEAKER),
            get("/exchange/{party}/{index}/files/{number}", SPEAKER),
            get("/exchange/{party}/{index}/onward", SPEAKER),
            post("/exchange/{party}/{index}/onward", SPEAKER),
            get("/exchange/{party}/{index}/outcome", SPEAKER),
            post("/exchange/{party}/{index}/outcome", SPEAKER),
            get("/exchange/{party}/{index}/renewal", SPEAKER),
            post("/exchange/{party}/{index}/renewal", SPEAKER),
            get("/exchange/{party}/{index}/recall", SPEAKER),
            post("/exchange/{party}/{index}/recall", SPEAKER),
            get("/exchange/{party}/{index}/word", SPEAKER),
            post("/exchange/{party}/{index}/word", SPEAKER),
            get("/partners", SIGNED_IN),
            get("/partners/{party}/fork", SIGNED_IN),
            get("/oversight", SIGNED_IN),
            post("/oversight/verification", SIGNED_IN),
            get("/acts/{party}/{index}", SIGNED_IN),
            get("/acts/{party}/{index}/raw", SIGNED_IN),
            get("/acts/{party}/{index}/proof", SIGNED_IN),
            // Papers and their check codes: figures that the public is not shown yet stand on them, so officers alone
            // (CO-5).
            get("/documents", SIGNED_IN),
            get("/documents/issued/{party}/{index}", SIGNED_IN),
            get("/documents/issued/{party}/{index}/pdf", SIGNED_IN),
            get("/documents/{kind}/{of}", SIGNED_IN),
            post("/documents/{kind}/{of}", REPORTERS),
            get("/check", SIGNED_IN),
            get("/offline", REPORTERS),
            post("/offline", REPORTERS),
            get("/exports", SIGNED_IN),
            get("/exports/{file}", SIGNED_IN),
            // Returns by spreadsheet.
            get("/returns", REPORTERS),
            post("/returns", REPORTERS),
            get("/returns/template.csv", REPORTERS),
            get("/returns/template.xlsx", REPORTERS),
            get("/returns/{upload}", REPORTERS),
            post("/returns/{upload}", REPORTERS),
            get("/files", SPEAKER),
            post("/files", SPEAKER),
            get("/files/parts/{key}", SPEAKER),
            post("/files/parts", SPEAKER),
            post("/files/parts/{key}/drop", SPEAKER),
            post("/files/{upload}/drop", SPEAKER),
            get("/files/{party}/{index}/{number}", SIGNED_IN),
            // Accounts.
            get("/sign-in", PUBLIC),
            post("/sign-in", PUBLIC),
            post("/sign-out", ACCOUNT),
            get("/me/password", ACCOUNT),
            post("/me/password", ACCOUNT),
            post("/me/office", SIGNED_IN),
            get("/me/notices", SIGNED_IN),
            post("/me/notices/address", SIGNED_IN),
            post("/me/notices/code", SIGNED_IN),
            post("/me/notices/pace", SIGNED_IN),
            post("/me/notices/removal", SIGNED_IN),
            get("/notices/off/{person}/{secret}", PUBLIC), // its address is the secret, and does nothing else
            post("/notices/off/{person}/{secret}", PUBLIC),
            get("/me/tokens", SIGNED_IN),
            post("/me/tokens", SIGNED_IN),
            post("/me/tokens/{token}/revoke", SIGNED_IN),
            get("/demo", DEMO_ONLY),
            post("/demo/{account}", DEMO_ONLY),
            get("/offices", ADMINISTRATOR),
            post("/offices", ADMINISTRATOR),
            post("/offices/people", ADMINISTRATOR),
            post("/offices/holdings", ADMINISTRATOR),
            post("/offices/holdings/{holding}/end", ADMINISTRATOR),
            post("/offices/holdings/{holding}/hand-over", ADMINISTRATOR),
            post("/offices/accounts", ADMINISTRATOR),
            post("/offices/accounts/{person}/password", ADMINISTRATOR),
            post("/offices/accounts/{person}/close", ADMINISTRATOR),
            post("/offices/accounts/{person}/reopen", ADMINISTRATOR),
            post("/offices/tokens/{token}/revoke", ADMINISTRATOR),
            get("/webhooks", ADMINISTRATOR),
            post("/webhooks", ADMINISTRATOR),
            post("/webhooks/{hook}/resume", ADMINISTRATOR),
            post("/webhooks/{hook}/removal", ADMINISTRATOR),
            // Programs.
            get("/api/v1/openapi.json", PUBLIC),
            get("/api/v1/me", SIGNED_IN),
            get("/api/v1/compact", SIGNED_IN),
            get("/api/v1/initiatives", SIGNED_IN),
            get("/api/v1/initiatives/{code}", SIGNED_IN),
            get("/api/v1/indicators/{code}", SIGNED_IN),
            post("/api/v1/indicators/{code}/values", REPORTERS),
            post("/api/v1/indicators/{code}/corrections", REPORTERS),
            get("/api/v1/initiatives/{code}/monitoring", SIGNED_IN),
            post("/api/v1/initiatives/{code}/monitoring/reports", REPORTERS),
            post("/api/v1/initiatives/{code}/monitoring/confirmations", REPORTERS),
            post("/api/v1/initiatives/{code}/monitoring/disputes", REPORTERS),
            post("/api/v1/initiatives/{code}/monitoring/corrections", REPORTERS),
            post("/api/v1/initiatives/{code}/monitoring/links", REPORTERS),
            post("/api/v1/initiatives/{code}/monitoring/assessments", OBSERVER),
            get("/api/v1/exports/{file}", SIGNED_IN),
            get("/api/v1/returns/template.csv", REPORTERS),
            get("/api/v1/returns/template.xlsx", REPORTERS),
            get("/api/v1/returns/{upload}", REPORTERS),
            post("/api/v1/returns/{upload}", REPORTERS),
            get("/api/v1/release", SIGNED_IN),
            get("/api/v1/proposals", SIGNED_IN),
            post("/api/v1/proposals", COORDINATOR),
            get("/api/v1/proposals/{party}/{index}", SIGNED_IN),
            post("/api/v1/proposals/{party}/{index}/assents", COORDINATOR),
            post("/api/v1/proposals/{party}/{index}/refusals", COORDINATOR),
            post("/api/v1/proposals/{party}/{index}/withdrawal-requests", COORDINATOR),
            get("/api/v1/search", SIGNED_IN),
            get("/api/v1/groups", SIGNED_IN),
            get("/api/v1/groups/{code}", SIGNED_IN),
            get("/api/v1/meetings", SIGNED_IN),
            post("/api/v1/meetings", SEATED),
            get("/api/v1/meetings/{party}/{index}", SIGNED_IN),
            get("/api/v1/meetings/{party}/{index}/drafts", SIGNED_IN),
            post("/api/v1/sittings/{party}/{index}/acts", SEATED),
            get("/api/v1/decisions", SIGNED_IN),
            post("/api/v1/decisions", SEATED),
            get("/api/v1/decisions/{party}/{index}", SIGNED_IN),
            get("/api/v1/actions", SIGNED_IN),
            get("/api/v1/documents", SIGNED_IN),
            post("/api/v1/documents", REPORTERS),
            get("/api/v1/documents/check", SIGNED_IN),
            get("/api/v1/documents/drafts/{kind}/{of}", SIGNED_IN),
            get("/api/v1/documents/{party}/{index}", SIGNED_IN),
            get("/api/v1/items", SIGNED_IN),
            post("/api/v1/items", SPEAKER),
            get("/api/v1/items/{party}/{index}", SIGNED_IN),
            get("/api/v1/items/{party}/{index}/files/{number}", SPEAKER),
            get("/api/v1/items/{party}/{index}/onward", SPEAKER),
            post("/api/v1/items/{party}/{index}/onward", SPEAKER),
            post("/api/v1/items/{party}/{index}/onward/withdrawals", SPEAKER),
            get("/api/v1/wishes", SPEAKER),
            get("/api/v1/wishes/{party}/{index}", SPEAKER),
            post("/api/v1/wishes/{party}/{index}/answers", SPEAKER),
            get("/api/v1/items/{party}/{index}/recall", SPEAKER),
            post("/api/v1/items/{party}/{index}/recall", SPEAKER),
            get("/api/v1/requests", SIGNED_IN),
            post("/api/v1/requests", SPEAKER),
            get("/api/v1/requests/tally", SIGNED_IN),
            get("/api/v1/requests/{party}/{index}", SIGNED_IN),
            post("/api/v1/requests/{party}/{index}/answers", SPEAKER),
            post("/api/v1/requests/{party}/{index}/words", SPEAKER),
            post("/api/v1/outcomes", SPEAKER),
            get("/api/v1/partners", SIGNED_IN),
            get("/api/v1/acts", SIGNED_IN),
            get("/api/v1/acts/{party}/{index}", SIGNED_IN),
            get("/api/v1/acts/{party}/{index}/proof", SIGNED_IN),
            get("/api/v1/acts/{party}/{index}/raw", SIGNED_IN),
            get("/api/v1/files", SPEAKER),
            post("/api/v1/files", SPEAKER),
            get("/api/v1/files/parts/{key}", SPEAKER),
            post("/api/v1/files/parts/{key}/drop", SPEAKER),
            get("/api/v1/files/{party}/{index}/{number}", SIGNED_IN),
            // Programs that speak TAXII.
            get("/taxii2/", SIGNED_IN),
            get("/taxii2/acorde/", SIGNED_IN),
            get("/taxii2/acorde/collections/", SIGNED_IN),
            get("/taxii2/acorde/collections/{collection}/", SIGNED_IN),
            get("/taxii2/acorde/collections/{collection}/manifest/", SIGNED_IN),
            get("/taxii2/acorde/collections/{collection}/objects/", SIGNED_IN),
            post("/taxii2/acorde/collections/{collection}/objects/", SPEAKER),
            get("/taxii2/acorde/collections/{collection}/objects/{object}/", SIGNED_IN),
            delete("/taxii2/acorde/collections/{collection}/objects/{object}/", SIGNED_IN),
            get("/taxii2/acorde/collections/{collection}/objects/{object}/versions/", SIGNED_IN),
            get("/taxii2/acorde/status/{status}/", SPEAKER),
            // Where the server goes by itself after a fault; nobody calls it.
            new Row(null, "/error", NOBODY));

    private final List<Row> rows;

    /** By how many elements a path has, the rows that may fit it, in their order; under {@link #ANY} those that fit paths of any length. */
    private final Map<Integer, List<Row>> byElements = new HashMap<>();

    private static final int ANY = -1;

    /**
     * One row.
     *
     * @param method of HTTP; {@code GET} lets {@code HEAD} in as well; null for any
     * @param pattern of the path, as Spring MVC maps it
     */
    public record Row(@Nullable HttpMethod method, String pattern, Who who) {
        /** Whether it is of the interface for programs: tokens instead of sessions, problems instead of pages. */
        public boolean isApi() {
            return isApi(pattern);
        }

        /** The same of any path. */
        static boolean isApi(String path) {
            return path.startsWith("/api/") || path.startsWith(TAXII);
        }

        /** Separators and what is between them; every path that fits has as many, as Spring MVC counts them. */
        private int elements() {
            if (pattern.endsWith("/**")) return ANY;
            return 2 * (int) pattern.chars().filter(c -> c == '/').count() - (pattern.endsWith("/") ? 1 : 0);
        }

        private boolean matches(HttpServletRequest request) {
            var asked = request.getMethod();
            var fits = method == null
                    || method.matches(asked)
                    || (method.equals(HttpMethod.GET) && HttpMethod.HEAD.matches(asked));
            return fits && READ.computeIfAbsent(pattern, Row::read).matches(request);
        }

        /** Patterns of rows as they are compared, read once. */
        private static final Map<String, PathPatternRequestMatcher> READ = new ConcurrentHashMap<>();

        private static PathPatternRequestMatcher read(String pattern) {
            return PathPatternRequestMatcher.withDefaults().matcher(pattern);
        }
    }

    /** Who may call a route. */
    public sealed interface Who {
        /** Whoever meets a condition that is none of their role. */
        enum Everybody implements Who {
            /** With or without an account. */
            PUBLIC,
            /** Whoever has given their password, even if it must be changed first. */
            ACCOUNT,
            /** Whoever acts for an office. */
            SIGNED_IN,
            /** Anybody in a demonstration; elsewhere it is not there. */
            DEMO_ONLY,
            /** Anybody where the operator publishes the log; elsewhere it is not there. */
            PUBLISHED_LOG,
            NOBODY
        }

        /** Officers of these roles. */
        record Only(Set<Role> roles) implements Who {
            public Only {
                roles = Set.copyOf(roles);
            }
        }
    }

    private Routes(List<Row> rows) {
        this.rows = List.copyOf(rows);
        byElements.put(ANY, rows.stream().filter(row -> row.elements() == ANY).toList());
        for (var each : rows)
            byElements.computeIfAbsent(
                    each.elements(),
                    elements -> rows.stream()
                            .filter(row -> row.elements() == elements || row.elements() == ANY)
                            .toList());
    }

    /** The routes of a site: those of a demonstration and those of the published log only where it has them. */
    public static Routes of(Site site) {
        var there = new ArrayList<Row>();
        for (var row : ALL) {
            var absent = (row.who() == DEMO_ONLY && site.demo().isEmpty())
                    || (row.who() == Who.Everybody.PUBLISHED_LOG && !site.publishesLog());
            if (!absent) there.add(row);
        }
        return new Routes(there);
    }

    public List<Row> rows() {
        return rows;
    }

    /** The row that decides about a request; empty if there is nothing at its path for anybody. */
    public Optional<Row> find(HttpServletRequest request) {
        return mayFit(request).stream()
                .filter(row -> row.matches(request))
                .findFirst()
                .filter(row -> row.who() != NOBODY);
    }

    /** Every request asks several times, and most rows are of another length: the patterns alone took a tenth of its work. */
    private List<Row> mayFit(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) return rows;
        var path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        var fitting = byElements.get(path.elements().size());
        return fitting == null ? byElements.getOrDefault(ANY, List.of()) : fitting;
    }

    private static Row get(String pattern, Who who) {
        return new Row(HttpMethod.GET, pattern, who);
    }

    private static Row post(String pattern, Who who) {
        return new Row(HttpMethod.POST, pattern, who);
    }

    private static Row delete(String pattern, Who who) {
        return new Row(HttpMethod.DELETE, pattern, who);
    }

    private static Who only(Role first, Role... others) {
        return new Who.Only(EnumSet.of(first, others));
    }
}
