package acorde.node;

import static acorde.node.Seat.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.node.Seat.By;
import acorde.node.Seat.Manner;
import acorde.offices.NobodyNamed;
import acorde.trust.PartyCode;
import acorde.trustlog.EntryBundle;
import acorde.trustlog.Frontier;
import acorde.trustlog.NoteSigning;
import acorde.trustlog.SignedNote;
import acorde.trustlog.Stretch;
import acorde.trustlog.TilePath;
import acorde.web.TestBrowser;
import acorde.web.words.Language;
import acorde.web.words.Words;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The story of the demonstration in real browsers at four real nodes: how an announced promise becomes a dated, measured, consented one, and how
 * every screen shows it. Programs play first, at nodes that nobody used before; then persons, each story with an
 * initiative of its own, at the same nodes before the story ends and takes them away.
 */
// longer than a file should be: one set of four nodes for every story, because nothing takes longer to start
@Tag("browser")
@Tag("database")
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class FourNodesTest {
    private static final Map<String, String> COORDINATORS =
            Map.of("US", "margaret.ellery", "GT", "lucia.ixcot", "HN", "nadia.alvarenga", "SV", "tomas.escobar");
    private static final LocalDate DUE = LocalDate.of(2028, 1, 31);
    private static final LocalDate BASELINE_DAY = LocalDate.of(2026, 10, 31);
    private static final Pattern PROPOSAL = Pattern.compile("/proposals/HN/[0-9]+$");

    @TempDir
    static Path sites;

    /** Where the demonstration makes the folder of its nodes, and nothing else lies. */
    @TempDir
    static Path temporary;

    private static DemoProcess demo;
    private static Heard story;
    private static Map<String, Coordinators.Door> nodes;
    private static Coordinators four;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoProcess.paced(temporary);
        story = new Heard(demo);
        story.to("initiatives=48");
        nodes = demo.doors();
        var telling = new Coordinators.Telling(Words.in(Language.EN), System.out);
        four = new Coordinators(nodes, days -> {}, telling);
        for (var party : nodes.keySet())
            try (var seat = seat(party, new Manner("es", 1280, By.MOUSE))) {
                seat.awaitAt("/public", "id=\"AX-12\"");
            }
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    private static Seat seat(String party, Manner manner) {
        return new Seat(TestBrowser.get(), Objects.requireNonNull(nodes.get(party)), manner);
    }

    /** What the pages say at the turns of the story. */
    private record Said(String two, String three, String four, String reserved, String inForce, String consented) {}

    private static final Said SPANISH = new Said(
            "Dos de cuatro",
            "Tres de cuatro",
            "Cuatro de cuatro",
            "asintió con reserva",
            "En vigor desde",
            "consentida");
    private static final Said ENGLISH = new Said(
            "Two of four",
            "Three of four",
            "Four of four",
            "assented with a reservation",
            "In force since",
            "consented");

    @Test
    @Order(1)
    void theFirstScreenTellsTheHonestNumbersAtEveryNode() {
        for (var party : nodes.keySet())
            try (var seat = seat(party, new Manner("es", 1280, By.MOUSE)).as(coordinator(party))) {
                assertEquals(List.of("48", "4", "2", "0"), seat.see(".honest b").allTextContents(), party);
                if (party.equals("HN")) picture(seat, "home.es.png");
            }
    }

    @Test
    @Order(2)
    void programsPlayTheStoryOfOneDayAndItIsPictured() throws IOException {
        story.to("demo: meeting");
        var called = story.before().stream()
                .map(Pattern.compile("calls the first meeting, (HN/[0-9]+),")::matcher)
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow();
        try (var seat = seat("HN", new Manner("es", 1280, By.MOUSE)).as(coordinator("HN"))) {
            var proposal =
                    seat.at("/initiatives/A1-05").see(".tasks h3 a").first().getAttribute("href");
            picture(seat.at(proposal), "proposal.es.png");
            picture(seat.at("/partners"), "partners.es.png");
            picture(seat.at("/sittings/" + called.group(1)), "meeting.es.png");
        }
        try (var seat = seat("US", new Manner("en", 1280, By.MOUSE)).as(coordinator("US"))) {
            picture(seat.at("/initiatives/A1-05"), "initiative.en.png");
        }
        try (var seat = seat("SV", new Manner("es", 390, By.MOUSE))) {
            picture(seat.at("/public"), "public.es.390.png");
        }
    }

    /** Two parties' nodes run on while their accounts are published, and the accounts agree. */
    @Test
    @Order(3)
    void thePartiesPublishTheSameAccountWhileTheirNodesRun() throws IOException {
        var told = new TreeSet<String>();
        for (var party : List.of("HN", "SV")) {
            var site = sites.resolve(party);
            var data = Objects.requireNonNull(nodes.get(party)).folder().path();
            for (var time = 0; time < 2; time++) // the second time says the same: no new edition
            assertEquals(0, Main.line().execute("publish", site.toString(), "--data", data.toString()));
            assertFalse(Files.exists(site.resolve("editions/2")));
            var account = Files.readString(site.resolve("editions/1/compact.json"));
            assertTrue(account.contains("\"code\":\"A1-05\",\"consent\":\"consented\""), account);
            told.add(account.replace("\"publisher\":\"" + party + "\"", ""));
            assertTrue(Files.readString(site.resolve("es/promises/A1-05.html")).contains("EJERCICIO"));
        }
        assertEquals(1, told.size());
        try (var seat = seat("HN", new Manner("es", 1280, By.MOUSE))) {
            seat.at("/public"); // the node still answers
        }
    }

    /** The clocks have gone on. */
    @Test
    @Order(4)
    void programsPlayTheStoryOfSilenceAndItEndsWithTheNumbersOfTheNodes() throws IOException, InterruptedException {
        assertEquals("demo: ok nodes=4 initiatives=48 dated=4 numbered=2 measured=1 consented=1", story.to("demo: ok"));
        four.go(DemoProgress.UNTIL_MINISTERS);
    }

    @Test
    @Order(5)
    void inSpanishOnAWideScreenThePromiseIsConsentedOnEveryNode() throws IOException, InterruptedException {
        var seated = new LinkedHashMap<String, Manner>();
        for (var party : nodes.keySet()) seated.put(party, new Manner("es", 1280, By.MOUSE));
        play("A1-07", seated, SPANISH);
    }

    @Test
    @Order(6)
    void inEnglishOnANarrowScreenAPromiseIsProposedWithTheKeyboardAloneAndAssentedToWithoutScripts()
            throws IOException, InterruptedException {
        var keyboard = new Manner("en", 320, By.KEYBOARD);
        play("A1-04", Map.of("HN", keyboard, "US", new Manner("en", 320, By.NO_SCRIPT)), ENGLISH);
    }

    private static String coordinator(String party) {
        return Objects.requireNonNull(COORDINATORS.get(party));
    }

    /** @param seated how the officers sit who sit at screens; the other parties' are programs */
    private static void play(String code, Map<String, Manner> seated, Said said)
            throws IOException, InterruptedException {
        var seats = new LinkedHashMap<String, Seat>();
        try {
            for (var each : seated.entrySet())
                seats.put(
                        each.getKey(),
                        seat(each.getKey(), each.getValue())
                                .as(coordinator(each.getKey()))
                                .look());
            playAt(code, seats, said);
        } finally {
            seats.values().forEach(Seat::close);
        }
    }

    private static void playAt(String code, Map<String, Seat> seats, Said said)
            throws IOException, InterruptedException {
        var honduras = Objects.requireNonNull(seats.get("HN"));
        var measured = measured(honduras.look());
        seats.values().forEach(Seat::mark);

        propose(honduras, code);
        var proposal = honduras.path();
        honduras.reads("#voices", "Honduras");
        marks(honduras, "#sum", 1);
        honduras.look().mark();
        for (var officer : others(seats, "HN")) {
            officer.reads(".tasks", proposal.substring("/proposals/".length()));
            officer.isTheSamePage(); // it came to an open Home by itself
            officer.look().go(".tasks a[href='" + proposal + "']", PROPOSAL);
            marks(officer, "#sum", 1);
            officer.look().mark();
        }

        answer(seats, "GT", "assent", proposal);
        for (var officer : others(seats, "GT")) fills(officer, said.two, 2);
        answer(seats, "SV", "assent", proposal);
        for (var officer : others(seats, "SV")) fills(officer, said.three, 3);
        answer(seats, "US", "reserve", proposal);
        for (var officer : others(seats, "US")) {
            fills(officer, said.four, 4);
            turns(officer, "#ending", said.inForce);
            turns(officer, "#voices", said.reserved);
            turns(officer, "#voices", "EJERCICIO");
        }
        for (var seat : seats.values()) {
            seat.look();
            stands(seat.at("/initiatives/" + code).look(), said);
            assertEquals(measured + 1, measured(seat.at("/").look()));
        }
    }

    private static List<Seat> others(Map<String, Seat> seats, String party) {
        var others = new LinkedHashMap<>(seats);
        others.remove(party);
        return List.copyOf(others.values());
    }

    /** The chord of an open page came by itself to have so many of its four marks filled. */
    private static void fills(Seat officer, String words, int filled) {
        turns(officer, "#sum", words);
        marks(officer, "#sum", filled);
    }

    /** The marks of a chord one by one, as they are drawn; the bar closes it when all are filled. */
    private static void marks(Seat officer, String where, int filled) {
        var chord = where + " svg.chord ";
        expect(officer.see(chord + "use")).hasCount(4);
        expect(officer.see(chord + "use[href='#k1']")).hasCount(filled);
        expect(officer.see(chord + "use[href='#l0']")).hasCount(4 - filled);
        expect(officer.see(chord + "path")).hasCount(filled == 4 ? 1 : 0);
    }

    /** An open page turned by itself. */
    private static void turns(Seat officer, String where, String words) {
        officer.reads(where, words);
        officer.isTheSamePage();
    }

    private static int measured(Seat seat) {
        return Integer.parseInt(seat.see(".honest b").last().textContent());
    }

    private static void propose(Seat officer, String code) {
        officer.at("/initiatives/" + code).look();
        officer.go("a[href='/proposals/new?amends=" + code + "']", Pattern.compile("amends="));
        officer.look();
        officer.fill("titleEs", "Promesa con fecha y medida, " + code)
                .fill("deliverableEs", "Cada parte designa un despacho que responde en 24 horas. EJERCICIO.")
                .fill("titleEn", "A promise with a date and a measure, " + code)
                .fill("deliverableEn", "Each party designates an office that answers within 24 hours. EXERCISE.")
                .date("due", DUE)
                .fill("indicatorEs", "Consultas respondidas en 24 horas")
                .fill("indicatorEn", "Queries answered within 24 hours")
                .fill("unitEs", "% por mes")
                .fill("unitEn", "% per month")
                .fill("baseline", "38")
                .date("baselineDate", BASELINE_DAY)
                .fill("target", "90")
                .date("targetDate", DUE)
                .choose("counts", "outcome")
                .fill("note", "Sin despacho ni plazo no se puede cumplir ni incumplir.")
                .go("button[value=review]", Pattern.compile("review=yes$"));
        officer.look();
        assertTrue(officer.see("ins").count() > 0, "what is added is marked");
        officer.tick("read").go("button[value=sign]", PROPOSAL);
    }

    private static void answer(Map<String, Seat> seats, String party, String choice, String proposal)
            throws IOException, InterruptedException {
        var officer = seats.get(party);
        if (officer == null) {
            four.await(party + " has it", () -> four.found(party, proposal));
            var assent = Coordinators.object();
            assent.set("text", four.get(party, proposal).path("text"));
            four.post(party, proposal + "/assents", assent.putNull("reservation"));
            return;
        }
        officer.choose("choice", choice);
        if (choice.equals("reserve"))
            officer.fill("words", "Entendemos «despacho» como la oficina que ya atiende. EJERCICIO.");
        officer.tick("read").until("#answer button[type=submit]", "#answer");
        officer.look().mark();
    }

    /** The page of an initiative shows a promise that is in force, who said so and when. */
    private static void stands(Seat seat, Said said) {
        seat.reads(".tophead", said.four);
        marks(seat, ".tophead", 4);
        seat.reads("main", said.consented);
        expect(seat.see(".hist .actd:has(time[datetime])"))
                .hasCount(6); // the announcement, the proposal, three assents, and that it is in force
        for (var party : List.of("GT/", "HN/", "SV/", "US/"))
            assertTrue(seat.see(".hist .act").allTextContents().stream().anyMatch(act -> act.startsWith(party)), party);
        expect(seat.see(".voices .act")).hasCount(4); // every shared statement links to its act
    }

    @Test
    @Order(7)
    void everyOtherPageFitsANarrowScreenAndItsBrowserComplainsOfNothing() {
        try (var seat = seat("HN", new Manner("en", 320, By.MOUSE))) {
            for (var path : List.of("/demo", "/sign-in", "/public"))
                seat.at(path).fits();
            assertEquals( // the order of the directory, here as everywhere
                    List.of("United States", "Guatemala", "Honduras", "El Salvador"),
                    seat.at("/demo").see(".seat h3").allTextContents());
            seat.as(coordinator("HN"));
            for (var path :
                    List.of("/compact", "/proposals", "/partners", "/me/tokens", "/me/password", "/proposals/new"))
                seat.at(path).fits();
            seat.go("footer a[href='/oversight']", Pattern.compile("/oversight$"));
            seat.see("#verification button").click();
            seat.reads("#verification", "Everything agrees");
            seat.fits();
        }
    }

    /** CO-2. */
    @Test
    @Order(8)
    void everyViewSaysWhatIsConsentedAndWhatOnlyAnnounced() {
        try (var seat = seat("SV", new Manner("es", 1280, By.MOUSE)).as(coordinator("SV"))) {
            seat.at("/compact");
            expect(seat.see("tr:has(a[href='/initiatives/A1-07'])")).containsText("consentida, versión 2");
            expect(seat.see("tr:has(a[href='/initiatives/A1-06'])")).containsText("solo anunciada");
            expect(seat.at("/initiatives/A1-07").see("h1 ~ .row, .tophead + .row"))
                    .containsText("consentida, versión 2");
            expect(seat.at("/initiatives/A1-06").see(".tophead + .row")).containsText("solo anunciada");
            expect(seat.see("main")).containsText("Ninguna parte la ha consentido");
            seat.at("/public");
            expect(seat.see("#A1-07")).containsText("consentida, versión 2");
            expect(seat.see("#A1-06")).containsText("solo anunciada");
            expect(seat.at("/").see("main")).containsText("solo anunciadas");
            var csv = seat.page
                    .context()
                    .request()
                    .get(seat.at("/public").page.url() + "/compact.csv")
                    .text();
            assertTrue(csv.lines().anyMatch(row -> row.contains("A1-07") && row.contains("\"consented\"")));
            assertTrue(csv.lines().anyMatch(row -> row.contains("A1-06") && row.contains("\"announced\"")));
        }
    }

    /** CO-3. */
    @Test
    @Order(9)
    void conflictingClaimsStandSideBySideWithTheirSources() {
        try (var seat = seat("GT", new Manner("en", 1280, By.MOUSE)).as(coordinator("GT"))) {
            assertEquals(
                    List.of("Signed on 27 Mar 2019", "Signed on 28 Mar 2019"),
                    seat.at("/compact").see(".claim b").allTextContents());
            assertEquals(
                    List.of("Signed on 27 May 2019", "Signed on 28 May 2019", "Signed on 31 May 2019"),
                    seat.at("/initiatives/A4-07").see(".claim b").allTextContents());
            expect(seat.see(".claim a[href^='http'][rel='noopener noreferrer']"))
                    .hasCount(5); // every source of every claim
            expect(seat.see(".claim").first()).containsText("Stabroek News, 26 Jun 2019");
            expect(seat.see("main")).containsText("89"); // what was promised, and what a source says became of it
            expect(seat.see("main")).containsText("Breach reported: Minority staff of the US Senate");
            expect(seat.see("main")).containsText("A suggestion of ours: nobody agreed on it");
        }
    }

    @Test
    @Order(10)
    void inSpanishOnAPhoneTheGroupMeetsLosesItsQuorumDecidesAndApprovesItsMinutes()
            throws IOException, InterruptedException {
        DemoMeeting.adopt(four, "A2", DemoMeeting.propose(four, "A2"));
        var phone = new Manner("es", 390, By.MOUSE);
        try (var honduras = seat("HN", phone).as(coordinator("HN"));
                var chair = seat("GT", phone).as(coordinator("GT"))) {
            new MeetingWalk("A2", honduras, chair, four).play();
        }
    }

    @Test
    @Order(11)
    void onceAllConsentTheCompactAndABodyAreCalledOtherwiseEverywhere() throws IOException, InterruptedException {
        var honduras = Objects.requireNonNull(nodes.get("HN")).folder();
        var text = JsonMapper.shared().readTree(Files.readAllBytes(honduras.charterFile()));
        var title = Coordinators.both("Acuerdo EJERCICIO", "Compact EXERCISE");
        ((ObjectNode) text).set("title", title);
        ((ObjectNode) text.path("parties").get(2))
                .set("body", Coordinators.both("Secretaría EJERCICIO", "Secretariat"));
        var body = Coordinators.object().put("item", "charter/moc-2019");
        body.put("base", "sha256:" + honduras.charter().hash().hex());
        body.set("text", text);
        body.set("why", Coordinators.both("Así se llaman ahora. EJERCICIO.", "That is their name now. EXERCISE."));
        var proposal = four.post("HN", "/proposals", body);
        var path = "/proposals/" + proposal.path("id").asString();
        four.await("the charter is on every node", () -> four.everywhere(path, found -> true));
        var assent = Coordinators.object().putNull("reservation");
        assent.set("text", proposal.path("text"));
        for (var party : List.of("GT", "SV", "US")) four.post(party, path + "/assents", assent);
        four.await(
                "it is called so everywhere",
                () -> four.everywhere("/compact", found -> found.path("title").equals(title)));
        for (var party : nodes.keySet())
            assertTrue(four.open(party, "/public/compact.json").contains("Acuerdo EJERCICIO"), party);
        try (var seat = seat("HN", new Manner("es", 1280, By.MOUSE)).as(coordinator("HN"))) {
            expect(seat.see(".node .body")).hasText("Secretaría EJERCICIO");
            expect(seat.at("/documents/brief/HN").see("main")).containsText("Acuerdo EJERCICIO");
        }
    }

    /** By a program that has no more than the checkpoint and the party's key in the charter. */
    @Test
    @Order(12)
    void anybodyReadsTheLogOfEveryNodeAndChecksItAgainstItsKey() throws IOException, InterruptedException {
        for (var node : nodes.values()) {
            var key = node.folder()
                    .charter()
                    .place(new PartyCode(node.party()))
                    .orElseThrow()
                    .keys()
                    .log();
            var note = SignedNote.parse(openly(node, "/log/checkpoint"));
            var signed = assertInstanceOf(
                    NoteSigning.CheckpointOutcome.Signed.class,
                    NoteSigning.check(note, key, FourNodesTest::isSignedBy));
            var bundles = new ArrayList<EntryBundle>();
            for (var from = 0L; from < signed.checkpoint().size(); from += 256) {
                var width = (int) Math.min(256, signed.checkpoint().size() - from);
                var tile = new TilePath(TilePath.ENTRIES, from / 256, width);
                bundles.add(EntryBundle.parse(openly(node, "/log/" + tile.path())));
            }
            assertInstanceOf(
                    Stretch.Outcome.Verified.class, Stretch.verify(new Frontier(), signed.checkpoint(), bundles));
        }
    }

    /** By the JDK, which the program does not use. */
    private static boolean isSignedBy(byte[] publicKey, byte[] message, byte[] signature) {
        try {
            var encoded = HexFormat.of()
                    .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(publicKey));
            var check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] openly(Coordinators.Door node, String path) throws IOException {
        try (var stream = URI.create(node.address() + path).toURL().openStream()) {
            return stream.readAllBytes();
        }
    }

    /** Whatever was said in all of this, by programs and by persons. */
    @Test
    @Order(13)
    void noActOfAnyLogNamesAPersonOfThePartysOwnRecords() throws IOException, SQLException {
        for (var node : nodes.values()) {
            var database = node.folder().database();
            var url = "jdbc:postgresql://127.0.0.1:"
                    + Files.readString(database.resolve("port")).strip() + "/postgres";
            var password = Files.readString(database.resolve("password")).strip();
            try (var connection = DriverManager.getConnection(url, "postgres", password)) {
                assertTrue(NobodyNamed.assertInActs(connection) > 60, node.party());
            }
        }
    }

    /** The line of {@link #programsPlayTheStoryOfSilenceAndItEndsWithTheNumbersOfTheNodes} is its last. */
    @Test
    @Order(14)
    void theCommandEndsWithZeroSaysNothingMoreAndLeavesNoProcessAndNoFolder() throws IOException, InterruptedException {
        var running = demo.running();
        assertEquals(8, running.size());
        demo.goOnToItsEnd();
        assertEquals(List.of(), demo.readToItsEnd());
        assertEquals(0, demo.exitCode());
        for (var each : running) assertFalse(each.isAlive(), each.info().toString());
        try (var left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** A page as the README shows it; into target/pictures, or where -Dacorde.pictures says. */
    private static void picture(Seat seat, String name) {
        var file = Path.of(System.getProperty("acorde.pictures", "target/pictures"), name)
                .toAbsolutePath();
        seat.page.evaluate("document.fonts.ready.then(() => true)");
        var bytes =
                seat.page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(seat.isWide()));
        assertTrue(bytes.length > 10_000 && bytes.length < 500_000, file + " has " + bytes.length + " bytes");
    }
}
