package acorde.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    private static String clean(String raw) {
        return FileName.clean(raw).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"informe.pdf", "Acta de la reunión nº 3 (borrador).docx", "niñez_2026.csv", "Ñandú.png"})
    void anOrdinaryNameStaysAsItIs(String name) {
        assertEquals(name, clean(name));
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/passwd.txt, passwd.txt",
        "C:\\Users\\ana\\informe.pdf, informe.pdf",
        "../../informe.pdf, informe.pdf",
        ".bashrc.txt, bashrc.txt",
        "CON.txt, _CON.txt",
        "nul, _nul",
        "a<b>|c?.pdf, a_b__c_.pdf"
    })
    void aPathIsLeftOutAndWhatMayNotStandThereIsReplaced(String raw, String clean) {
        assertEquals(clean, clean(raw));
    }

    @Test
    void whatTurnsOrHidesTextIsReplaced() {
        assertEquals("informe_fdp.exe", clean("informe\u202Efdp.exe"));
        assertEquals("a_b_c_d.pdf", clean("a\0b\nc\u200Bd.pdf"));
        assertEquals("a_b_c.pdf", clean("a\"b'c.pdf"));
        assertEquals("a_b_c.pdf", clean("a\uD83Db\u3164c.pdf"));
        assertEquals("a b.pdf", clean("a\u00A0b.pdf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "...", "dir/", "C:\\"})
    void ofSomeNamesNothingIsLeft(String raw) {
        assertEquals(Optional.empty(), FileName.clean(raw));
    }

    @Test
    void aNameOfTheLimitIsTakenAndOneCharacterMoreIsNot() {
        var most = "a".repeat(FileName.LIMIT - 4) + ".pdf";
        assertEquals(most, clean(most));
        assertEquals(Optional.empty(), FileName.clean("a" + most));
        var bytes = "語".repeat(65) + "a.pdf";
        assertEquals(FileName.BYTES, bytes.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        assertEquals(bytes, clean(bytes));
        assertEquals(Optional.empty(), FileName.clean("a" + bytes));
    }

    @Test
    void aCleanNameIsCleanWhateverItWasMadeOf() {
        var random = new Random(2019);
        for (var i = 0; i < 20_000; i++) {
            var raw = new StringBuilder();
            for (var n = random.nextInt(12); n >= 0; n--)
                raw.append((char) (random.nextBoolean() ? random.nextInt(0x500) : random.nextInt(0x10000)));
            FileName.clean(raw.toString()).ifPresent(name -> {
                assertTrue(FileName.isClean(name), name);
                assertTrue(
                        name.codePoints()
                                .noneMatch(point -> Character.isISOControl(point)
                                        || Character.getType(point) == Character.FORMAT
                                        || "/\\\"'<>:|?*".indexOf(point) >= 0),
                        name);
            });
        }
    }
}
