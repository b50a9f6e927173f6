package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Said;
import acorde.offices.NobodyNamed;
import acorde.offices.Role;
import acorde.trust.Place;
import acorde.web.words.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How two coordinators turn an announced promise into a dated, measured, consented one, each at the pages of their own node; and what is shown when both break their word. */
@Tag("database")
@Tag("slow")
final class StoryTest {
    private static final Pattern TEXT = Pattern.compile("name=\"text\" value=\"(sha256:[0-9a-f]{64})\"");
    private static final Pattern BASE = Pattern.compile("name=\"base\" value=\"(sha256:[0-9a-f]{64})\"");
    private static final Pattern SEEN = Pattern.compile("hx-get=\"(/proposals/GT/[0-9]+/voices\\?seen=[^\"]+)\"");
    private static final String CODE = "A2-03";

    /** Another that both parties owe, and nobody else. */
    private static final String RIVALS = "A4-07";

    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One guatemala;
    private static TestDesk.One states;
    private static Visitor there;
    private static Visitor here;

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        guatemala = desk.start("GT");
        states = desk.start("US");
        for (var node : List.of(guatemala, states)) node.records.execute(NobodyNamed.MANY_BEFORE);
        states.follow();
        guatemala.follow();
        states.until("the history has arrived", () -> here("/initiatives/" + CODE));
        here = guatemala.officer(Role.COORDINATOR);
        there = states.officer(Role.COORDINATOR);
    }

    /** Whether a page is there for a coordinator of the United States. */
    private static boolean here(String path) {
        if (there == null) there = states.officer(Role.COORDINATOR);
        return there.get(path).statusCode() == 200;
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static String found(Pattern pattern, String page) {
        var match = pattern.matcher(page);
        assertTrue(match.find(), pattern + " in " + page);
        return match.group(1);
    }

    private static String[] draft(String base, String step, String titleEn, String read) {
        return new String[] {
            "amends",
            CODE,
            "area",
            "A2",
            "base",
            base,
            "step",
            step,
            "read",
            read,
            "titleEs",
            "Operaciones conjuntas con fecha",
            "titleEn",
            titleEn,
            "deliverableEs",
            "Dos operaciones conjuntas.",
            "deliverableEn",
            "Two joint operations.",
            "parties",
            "GT",
            "due",
            "2027-01-31",
            "indicatorEs",
            "Operaciones",
            "indicatorEn",
            "Operations",
            "unitEs",
            "operaciones",
            "unitEn",
            "operations",
            "counts",
            "output",
            "baseline",
            "0",
            "baselineDate",
            "2026-10-31",
            "target",
            "2",
            "targetDate",
            "2027-01-31",
            "note",
            "Le damos fecha y medida",
            "noteIn",
            "es"
        };
    }

    /** @return to which proposal both presses of the button led */
    private static String signedTwiceAtOnce(String... form) {
        var presses = Stream.of(here, guatemala.officer(Role.COORDINATOR))
                .map(hand -> CompletableFuture.supplyAsync(
                        () -> hand.post("/proposals/new?lang=en", form),
                        press -> Thread.ofVirtual().start(press)))
                .toList();
        var led = presses.stream()
                .map(CompletableFuture::join)
                .map(Visitor::location)
                .distinct()
                .toList();
        assertEquals(1, led.size(), led.toString());
        assertTrue(led.getFirst().startsWith("/proposals/"), led.toString());
        return led.getFirst();
    }

    @Test
    void anAnnouncedPromiseBecomesOneThatBothConsentedTo() throws Exception {
        var base = found(BASE, here.get("/proposals/new?amends=" + CODE).body());

        var flawed = here.post("/proposals/new", draft(base, "review", "", ""));
        assertEquals(422, flawed.statusCode());
        assertTrue(flawed.body().contains("titleEn-error"), "the sentence stands beside the field");
        assertTrue(flawed.body().contains("Operaciones conjuntas con fecha"), "what was typed is kept");

        var reviewed = here.post("/proposals/new", draft(base, "review", "Joint operations with a date", ""));
        assertEquals(303, reviewed.statusCode(), reviewed.body());
        var review = here.get(Visitor.location(reviewed)).body();
        assertTrue(review.contains("Joint operations with a date") && review.contains("id=\"read\""), review);
        var left = here.get("/proposals/new?amends=" + CODE).body();
        assertTrue(left.contains("value=\"Joint operations with a date\""), "what was written is there again");
        assertFalse(
                there.get("/proposals/new?amends=" + CODE).body().contains("Joint operations with a date"),
                "and nobody else's");
        assertEquals(
                204,
                here.post("/proposals/new", draft(base, "keep", "Another title", ""))
                        .statusCode());
        assertTrue(here.get("/proposals/new?amends=" + CODE).body().contains("Another title"), "as it is typed");
        here.post("/proposals/new", draft("sha256:" + "0".repeat(64), "keep", "Another title", ""));
        var moved = here.get("/proposals/new?review=yes&amends=" + CODE).body();
        assertTrue(moved.contains("data-rule=\"BASE_MOVED\""), "another text is in force than it was written for");
        assertTrue(moved.contains("Another title") && moved.contains("value=\"" + base + "\""), moved);
        assertEquals(
                303, here.post("/proposals/new", draft(base, "drop", "", "")).statusCode());
        assertFalse(here.get("/proposals/new?amends=" + CODE).body().contains("Another title"), "begun anew");
        var unread = here.post("/proposals/new", draft(base, "sign", "Joint operations with a date", ""));
        assertEquals(422, unread.statusCode());
        var proposal = signedTwiceAtOnce(draft(base, "sign", "Joint operations with a date", "yes"));
        var act = ActId.parse(proposal.substring("/proposals/".length()));
        assertEquals(
                "{\"es\":\"Le damos fecha y medida\"}",
                guatemala.acts.act(act).orElseThrow().body().path("why").toString(),
                "the language of the note is that it was written in, and not that of the screen it is signed on");
        var twice = here.post("/proposals/new", draft(base, "sign", "Joint operations with a date", "yes"));
        assertEquals(proposal, Visitor.location(twice), "a button pressed twice leads where it did the first time");

        states.until("the proposal has arrived", () -> here(proposal));
        var page = there.get(proposal + "?lang=en").body();
        assertTrue(there.get("/?lang=en").body().contains(proposal), "it awaits me at home");
        assertTrue(there.get("/work?lang=en").body().contains(proposal), "and in my work");

        var open = found(SEEN, here.get(proposal).body()).replace("&amp;", "&");
        var news = CompletableFuture.supplyAsync(() -> newsOf(open));
        var unticked = there.post(proposal + "/answer", "text", found(TEXT, page), "choice", "assent");
        assertEquals(422, unticked.statusCode(), "both texts must have been read");
        var other =
                there.post(proposal + "/answer", "text", "sha256:" + "0".repeat(64), "choice", "assent", "read", "yes");
        assertEquals(422, other.statusCode());
        assertTrue(other.body().contains("OTHER_TEXT"));
        var assent = there.post(proposal + "/answer", "text", found(TEXT, page), "choice", "assent", "read", "yes");
        assertEquals(303, assent.statusCode(), assent.body());

        assertTrue(news.get(60, TimeUnit.SECONDS).contains("ending"), "the open page is told");
        guatemala.until(
                "the assent has arrived",
                () -> here.get("/initiatives/" + CODE + "?lang=en").body().contains("Joint operations with a date"));
        assertTrue(here.get("/compact?consent=CONSENTED&lang=en").body().contains(CODE));

        var again = there.post(
                proposal + "/answer", "text", found(TEXT, page), "choice", "refuse", "words", "no", "read", "yes");
        assertEquals(409, again.statusCode());
        assertTrue(again.body().contains("ALREADY_SAID"), again.body());
        assertEquals(
                200,
                here.get(proposal.replace("/proposals", "/acts") + "/proof").statusCode());
        for (var node : List.of(guatemala, states)) {
            try (var connection = node.records.postgres.open()) {
                assertTrue(NobodyNamed.assertInActs(connection) > 60, "the history, and what was said");
            }
        }
    }

    /** Each party proposes, and says of the other's what no node of ours would let it say. */
    @Test
    void whoAssentedToTwoRivalsIsShownWithBothSignedAssentsAtEveryNode() {
        var ours = proposed(guatemala, "2027-05-31");
        var theirs = proposed(states, "2027-06-30");
        var said = List.of(ours, assented(guatemala, theirs), theirs, assented(states, ours));
        for (var node : List.of(guatemala, states)) {
            var reader = new Program(node, node.token(Role.OBSERVER));
            for (var rival : List.of(ours, theirs))
                node.until("it is contested", () -> isContested(reader, "/proposals/" + rival));
            var officer = node.officer(Role.COORDINATOR);
            for (var rival : List.of(ours, theirs)) showsWhoBrokeItsWord(officer, "/proposals/" + rival, said);
            for (var language : Language.values()) {
                var page = officer.get("/initiatives/" + RIVALS + "?lang=" + language.code())
                        .body();
                for (var rival : List.of(ours, theirs))
                    assertTrue(page.contains("href=\"/proposals/" + rival + "\""), rival + " in " + page);
                assertTrue(page.contains(language == Language.ES ? "en conflicto" : "contested"), page);
                assertTrue(page.contains(language == Language.ES ? "Ningún texto nuevo" : "No new text"), page);
            }
        }
    }

    private static void showsWhoBrokeItsWord(Visitor officer, String proposal, List<String> said) {
        for (var language : Language.values()) {
            var page = officer.get(proposal + "?lang=" + language.code()).body();
            for (var act : said) {
                assertTrue(page.contains("href=\"/acts/" + act + "\""), act + " in " + page);
                assertTrue(page.contains("href=\"/acts/" + act + "/proof\""), act + " in " + page);
            }
            assertTrue(page.contains(language == Language.ES ? "Ninguna entra en vigor" : "Neither enters into force"));
            assertFalse(page.contains("id=\"answer\""), "nothing is left to answer");
        }
        for (var act : said)
            assertEquals(200, officer.get("/acts/" + act + "/proof").statusCode(), act);
    }

    private static boolean isContested(Program reader, String proposal) {
        var answer = reader.call("GET", proposal, "");
        return answer.statusCode() == 200 && answer.body().contains("\"state\":\"contested\"");
    }

    private static String proposed(TestDesk.One node, String due) {
        var program = new Program(node, node.token(Role.COORDINATOR));
        node.until(
                "its announcement has come",
                () -> program.call("GET", "/initiatives/" + RIVALS, "").statusCode() == 200);
        var initiative = program.get(200, "/initiatives/" + RIVALS);
        var text = (ObjectNode) initiative.path("text");
        text.putObject("waiver").put("es", "EJERCICIO: aún sin medida").put("en", "EXERCISE: no measure yet");
        var body = JsonMapper.shared().createObjectNode().put("item", "initiative/" + RIVALS);
        body.set("base", initiative.path("version"));
        body.set("text", text.put("due", due));
        body.putObject("why").put("es", "EJERCICIO").putNull("en");
        return program.say(201, "/proposals", body.toString()).path("id").asString();
    }

    /** As a node would that lets its party say anything. @return the act */
    private static String assented(TestDesk.One node, String rival) {
        var proposal = ActId.parse(rival);
        node.until("the rival has come", () -> node.acts.act(proposal).isPresent());
        var text = node.acts.act(proposal).orElseThrow().hash();
        var body = JsonMapper.shared().createObjectNode().put("proposal", rival);
        body.put("text", "sha256:" + text.hex()).putNull("reservation");
        var others = node.acts.logs().charter().places().stream()
                .map(Place::party)
                .filter(party -> !party.equals(node.acts.self()))
                .collect(Collectors.toCollection(TreeSet::new));
        var assent = new Draft("compact.assented", Role.COORDINATOR.word(), others, List.of(proposal), body);
        Command<String> anything = (_, _) -> new Decision.Say<>(List.of(assent));
        return switch (node.acts.sayOfItselfDurably(anything)) {
            case Said.Written<String>(var acts) -> acts.getFirst().id().toString();
            case Said.Declined<String>(var why) -> throw new AssertionError(why);
        };
    }

    /** Asks as an open page does, again and again until something is new. */
    private static String newsOf(String address) {
        while (true) {
            var answer = here.get(address);
            if (answer.statusCode() == 200) return answer.body();
            assertEquals(204, answer.statusCode());
        }
    }
}
