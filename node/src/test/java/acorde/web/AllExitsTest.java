package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.acts.Said;
import acorde.compact.ItemKey;
import acorde.exchange.AnyReport;
import acorde.exchange.Decided;
import acorde.exchange.PartyNode;
import acorde.exchange.Release;
import acorde.exchange.Rule;
import acorde.exchange.Turn;
import acorde.exchange.Urgency;
import acorde.finding.Answer;
import acorde.finding.Filter;
import acorde.finding.Question;
import acorde.node.Main;
import acorde.offices.OfficeCode;
import acorde.policy.Use;
import acorde.stix.Names;
import acorde.trust.PartyCode;
import acorde.web.Routes.Row;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import picocli.CommandLine;

/**
 * Every way out of a node. El Salvador gives Guatemala reports made by chance, some as a node would that keeps to no rule; each part of each has a word
 * that stands nowhere else. Then every route there is is called by several offices of Guatemala about every report: wherever a word comes out, its
 * route stands in the list of exits with what it asks the one decision for, and the decision lets that office have that part.
 */
// longer than a file should be: one list of exits, and one pair of nodes for all of them
@Tag("database")
final class AllExitsTest {
    private static final PartyCode SV = new PartyCode("SV");
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode HN = new PartyCode("HN");
    private static final int HONEST = 2;
    private static final int BETRAYED = 4;

    /** At once: who is answered that there is nothing waits a while for it (AS-1). */
    private static final int CALLERS = 8;

    private static final List<Use> FIND = List.of(Use.FIND);
    private static final List<Use> OPEN = List.of(Use.OPEN);
    private static final List<Use> AWAY = List.of(Use.OPEN, Use.EXPORT);

    /** The routes by which something of a report comes out, and all that is asked of the decision for it. A new exit is added here. */
    private static final Map<String, List<Use>> EXITS = Map.ofEntries(
            Map.entry("GET /exchange", FIND),
            Map.entry("GET /exchange/{party}/{index}", OPEN),
            Map.entry("GET /exchange/{party}/{index}/cap.xml", AWAY),
            Map.entry("GET /exchange/{party}/{index}/onward", FIND),
            Map.entry("POST /exchange/{party}/{index}/onward", FIND),
            Map.entry("GET /exchange/{party}/{index}/outcome", OPEN),
            Map.entry("POST /exchange/{party}/{index}/outcome", OPEN),
            Map.entry("GET /exchange/{party}/{index}/word", FIND),
            Map.entry("POST /exchange/{party}/{index}/word", FIND),
            Map.entry("GET /search", FIND),
            Map.entry("GET /search/suggestions", FIND),
            Map.entry("GET /api/v1/search", FIND),
            Map.entry("GET /api/v1/items", FIND),
            Map.entry("GET /api/v1/items/{party}/{index}", AWAY),
            Map.entry("GET /api/v1/requests", FIND),
            Map.entry("GET /api/v1/requests/{party}/{index}", FIND),
            Map.entry("GET /taxii2/acorde/collections/{collection}/objects/", AWAY),
            Map.entry("GET /taxii2/acorde/collections/{collection}/objects/{object}/", AWAY));

    /** Called by nobody here, and why nothing of a report comes out. */
    private static final Map<String, String> NOT_CALLED = Map.of(
            "POST /sign-out", "ends the session",
            "POST /sign-in", "begins one",
            "POST /me/office", "changes the office of the session",
            "POST /me/password", "changes the password",
            "POST /oversight/verification", "whether the logs hold, which takes seconds");

    /** The commands of a node's operator, and what leaves by them. */
    private static final Map<String, String> COMMANDS = Map.of(
            "node", "all that is tested here",
            "demo", "the same, of an invented world",
            "verify", "whether proofs hold, of a file that somebody has",
            "replay", "nothing: rows are made again from acts",
            "publish", "public acts alone; no act of exchange is one");

    private static final String TAXII = "application/taxii+json;version=2.1";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One salvador;
    private static TestDesk.One guatemala;
    private static Names names;
    private static final List<AnyReport> SENT = new ArrayList<>();

    /** What Guatemala has, by the act that carries it: of what a node gave that keeps to the rules, what they left. */
    private static final Map<ActId, AnyReport> COPIES = new LinkedHashMap<>();

    /** @param cookies of somebody signed in for it @param form against forged requests @param token of a program */
    private record Caller(
            OfficeCode office, String cookies, String form, String token) {} // an office, and how it calls

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        guatemala = desk.start("GT");
        salvador = desk.start("SV");
        guatemala.follow();
        salvador.follow();
        names = new Names(guatemala.acts.logs().charter().hash());
        salvador.until(
                "the areas have come",
                () -> salvador.compact.items().containsKey(new ItemKey(ItemKey.Kind.AREA, "A2")));
        var random = new Random(20_261_127);
        send(AnyReport.open(0, Turn.TELLS));
        send(AnyReport.open(1, new Turn.Asks(Urgency.URGENT, null)));
        betray(AnyReport.open(2, AnyReport.warns(2)));
        for (var number = 10; number < 10 + HONEST; ) if (send(AnyReport.of(random, number))) number++;
        for (var number = 20; number < 20 + BETRAYED; number++) betray(AnyReport.of(random, number));
        var last = new ActId(SV, salvador.acts.logs().state(SV).size() - 1);
        guatemala.until("all has come", () -> guatemala.acts.isSettled(last));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    /** @return whether somebody is given it */
    private static boolean send(AnyReport any) {
        var now = salvador.records.clock.instant();
        var seen = salvador.exchange.preview(any.report(), List.of(GT, HN), now);
        var said = salvador.exchange.send(PartyNode.officer("analysis"), any.report(), seen, now);
        if (!(said instanceof Said.Written<Rule>(var acts))) return false;
        SENT.add(any);
        for (var copy : salvador.exchange.copies(acts.getFirst().id()))
            for (var release : seen)
                if (copy.holder().equals(GT)
                        && release instanceof Release.Goes(var to, var cut, var _)
                        && to.equals(GT)) COPIES.put(copy.act(), new AnyReport(any.number(), cut));
        return true;
    }

    private static void betray(AnyReport any) {
        if (salvador.acts.sayOfItselfDurably(any.betrayed(GT)) instanceof Said.Written<Rule>(var acts))
            COPIES.put(acts.getFirst().id(), any);
        else throw new AssertionError("not said");
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(guatemala.records.clock.instant(), ZoneOffset.UTC);
    }

    private static Decided decided(PartyCode reader) {
        return Decided.by2019(SV, reader, today());
    }

    private static Caller caller(String office) {
        var token = guatemala.token(office);
        var visitor = guatemala.visitor().signIn("officer." + office, TestDesk.PASSWORD);
        var form = visitor.token();
        var cookies = visitor.cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return new Caller(new OfficeCode(office), cookies, form, token);
    }

    private static String name(Row row) {
        return row.method() + " " + row.pattern();
    }

    /** What is asked for at each: as much as a list gives. */
    private static final Map<String, String> QUESTIONS =
            Map.of("/search", "?q=ejercicio", "/search/suggestions", "?q=ejer", "/api/v1/search", "?q=ejercicio");

    /** In place of what names nothing that is exchanged. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("party", "SV"),
            Map.entry("code", "I-01"),
            Map.entry("number", "0"),
            Map.entry("kind", "area"),
            Map.entry("of", "A2"),
            Map.entry("file", "initiatives.csv"),
            Map.entry("account", "none"),
            Map.entry("address", "none"),
            Map.entry("holding", "999999"),
            Map.entry("hook", "999999"),
            Map.entry("key", "none"),
            Map.entry("name", "0".repeat(64)),
            Map.entry("person", "999999"),
            Map.entry("secret", "none"),
            Map.entry("status", "none"),
            Map.entry("token", "999999"),
            Map.entry("upload", "none"),
            Map.entry("view", "999999"));

    /** All that is called of a route. What is about reports is called about all of them, what is about other things about one, and a form about two. */
    private static List<String> paths(Row row) {
        var pattern = row.pattern();
        if (pattern.endsWith("/**")) return List.of(pattern.replace("/**", "/none"));
        var patterns = List.of(pattern);
        if (pattern.contains("{party}/{index}")) {
            var about =
                    Stream.of("/exchange/", "/items/", "/requests/", "/acts/").anyMatch(pattern::contains);
            var most = !about ? 1 : row.method().equals(HttpMethod.GET) ? COPIES.size() : 2;
            patterns = COPIES.keySet().stream()
                    .limit(most)
                    .map(act -> pattern.replace("{party}/{index}", act.toString()))
                    .toList();
        }
        if (pattern.contains("{collection}"))
            patterns = Stream.of("received", "area/A1")
                    .map(part -> pattern.replace(
                            "{collection}", names.collection(part).toString()))
                    .toList();
        if (pattern.contains("{object}"))
            patterns = patterns.stream()
                    .flatMap(each ->
                            COPIES.keySet().stream().map(act -> each.replace("{object}", "report--" + names.of(act))))
                    .toList();
        return patterns.stream()
                .map(AllExitsTest::filled)
                .map(path -> path + QUESTIONS.getOrDefault(pattern, ""))
                .toList();
    }

    private static String filled(String pattern) {
        var path = pattern;
        while (path.contains("{")) {
            var variable = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
            var value =
                    Objects.requireNonNull(VALUES.get(variable), () -> "say here what stands for {" + variable + "}");
            path = path.replace("{" + variable + "}", value);
        }
        return path;
    }

    /** One call of a route. */
    private record Call(Caller caller, Row row, String path) {
        HttpResponse<String> answer() throws Exception {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + guatemala.website.port() + path));
            var taxii = path.startsWith(Routes.TAXII);
            var sends = row.method().equals(HttpMethod.POST);
            if (row.isApi()) request.header("Authorization", "Bearer " + caller.token());
            else request.header("Cookie", caller.cookies());
            request.header("Accept", taxii ? TAXII : "*/*");
            if (sends)
                request.header(
                        "Content-Type",
                        taxii ? TAXII : row.isApi() ? "application/json" : "application/x-www-form-urlencoded");
            var body = row.isApi() ? "{}" : "_csrf=" + caller.form();
            request.method(row.method().name(), sends ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** What came out, and what of it should not have. */
    private record Told(Set<String> exits, Set<String> wrong) {
        /** @return whether the node had the time to answer */
        boolean look(Call call) throws Exception {
            var answer = call.answer();
            var row = call.row();
            var told = call.caller().office() + " " + name(row) + " " + answer.uri();
            if (answer.statusCode() == 503) return false;
            if (answer.statusCode() >= 500) wrong.add(told + " was answered " + answer.statusCode());
            var words = AnyReport.WORD.matcher(answer.body());
            while (words.find()) {
                exits.add(name(row));
                var number = Integer.parseInt(words.group(1));
                var any = COPIES.values().stream()
                        .filter(one -> one.number() == number)
                        .findFirst()
                        .orElseThrow();
                var uses = EXITS.get(name(row));
                if (uses == null) wrong.add(name(row) + " lets something out and is no exit that is known here");
                else if (!may(any, call.caller().office(), uses, words.group(2)))
                    wrong.add(told + " lets " + words.group() + " out, which the decision keeps back");
            }
            return true;
        }

        private static boolean may(AnyReport any, OfficeCode office, List<Use> uses, String part) { // who, what for
            return part.equals(AnyReport.RESTRICTION)
                    ? decided(GT).restriction(any.report(), office, uses)
                    : decided(GT).out(any.report(), office, uses).stream()
                            .anyMatch(field -> field.code().equals(part));
        }
    }

    @Test
    void wherePartsOfReportsComeOutIsAListOfExitsAndEachAsksTheOneDecision() throws Exception {
        var callers = Stream.of("analysis", "protection-a1", "supervision")
                .map(AllExitsTest::caller)
                .toList();
        guatemala.until("what is exchanged is indexed", AllExitsTest::isIndexed);
        var told = new Told(new ConcurrentSkipListSet<>(), new ConcurrentSkipListSet<>());
        var calls = calls(callers);
        var busy = new ConcurrentLinkedQueue<Call>();
        try (var room = Executors.newFixedThreadPool(CALLERS)) {
            var done = calls.stream()
                    .map(each -> room.submit(() -> told.look(each) || busy.add(each)))
                    .toList();
            for (var each : done) each.get();
        }
        for (var each : busy) assertTrue(told.look(each), "alone it is answered: " + each);
        assertEquals(Set.of(), told.wrong());
        assertEquals(new TreeSet<>(EXITS.keySet()), told.exits(), "an exit by which nothing comes out");
    }

    /** Each by an office that is there for all areas, and by one of the others in turn. */
    private static List<Call> calls(List<Caller> callers) {
        var calls = new ArrayList<Call>();
        for (var row : guatemala.website.context().getBean(Routes.class).rows()) {
            if (row.method() == null || NOT_CALLED.containsKey(name(row))) continue;
            for (var path : paths(row)) {
                var other = callers.get(1 + calls.size() / 2 % (callers.size() - 1));
                for (var caller : List.of(callers.getFirst(), other)) calls.add(new Call(caller, row, path));
            }
        }
        return calls;
    }

    private static boolean isIndexed() {
        var office = new OfficeCode("analysis");
        var found = guatemala.finding.ask(
                PartyNode.officer("analysis"), Question.read("ejercicio"), Filter.NONE, null, 100);
        var expected = COPIES.values().stream()
                .filter(any -> !decided(GT).out(any.report(), office, FIND).isEmpty())
                .count();
        return found instanceof Answer.Found some && some.count() >= expected;
    }

    /** The wire: of what was sent, a partner's node stores no part that it may not be given. */
    @Test
    void aPartnerIsGivenNoMoreThanTheDecisionLetsItHave() throws SQLException {
        for (var any : SENT) {
            var given = decided(GT).given(any.report());
            var words = AnyReport.WORD.matcher(any.report().toJson().toString());
            while (words.find()) {
                var part = words.group(2);
                var may = part.equals(AnyReport.RESTRICTION)
                        || given.stream().anyMatch(field -> field.code().equals(part));
                assertFalse(holds(words.group()) && !may, words.group());
            }
        }
        assertTrue(holds("zq0factqz"));
    }

    private static boolean holds(String words) throws SQLException {
        try (var connection = guatemala.records.postgres.open();
                var statement = connection.prepareStatement(
                        "select count(*) from trust.entry where position(convert_to(?, 'UTF8') in act) > 0")) {
            statement.setString(1, words);
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getLong(1) > 0;
            }
        }
    }

    /** Mail, and the counts that systems are told. */
    @Test
    void noticesNameNothingButActsOfWhichTheDecisionLetsMailTell() {
        var now = guatemala.records.clock.instant();
        var named = new HashSet<String>();
        for (var office : List.of("analysis", "analysis-a1", "protection", "coordination", "supervision"))
            for (var notice : guatemala.present.of(PartyNode.officer(office), now, today())) {
                assertFalse(AnyReport.WORD.matcher(notice.toString()).find(), notice.toString());
                COPIES.forEach((act, any) -> {
                    if (!notice.about().name().equals(act.toString())) return;
                    named.add(act.toString());
                    var out = decided(GT).out(any.report(), new OfficeCode(office), List.of(Use.FIND, Use.MAIL));
                    assertFalse(out.isEmpty(), office + " " + notice);
                });
            }
        assertFalse(named.isEmpty());
    }

    @Test
    void noCommandLetsAnythingOutThatIsNotSaidHere() {
        var commands = Arrays.stream(
                        Main.class.getAnnotation(CommandLine.Command.class).subcommands())
                .map(each -> each.getAnnotation(CommandLine.Command.class).name())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(COMMANDS.keySet()), commands);
    }
}
