package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.Role;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search and work over HTTP, with the real compact behind them. */
@Tag("database")
@Tag("slow")
final class SearchPagesTest {
    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One node;
    private static Visitor coordinator;
    private static String proposal;

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        node = desk.start("GT");
        coordinator = node.officer(Role.COORDINATOR);
        var answer = propose();
        assertEquals(303, answer.statusCode(), answer.body());
        proposal = Visitor.location(answer).replaceAll("[?#].*", "");
        node.until("the index is up with the logs", () -> node.finding.behind() == 0);
    }

    private static HttpResponse<String> propose() {
        return coordinator.post(
                "/proposals/new",
                "step",
                "sign",
                "read",
                "yes",
                "amends",
                "",
                "base",
                "",
                "area",
                "A1",
                "titleEs",
                "EJERCICIO: faros del lago",
                "titleEn",
                "EXERCISE: lighthouses of the lake",
                "deliverableEs",
                "Doce faros encendidos",
                "deliverableEn",
                "Twelve lighthouses lit",
                "due",
                "2099-01-31",
                "indicatorEs",
                "faros",
                "indicatorEn",
                "lighthouses",
                "unitEs",
                "faros",
                "unitEn",
                "lighthouses",
                "counts",
                "output",
                "baseline",
                "1",
                "baselineDate",
                "2026-10-31",
                "target",
                "12",
                "targetDate",
                "2099-01-31",
                "parties",
                "GT",
                "note",
                "porque los barcos no ven");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static String page(Visitor visitor, String path) {
        var answer = visitor.get(path);
        assertEquals(200, answer.statusCode(), path + "\n" + answer.body());
        return answer.body();
    }

    private static String search(String q) {
        return page(coordinator, "/search?lang=es&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
    }

    @Test
    void everyPageHasTheFieldInItsHead() {
        for (var path : List.of("/", "/compact", "/initiatives/A1-05", "/me/tokens", "/search", "/work"))
            assertTrue(page(coordinator, path).contains("id=\"find\""), path);
        assertFalse(
                node.visitor().get("/public").body().contains("id=\"find\""), "nobody signed in, nothing to search");
    }

    @Test
    void anInitiativeIsFoundByItsCodeByItsWordsAndInBothLanguages() {
        for (var q : List.of("A1-05", "a1-05")) assertTrue(search(q).contains("href=\"/initiatives/A1-05\""), q);
        var title = node.compact.items().get(acorde.compact.ItemKey.initiative("A1-05"));
        assertTrue(title != null && title.head() != null);
        for (var q : List.of("niñez", "NINEZ", "children")) assertTrue(search(q).contains("href=\"/initiatives/"), q);
    }

    @Test
    void aProposalIsFoundWithTheWordsItWasFoundBy() {
        var found = search("faro encendido");
        assertTrue(found.contains("href=\"" + proposal + "\""), found);
        assertTrue(found.contains("<mark>faros</mark>"), found);
        assertTrue(search("barcos").contains("href=\"" + proposal + "\""), "by why it was proposed");
        assertTrue(search("lighthouse").contains("href=\"" + proposal + "\""));
        assertTrue(page(coordinator, "/search?kind=proposal&standing=open").contains(proposal));
        assertFalse(page(coordinator, "/search?kind=proposal&standing=in-force").contains(proposal));
    }

    @Test
    void suggestionsAreLinksToWhatIsMeant() {
        var list = page(coordinator, "/search/suggestions?lang=es&q=faro");
        assertTrue(list.contains("href=\"" + proposal + "\""), list);
        assertFalse(list.contains("<html"), list);
    }

    @Test
    void thePagesOfAnswersFollowOneAnother() {
        var seen = new HashSet<String>();
        var path = "/search?lang=es&kind=initiative";
        var links = Pattern.compile("<h3>.*?href=\"(/initiatives/[^\"]+)\"");
        var next = Pattern.compile("<p><a href=\"(/search\\?[^\"]*after=[^\"]*)\"");
        for (var pages = 0; !path.isEmpty(); pages++) {
            assertTrue(pages < 4);
            var body = page(coordinator, path);
            links.matcher(body).results().forEach(link -> assertTrue(seen.add(link.group(1)), link.group(1)));
            var more = next.matcher(body);
            path = more.find() ? more.group(1).replace("&amp;", "&") : "";
        }
        assertEquals(48, seen.size());
    }

    @Test
    void theJournalIsFoundByNobody() throws Exception {
        for (var role : Role.values()) node.officer(role);
        var minutes = node.records.offices.journal();
        node.acts.sayOfItself(minutes.minute()).get(1, TimeUnit.MINUTES);
        assertTrue(node.finding.awaitAll(Duration.ofMinutes(1)));
        var held = minutes.minutes(Long.MAX_VALUE, 1).getFirst();
        assertTrue(held.count() >= Role.values().length, "there is something that could be found");
        var act = page(node.officer(Role.SUPERVISOR), "/acts/" + held.act() + "/raw");
        assertTrue(act.contains(held.root().hex()), "who watches reads the act itself");
        for (var role : List.of(Role.OBSERVER, Role.SUPERVISOR, Role.ADMINISTRATOR)) {
            var reader = node.officer(role);
            for (var q : List.of(held.root().hex(), held.act().toString(), "signed-in", "officer.observer"))
                assertTrue(page(reader, "/search?lang=en&q=" + q).contains("<h2>No result</h2>"), role + " " + q);
            assertTrue(page(reader, "/search?lang=en&kind=offices.journal").contains("<h2>No result</h2>"));
            assertFalse(page(reader, "/search?lang=en&q=lighthouses").contains("<h2>No result</h2>"), "others are");
        }
    }

    @Test
    void aSearchIsSavedUnderANameAndSeenOnlyByItsOwner() {
        var saved = coordinator.post("/search/views", "name", "Mis faros", "asked", "q=faros&kind=proposal&x=%22%3E");
        assertEquals(303, saved.statusCode());
        assertEquals("/search?q=faros&kind=proposal#views", Visitor.location(saved));
        var body = page(coordinator, "/search");
        assertTrue(body.contains("href=\"/search?q=faros&amp;kind=proposal\""), body);
        assertFalse(page(node.officer(Role.OBSERVER), "/search").contains("Mis faros"));
        assertEquals(
                422,
                coordinator.post("/search/views", "name", " ", "asked", "q=x").statusCode());
        var removal =
                Pattern.compile("action=\"(/search/views/[0-9]+/removal)\"").matcher(body);
        assertTrue(removal.find());
        node.officer(Role.OBSERVER).post(removal.group(1));
        assertTrue(page(coordinator, "/search").contains("Mis faros"), "not another's to remove");
        coordinator.post(removal.group(1));
        assertFalse(page(coordinator, "/search").contains("Mis faros"));
        assertEquals(303, coordinator.post("/search/views/x/removal").statusCode());
    }

    @Test
    void whatIsAskedIsShownAsItWasTypedAndNeverAsMarkup() {
        var body = search("\"><script>alert(1)</script>");
        assertFalse(body.contains("<script>alert"), body);
    }

    @Test
    void onlyTheLastVisitAndWhatCameAfterItCountAsNew() {
        var supervisor = node.officer(Role.SUPERVISOR);
        assertTrue(page(supervisor, "/search?lang=es&since=visit&q=faros").contains("su primera visita"));
        var first = page(supervisor, "/?lang=es");
        assertFalse(first.contains("desde: ") || first.contains("Nada ha cambiado"), first);
        node.records.clock.forward(Duration.ofMinutes(31));
        var again = node.officer(Role.SUPERVISOR);
        assertFalse(page(again, "/search?lang=es&since=visit&q=faros").contains(proposal), "seen before");
        assertTrue(page(again, "/search?lang=es&q=faros").contains(proposal));
        var home = page(again, "/?lang=es");
        assertTrue(home.contains("desde: ") && home.contains("Nada ha cambiado desde entonces."), home);
    }

    @Test
    void whoMaySpeakForThePartyHasWorkAndOthersHaveNone() {
        var mine = page(coordinator, "/work?lang=es");
        assertFalse(mine.contains(proposal), "its own proposal needs no answer of its own");
        assertTrue(page(node.officer(Role.OBSERVER), "/work?lang=en").contains("Nothing awaits"));
    }

    @Test
    void everyKindOfThingHasAName() {
        for (var kind : node.finding.kinds())
            for (var language : Language.values()) assertTrue(Words.in(language).knows("kind." + kind), kind);
    }
}
