package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.Said;
import acorde.compact.Remark;
import acorde.finding.Task;
import acorde.monitoring.Report;
import acorde.monitoring.Saying;
import acorde.monitoring.Viewer;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Person;
import acorde.offices.Role;
import acorde.trustlog.Hash;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was said of an initiative is found, and what a party owes stands in its work: two nodes, Guatemala owes and Honduras looks on. */
@Tag("database")
final class ProgressFoundTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CODE = "A4-06";
    private static final LocalDate FIGURE = LocalDate.parse("2026-10-31");
    private static final Officer COORDINATOR = officer("coordination");
    private static final Map<String, String> TOKENS = new HashMap<>();

    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One guatemala;
    private static TestDesk.One honduras;
    private static Hash version;
    private static Act report;
    private static Act dispute;
    private static Act assessment;
    private static Act correction;

    private static Officer officer(String office) {
        return new Officer(new Person.Id(900), "Ana Tzoc", new OfficeCode(office));
    }

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        guatemala = desk.start("GT");
        honduras = desk.start("HN");
        guatemala.follow();
        honduras.follow();
        var proposed =
                http(guatemala, Role.COORDINATOR, "/proposals", measured().toString());
        assertEquals(201, proposed.statusCode(), proposed.body());
        honduras.until("Honduras has the measured text", () -> watched(honduras).equals(watched(guatemala)));
        version = watched(guatemala).orElseThrow();
        var figure = new Report.Value(FIGURE, BigDecimal.valueOf(1234), new Remark("registro", null));
        report = said(
                guatemala.monitoring.report(COORDINATOR, reported("llegaron las trancas", List.of(figure)), List.of()));
        honduras.until(
                "Honduras has the report", () -> honduras.acts.act(report.id()).isPresent());
        dispute = said(honduras.monitoring.say(
                COORDINATOR, new Saying.Disputed(report.id(), new Remark("faltan bisagras", null)), List.of()));
        assessment = said(guatemala.monitoring.assess(
                officer("observation"),
                new Saying.Assessed(
                        CODE, version, Saying.Level.SUBSTANTIAL, new Remark("vimos herrajes", null), List.of()),
                List.of()));
        correction = said(guatemala.monitoring.correct(
                COORDINATOR,
                new Saying.Corrected(report.id(), FIGURE, BigDecimal.valueOf(1243), new Remark("fue errata", null))));
        for (var node : List.of(guatemala, honduras))
            for (var act : List.of(dispute, assessment, correction))
                node.until(act.id() + " is there", () -> node.acts.act(act.id()).isPresent());
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static Optional<Hash> watched(TestDesk.One node) {
        return node.monitoring
                .watch(CODE, new Viewer.Public(), Instant.parse("2026-11-02T12:00:00Z"))
                .map(watched -> watched.agreed().version());
    }

    private static HttpResponse<String> http(TestDesk.One node, Role role, String path, String body) { // a request
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.website.port() + "/api/v1" + path))
                .header(
                        "Authorization",
                        "Bearer " + TOKENS.computeIfAbsent(node.website.port() + role.code(), _ -> node.token(role)));
        if (!body.isEmpty())
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        try (var client = HttpClient.newHttpClient()) {
            return Described.held(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    /** Guatemala alone owes it, so its proposal is in force at once. */
    private static JsonNode measured() {
        var initiative = JSON.readTree(
                http(guatemala, Role.COORDINATOR, "/initiatives/" + CODE, "").body());
        var text = (ObjectNode) initiative.path("text");
        text.put("due", "2099-06-30");
        text.set(
                "milestones",
                JSON.readTree(
                        "[{\"code\":\"M1\",\"title\":{\"es\":\"Primero\",\"en\":\"First\"},\"due\":\"2099-01-31\"}]"));
        text.set(
                "indicator",
                JSON.readTree(
                        "{\"name\":{\"es\":\"Garitas\",\"en\":\"Booths\"},\"unit\":{\"es\":\"garitas\",\"en\":\"booths\"},"
                                + "\"kind\":\"output\",\"baseline\":0,\"baselineAt\":\"2020-12-31\",\"target\":5000,"
                                + "\"targetAt\":\"2099-06-30\",\"everyMonths\":12,\"adds\":true}"));
        var body = JSON.createObjectNode().put("item", "initiative/" + CODE);
        body.set("base", initiative.path("version"));
        body.set("text", text);
        body.set("why", JSON.readTree("{\"es\":\"porque sí\",\"en\":null}"));
        return body;
    }

    private static Report reported(String note, List<Report.Value> values) {
        return new Report(
                CODE,
                version,
                Report.State.IN_PROGRESS,
                null,
                null,
                new Remark("EJERCICIO: " + note, null),
                new TreeMap<>(),
                List.of(),
                values,
                true,
                null,
                null,
                List.of(),
                List.of());
    }

    private static <R> Act said(Said<R> said) {
        return switch (said) {
            case Said.Written<R>(var acts) -> acts.getFirst();
            case Said.Declined<R>(var why) -> throw new AssertionError(why);
        };
    }

    /** The acts that are found with these words, by whoever holds an office of that role. */
    private static Set<String> found(TestDesk.One node, Role role, String asked) throws InterruptedException {
        assertTrue(node.finding.awaitAll(Duration.ofMinutes(1)));
        var items =
                JSON.readTree(http(node, role, "/search?" + asked, "").body()).path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item ->
                        item.path("kind").asString("") + " " + item.path("act").asString(""))
                .collect(Collectors.toSet());
    }

    @Test
    void whatWasSaidOfAnInitiativeIsFoundOnEveryNodeByItsWordsAndItsFigures() throws InterruptedException {
        for (var node : List.of(guatemala, honduras)) {
            var observer = Role.OBSERVER;
            assertEquals(Set.of("report " + report.id()), found(node, observer, "q=trancas"));
            assertEquals(Set.of("report " + report.id()), found(node, observer, "q=1234"), "by its figure");
            assertEquals(Set.of("report " + report.id()), found(node, observer, "kind=report&q=booths"));
            assertEquals(Set.of("correction " + correction.id()), found(node, observer, "q=1243"));
            assertEquals(Set.of("dispute " + dispute.id()), found(node, observer, "q=bisagras"));
            assertEquals(Set.of("assessment " + assessment.id()), found(node, observer, "q=herrajes&area=A4"));
            assertEquals(
                    Set.of("assessment " + assessment.id()),
                    found(node, observer, "kind=assessment&standing=substantial"));
        }
    }

    /** At two in the morning of UTC it is the evening of the day before in Guatemala. */
    @Test
    void whatWasSaidIsFoundUnderTheDayThatItWasWhereThePartyIs() throws InterruptedException {
        var clock = guatemala.records.clock;
        var night = clock.instant()
                .plus(Duration.ofDays(1))
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofHours(2));
        clock.forward(Duration.between(clock.instant(), night));
        var said = said(guatemala.monitoring.assess(
                officer("observation"),
                new Saying.Assessed(CODE, version, Saying.Level.LIMITED, new Remark("luciérnagas", null), List.of()),
                List.of()));
        var utc = LocalDate.ofInstant(night, ZoneOffset.UTC);
        var found = Set.of("assessment " + said.id());
        assertEquals(found, found(guatemala, Role.OBSERVER, "q=luciernagas&to=" + utc.minusDays(1)));
        assertEquals(Set.of(), found(guatemala, Role.OBSERVER, "q=luciernagas&from=" + utc));
    }

    /** A rejected act has no row among those that are of an initiative. */
    @Test
    void whatDoesNotCountIsFoundByNobody() throws Exception {
        var said = said(guatemala.monitoring.assess(
                officer("observation"),
                new Saying.Assessed(CODE, version, Saying.Level.LIMITED, new Remark("un zopilote", null), List.of()),
                List.of()));
        assertEquals(Set.of("assessment " + said.id()), found(guatemala, Role.OBSERVER, "q=zopilote"));
        try (var connection = guatemala.records.postgres.open();
                var statement = connection.createStatement()) {
            statement.execute("delete from monitoring.entry where act = '" + said.id() + "'");
        }
        assertEquals(Set.of(), found(guatemala, Role.OBSERVER, "q=zopilote"));
    }

    private static Set<String> work(TestDesk.One node, String office, String today) {
        return node.finding.work(officer(office), LocalDate.parse(today)).stream()
                .filter(task -> task.about().name().equals(CODE))
                .map(Task::what)
                .collect(Collectors.toSet());
    }

    @Test
    void workIsWhatAPartyOwesOnceItIsDue() {
        assertEquals(
                Set.of(),
                work(guatemala, "coordination", "2026-11-03").stream()
                        .filter(what -> !what.equals("dispute"))
                        .collect(Collectors.toSet()));
        assertTrue(work(guatemala, "coordination", "2027-03-01").contains("report"), "a cadence after the last one");
        assertTrue(work(guatemala, "coordination", "2099-01-17").contains("step"), "fourteen days before it is due");
        assertEquals(
                LocalDate.parse("2099-01-31"),
                guatemala.finding.work(officer("representative-a4"), LocalDate.parse("2099-01-17")).stream()
                        .filter(task -> task.what().equals("step")
                                && task.about().name().equals(CODE))
                        .findFirst()
                        .orElseThrow()
                        .due());
        assertEquals(Set.of(), work(guatemala, "representative-a1", "2099-01-17"), "another area");
        assertEquals(Set.of(), work(guatemala, "observation", "2099-01-17"));
        assertEquals(
                Set.of(),
                work(honduras, "coordination", "2099-01-17").stream()
                        .filter(what -> !what.equals("confirm"))
                        .collect(Collectors.toSet()),
                "Honduras owes nothing in it");
    }

    /** What nobody dated comes last. */
    @Test
    void whatIsDueFirstStandsFirstAmongTheWorkOfAnOffice() {
        var due = guatemala.finding.work(COORDINATOR, LocalDate.parse("2099-01-17")).stream()
                .map(task -> task.due() == null ? LocalDate.MAX : task.due())
                .toList();
        assertEquals(due.stream().sorted().toList(), due);
        assertTrue(due.stream().distinct().count() > 2, due.toString());
    }

    @Test
    void theReportOfAnotherWaitsForAWordAndADisputeForAnAnswer() {
        assertEquals(Set.of("dispute"), work(guatemala, "coordination", "2026-11-03"));
        assertTrue(!work(honduras, "coordination", "2026-11-03").contains("confirm"), "it has said its word");
        var again = said(guatemala.monitoring.report(COORDINATOR, reported("ya están", List.of()), List.of()));
        guatemala.until(
                "the newer report answers it",
                () -> work(guatemala, "coordination", "2026-11-03").isEmpty());
        honduras.until(
                "Honduras has the newer report",
                () -> honduras.acts.act(again.id()).isPresent());
        said(honduras.monitoring.say(COORDINATOR, new Saying.Confirmed(again.id(), null), List.of()));
        honduras.until(
                "nothing more waits for Honduras",
                () -> work(honduras, "coordination", "2026-11-03").isEmpty());
    }
}
