package acorde.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.policy.Country;
import acorde.policy.Field;
import acorde.policy.Tlp;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** An alert of an exercise: a flood at a border bridge. */
class AlertTest {
    private static final Instant ENDS = Instant.parse("2026-11-27T15:00:00Z");
    private static final Alert.Codes CODES = new Alert.Codes(
            Alert.Category.MET,
            Alert.Response.AVOID,
            Alert.Urgency.IMMEDIATE,
            Alert.Severity.SEVERE,
            Alert.Certainty.OBSERVED);
    static final Alert FLOOD = new Alert(
            CODES, ENDS, "EXERCISE: the river covers the bridge", "EXERCISE. Avoid the crossing < 2 m & more.");

    private static Report alert() {
        return Reports.report(report -> report.turn = new Turn.Warns(FLOOD));
    }

    @Test
    void anAlertIsReadAsItWasWritten() {
        assertEquals(Optional.of(alert()), Report.read(alert().toJson()));
    }

    /** To the last second of the year 9999. */
    @Test
    void anAlertMayEndAnyYearOfFourDigits() {
        var written = alert().toJson().toString().replace("2026-11-27T15:00:00Z", "9999-12-31T23:59:59Z");
        assertTrue(Report.read((tools.jackson.databind.node.ObjectNode)
                        tools.jackson.databind.json.JsonMapper.shared().readTree(written))
                .isPresent());
    }

    @Test
    void anAlertThatLacksATextOrACodeIsNone() {
        var written = alert().toJson().toString();
        for (var wrong : List.of(
                written.replace("\"category\":\"met\"", "\"category\":\"storm\""),
                written.replace("\"certainty\":\"observed\",", ""),
                written.replace("2026-11-27T15:00:00Z", "2026-11-27T15:00:00.5Z"),
                written.replace("2026-11-27T15:00:00Z", "+12026-11-27T15:00:00Z"),
                written.replace("2026-11-27T15:00:00Z", "2026-11-27"),
                written.replace("EXERCISE: the river covers", "EXERCISE:\\nthe river covers"),
                written.replaceFirst("\"warns\":", "\"asks\":{\"urgency\":\"urgent\"},\"warns\":"),
                written.replaceFirst("\"fact\":\"[^\"]*\",", "")))
            assertEquals(
                    Optional.empty(),
                    Report.read((tools.jackson.databind.node.ObjectNode)
                            tools.jackson.databind.json.JsonMapper.shared().readTree(wrong)),
                    wrong);
    }

    /** CA-5: in both languages, or not at all. */
    @Test
    void anAlertGoesWithItsTitleAndItsFactOrNotAtAll() {
        var report = alert();
        assertTrue(report.only(EnumSet.of(Field.TITLE, Field.FACT)).isPresent());
        assertTrue(report.only(EnumSet.of(Field.TITLE, Field.ASSESSMENT)).isEmpty());
        assertFalse(report.outline().toJson().toString().contains("river"), "an outline says nothing of it");
    }

    private static Cap cap(String identifier, List<String> languages) {
        var infos = languages.stream()
                .map(language ->
                        new Cap.Block(language, "Met", FLOOD, "El Salvador", FLOOD.title(), FLOOD.fact(), "Puente 14"))
                .toList();
        return new Cap(
                identifier,
                "acorde/vega/SV",
                Instant.parse("2026-11-26T15:00:00.25Z"),
                true,
                new Cap.Scope.Only(List.of("GT", "HN")),
                List.of("TLP:AMBER", "H2"),
                "No se comparte con la prensa.",
                infos);
    }

    /** In the order of the elements of the standard. */
    @Test
    void anAlertLeavesAsAMessageOfTheCommonAlertingProtocol() {
        var info =
                "<info><language>%s</language><category>Met</category><event>Met</event><responseType>Avoid</responseType>"
                        + "<urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty>"
                        + "<expires>2026-11-27T15:00:00-00:00</expires><senderName>El Salvador</senderName>"
                        + "<headline>EXERCISE: the river covers the bridge</headline>"
                        + "<description>EXERCISE. Avoid the crossing &lt; 2 m &amp; more.</description>"
                        + "<area><areaDesc>Puente 14</areaDesc></area></info>";
        assertEquals(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">"
                        + "<identifier>5d0c</identifier><sender>acorde/vega/SV</sender>"
                        + "<sent>2026-11-26T15:00:00-00:00</sent><status>Exercise</status><msgType>Alert</msgType>"
                        + "<scope>Private</scope><addresses>GT HN</addresses><code>TLP:AMBER</code><code>H2</code><note>No se comparte con la prensa.</note>"
                        + info.formatted("es") + info.formatted("en") + "</alert>",
                new String(cap("5d0c", List.of("es", "en")).write(), StandardCharsets.UTF_8));
    }

    @Test
    void whatLeavesIsWellFormedWithoutADocumentType() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(cap("5d0c", List.of("es", "en")).write()));
        assertEquals("alert", document.getDocumentElement().getLocalName());
    }

    /** AS-1, AS-4: nor does the file name it. */
    @Test
    void theFileOfWhatMustNeverReachSomebodyIsForThoseAloneWhoWereGivenIt() {
        var to = List.of("GT", "HN");
        var alone = new Cap.Scope.Restricted("Solo para GT, HN.");
        for (var tlp : List.of(Tlp.CLEAR, Tlp.GREEN)) {
            var kept = marked(tlp, report -> report.never.add(new Country("CO")));
            assertEquals(alone, Cap.Scope.of(kept, to, alone.how()));
        }
        assertEquals(new Cap.Scope.Everybody(), Cap.Scope.of(marked(Tlp.CLEAR, report -> {}), to, alone.how()));
        assertEquals(
                new Cap.Scope.Restricted("TLP:GREEN H2 B2"),
                Cap.Scope.of(marked(Tlp.GREEN, report -> {}), to, alone.how()));
        assertEquals(new Cap.Scope.Only(to), Cap.Scope.of(alert(), to, alone.how()));
    }

    private static Report marked(Tlp tlp, Consumer<Reports> change) {
        return Reports.report(report -> {
            report.turn = new Turn.Warns(FLOOD);
            report.tlp = tlp;
            change.accept(report);
        });
    }

    /** CA-1. */
    @Test
    void whatIsRestrictedSaysHowAndWhatIsPrivateSaysForWhom() {
        for (var none : List.of("", " ", "\n"))
            assertThrows(IllegalArgumentException.class, () -> new Cap.Scope.Restricted(none));
        assertThrows(IllegalArgumentException.class, () -> new Cap.Scope.Only(List.of()));
    }

    /** CA-4, CA-5. */
    @Test
    void aNameWithASpaceACommaOrMarkupIsNoneAndBothLanguagesAreThere() {
        for (var name : List.of("a b", "a,b", "a<b", "a&b", ""))
            assertThrows(IllegalArgumentException.class, () -> cap(name, List.of("es", "en")), name);
        assertThrows(IllegalArgumentException.class, () -> cap("5d0c", List.of("es")));
    }

    @Test
    void codesAreSpeltAsTheStandardDoes() {
        assertEquals(
                List.of("CBRNE", "AllClear", "Geo"),
                List.of(
                        Cap.word(Alert.Category.CBRNE),
                        Cap.word(Alert.Response.ALL_CLEAR),
                        Cap.word(Alert.Category.GEO)));
    }
}
