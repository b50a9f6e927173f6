package acorde.returns;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Workbooks as programs write them, and as an enemy does. */
final class Workbooks {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** @param rows what stands within {@code sheetData} */
    static Workbooks of(String rows) {
        var book = new Workbooks();
        book.part("[Content_Types].xml", "<Types/>");
        book.part("xl/workbook.xml", workbook(""));
        book.part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='" + RELATIONS + "'>" + relation(1, "worksheet", "worksheets/sheet1.xml")
                        + relation(2, "sharedStrings", "/xl/sharedStrings.xml") + relation(3, "styles", "styles.xml")
                        + "</Relationships>");
        book.part(
                "xl/styles.xml",
                "<styleSheet xmlns='" + MAIN + "'><numFmts><numFmt numFmtId='170' formatCode='dd/mm/yyyy'/>"
                        + "<numFmt numFmtId='171' formatCode='0.00 \"days\"'/></numFmts><cellStyleXfs><xf numFmtId='14'/>"
                        + "</cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/>"
                        + "<xf numFmtId='171'/></cellXfs></styleSheet>");
        book.part(
                "xl/sharedStrings.xml",
                "<sst xmlns='" + MAIN + "'><si><t>uno</t></si><si><r><t>ni</t></r><r><t>ñez</t></r>"
                        + "<rPh><t>no</t></rPh></si></sst>");
        return book.sheet("<sheetData>" + rows + "</sheetData>");
    }

    static String workbook(String properties) {
        return "<workbook xmlns='" + MAIN + "' xmlns:r='" + TYPES + "'>" + properties
                + "<sheets><sheet name='a' sheetId='1' r:id='rId1'/></sheets></workbook>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id='rId" + id + "' Type='" + TYPES + "/" + type + "' Target='" + target + "'/>";
    }

    Workbooks sheet(String content) {
        return part("xl/worksheets/sheet1.xml", "<worksheet xmlns='" + MAIN + "'>" + content + "</worksheet>");
    }

    Workbooks part(String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** With one part packed by XZ, which archives allow and no spreadsheet uses; all others as they are. */
    byte[] withXz(String name) {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipArchiveOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                var xz = part.getKey().equals(name);
                var packed = xz ? xz(part.getValue()) : part.getValue();
                var check = new CRC32();
                check.update(part.getValue());
                var entry = new ZipArchiveEntry(part.getKey());
                entry.setMethod(xz ? ZipMethod.XZ.getCode() : ZipEntry.STORED);
                entry.setSize(part.getValue().length);
                entry.setCompressedSize(packed.length);
                entry.setCrc(check.getValue());
                archive.addRawArchiveEntry(entry, new ByteArrayInputStream(packed));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] xz(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new XZOutputStream(bytes, new LZMA2Options(0))) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                archive.putNextEntry(new ZipEntry(part.getKey()));
                archive.write(part.getValue());
                archive.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
