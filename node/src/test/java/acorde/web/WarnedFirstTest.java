package acorde.web;

import static acorde.web.ProgressTest.json;
import static acorde.web.ProgressTest.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two nodes on a real database whose clocks the test moves: who is shown which delay, when, and with which dates. */
@Tag("database")
final class WarnedFirstTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String INDICATOR = "{\"name\":{\"es\":\"Solicitudes\",\"en\":\"Requests\"},"
            + "\"unit\":{\"es\":\"solicitudes\",\"en\":\"requests\"},\"kind\":\"output\",\"baseline\":0,"
            + "\"baselineAt\":\"2020-12-31\",\"target\":5,\"targetAt\":\"2099-06-30\",\"everyMonths\":12,\"adds\":true}";

    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One guatemala;
    private static String coordinator;

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        guatemala = desk.start("GT");
        coordinator = guatemala.token(Role.COORDINATOR);
        guatemala.follow();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    /** All four owe it, announced long after its day: all four are late from the day of the announcement. */
    @Test
    void aPartyIsToldOfItsOwnDelayAtOnceAndOfThoseOfOthersWhenTheyHaveHadTheirNotice() {
        assertEquals(List.of("GT"), late());
        var first = page("A1-05");
        assertTrue(first.contains("Guatemala no ha informado que cumplió"), first);
        assertFalse(first.contains("Honduras no ha informado que cumplió"), first);
        var warned = brief();
        assertTrue(warned.contains("las demás aún no ven"), warned);
        assertTrue(warned.contains("cuando lleva 7 días; el público lo ve cuando lleva 60 días"), warned);
        guatemala.records.clock.forward(Duration.ofDays(7));
        assertEquals(List.of("GT", "HN", "SV", "US"), late());
        assertTrue(page("A1-05").contains("Honduras no ha informado que cumplió"));
        assertFalse(brief().contains("las demás aún no ven"), "it counts what Home counts");
        everythingThatClimbsIsListedWhereHomeSaysHowManyThereAre();
    }

    private static void everythingThatClimbsIsListedWhereHomeSaysHowManyThereAre() {
        var reader = guatemala.officer(Role.COORDINATOR);
        var home = reader.get("/?lang=es").body();
        var from = home.indexOf("Lo que sube la escalera");
        assertTrue(from > 0, home);
        var there = home.substring(from, home.indexOf("</section>", from));
        var others = Pattern.compile("<a href=\"/climbing\">y ([0-9]+) iniciativas más</a>")
                .matcher(there);
        var hidden = others.find() ? Integer.parseInt(others.group(1)) : there.contains("href=\"/climbing\"") ? 1 : 0;
        var all = reader.get("/climbing?lang=es").body();
        assertEquals(listed(there) + hidden, listed(all), all);
        assertTrue(all.contains("A1-05"), all);
    }

    private static int listed(String page) {
        return page.split("<li><a href=\"/initiatives/", -1).length - 1;
    }

    private static List<String> late() {
        return json(guatemala, coordinator, "A1-05")
                .path("light")
                .path("ladder")
                .valueStream()
                .map(climb -> climb.path("party").asString(""))
                .toList();
    }

    private static String brief() {
        return guatemala
                .officer(Role.COORDINATOR)
                .get("/documents/brief/GT?lang=es")
                .body();
    }

    private static String page(String code) {
        return guatemala.officer(Role.COORDINATOR).get("/initiatives/" + code).body();
    }

    /** Guatemala and the United States owe it, announced for the end of August 2019; the United States is a year ahead. */
    @Test
    void anAssentDatedAheadPutsNothingOffAndADateThatWasMovedIsShownBesideTheFirst() {
        var states = desk.start("US");
        states.records.clock.forward(Duration.ofDays(400));
        states.follow();
        var signer = states.token(Role.COORDINATOR);
        var today = LocalDate.ofInstant(guatemala.records.clock.instant(), ZoneOffset.UTC);
        var before = JSON.readTree(
                send(guatemala, coordinator, "/initiatives/A4-07", null).body());
        var text = ((ObjectNode) before.path("text")).put("due", "2099-08-31");
        text.set("indicator", JSON.readTree(INDICATOR));
        var body = JSON.createObjectNode().put("item", "initiative/A4-07");
        body.set("base", before.path("version"));
        body.set("text", text);
        body.set("why", JSON.readTree("{\"es\":\"porque sí\",\"en\":null}"));
        var made = send(guatemala, coordinator, "/proposals", body.toString());
        assertEquals(201, made.statusCode(), made.body());
        var proposal = "/proposals/" + JSON.readTree(made.body()).path("id").asString("");
        states.until(
                "the United States has heard it",
                () -> send(states, signer, proposal, null).statusCode() == 200);
        var hash = JSON.readTree(made.body()).path("text").asString("");
        var assent = send(states, signer, proposal + "/assents", "{\"text\":\"" + hash + "\",\"reservation\":null}");
        assertEquals(201, assent.statusCode(), assent.body());
        guatemala.until(
                "it is in force",
                () -> json(guatemala, coordinator, "A4-07")
                        .path("version")
                        .asString("")
                        .equals(hash));
        assertEquals(
                today.toString(),
                json(guatemala, coordinator, "A4-07").path("since").asString(""));
        var page = page("A4-07");
        assertTrue(page.contains("la primera fecha fue el 31 ago 2019"), page);
        theIndicatorsOfTheAreaAreAddedUpAndWhatIsMissingIsTold();
    }

    private static void theIndicatorsOfTheAreaAreAddedUpAndWhatIsMissingIsTold() {
        var compact =
                guatemala.officer(Role.COORDINATOR).get("/compact?lang=es").body();
        var from = compact.indexOf("Indicadores de sus iniciativas, sumados");
        assertTrue(from > 0, compact);
        assertEquals(
                from,
                compact.lastIndexOf("<h3>Indicadores de sus iniciativas, sumados") + "<h3>".length(),
                "of A4 alone");
        var sums = compact.substring(from, compact.indexOf("</details>", from));
        for (var part : List.of(
                "<th scope=\"row\">solicitudes</th>",
                "Un indicador sumado, cada unidad por separado. Ninguno queda aparte.",
                "Hay valor para 0 de las 5 fechas que ya tocaban.")) assertTrue(sums.contains(part), part + sums);
        var areas = JSON.readTree(send(guatemala, coordinator, "/compact", null).body())
                .path("areas");
        for (var area : areas) {
            var indicators = area.path("indicators");
            var measured = area.path("code").asString("").equals("A4");
            assertEquals(measured ? 1 : 0, indicators.path("added").asInt(-1), area.toString());
            assertEquals(measured ? 5 : 0, indicators.path("missing").asInt(-1), area.toString());
            assertEquals(measured ? 1 : 0, indicators.path("sums").size());
            if (measured)
                assertEquals(5, indicators.path("sums").path(0).path("target").asInt());
        }
    }
}
