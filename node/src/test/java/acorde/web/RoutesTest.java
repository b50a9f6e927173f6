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
    private static Optional<Visitor> due = Optional.empty();

    @BeforeAll
    static void start() {
        site = TestSite.start();
        routes = site.website.context().getBean(Routes.class);
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

    private static String name(Row row) {
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

    private static String path(Row row) {
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
                        .map(caller -> dynamicTest(name(row) + " by " + caller, () -> {
                            var answer = call(row, caller);
                            assertEquals(
                                    may(caller, row.who()),
                                    !isRefused(answer) && !isNotThere(row, answer),
                                    answer.statusCode() + " " + Visitor.location(answer) + "\n" + answer.body());
                        })));
    }

    private static HttpResponse<String> call(Row row, Caller caller) {
        if (row.isApi()) return callApi(row, caller);
        var visitor = switch (caller) {
            case Caller.Nobody _ -> site.visitor();
            case Caller.PasswordDue _ -> due();
            case Caller.Officer(var role) -> site.officer(role);
        };
        var answer = HttpMethod.POST.equals(row.method()) ? visitor.post(path(row)) : visitor.get(path(row));
        if (row.pattern().equals("/sign-out")) {
            site.forget();
            due = Optional.empty();
        }
        return answer;
    }

    private static HttpResponse<String> callApi(Row row, Caller caller) {
        var headers = caller instanceof Caller.Officer(var role)
                ? Map.of("Authorization", "Bearer " + site.token(role))
                : Map.<String, String>of();
        var method = row.method() == null ? "GET" : row.method().name();
        // A session is worth nothing here: the visitor brings one.
        var visitor = caller instanceof Caller.PasswordDue ? due() : site.visitor();
        return visitor.send(method, path(row), headers, Map.of());
    }

    private static Visitor due() {
        if (due.isEmpty())
            due = Optional.of(site.visitor().signIn(TestOffices.ADMINISTRATOR, site.records.administratorPassword));
        return due.get();
    }

    /** What is there for nobody is told apart from what does not exist by no answer. */
    private static boolean isNotThere(Row row, HttpResponse<String> answer) {
        return row.who() == Routes.Who.Everybody.NOBODY && answer.statusCode() == 404;
    }

    private static boolean isRefused(HttpResponse<String> answer) {
        var location = Visitor.location(answer);
        return switch (answer.statusCode()) {
            case 303 ->
                location.equals("/sign-in")
                        || location.equals("/sign-in?ended")
                        || location.startsWith("/sign-in?next=")
                        || location.equals("/me/password");
            case 401, 403 -> !answer.body().contains("name=\"username\"");
            default -> false;
        };
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
