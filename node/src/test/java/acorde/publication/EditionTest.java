package acorde.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The record of an edition, and what it says otherwise than the one before. */
final class EditionTest {
    private static final Hash HASH = Edition.sha256(new byte[] {1});

    private static Edition edition(int number) {
        return new Edition(
                "moc-2019",
                new PartyCode("HN"),
                number,
                LocalDate.of(2026, 12, 1),
                number == 1 ? null : HASH,
                LocalDate.of(2026, 12, 1),
                false,
                List.of(LocalDate.of(2026, 11, 1)),
                new TreeMap<>(Map.of(new PartyCode("HN"), new Edition.Log(412, HASH, "acorde/moc-2019/HN\n412\n"))),
                new TreeMap<>(Map.of("compact.json", HASH)),
                new HonestFigures(48, 4, 2, 0, 1, 0, 0, 4, number == 1 ? null : 3, number == 1 ? null : 0, null),
                List.of(new EditionChange("initiatives/A1-05", "text.due", "", "2027-01-31")),
                1);
    }

    @Test
    void whatIsWrittenIsReadBackEqual() {
        for (var number : List.of(1, 2)) {
            var edition = edition(number);
            assertEquals(edition, Edition.read(edition.bytes()));
            assertArrayEquals(edition.bytes(), Edition.read(edition.bytes()).bytes());
        }
    }

    @Test
    void aRecordThatSaysAnythingElseIsRefused() {
        var text = new String(edition(2).bytes(), StandardCharsets.UTF_8);
        for (var spoilt : List.of(
                "", "[]", "{}", text + " ", text.replace("\"number\"", "\"nummer\""), text.replace("sha256:", "md5:")))
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Edition.read(spoilt.getBytes(StandardCharsets.UTF_8)),
                    spoilt);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    @Test
    void everythingThatDiffersIsTold() {
        var before = json("{'figures':{'dated':4},'initiatives':[{'code':'A1','text':{'title':{'es':'Uno','en':'One'},"
                + "'parties':['GT','HN']}},{'code':'A2','text':{'title':{'es':'Dos','en':'Two'}}}]}");
        var after = json(
                "{'figures':{'dated':5},'initiatives':[{'code':'A1','text':{'title':{'es':'Uno','en':'One'},"
                        + "'due':'2027-01-31','parties':['GT','SV']}},{'code':'A3','text':{'title':{'es':'Tres','en':'Three'}}}]}");
        assertEquals(
                List.of(
                        new EditionChange("figures", "dated", "4", "5"),
                        new EditionChange("initiatives/A1", "text.due", "", "2027-01-31"),
                        new EditionChange("initiatives/A1", "text.parties[HN]", "HN", ""),
                        new EditionChange("initiatives/A1", "text.parties[SV]", "", "SV"),
                        new EditionChange("initiatives/A2", "", "Dos / Two", ""),
                        new EditionChange("initiatives/A3", "", "", "Tres / Three")),
                EditionChange.between(before, after));
    }

    @Test
    void oneWordMoreDoesNotShiftTheOthers() {
        var before = json(
                "{'initiatives':[{'code':'A1','proposals':[{'act':'HN/4','words':[{'party':'HN','word':'assent'}]}]}]}");
        var after = json("{'initiatives':[{'code':'A1','proposals':[{'act':'GT/9','words':[]},"
                + "{'act':'HN/4','words':[{'party':'GT','word':'assent'},{'party':'HN','word':'assent'}]}]}]}");
        assertTrue(EditionChange.between(before, after).stream()
                .allMatch(change -> change.before().isEmpty()));
    }

    @Test
    void twoSignatoriesOfOnePartyAreTwo() {
        var before = json("{'instrument':{'signatories':[{'party':'HN','name':'Ana'},{'party':'HN','name':'Luis'}]}}");
        var after = json("{'instrument':{'signatories':[{'party':'HN','name':'Rosa'},{'party':'HN','name':'Luis'}]}}");
        assertEquals(
                List.of(new EditionChange("instrument", "signatories[HN].name", "Ana", "Rosa")),
                EditionChange.between(before, after));
    }

    @Test
    void ofALongTextThePlaceThatDiffersIsTold() {
        var same = "Lo prometido \uD83D\uDE00 ".repeat(1_000);
        var difference = EditionChange.between(
                        json("{'title':{'es':'" + same + "sin fondos'}}"),
                        json("{'title':{'es':'" + same + "con fondos de ambas" + "!".repeat(2_000) + "'}}"))
                .getFirst();
        assertTrue(difference.before().startsWith("…"), difference.before());
        assertTrue(difference.before().endsWith("sin fondos"), difference.before());
        assertTrue(difference.after().contains("con fondos de ambas!")
                && difference.after().endsWith("!…"));
        assertTrue(difference.after().length() <= 502, "limits what a record may come to");
        assertEquals(
                difference.after(),
                new String(difference.after().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8),
                "no character is cut in two");
    }
}
