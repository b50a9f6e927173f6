package acorde.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import acorde.exchange.CapMessage.Fault;
import acorde.policy.Marking.Handling;
import acorde.policy.Tlp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Messages of other systems, good and hostile. */
class CapReaderTest {
    private static String written() {
        var blocks = List.of("es", "en").stream()
                .map(language -> new Cap.Block(
                        language,
                        "Met",
                        AlertTest.FLOOD,
                        "El Salvador",
                        "EJERCICIO",
                        "EJERCICIO < 2 m & más.",
                        "Puente 14"))
                .toList();
        var cap = new Cap(
                "5d0c",
                "acorde/vega/SV",
                Instant.parse("2026-11-26T15:00:00Z"),
                true,
                new Cap.Scope.Only(List.of("GT")),
                List.of("TLP:AMBER", "H2", "H3", "B2"),
                "No se comparte con la prensa.",
                blocks);
        return new String(cap.write(), StandardCharsets.UTF_8);
    }

    private static CapMessage good(String text) {
        return assertInstanceOf(CapMessage.Read.Good.class, CapReader.read(text, true), text)
                .message();
    }

    private static void bad(Fault why, String text) {
        assertEquals(new CapMessage.Read.Bad(why), CapReader.read(text, true), text);
    }

    /** EV-7. */
    @Test
    void whatIsWrittenIsReadWithEveryMarking() {
        var read = good(written());
        assertEquals(AlertTest.FLOOD.codes(), read.codes());
        assertEquals(AlertTest.FLOOD.expires(), read.expires());
        assertEquals(Tlp.AMBER, read.marks().tlp());
        assertEquals(Set.of(Handling.H2, Handling.H3), read.marks().handling());
        assertEquals("No se comparte con la prensa.", read.marks().restriction());
        assertEquals("B2", String.valueOf(read.marks().evaluation()));
        assertEquals("Puente 14", read.area());
        assertEquals("acorde/vega/SV, 5d0c, 2026-11-26T15:00:00-00:00, Exercise", read.origin());
        assertEquals(
                List.of(Texts.Language.ES, Texts.Language.EN),
                read.texts().stream().map(CapMessage.Block::language).toList());
        assertEquals("EJERCICIO < 2 m & más.", read.texts().getFirst().fact());
    }

    @Test
    void whatIsToBeDoneAndEveryAreaIsTakenOverAndTheRestIsToldByItsName() {
        var more = "<instruction>No cruce.</instruction><web>https://example.org/</web><area>";
        var read = good(written()
                .replaceFirst("<area>", more)
                .replaceFirst(
                        "</area>",
                        "<polygon>14,-89 15,-89 14,-90 14,-89</polygon></area>"
                                + "<area><areaDesc>Puente 15</areaDesc></area>")
                .replace("<code>B2", "<code>local</code><code>B2")
                .replace(
                        "</alert>",
                        "<info><language>es</language><event>Segundo evento</event></info>"
                                + "<x:Signature xmlns:x=\"urn:x\">firma</x:Signature></alert>"));
        assertEquals(
                "EJERCICIO < 2 m & más.\n\nNo cruce.", read.texts().getFirst().fact());
        assertEquals("Puente 14; Puente 15", read.area());
        assertEquals(
                List.of(
                        "addresses: GT",
                        "code[4]: local",
                        "info[1]/event: Met",
                        "info[1]/senderName: El Salvador",
                        "info[1]/web: https://example.org/",
                        "info[1]/area[1]/polygon: 14,-89 15,-89 14,-90 14,-89",
                        "info[2]/event: Met",
                        "info[2]/senderName: El Salvador",
                        "info[3]/language: es",
                        "info[3]/event: Segundo evento",
                        "*:Signature: firma"),
                read.untaken().stream()
                        .map(each -> each.element() + ": " + each.text())
                        .toList());
    }

    /** CA-6. */
    @Test
    void aDocumentTypeEntitiesOrWhatIsTooDeepIsNotRead() {
        var entity = "<!DOCTYPE alert [<!ENTITY a \"" + "x".repeat(100) + "\">]>";
        bad(Fault.NOT_XML, written().replace("<alert ", entity + "<alert "));
        bad(Fault.NOT_XML, written().replace("EJERCICIO &lt;", "&a;"));
        bad(Fault.NOT_XML, "<a>".repeat(100_000));
        bad(Fault.NOT_XML, "<a>".repeat(20) + "</a>".repeat(20));
        bad(Fault.NOT_XML, "<a>" + "<b/>".repeat(3_000) + "</a>");
        bad(Fault.NOT_XML, written().replace("</alert>", ""));
        bad(Fault.NOT_XML, "");
    }

    @Test
    void anotherVersionIsNone() {
        bad(Fault.NOT_CAP, written().replace("cap:1.2", "cap:1.1"));
        bad(Fault.NOT_CAP, "<html/>");
    }

    @Test
    void theRulesOfTheStandardAreHeld() {
        bad(Fault.SCOPE, written().replace("<addresses>GT</addresses>", ""));
        bad(Fault.SCOPE, written().replace("Private", "Restricted"));
        bad(Fault.REFERENCES, written().replace("<msgType>Alert", "<msgType>Cancel"));
        bad(
                Fault.NOT_NEW,
                written()
                        .replace("<msgType>Alert", "<msgType>Update")
                        .replace(
                                "<info><language>es",
                                "<references>a,b,2026-11-26T15:00:00-00:00</references><info><language>es"));
        bad(Fault.TIME, written().replace("2026-11-26T15:00:00-00:00", "2026-11-26T15:00:00Z"));
        bad(Fault.TIME, written().replace("2026-11-27T15:00:00-00:00", "2026-11-27T25:00:00-00:00"));
        bad(Fault.NAME, written().replace("5d0c", "5d 0c"));
        bad(Fault.NAME, written().replace("acorde/vega/SV", "a,b"));
        for (var lacking :
                List.of("<severity>Severe</severity>", "<status>Exercise</status>", "<category>Met</category>"))
            bad(Fault.INCOMPLETE, written().replace(lacking, ""));
        bad(Fault.INCOMPLETE, written().replace("Severe", "Bad"));
        bad(Fault.LANGUAGE, written().replace("<language>es", "<language>fr").replace("<language>en", "<language>pt"));
    }

    /** EV-6. */
    @Test
    void aLabelThatIsNotKnownOrCannotBeGivenIsRefusedAndWhiteIsClear() {
        for (var label :
                List.of("TLP:secret", "TLP:RED", "TLP:AMBER+STRICT", "TLP:", "tlp:red", " TLP : RED", "x TLP-RED"))
            bad(Fault.MARKING, written().replace("TLP:AMBER", label));
        assertEquals(Tlp.CLEAR, good(open("TLP:WHITE")).marks().tlp());
    }

    private static String open(String label) {
        return written().replace("TLP:AMBER", label).replace("Private", "Public");
    }

    @Test
    void whatBearsTwoLabelsOrTwoGradesIsRefused() {
        for (var more : List.of("TLP:AMBER</code><code>TLP:CLEAR", "TLP:CLEAR</code><code>tlp:amber"))
            bad(Fault.MARKING, open(more));
        bad(Fault.MARKING, written().replace("<code>B2", "<code>B2</code><code>A1"));
    }

    @Test
    void whatIsNotForEverybodyIsNeverClearAndKeepsItsRestriction() {
        var some = "<scope>Restricted</scope><restriction>Solo para servicios.</restriction>";
        bad(Fault.CLEAR, written().replace("TLP:AMBER", "TLP:CLEAR"));
        bad(Fault.CLEAR, written().replace("TLP:AMBER", "TLP:CLEAR").replace("<scope>Private</scope>", some));
        var kept = good(written()
                        .replace("<code>TLP:AMBER</code><code>H2</code><code>H3</code>", "")
                        .replace("<scope>Private</scope>", some))
                .marks();
        assertEquals(Set.of(Handling.H3), kept.handling());
        assertEquals("Solo para servicios.", kept.restriction());
    }

    @Test
    void nothingButARealMessageIsBroughtUnlessTheCompactBelongsToAnExercise() {
        for (var status : List.of("Exercise", "System", "Test", "Draft"))
            assertEquals(
                    new CapMessage.Read.Bad(Fault.STATUS),
                    CapReader.read(written().replace("<status>Exercise", "<status>" + status), false),
                    status);
        for (var status : List.of("System", "Test", "Draft"))
            bad(Fault.STATUS, written().replace("<status>Exercise", "<status>" + status));
        var real = written().replace("<status>Exercise", "<status>Actual");
        assertInstanceOf(CapMessage.Read.Good.class, CapReader.read(real, false));
        good(real);
    }

    @Test
    void whatNamesNoLanguageIsInEnglishAndWhatIsOfAnotherNamespaceIsPassedOver() {
        var english = written()
                .replace("<language>es</language>", "<language>fr</language>")
                .replace("<language>en</language>", "")
                .replace("</alert>", "<x:s xmlns:x=\"urn:x\"><x:status>System</x:status></x:s></alert>");
        assertEquals(
                List.of(Texts.Language.EN),
                good(english).texts().stream().map(CapMessage.Block::language).toList());
    }
}
