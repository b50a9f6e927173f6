package acorde.files;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {
    private static boolean looks(FileType type, byte[] bytes) {
        var look = new Look(type);
        for (var at = 0; at < bytes.length; at += Attachment.CHUNK)
            if (!look.take(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + Attachment.CHUNK)))) return false;
        return look.end();
    }

    private static boolean text(String words) {
        return looks(FileType.TEXT, Sample.text(words));
    }

    @Test
    void eachTypeIsKnownByItsBytes() {
        assertTrue(looks(FileType.PDF, Sample.pdf(100, 1)));
        assertTrue(looks(FileType.PNG, hex("89504e470d0a1a0a0000000d49484452000000")));
        assertTrue(looks(FileType.JPEG, hex("ffd8ffe000104a464946")));
        assertTrue(text("EJERCICIO: mesa técnica\n"));
        assertTrue(looks(FileType.CSV, Sample.text("mes,casos\n2026-01,12\n")));
        assertTrue(looks(FileType.XLSX, Sample.archive("[Content_Types].xml", "xl/workbook.xml")));
        assertTrue(looks(FileType.DOCX, Sample.archive("[Content_Types].xml", "word/document.xml")));
    }

    @Test
    void aSpreadsheetOfOpenDocumentBeginsWithItsTypeNotCompressed() {
        assertTrue(looks(FileType.ODS, Sample.openDocument(FileType.ODS.mediaType())));
        assertFalse(looks(FileType.ODS, Sample.openDocument("application/vnd.oasis.opendocument.text")));
        assertFalse(looks(FileType.ODS, Sample.archive("mimetype", "content.xml")), "compressed");
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @Test
    void aProgramUnderTheNameOfADocumentIsNotThat() {
        var program = Arrays.copyOf(hex("4d5a90000300000004000000ffff0000"), 2_000);
        for (var type : FileType.values()) assertFalse(looks(type, program), type.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><p>x",
                "  \n<HTML>",
                "hola <script>alert(1)</script>",
                "<svg xmlns='http://www.w3.org/2000/svg'>",
                "<?xml version='1.0'?><svg/>",
                "\uFEFF<iframe src=x>"
            })
    void aPageOrAPictureMadeOfTextIsNoText(String words) {
        assertFalse(text(words));
        assertFalse(looks(FileType.CSV, Sample.text(words)));
    }

    @Test
    void textIsUtf8ToItsLastByteWithoutControls() {
        assertFalse(text("a\0b"));
        assertFalse(text("a\u001Bb"));
        assertFalse(text("a\u0085b"));
        assertFalse(looks(FileType.TEXT, hex("61e9")), "Latin-1");
        assertFalse(looks(FileType.TEXT, hex("61c3")), "half a letter at the end");
        assertTrue(text("tab\tline\r\npage\f"));
    }

    @Test
    void aLetterCutBetweenTwoChunksIsALetterAndALateFaultIsFound() {
        var long1 = Sample.text("a".repeat(Attachment.CHUNK - 1) + "é" + "b".repeat(100));
        assertTrue(looks(FileType.TEXT, long1));
        long1[long1.length - 1] = 0;
        assertFalse(looks(FileType.TEXT, long1));
    }

    @Test
    void anArchiveIsToldByItsNamesAndOneWithProgramsIsRefused() {
        assertFalse(looks(FileType.XLSX, Sample.archive("[Content_Types].xml", "word/document.xml")));
        assertFalse(looks(FileType.DOCX, Sample.archive("a.txt")));
        assertFalse(
                looks(FileType.XLSX, Sample.archive("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")));
        assertFalse(looks(FileType.XLSX, Sample.text("PK\u0003\u0004")));
        var cut = Sample.archive("[Content_Types].xml", "xl/workbook.xml");
        assertFalse(looks(FileType.XLSX, Arrays.copyOf(cut, cut.length - 1)));
    }

    @Test
    void anArchiveThatSaysItIsHugeIsNotOpened() {
        var archive = Sample.archive("[Content_Types].xml", "xl/workbook.xml");
        var bomb = archive.clone();
        Arrays.fill(bomb, 22, 26, (byte) 0xff); // 4 GiB, it says, when unpacked
        assertTrue(looks(FileType.XLSX, bomb));
        for (var i = 0; i < archive.length; i++) {
            var broken = archive.clone();
            broken[i] = (byte) 0xff;
            looks(FileType.XLSX, broken); // yes or no, and never a fault
        }
    }
}
