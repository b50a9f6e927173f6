package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.InventedPeople.Invented;
import acorde.offices.Office;
import acorde.offices.OfficeCode;
import acorde.offices.Offices;
import acorde.offices.TestOffices;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import acorde.trust.Charter;
import acorde.trust.KeyRing;
import acorde.trust.PartyCode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The door through which invented people come in without a password is there in a demonstration and nowhere else. */
@Tag("database")
@Tag("slow")
final class DemoTest {
    private static final PartyCode HN = new PartyCode("HN");
    private static final List<Invented> PEOPLE = List.of(
            invented("nadia.alvarenga", "Nadia Alvarenga Paz", "coordination"),
            invented("elmer.pineda", "Elmer Pineda Cálix", "administration"));

    @TempDir
    Path folder;

    private Postgres postgres;
    private Lease lease;
    private Offices offices;

    @BeforeEach
    void open() {
        postgres = TestPostgres.fresh("offices");
        lease = postgres.lease("log");
        offices = new Offices(postgres, lease, Clock.systemUTC(), new SecureRandom());
    }

    @AfterEach
    void close() {
        offices.close();
        lease.close();
        postgres.close();
    }

    private static Invented invented(String account, String name, String office) {
        return new Invented(account, name, new Office(new OfficeCode(office), office, office));
    }

    private Charter charter(boolean exercise) {
        var content = JsonMapper.shared().createObjectNode();
        content.put("compact", "test");
        if (exercise) content.put("exercise", true);
        var party = content.putArray("parties").addObject();
        party.put("code", "HN");
        party.put("address", "https://127.0.0.1:1");
        KeyRing.create(folder.resolve(UUID.randomUUID().toString()), new SecureRandom())
                .publicKeys("test", HN)
                .writeTo(party.putObject("keys"));
        return Charter.parse(JsonMapper.shared().writeValueAsBytes(content));
    }

    private Optional<DemoDoor> door(boolean started, boolean exercise) {
        return DemoDoor.open(started, charter(exercise), offices, PEOPLE);
    }

    private void serve(Optional<DemoDoor> door, Consumer<Website> check) {
        try (var website = Website.start(
                TestSite.site(door), Clock.systemUTC(), List.of(offices), new Website.Listening("127.0.0.1", 0))) {
            check.accept(website);
        }
    }

    private static void assertThatThereIsNoDemo(Website website) {
        assertEquals(Map.of(), website.context().getBeansOfType(Demo.class));
        assertFalse(website.context().getBean(Routes.class).rows().stream()
                .anyMatch(row -> row.pattern().startsWith("/demo")));
        var headers = Map.of(
                "X-Demo", "true", "X-Forwarded-Prefix", "/demo", "X-Original-URL", "/demo", "X-Rewrite-URL", "/demo");
        for (var path : List.of(
                "/demo",
                "/demo/",
                "/demo?demo=true&spring.profiles.active=demo",
                "//demo",
                "/demo;a=b",
                "/%64emo",
                "/sign-in/../demo")) {
            var visitor = new Visitor(website.port());
            for (var answer : List.of(
                    visitor.get(path),
                    visitor.send("GET", path, headers, Map.of()),
                    visitor.post(path + "/nadia.alvarenga"))) {
                assertTrue(List.of(400, 404).contains(answer.statusCode()), path + ": " + answer.statusCode());
                assertFalse(visitor.cookies.containsKey("acorde-HN"));
            }
        }
        assertFalse(new Visitor(website.port()).get("/sign-in").body().contains("/demo"));
    }

    @Test
    void underANameThatIsNotThisMachinesNobodySignsIn() {
        serve(door(true, true), website -> {
            for (var host : List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil.example")) {
                var answer =
                        raw(website.port(), "GET /demo HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
                assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
            }
            assertTrue(raw(website.port(), "GET /demo HTTP/1.1\r\nHost: [::1]:8403\r\nConnection: close\r\n\r\n")
                    .startsWith("HTTP/1.1 200"));
        });
    }

    private static String raw(int port, String request) {
        try (var socket = new java.net.Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void inADemonstrationInventedPeopleAreOfferedAndSignedIn() {
        serve(door(true, true), website -> {
            var visitor = new Visitor(website.port());
            var page = visitor.get("/demo");
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("Nadia Alvarenga Paz"), page.body());
            assertTrue(page.body().contains("EJERCICIO"));
            assertEquals("/", Visitor.location(visitor.post("/demo/nadia.alvarenga")));
            assertEquals(200, visitor.get("/me/tokens").statusCode());
            assertEquals("/demo", Visitor.location(visitor.post("/demo/elmer")));
            assertEquals("/demo", Visitor.location(visitor.post("/sign-out")));
        });
    }

    @Test
    void whoseAccountWasClosedIsNotOfferedAndIsAgainOnceItIsOpen() {
        serve(door(true, true), website -> {
            var visitor = new Visitor(website.port());
            var elmer = offices.invented()
                    .flatMap(invented -> invented.signIn(PEOPLE.getLast()))
                    .orElseThrow()
                    .officer();
            var nadia = offices.accounts().stream()
                    .filter(account -> account.name().equals("nadia.alvarenga"))
                    .findFirst()
                    .orElseThrow()
                    .person();
            TestOffices.done(offices.closeAccount(elmer, nadia));
            var page = visitor.get("/demo").body();
            assertFalse(page.contains("/demo/nadia.alvarenga"), page);
            assertTrue(page.contains("/demo/elmer.pineda"), page);
            TestOffices.done(offices.reopenAccount(elmer, nadia));
            assertTrue(visitor.get("/demo").body().contains("/demo/nadia.alvarenga"));
        });
    }

    @Test
    void whoeverIsSignedInAsSomebodyElseInADemonstrationBecomesTheOther() {
        serve(door(true, true), website -> {
            var visitor = new Visitor(website.port());
            visitor.post("/demo/nadia.alvarenga");
            var before = visitor.cookies.get("acorde-HN");
            visitor.post("/demo/elmer.pineda");
            assertFalse(before.equals(visitor.cookies.get("acorde-HN")));
            assertEquals(200, visitor.get("/offices").statusCode());
        });
    }

    @Test
    void withoutTheFlagThereIsNoDoor() {
        assertEquals(Optional.empty(), door(false, true));
        serve(door(false, true), DemoTest::assertThatThereIsNoDemo);
    }

    @Test
    void withTheFlagButWithoutAnExercisesCharterThereIsNoDoor() {
        assertEquals(Optional.empty(), door(true, false));
        serve(door(true, false), DemoTest::assertThatThereIsNoDemo);
    }

    @Test
    void withTheFlagAndTheCharterButAmongRealPeopleThereIsNoDoor() {
        offices.firstAdministrator("Elmer Pineda Cálix", "elmer.pineda");
        assertEquals(Optional.empty(), door(true, true));
        serve(door(true, true), DemoTest::assertThatThereIsNoDemo);
    }

    @Test
    void noPropertyOrProfileBringsItBack() {
        var properties = Map.of(
                "acorde.demo",
                "true",
                "demo",
                "true",
                "spring.profiles.active",
                "demo",
                "spring.main.sources",
                Demo.class.getName(),
                "spring.main.allow-bean-definition-overriding",
                "true",
                "spring.config.import",
                "optional:classpath:demo.properties");
        var before = new HashMap<String, String>();
        properties.forEach((name, value) -> before.put(name, System.setProperty(name, value)));
        try {
            serve(Optional.empty(), DemoTest::assertThatThereIsNoDemo);
        } finally {
            before.forEach((name, value) -> {
                if (value == null) System.clearProperty(name);
                else System.setProperty(name, value);
            });
        }
    }

    @Test
    void whenSomebodyRealComesIntoTheRecordsTheDoorOfARunningDemonstrationShuts() {
        serve(door(true, true), website -> {
            var visitor = new Visitor(website.port());
            visitor.post("/demo/nadia.alvarenga");
            assertTrue(visitor.cookies.containsKey("acorde-HN"));
            try (var connection = postgres.open();
                    var statement = connection.createStatement()) {
                statement.execute("update offices.person set invented = false");
            } catch (java.sql.SQLException e) {
                throw new AssertionError(e);
            }
            assertEquals("/demo", Visitor.location(new Visitor(website.port()).post("/demo/nadia.alvarenga")));
            var page = new Visitor(website.port()).get("/demo").body();
            assertTrue(page.contains("/sign-in") && !page.contains("/demo/nadia.alvarenga"), page);
        });
    }
}
