package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import acorde.offices.Role;
import acorde.offices.TestOffices;
import acorde.web.Routes.Row;
import acorde.web.Routes.Who;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** The table of routes against what is really served, and what is really served against the table, for every role. */
@Tag("database")
@Tag("slow")
final class RoutesTest {
    /** A number that names nothing, in place of whatever a pattern asks for. */
    private static final String EXAMPLE = "999999";

    private static TestSite site;
    private static Routes routes;
    private static Visitor nobody;
    private static Optional<Visitor> due = Optional.empty();

    /** One for all forms of a visitor: a page of its own for each would cost as much as what is tested. */
    private static final Map<Visitor, String> TOKENS = new IdentityHashMap<>();

    @BeforeAll
    static void start() {
        site = TestSite.start();
        routes = site.website.context().getBean(Routes.class);
        nobody = site.visitor();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static List<String> served(Website website) {
        var served = new TreeSet<String>();
        for (var mapping : website.context()
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values())
            mapping.getHandlerMethods().keySet().forEach(info -> {
                var methods = info.getMethodsCondition().getMethods();
                for (var pattern : info.getPatternValues()) {
                    if (methods.isEmpty()) served.add("any " + pattern);
                    for (var method : methods) served.add(method + " " + pattern);
                }
            });
        return List.copyOf(served);
    }

    static String name(Row row) {
        return (row.method() == null ? "any" : row.method()) + " " + row.pattern();
    }

    static void assertThatTheTableIsWhatIsServed(Website website) {
        var table = website.context().getBean(Routes.class).rows();
        var named = table.stream().map(RoutesTest::name).toList();
        var wrong = new ArrayList<String>();
        for (var mapped : served(website))
            if (!named.contains(mapped))
                wrong.add(mapped + " is served, and no row of Routes says who may call it: add one.");
        for (var row : table)
            if (!served(website).contains(name(row)) && !isFile(row))
                wrong.add(name(row)
                        + " stands in Routes, and nothing serves it: take the row out, or add the controller.");
        for (var row : table) {
            var deciding = decides(table, row);
            if (!deciding.equals(row))
                wrong.add(name(row) + " is decided by the row of " + name(deciding)
                        + ", which stands before it: put it first.");
        }
        assertEquals(List.of(), wrong, String.join("\n", wrong));
    }

    private static boolean isFile(Row row) {
        var path = "static" + row.pattern().replaceAll("/\\*\\*$", "");
        return HttpMethod.GET.equals(row.method()) && new ClassPathResource(path).exists();
    }

    private static Row decides(List<Row> table, Row row) {
        var path = PathContainer.parsePath(path(row));
        return table.stream()
                .filter(other -> other.method() == null || other.method().equals(row.method()))
                .filter(other ->
                        PathPatternParser.defaultInstance.parse(other.pattern()).matches(path))
                .findFirst()
                .orElseThrow();
    }

    static String path(Row row) {
        return row.pattern().replaceAll("\\{[^}]*}", EXAMPLE).replace("**", "SHA256SUMS");
    }

    @Test
    void theTableIsWhatIsServed() {
        assertThatTheTableIsWhatIsServed(site.website);
    }

    @Test
    void whatIsNotInTheTableIsNotThereForAnybody() {
        for (var path : List.of(
                "/nothing",
                "/error",
                "/actuator",
                "/h2-console",
                "/login",
                "/logout",
                "/messages",
                "/log/checkpoint",
                "/log/tile/0/000",
                "/public/log.tlog-proof",
                "/demo",
                "/demo/nadia.alvarenga",
                "/static/acorde.css")) {
            assertEquals(404, site.visitor().get(path).statusCode(), path);
            assertEquals(404, site.officer(Role.ADMINISTRATOR).get(path).statusCode(), path);
            assertEquals(404, site.visitor().post(path).statusCode(), path);
        }
        for (var path : List.of("/api/v1/nothing", "/api/"))
            assertEquals(404, site.visitor().get(path).statusCode(), path);
        for (var method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"))
            assertEquals(
                    true,
                    List.of(400, 403, 404, 405)
                            .contains(site.visitor()
                                    .send(method, "/sign-in", Map.of(), Map.of())
                                    .statusCode()),
                    method);
    }

    /** Somebody who calls. */
    private sealed interface Caller {
        record Nobody() implements Caller {}

        record PasswordDue() implements Caller {}

        record Officer(Role role) implements Caller {}
    }

    private static boolean may(Caller caller, Who who) {
        return switch (who) {
            case Who.Everybody everybody ->
                switch (everybody) {
                    case PUBLIC, DEMO_ONLY, PUBLISHED_LOG -> true;
                    case ACCOUNT -> !(caller instanceof Caller.Nobody);
                    case SIGNED_IN -> caller instanceof Caller.Officer;
                    case NOBODY -> false;
                };
            case Who.Only(var roles) -> caller instanceof Caller.Officer(var role) && roles.contains(role);
        };
    }

    @TestFactory
    Stream<DynamicTest> everyRouteLetsInWhomTheTableNamesAndNobodyElse() {
        var callers = new ArrayList<Caller>(List.of(new Caller.Nobody(), new Caller.PasswordDue()));
        Arrays.stream(Role.values()).map(Caller.Officer::new).forEach(callers::add);
        return routes.rows().stream()
                .flatMap(row -> callers.stream()
                        .map(caller -> dynamicTest(name(row) + " by " + caller, () -> assertGuarded(row, caller))));
    }

    private static void assertGuarded(Row row, Caller caller) {
        var visitor = visitor(row, caller);
        var headers = row.isApi() && caller instanceof Caller.Officer(var role)
                ? Map.of("Authorization", "Bearer " + site.token(role))
                : Map.<String, String>of();
        var method = row.method() == null ? HttpMethod.GET : row.method();
        var form = method.equals(HttpMethod.POST) && !row.isApi()
                ? Map.of("_csrf", TOKENS.computeIfAbsent(visitor, Visitor::token))
                : Map.<String, String>of();
        var before = site.reached.count();
        var answer = visitor.send(method.name(), path(row), headers, form);
        var allowed = site.reached.count() > before;
        if (row.pattern().equals("/sign-out")) {
            site.forget();
            due = Optional.empty();
        }
        assertEquals(may(caller, row.who()), allowed, answer.statusCode() + " " + Visitor.location(answer));
        if (!allowed) assertEquals(refusal(row, caller), told(answer), answer.body());
    }

    /** What somebody who may not is told. */
    private static String refusal(Row row, Caller caller) {
        if (row.who() == Who.Everybody.NOBODY) return "404";
        if (row.isApi()) return caller instanceof Caller.Officer ? "403" : "401";
        return switch (caller) {
            case Caller.Nobody _ -> "303 /sign-in";
            case Caller.PasswordDue _ -> "303 /me/password";
            case Caller.Officer _ -> "403";
        };
    }

    private static String told(HttpResponse<String> answer) {
        var location = Visitor.location(answer).replaceAll("\\?.*", "");
        return (answer.statusCode() + " " + location).strip();
    }

    /** The interface for programs is called by somebody who has signed in as well: a session is worth nothing there. */
    private static Visitor visitor(Row row, Caller caller) {
        return switch (caller) {
            case Caller.Nobody _ -> nobody;
            case Caller.PasswordDue _ -> due();
            case Caller.Officer(var role) -> row.isApi() ? site.officer(Role.ADMINISTRATOR) : site.officer(role);
        };
    }

    private static Visitor due() {
        if (due.isEmpty())
            due = Optional.of(site.visitor().signIn(TestOffices.ADMINISTRATOR, site.records.administratorPassword));
        return due.get();
    }

    /** The other routes are decided by the same rows, so that only those that are there beyond them are walked again. */
    @Test
    void whereTheLogIsPublishedEverybodyReadsItAndNothingElseIsOpenedByThat() {
        try (var open =
                TestSite.start(closed -> new Site(closed.party(), closed.body(), closed.tls(), true, closed.demo()))) {
            assertThatTheTableIsWhatIsServed(open.website);
            var there = open.website.context().getBean(Routes.class).rows();
            var more = there.stream()
                    .filter(row -> row.who() == Who.Everybody.PUBLISHED_LOG)
                    .toList();
            assertEquals(3, more.size(), more.toString());
            assertEquals(
                    routes.rows(),
                    there.stream().filter(row -> !more.contains(row)).toList());
            for (var row : more)
                for (var visitor : List.of(open.visitor(), open.officer(Role.OBSERVER))) {
                    var before = open.reached.count();
                    visitor.get(path(row));
                    assertEquals(true, open.reached.count() > before, name(row));
                    assertEquals(404, visitor.post(path(row)).statusCode(), name(row));
                }
            assertEquals(303, open.visitor().get("/oversight").statusCode());
        }
    }

    @TestFactory
    Stream<DynamicTest> noFormIsTakenWithoutItsToken() {
        return routes.rows().stream()
                .filter(row -> HttpMethod.POST.equals(row.method()) && !row.isApi())
                .map(row -> dynamicTest(name(row), () -> {
                    var answer = site.officer(Role.ADMINISTRATOR).send("POST", path(row), Map.of(), Map.of());
                    assertEquals(403, answer.statusCode());
                    var other = site.officer(Role.ADMINISTRATOR)
                            .send(
                                    "POST",
                                    path(row),
                                    Map.of(),
                                    Map.of("_csrf", site.visitor().token()));
                    assertEquals(403, other.statusCode());
                }));
    }
}
