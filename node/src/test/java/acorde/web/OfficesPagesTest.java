package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.OfficeCode;
import acorde.offices.Role;
import acorde.offices.TestOffices;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
@Tag("slow")
final class OfficesPagesTest {
    private static final Pattern PASSWORD = Pattern.compile("[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}");

    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.start();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static long person(String name) {
        return site.records.offices.people().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    private static long holding(String office) {
        return site.records.offices.holdings().stream()
                .filter(held -> held.office().equals(new OfficeCode(office)))
                .reduce((first, second) -> second)
                .orElseThrow()
                .id();
    }

    private static String password(String page) {
        var match = PASSWORD.matcher(page);
        assertTrue(match.find(), page);
        return match.group();
    }

    @Test
    void anAdministratorAddsAnOfficeAPersonAHoldingAndAnAccountAndThePersonSignsIn() {
        var admin = site.officer(Role.ADMINISTRATOR);
        assertEquals(
                "/offices",
                Visitor.location(admin.post(
                        "/offices", "code", "representative-a1", "spanish", "Mesa A1", "english", "Group A1")));
        assertEquals("/offices", Visitor.location(admin.post("/offices/people", "name", "Óscar Rendón <b>Mejía</b>")));
        var oscar = Long.toString(person("Óscar Rendón <b>Mejía</b>"));
        assertEquals(
                "/offices",
                Visitor.location(admin.post(
                        "/offices/holdings",
                        "person",
                        oscar,
                        "office",
                        "representative-a1",
                        "from",
                        "2026-11-02",
                        "to",
                        "")));
        var opened = admin.post("/offices/accounts", "person", oscar, "account", "oscar.rendon");
        var visitor = site.visitor().signIn("oscar.rendon", password(opened.body()));
        assertEquals("/me/password", Visitor.location(visitor.get("/me/tokens")));
        var page = admin.get("/offices").body();
        assertFalse(page.contains(password(opened.body())), "shown once");
        assertTrue(page.contains("Óscar Rendón &lt;b>Mejía") || page.contains("Óscar Rendón &lt;b&gt;Mejía"), page);
        assertFalse(page.contains("<b>Mejía"));
    }

    @Test
    void anOfficeIsHandedOverAndEndedAndTheHistoryShown() {
        var admin = site.officer(Role.ADMINISTRATOR);
        site.records.person("Lidia Zúniga Fortín");
        site.records.person("Karla Menjívar Solís");
        admin.post("/offices", "code", "liaison-el-amatillo", "spanish", "Enlace", "english", "Liaison");
        admin.post(
                "/offices/holdings",
                "person",
                Long.toString(person("Lidia Zúniga Fortín")),
                "office",
                "liaison-el-amatillo",
                "from",
                "2026-10-01");
        var before = admin.get("/offices").body();
        var form =
                before.substring(before.indexOf("/offices/holdings/" + holding("liaison-el-amatillo") + "/hand-over"));
        assertFalse(
                form.substring(0, form.indexOf("</form>")).contains("Lidia Zúniga Fortín</option>"),
                "nobody succeeds to themselves");
        var handed = admin.post(
                "/offices/holdings/" + holding("liaison-el-amatillo") + "/hand-over",
                "successor",
                Long.toString(person("Karla Menjívar Solís")),
                "day",
                "2026-11-02");
        assertEquals("/offices", Visitor.location(handed));
        var ended = admin.post("/offices/holdings/" + holding("liaison-el-amatillo") + "/end", "day", "2026-12-24");
        assertEquals("/offices", Visitor.location(ended));
        var page = admin.get("/offices").body();
        assertTrue(page.contains("encuentra lo pendiente en la hoja de relevo"), page);
        assertTrue(page.contains("Lidia Zúniga Fortín, desde el 1 oct 2026, hasta el 2 nov 2026"), page);
        assertTrue(page.contains("Karla Menjívar Solís, desde el 2 nov 2026, hasta el 24 dic 2026"), page);
    }

    @Test
    void whatIsDeclinedIsToldInWords() {
        var admin = site.officer(Role.ADMINISTRATOR);
        var answer = admin.post("/offices", "code", "node", "spanish", "x", "english", "x");
        assertEquals(422, answer.statusCode());
        assertTrue(
                answer.body().contains("El código de un despacho empieza por la palabra de su cargo"), answer.body());
        assertEquals(
                422, admin.post("/offices/people", "name", "Karla\0Menjívar").statusCode());
        assertEquals(
                422,
                admin.post("/offices", "code", "liaison-x", "spanish", "x\0", "english", "x")
                        .statusCode());
        assertEquals(
                400,
                admin.post("/offices/holdings", "person", "x", "office", "coordination", "from", "hoy")
                        .statusCode());
        assertEquals(422, admin.post("/offices/accounts/-1/close").statusCode());
        assertEquals(422, admin.post("/offices/tokens/x/revoke").statusCode());
    }

    @Test
    void anAccountThatIsClosedIsSignedOutAtOnce() {
        var admin = site.officer(Role.ADMINISTRATOR);
        var person = site.records.officer("closing", "observation", TestSite.PASSWORD);
        var visitor = site.visitor().signIn("closing", TestSite.PASSWORD);
        assertEquals(200, visitor.get("/me/tokens").statusCode());
        var asked = admin.post("/offices/accounts/" + person + "/close");
        assertEquals(200, asked.statusCode());
        assertTrue(asked.body().contains("Los despachos que ocupa siguen a su nombre"), asked.body());
        assertEquals(200, visitor.get("/me/tokens").statusCode(), "nothing is closed before it is said twice");
        admin.post("/offices/accounts/" + person + "/close", "step", "close");
        assertEquals(303, visitor.get("/me/tokens").statusCode());
        var refused = visitor.post("/sign-in", "username", "closing", "password", TestSite.PASSWORD);
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("Su cuenta está cerrada."), refused.body());
        admin.post("/offices/accounts/" + person + "/reopen");
        visitor.signIn("closing", TestSite.PASSWORD);
        var reset = admin.post("/offices/accounts/" + person + "/password");
        assertEquals(303, visitor.get("/me/tokens").statusCode());
        visitor.signIn("closing", password(reset.body()));
    }

    @Test
    void theLastAdministratorIsToldWhatToDoFirst() {
        try (var alone = TestSite.start()) {
            var records = alone.records;
            var admin = alone.visitor().signIn(TestOffices.ADMINISTRATOR, records.administratorPassword);
            admin.post(
                    "/me/password",
                    "present",
                    records.administratorPassword,
                    "chosen",
                    "una calle larga",
                    "again",
                    "una calle larga");
            var answer = admin.post("/offices/accounts/" + records.administrator.person() + "/close", "step", "close");
            assertEquals(422, answer.statusCode());
            assertTrue(answer.body().contains("No quedaría nadie que administre las cuentas."), answer.body());
        }
    }
}
