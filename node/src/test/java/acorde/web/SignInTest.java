package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.OfficeCode;
import acorde.offices.Role;
import acorde.offices.Term;
import acorde.offices.TestOffices;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.core.userdetails.UserDetailsService;

@Tag("database")
@Tag("slow")
final class SignInTest {
    private static final String COOKIE = "acorde-HN";
    private static final String FORM_COOKIE = "acorde-HN-form";

    private static TestSite site;
    private static int tries;

    @BeforeAll
    static void start() {
        site = TestSite.start();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void forgetAttempts() {
        site.records.execute("delete from offices.attempts");
    }

    private static String setCookie(HttpResponse<?> response, String name) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElse("");
    }

    private static Visitor fresh(String account) {
        site.records.officer(account, "observation", TestSite.PASSWORD);
        return site.visitor().signIn(account, TestSite.PASSWORD);
    }

    @Test
    void theSessionCookieIsOurPartysAloneAndOutOfReachOfScripts() {
        site.records.officer("cookie", "observation", TestSite.PASSWORD);
        var answer = site.visitor().post("/sign-in", "username", "cookie", "password", TestSite.PASSWORD);
        var cookie = setCookie(answer, COOKIE);
        for (var part : List.of("; Path=/", "; HttpOnly", "; SameSite=Lax")) assertTrue(cookie.contains(part), cookie);
        assertFalse(cookie.contains("Domain"), cookie);
        assertFalse(cookie.contains("Secure"), "not reached over TLS here");
    }

    /** Each try is for another account, so that only where it comes from can be counted. */
    private static int wrong(TestSite site, String from) {
        var visitor = site.visitor();
        visitor.get("/sign-in");
        var form = Map.of("username", "nobody." + tries++, "password", "wrong", "_csrf", visitor.token());
        return visitor.send("POST", "/sign-in", Map.of("X-Forwarded-For", from), form)
                .statusCode();
    }

    @Test
    void onlyTheProxyThatWasNamedIsBelievedForWhomItCalls() {
        try (var behind = TestSite.startBehind("127.0.0.1");
                var direct = TestSite.startBehind("192.0.2.1")) {
            for (var i = 0; i < 40; i++) {
                wrong(behind, "198.51.100.7");
                wrong(direct, "198.51.100.7");
            }
            assertEquals(429, wrong(behind, "198.51.100.7"));
            assertEquals(401, wrong(behind, "203.0.113.9"), "somebody elsewhere is not kept out");
            assertEquals(429, wrong(direct, "203.0.113.9"), "a caller may not say it is somebody else");
        }
    }

    @Test
    void whereAProxyEndsTlsWhoComesPastItIsRefused() throws IOException {
        try (var direct = TestSite.startBehind("192.0.2.1")) {
            assertEquals("HTTP/1.1 200 ", status(direct, "127.0.0.1"), "this machine may ask whether it lives");
            assertEquals("HTTP/1.1 403 ", status(direct, "127.0.0.2"));
        }
        assertEquals("HTTP/1.1 200 ", status(site, "127.0.0.2"), "without a proxy browsers come themselves");
    }

    private static String status(TestSite asked, String from) throws IOException {
        var here = InetAddress.getByName("127.0.0.1");
        try (var call = new Socket(here, asked.port(), InetAddress.getByName(from), 0)) {
            call.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: node\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void overTlsCookiesAreSecureAndBoundToTheHostAndTheBrowserIsToldToStay() {
        try (var tls = TestSite.start(plain -> new Site(plain.party(), plain.body(), true, false, plain.demo()))) {
            var visitor = tls.visitor();
            var form = visitor.get("/sign-in");
            assertTrue(setCookie(form, "__Host-acorde-HN-form").contains("; Secure"));
            assertTrue(Visitor.header(form, "Strict-Transport-Security").startsWith("max-age=31536000"));
            var answer = visitor.post(
                    "/sign-in", "username", TestOffices.ADMINISTRATOR, "password", tls.records.administratorPassword);
            assertTrue(
                    setCookie(answer, "__Host-acorde-HN").contains("; Secure"),
                    answer.headers().toString());
        }
    }

    @Test
    void lookingAtTheSignInPageCostsNoSession() {
        var visitor = site.visitor();
        visitor.get("/sign-in");
        visitor.post("/sign-in", "username", "nobody", "password", "x");
        assertFalse(visitor.cookies.containsKey(COOKIE));
        assertTrue(visitor.cookies.containsKey(FORM_COOKIE));
    }

    @Test
    void theIdOfASessionChangesAtSignIn() {
        var visitor = fresh("changing");
        var before = visitor.cookies.get(COOKIE);
        visitor.signIn("changing", TestSite.PASSWORD);
        assertNotEquals(before, visitor.cookies.get(COOKIE));
        var stale = site.visitor();
        stale.cookies.put(COOKIE, before);
        assertTrue(Visitor.location(stale.get("/me/tokens")).startsWith("/sign-in"));
    }

    @Test
    void aSessionIdThatSomebodyMadeUpIsNotTakenOver() {
        site.records.officer("fixated", "observation", TestSite.PASSWORD);
        var visitor = site.visitor();
        visitor.cookies.put(COOKIE, "0123456789ABCDEF0123456789ABCDEF");
        visitor.signIn("fixated", TestSite.PASSWORD);
        assertNotEquals("0123456789ABCDEF0123456789ABCDEF", visitor.cookies.get(COOKIE));
    }

    @Test
    void theTokenOfAFormChangesAtSignIn() {
        site.records.officer("forms", "observation", TestSite.PASSWORD);
        var visitor = site.visitor();
        visitor.get("/sign-in");
        var before = visitor.cookies.get(FORM_COOKIE);
        visitor.signIn("forms", TestSite.PASSWORD);
        visitor.get("/me/tokens");
        assertNotEquals(before, visitor.cookies.get(FORM_COOKIE));
    }

    @Test
    void signingOutEndsTheSession() {
        var visitor = fresh("leaving");
        var session = visitor.cookies.get(COOKIE);
        assertEquals("/sign-in?out", Visitor.location(visitor.post("/sign-out")));
        visitor.cookies.put(COOKIE, session);
        assertTrue(Visitor.location(visitor.get("/me/tokens")).startsWith("/sign-in"));
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() {
        var visitor = fresh("busy");
        site.records.clock.forward(Duration.ofHours(12).minusMillis(1));
        assertEquals(200, visitor.get("/me/tokens").statusCode());
        site.records.clock.forward(Duration.ofMillis(1));
        assertEquals(303, visitor.get("/me/tokens").statusCode());
    }

    @Test
    void aSessionWithoutARequestLastsThirtyMinutes() {
        assertEquals(30, site.website.context().getServletContext().getSessionTimeout());
    }

    @Test
    void aSessionEndsWhenTheOfficeIsHandedOver() {
        var visitor = fresh("handing");
        var offices = site.records.offices;
        var person = offices.people().stream()
                .filter(one -> one.name().equals("handing"))
                .findFirst()
                .orElseThrow();
        var holding = offices.holdings().stream()
                .filter(held -> held.person().equals(person.id()))
                .findFirst()
                .orElseThrow();
        assertEquals(200, visitor.get("/me/tokens").statusCode());
        TestOffices.done(offices.endHolding(site.records.administrator, holding.id(), offices.today()));
        assertEquals(303, visitor.get("/me/tokens").statusCode());
    }

    @Test
    void whoIsNotSignedInIsLedBackToWhereTheyWanted() {
        site.records.officer("wanting", "observation", TestSite.PASSWORD);
        var visitor = site.visitor();
        assertEquals("/sign-in?next=%2Fme%2Ftokens%3Fa%3Db%26c", Visitor.location(visitor.get("/me/tokens?a=b&c")));
        assertTrue(visitor.get("/sign-in?next=%2Fme%2Ftokens").body().contains("name=\"next\" value=\"/me/tokens\""));
        var answer =
                visitor.post("/sign-in", "username", "wanting", "password", TestSite.PASSWORD, "next", "/me/tokens");
        assertEquals("/me/tokens", Visitor.location(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "//example.org",
        "/\\example.org",
        "/{",
        "/%zz",
        "/a|b",
        "/\\\\example.org",
        "https://example.org/",
        "javascript:alert(1)",
        "'/a\r\nSet-Cookie: b=c'",
        "'/\t/example.org'",
        "''",
        "me"
    })
    void whereSomebodyWantsToGoIsAPathOfOurs(String next) {
        assertEquals("/", Entrance.wanted(next));
    }

    @Test
    void aPartOfAPageLeadsToTheSignInByHeader() {
        var answer = site.visitor().send("GET", "/me/tokens", Map.of("HX-Request", "true"), Map.of());
        assertEquals(401, answer.statusCode());
        assertEquals("/sign-in?next=%2Fme%2Ftokens", Visitor.header(answer, "HX-Redirect"));
    }

    @Test
    void aFormIsAlsoTakenWithItsTokenInAHeader() {
        var visitor = fresh("htmx");
        var answer = visitor.send("POST", "/sign-out", Map.of("X-CSRF-TOKEN", visitor.token()), Map.of());
        assertEquals(303, answer.statusCode());
    }

    @Test
    void aWrongPasswordIsToldInWordsAndTheNameNeedNotBeTypedAgain() {
        var answer = site.visitor().post("/sign-in", "username", "nadie.conocido", "password", "no es esta");
        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("El nombre de usuario o la contraseña no coinciden."), answer.body());
        assertTrue(answer.body().contains("value=\"nadie.conocido\""));
        assertFalse(answer.body().contains("no es esta"));
    }

    @Test
    void whoTriesTooOftenIsToldWhenToTryAgain() {
        var visitor = site.visitor();
        for (var i = 0; i < 6; i++) visitor.post("/sign-in", "username", "guessed", "password", "x" + i);
        var answer = visitor.post("/sign-in", "username", "guessed", "password", "x");
        assertEquals(429, answer.statusCode());
        assertEquals("3", Visitor.header(answer, "Retry-After"));
        assertTrue(answer.body().contains("Hubo demasiados intentos."), answer.body());
    }

    @Test
    void aBrowserThatSignedInBeforeIsLetInWhereOthersHaveFailed() {
        site.records.officer("known.browser", "observation", TestSite.PASSWORD);
        var known = site.visitor();
        var first = known.post("/sign-in", "username", "known.browser", "password", TestSite.PASSWORD);
        var cookie = setCookie(first, COOKIE + "-browser");
        for (var part : List.of("; Path=/", "; HttpOnly", "; SameSite=Strict", "; Max-Age=15552000"))
            assertTrue(cookie.contains(part), cookie);
        var stranger = site.visitor();
        for (var i = 0; i < 6; i++) stranger.post("/sign-in", "username", "known.browser", "password", "x" + i);
        assertEquals(
                429,
                stranger.post("/sign-in", "username", "known.browser", "password", TestSite.PASSWORD)
                        .statusCode());
        known.signIn("known.browser", TestSite.PASSWORD);
    }

    @Test
    void aProxysHeaderDoesNotMakeAnotherAddress() {
        for (var i = 0; i < 40; i++) {
            var visitor = site.visitor();
            var form = Map.of("_csrf", visitor.token(), "username", "name" + i, "password", "x");
            var answer = visitor.send("POST", "/sign-in", Map.of("X-Forwarded-For", "192.0.2." + i), form);
            assertEquals(i < 31 ? 401 : 429, answer.statusCode(), "attempt " + i);
        }
    }

    @Test
    void aFirstPasswordMustBeChangedBeforeAnythingElse() {
        var records = site.records;
        var person = records.person("Nueva Persona").id();
        TestOffices.done(records.offices.beginHolding(
                records.administrator,
                person,
                new OfficeCode("observation"),
                Term.since(LocalDate.parse("2026-11-01"))));
        var first = TestOffices.done(records.offices.openAccount(records.administrator, person, "nueva"))
                .reveal();
        var visitor = site.visitor();
        assertEquals(
                "/me/password", Visitor.location(visitor.post("/sign-in", "username", "nueva", "password", first)));
        assertEquals("/me/password", Visitor.location(visitor.get("/me/tokens")));
        var twice = visitor.post("/me/password", "present", first, "chosen", "una calle larga", "again", "otra");
        assertEquals(422, twice.statusCode());
        var changed =
                visitor.post("/me/password", "present", first, "chosen", "una calle larga", "again", "una calle larga");
        assertEquals("/", Visitor.location(changed));
        assertEquals(200, visitor.get("/me/tokens").statusCode());
    }

    @Test
    void anotherOfficeIsTakenUpAndTheRoleWithIt() {
        var records = site.records;
        var person = records.officer("two.offices", "observation", TestSite.PASSWORD);
        TestOffices.done(records.offices.beginHolding(
                records.administrator,
                person,
                new OfficeCode("coordination"),
                Term.since(LocalDate.parse("2026-11-01"))));
        var visitor = site.visitor().signIn("two.offices", TestSite.PASSWORD);
        assertTrue(visitor.get("/me/tokens").body().contains("Actuar por Observación"));
        visitor.post("/me/office", "office", "observation");
        assertTrue(visitor.get("/me/tokens").body().contains("Actuar por Coordinación nacional"));
        visitor.post("/me/office", "office", "administration");
        visitor.post("/me/office", "office", "No Such!");
        assertEquals(403, visitor.get("/offices").statusCode());
    }

    @Test
    void everyAnswerCarriesTheSameStrictHeaders() {
        var admin = site.officer(Role.ADMINISTRATOR);
        for (var answer : List.of(
                site.visitor().get("/sign-in"),
                site.visitor().get("/nothing"),
                admin.get("/offices"),
                admin.get("/me/tokens"),
                site.officer(Role.OBSERVER).get("/offices"),
                site.visitor().get("/api/v1/me"))) {
            assertEquals(
                    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src"
                            + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                    Visitor.header(answer, "Content-Security-Policy"));
            assertEquals("nosniff", Visitor.header(answer, "X-Content-Type-Options"));
            assertEquals("DENY", Visitor.header(answer, "X-Frame-Options"));
            assertEquals("same-origin", Visitor.header(answer, "Referrer-Policy"));
            assertTrue(Visitor.header(answer, "Cache-Control").contains("no-store"), answer.toString());
            assertEquals("", Visitor.header(answer, "Server"));
            assertEquals("", Visitor.header(answer, "X-Powered-By"));
        }
    }

    @Test
    void filesMayBeKept() {
        var css = site.visitor().get("/acorde.css");
        assertEquals(200, css.statusCode());
        assertTrue(Visitor.header(css, "Cache-Control").contains("max-age=31536000"));
    }

    @Test
    void pagesHoldNoScriptOrStyleOfTheirOwn() {
        var admin = site.officer(Role.ADMINISTRATOR);
        for (var page : List.of(
                site.visitor().get("/sign-in"),
                admin.get("/offices"),
                admin.get("/me/tokens"),
                admin.get("/me/password"),
                site.visitor().get("/nothing"),
                site.officer(Role.OBSERVER).get("/offices"))) {
            assertFalse(page.body().matches("(?s).*<script(?![^>]* src=).*"), page.body());
            assertFalse(page.body().matches("(?s).*(<style| style=| on[a-z]+=\"|javascript:).*"), page.body());
        }
    }

    @Test
    void aRefusalSaysWhoMay() {
        var answer = site.officer(Role.OBSERVER).get("/offices");
        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains("Su despacho no puede hacer esto"), answer.body());
        assertTrue(answer.body().contains("un despacho de: administración"), answer.body());
    }

    @Test
    void everyPageOfOursIsThereInBothLanguages() {
        var admin = site.officer(Role.ADMINISTRATOR);
        var spanish = new HashMap<String, String>();
        for (var path : List.of("/sign-in", "/offices", "/me/tokens", "/me/password", "/nothing"))
            spanish.put(path, admin.get(path).body());
        assertEquals(200, admin.get("/sign-in?lang=en").statusCode());
        spanish.forEach((path, body) -> {
            assertTrue(body.contains("<html lang=\"es\">"), path);
            var english = admin.get(path).body();
            assertTrue(english.contains("<html lang=\"en\">"), path);
            assertNotEquals(body, english);
        });
        admin.get("/sign-in?lang=es");
    }

    @Test
    void thereIsNoOtherWayIn() {
        assertEquals(Map.of(), site.website.context().getBeansOfType(UserDetailsService.class));
        var visitor = site.visitor();
        var basic = Map.of("Authorization", "Basic dXNlcjpwYXNzd29yZA==");
        assertEquals(303, visitor.send("GET", "/me/tokens", basic, Map.of()).statusCode());
        var answer = visitor.post("/login", "username", "user", "password", "password");
        assertEquals(404, answer.statusCode());
    }
}
