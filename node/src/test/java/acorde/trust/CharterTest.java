package acorde.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A charter that cannot be used is refused with a sentence, before any node starts with it. */
class CharterTest {
    private static String good = "";

    @BeforeAll
    static void make(@TempDir Path folder) {
        good = new String(
                new Parties(folder, Parties.NOWHERE, "GT", "HN").charter().bytes(), StandardCharsets.UTF_8);
    }

    private static String refused(String text) {
        var refused =
                assertThrows(CharterRefused.class, () -> Charter.parse(text.getBytes(StandardCharsets.UTF_8)), text);
        return String.valueOf(refused.getMessage());
    }

    @Test
    void aGoodOneIsRead() {
        var charter = Charter.parse(good.getBytes(StandardCharsets.UTF_8));
        assertEquals(2, charter.places().size());
        assertEquals(SpokenHash.words(charter.hash()), charter.words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "7", "{", "{}", "\0", "\uFEFFno"})
    void whatIsNoCharterIsRefused(String text) {
        assertTrue(refused(text).startsWith("The charter"));
    }

    @Test
    void aNameThatStandsTwiceIsRefused() {
        assertTrue(refused(good.replaceFirst("\\{", "{\"compact\":\"other\",")).contains("not readable JSON"));
    }

    @Test
    void whatStandsBehindItIsRefused() {
        assertTrue(refused(good + "{}").contains("not readable JSON"));
    }

    @Test
    void objectsInsideEachOtherWithoutEndAreRefused() {
        assertTrue(refused("{\"a\":".repeat(100_000)).contains("not readable JSON"));
    }

    @Test
    void moreThanAMebibyteIsNotRead() {
        assertTrue(refused(good + " ".repeat(1 << 20)).contains("longer than 1 MiB"));
    }

    @Test
    void eachFaultOfAPartyIsTold() {
        var faults = Map.of(
                "\"code\":\"HN\"", List.of("\"code\":\"GT\"", "must be named acorde/test/GT"),
                "\"address\":\"https", List.of("\"address\":\" https", "not usable"),
                "\"compact\":\"test\"", List.of("\"compact\":\"Test\"", "lower-case letters"),
                "\"log\":\"acorde/test/HN", List.of("\"log\":\"acorde/test/SV", "not usable"),
                "\"tls\":\"sha256:", List.of("\"tls\":\"sha1:", "must be sha256:<hex>"),
                "\"exchange\":\"", List.of("\"exchange\":\"!", "not usable"),
                "\"cosign\":", List.of("\"cosigner\":", "lacks the text 'cosign'"));
        faults.forEach((was, is) -> {
            assertTrue(good.contains(was), was);
            var told = refused(good.replace(was, is.getFirst()));
            assertTrue(told.contains(is.getLast()), told);
        });
    }

    @Test
    void moreThan64PartiesAreRefused() {
        var parties = good.indexOf("\"parties\":[") + "\"parties\":[".length();
        var party = good.substring(parties, good.indexOf("},{", parties) + 1);
        var many = new StringBuilder();
        for (var i = 0; i < 65; i++) {
            var code = "X" + (char) ('A' + i / 26) + (char) ('A' + i % 26);
            many.append(i == 0 ? "" : ",").append(party.replace("\"GT\"", "\"" + code + "\""));
        }
        assertTrue(refused("{\"compact\":\"test\",\"parties\":[" + many + "]}").contains("between 1 and 64"));
    }

    @Test
    void noPartiesAreRefused() {
        assertTrue(refused("{\"compact\":\"test\",\"parties\":[]}").contains("between 1 and 64"));
        assertTrue(refused("{\"compact\":\"test\"}").contains("between 1 and 64"));
    }
}
