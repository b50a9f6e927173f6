package acorde.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.compact.Founding;
import acorde.compact.Item;
import acorde.compact.ReleaseRules;
import acorde.offices.Role;
import acorde.policy.Annex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The pages of one node, over HTTP, with the real compact behind them. */
@Tag("database")
@Tag("slow")
final class DeskTest {
    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One node;
    private static Visitor coordinator;

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        node = desk.start("GT");
        coordinator = node.officer(Role.COORDINATOR);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static String page(String path) {
        var answer = coordinator.get(path);
        assertEquals(200, answer.statusCode(), path + "\n" + answer.body());
        return answer.body();
    }

    @Test
    void homeTellsTheHonestFigures() {
        var home = page("/?lang=en");
        for (var figure : new String[] {">48<", ">4<", ">2<", ">0<"}) assertTrue(home.contains(figure), figure + home);
    }

    /** Parties sign nothing because a source says so: the light stays, and what the source says stands beside it. */
    @Test
    void whatASourceSaysIsDoneIsSaidBesideTheLightThatKnowsNoReportOfIt() {
        var done = "Según una fuente (fuente oficial, 28 mar 2019) ya se cumplió";
        assertTrue(page("/initiatives/AG-01?lang=es").contains(done));
        assertFalse(page("/initiatives/AG-02?lang=es").contains("ya se cumplió"));
    }

    @Test
    void everyPageIsDrawnInBothLanguages() {
        for (var path : new String[] {
            "/",
            "/compact",
            "/initiatives/A1-05",
            "/proposals",
            "/proposals/new",
            "/proposals/new?amends=A1-05",
            "/proposals/new/area",
            "/proposals/new/area?of=A1",
            "/proposals/new/indicator",
            "/proposals/new/charter",
            "/proposals/new/thresholds",
            "/proposals/new/publication",
            "/terms",
            "/release",
            "/release/new",
            "/partners",
            "/oversight",
            "/acts/GT/0",
            "/acts/GT/1",
            "/public",
            "/me/tokens",
            "/search",
            "/work",
            "/documents",
            "/documents/brief/US",
            "/documents/area/A1",
            "/check"
        })
            for (var lang : new String[] {"es", "en"}) {
                var body = page(path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
                assertTrue(body.contains("<html lang=\"" + lang + "\">"), path);
            }
    }

    private static final Pattern DRAFT = Pattern.compile("name=\"draft\" value=\"([0-9a-f]{16})\"");
    private static final Pattern SINCE = Pattern.compile("name=\"since\" value=\"([0-9]+)\"");

    private static String in(Pattern field, String page) {
        var found = field.matcher(page);
        assertTrue(found.find(), page);
        return found.group(1);
    }

    private static int send(
            String address, String draft, String step, String title, String since) { // what a page sends
        var code = address.startsWith("/groups") ? "code" : "amends";
        return coordinator
                .post(
                        address,
                        code,
                        "",
                        "draft",
                        draft,
                        "step",
                        step,
                        address.endsWith("area") ? "title-es" : address.endsWith("indicator") ? "name-es" : "titleEs",
                        title,
                        "since",
                        since)
                .statusCode();
    }

    /** In two tabs, of which neither knows of the other. */
    @ParameterizedTest
    @CsvSource({
        "/proposals/new, /proposals/new",
        "/groups/new, /groups/mandate",
        "/proposals/new/area, /proposals/new/area",
        "/proposals/new/indicator, /proposals/new/indicator"
    })
    void twoNewTextsThatSomebodyBeginsAtOnceAreKeptBesideEachOther(String page, String sent) {
        var tab = page(page + "?draft=new");
        var since = in(SINCE, tab);
        var one = in(DRAFT, tab);
        var other = in(DRAFT, page(page + "?draft=new"));
        assertNotEquals(one, other);
        assertEquals(204, send(sent, one, "keep", "Uno de los dos", since));
        assertEquals(204, send(sent, other, "keep", "El otro de los dos", since));
        assertTrue(page(page + "?draft=" + one).contains("value=\"Uno de los dos\""));
        var left = page(page);
        var beside = in(DRAFT, left).equals(one) ? other : one;
        assertTrue(left.contains(page + "?draft=" + beside + "\""), "one of them, and the way to the other");
        var work = page("/work");
        for (var draft : List.of(one, other)) assertTrue(work.contains(page + "?draft=" + draft + "\">"), work);
        assertTrue(work.contains(": El otro de los dos</a>"), work);
        assertEquals(303, send(sent, one, "drop", "", since));
        assertEquals(409, send(sent, one, "keep", "Uno que llega tarde", since), "from a page that was open then");
        assertFalse(page(page + "?draft=" + one).contains("Uno que llega tarde"));
        assertTrue(page(page + "?draft=" + other).contains("El otro de los dos"));
        send(sent, other, "drop", "", since);
        assertFalse(page("/work").contains("El otro de los dos"), "nothing of it is left");
    }

    private static HttpResponse<byte[]> account(String taken) {
        return node.visitor()
                .send(
                        "GET",
                        "/public/compact.json",
                        Map.of("Accept-Encoding", taken),
                        Map.of(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void rulesOfReleaseAreAnnouncedAndNotInForceUntilAllAssent() {
        var page = page("/release?lang=en");
        assertTrue(page.contains("only announced"), page);
        assertTrue(page.contains("id=\"rule-EV-4B\""), page);
        assertTrue(page.contains("H2: nobody gives it on without leave of its provider."), page);
        assertTrue(page.contains("H2: nadie reenvía la información sin permiso de quien la aportó."), page);
        assertEquals(Annex.NONE, node.rules.inForce(node.compact.item(founding().releaseRules())));
    }

    private static Founding founding() {
        return Founding.of(node.acts.logs().charter());
    }

    private static String announced() {
        var item = founding().releaseRules();
        var head = node.compact.item(item).map(Item::head).orElseThrow();
        return ((ReleaseRules) node.compact.text(item, head)).text();
    }

    /** Reads it back from the page, as a browser would. */
    private static String typed(String page) {
        var from = page.indexOf('\n', page.indexOf("<textarea", page.indexOf("data-keep"))) + 1;
        return page.substring(from, page.indexOf("</textarea>", from))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&amp;", "&");
    }

    @Test
    void rulesThatAreNoneAreRefusedWithTheirLinesAndNothingIsLost() {
        var bad = announced().replace("resource.handling.contains(\"H2\")", "resource.handlin.contains(\"H2\")");
        var line = 1 + bad.substring(0, bad.indexOf("handlin.")).lines().count() - 1;
        for (var lang : List.of("es", "en")) {
            var answer = coordinator.post(
                    "/release/new?lang=" + lang, "step", "review", "rules", bad, "note", "Por claridad. EJERCICIO.");
            assertEquals(422, answer.statusCode());
            var says = (lang.equals("es") ? "Línea " : "Line ") + line + ": ";
            assertTrue(answer.body().contains(says), answer.body());
            assertEquals(bad, typed(answer.body()));
        }
        assertEquals(bad, typed(page("/release/new")));
        coordinator.post("/release/new", "step", "drop");
    }

    @Test
    void aNewTextOfTheRulesIsReviewedRuleByRuleAndProposed() {
        var text = announced()
                .replace("H2: nobody gives it on without leave", "H2: nobody passes it on without leave")
                .replace("@id(\"EJ-2\")", "@id(\"EJ-3\")");
        var base = page("/release/new").replaceAll("(?s).*name=\"base\" value=\"([^\"]*)\".*", "$1");
        var form =
                new String[] {"rules", text, "note", "Palabra más llana. EJERCICIO.", "base", base, "step", "review"};
        var reviewed = coordinator.post("/release/new", form);
        assertEquals(303, reviewed.statusCode(), reviewed.body());
        var review = page("/release/new?review=yes&lang=en");
        assertTrue(
                review.matches("(?s).*Changes: <a href=\"#rule-EV-4B\">.*Is added: <a href=\"#rule-EJ-3\">.*"
                        + "Is dropped: <a href=\"#rule-EJ-2\">.*"),
                review);
        assertTrue(review.contains("nobody <del><span class=\"vh\">removed: </span><span>gives</span></del>"), review);
        form[7] = "sign";
        assertEquals(422, coordinator.post("/release/new", form).statusCode(), "not said to be read");
        var signed = new ArrayList<>(List.of(form));
        signed.addAll(List.of("read", "yes"));
        var proposed = coordinator.post("/release/new", signed.toArray(String[]::new));
        assertEquals(303, proposed.statusCode(), proposed.body());
        var proposal = page(Visitor.location(proposed).replaceFirst("^http://[^/]*", "") + "?lang=en");
        assertTrue(proposal.contains("Is dropped: <a href=\"#rule-EJ-2\">"), proposal);
        assertTrue(page("/release?lang=en").contains("only announced"), "proposing is not adopting");
    }

    private static HttpResponse<String> send(String path, Map<String, String> fields) {
        return coordinator.post(
                path,
                fields.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    /** What its page would send, with some of it changed. */
    private static Map<String, String> filled(String path, String... changes) {
        var fields = TestForm.fields(page(path), "data-keep=");
        for (var i = 0; i < changes.length; i += 2) fields.put(changes[i], changes[i + 1]);
        fields.put("note", "Por claridad. EJERCICIO.");
        return fields;
    }

    @ParameterizedTest
    @CsvSource({
        "/proposals/new/area, title-es, Cuencas, <h4>Título</h4>, <h4>Title</h4>",
        "/proposals/new/indicator, baseline, 12.5, Línea base: 12.5, Baseline: 12.5",
        "/proposals/new/area?of=A1, title-es, Trata de personas, <h4>Título</h4>, <h4>Title</h4>",
        "/proposals/new/charter, parties-1-zone, America/Costa_Rica, Zona horaria: America/, Time zone: America/",
        "/proposals/new/thresholds, rules-1-days, '7, 21, 45, 75', 'Días: 7, 21, 45 y ', 'Days: 7, 21, 45 and '",
        "/proposals/new/publication, months, 3, de una edición a la siguiente: , from one edition to the next: "
    })
    void whatIsSignedOfATextWrittenFieldByFieldIsWhatWasShown( // a form, and what becomes of it
            String path, String field, String value, String es, String en) {
        var fields = filled(path, field, value);
        if (fields.containsKey("code")) {
            fields.put("kind", path.endsWith("area") ? "focus" : "outcome");
            fields.putAll(Map.of("area", "A1", "name-es", "Casos", "name-en", "Cases", "unit-es", "casos"));
            fields.putAll(Map.of("unit-en", "cases", "counted", "things", "baselineAt", "2026-06-30", "target", "60"));
            fields.putAll(Map.of("targetAt", "2027-06-30", "everyMonths", "3", "code", "A9", "title-en", "Watersheds"));
        }
        fields.put("step", "review");
        var reviewed = send(path, fields);
        assertEquals(303, reviewed.statusCode(), reviewed.body());
        var address = Visitor.location(reviewed).replaceFirst("^http://[^/]*", "");
        var review = page(address + "&lang=en");
        assertTrue(review.contains(es) && review.contains(en), review);
        assertTrue(review.contains(value.substring(value.lastIndexOf(' ') + 1)), review);
        assertFalse(review.contains("\"es\" :"), "no JSON");
        assertEquals(fields.containsKey("code"), review.contains("Code: <b class=\"code\">A9</b>. It will never"));
        assertEquals(!fields.containsKey("code"), review.contains("<ins>"), "marked against what stands");
        var shown = TestForm.fields(review, "<main");
        shown.put("step", "sign");
        shown.remove("read");
        assertEquals(422, send(path, shown).statusCode(), "not said to be read");
        shown.put("read", "yes");
        var signed = send(path, shown);
        assertEquals(303, signed.statusCode(), signed.body());
        var proposal = Visitor.location(signed).replaceFirst("^http://[^/]*", "");
        assertEquals(Visitor.location(signed), Visitor.location(send(path, shown)), "a button pressed twice");
        for (var lang : List.of("es", "en")) {
            var page = page(proposal + "?lang=" + lang);
            assertTrue(page.contains(es) && page.contains(en), page);
            assertFalse(page.contains("\"es\" :"), page);
        }
        var act = node.acts
                .act(ActId.parse(proposal.substring("/proposals/".length())))
                .orElseThrow();
        var text = act.body().path("text");
        var place = "/" + field.replace('-', '/');
        assertEquals(
                field.equals("rules-1-days") ? "[7,21,45,75]" : value,
                text.at(place).isArray()
                        ? text.at(place).toString()
                        : text.at(place).asString());
        assertTrue(page("/proposals/new?lang=en").contains("Propose a new area"));
    }

    @Test
    void whatIsWrongWithATextWrittenFieldByFieldIsSaidAtTheFieldsAndNothingIsLost() {
        var path = "/proposals/new/publication";
        var fields = filled(path, "months", "trece", "meaning-en", "", "step", "review");
        fields.put("note", "");
        for (var lang : List.of("es", "en")) {
            var answer = send(path + "?lang=" + lang, fields);
            assertEquals(422, answer.statusCode());
            var page = answer.body();
            var number = lang.equals("es")
                    ? "Aquí va un número entero de 1 a 12."
                    : "Here belongs a whole number from 1 to 12.";
            assertTrue(page.contains("id=\"months-error\">" + number), page);
            assertTrue(page.contains("id=\"meaning-en-error\"") && page.contains("id=\"note-error\""), page);
            assertEquals("trece", TestForm.fields(page, "data-keep=").get("months"));
        }
        assertEquals("trece", TestForm.fields(page(path), "data-keep=").get("months"));
        coordinator.post(path, "step", "drop");
        assertEquals("1", TestForm.fields(page(path), "data-keep=").get("months"));
    }

    @Test
    void aTextWrittenForAnotherVersionThanTheOneInForceIsNotSigned() {
        var fields = filled("/proposals/new/area?of=A2", "title-es", "Crimen", "base", "sha256:" + "0".repeat(64));
        fields.putAll(Map.of("step", "sign", "read", "yes"));
        assertEquals(409, send("/proposals/new/area?of=A2", fields).statusCode());
        fields.put("step", "save");
        send("/proposals/new/area?of=A2", fields);
        assertTrue(page("/proposals/new/area?of=A2&review=yes&lang=en").contains("class=\"usa-alert usa-alert--error"));
    }

    @Test
    void aNewAreaHasACodeOfItsOwnAndWhatHasNoFormIsNotThere() {
        for (var code : List.of("A1", "-", "")) {
            var fields = filled("/proposals/new/area?draft=new", "code", code, "step", "review");
            var answer = send("/proposals/new/area", fields);
            assertEquals(422, answer.statusCode());
            assertTrue(answer.body().contains("id=\"code-error\""), answer.body());
            fields.put("step", "drop");
            send("/proposals/new/area", fields);
        }
        for (var path : List.of("/proposals/new/source", "/proposals/new/area?of=B9", "/proposals/new/area?of=%2F"))
            assertEquals(404, coordinator.get(path).statusCode(), path);
    }

    @Test
    void anIndicatorMeasuresAnAreaThatTheCompactHas() {
        assertTrue(page("/compact").contains("\"/proposals/new/indicator?draft=new&amp;area=A1\""));
        var fields = filled("/proposals/new/indicator?draft=new&area=A1", "step", "sign");
        assertEquals("A1", fields.put("area", "Z9"));
        assertTrue(send("/proposals/new/indicator?lang=es", fields).body().contains("area-error\">Elija un área"));
    }

    @Test
    void theAccountAsDataComesPackedToThoseWhoTakeItSoAndPlainToAllOthers() throws IOException {
        for (var taken : List.of("gzip", "br, GZIP;q=0.5")) {
            var packed = account(taken);
            assertEquals("gzip", Visitor.header(packed, "Content-Encoding"), taken);
            try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
                assertArrayEquals(account("identity").body(), unpacked.readAllBytes(), taken);
            }
        }
        for (var taken : List.of("identity", "gzip;q=0", "br, gzip; q=0.0, *")) {
            var plain = account(taken);
            assertEquals("", Visitor.header(plain, "Content-Encoding"), taken);
            assertEquals(
                    48,
                    JsonMapper.shared()
                            .readTree(plain.body())
                            .path("initiatives")
                            .size());
        }
    }
}
