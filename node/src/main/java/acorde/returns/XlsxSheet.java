package acorde.returns;

import acorde.returns.Sheet.Reading;
import acorde.returns.Unreadable.Why;
import acorde.sheets.Cell;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first sheet of a workbook (ECMA-376, part 1), a part at a time, as it comes out of the archive. Nothing in it is
 * believed: it is counted while it is unpacked, and no place it names is reserved before something stands there.
 */
final class XlsxSheet {
    /** Bytes that all parts may unpack to: twice the largest file. In memory it may become some six times as much. */
    static final long UNPACKED = 16L << 20;

    /** Texts that cells share, of all sheets. */
    private static final int SHARED = 500_000;

    /** Other parts that a workbook names. */
    private static final int RELATIONS = 10_000;

    /** Characters of a format, as in Excel. */
    static final int FORMAT = 255;

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final int LAST_OF_DATES = 22;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.");

    private final ZipFile archive;
    private long left = UNPACKED;

    private XlsxSheet(ZipFile archive) {
        this.archive = archive;
    }

    static Reading read(byte[] bytes) {
        try (var archive = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            var sheet = new XlsxSheet(archive);
            try {
                return sheet.read();
            } catch (XMLStreamException | IOException _) {
                return new Reading.Not(Unreadable.because(sheet.left < 0 ? Why.UNPACKS_TOO_LARGE : Why.BROKEN));
            }
        } catch (IOException | RuntimeException _) {
            // Whatever a hostile or broken archive makes of the libraries below: it is no workbook.
            return new Reading.Not(Unreadable.because(Why.BROKEN));
        }
    }

    /** Where the parts of the workbook lie, and how it counts days. */
    private record Parts(
            String sheet, @Nullable String shared, @Nullable String styles, boolean since1904) {}

    private Reading read() throws IOException, XMLStreamException {
        var parts = parts();
        var shared = parts.shared() == null ? List.<Cell>of() : shared(parts.shared());
        var dates = parts.styles() == null ? new BitSet() : dates(parts.styles());
        try (var part = open(parts.sheet())) {
            var rows = new SheetRows(XlsxPart.of(part), shared, dates, parts.since1904()).read();
            return rows.size() > Sheet.ROWS + 1
                    ? new Reading.Not(Unreadable.because(Why.TOO_MANY_ROWS))
                    : new Reading.Read(new Sheet(rows));
        }
    }

    private InputStream open(String name) throws IOException {
        var entry = archive.getEntry(name);
        if (entry == null) throw new IOException("there is no " + name);
        // The library knows other methods, and some take as much memory as the archive tells them to.
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED)
            throw new IOException("no spreadsheet packs like that");
        return new FilterInputStream(archive.getInputStream(entry)) {
            @Override
            public int read() throws IOException {
                var read = super.read();
                if (read >= 0) count(1);
                return read;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                var read = super.read(into, from, most);
                if (read > 0) count(read);
                return read;
            }
        };
    }

    private void count(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) throw new IOException("it unpacks to too much");
    }

    private Parts parts() throws IOException, XMLStreamException {
        var byId = new HashMap<String, String>();
        var byType = new HashMap<String, String>();
        try (var part = open("xl/_rels/workbook.xml.rels")) {
            var xml = XlsxPart.of(part);
            while (xml.hasNext())
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    var target = target(attribute(xml, "Target"));
                    var type = attribute(xml, "Type");
                    if (byId.size() == RELATIONS) throw new IOException("no workbook has so many parts");
                    byId.put(attribute(xml, "Id"), target);
                    byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), target);
                }
        }
        var since1904 = false;
        try (var part = open(WORKBOOK)) {
            var xml = XlsxPart.of(part);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) continue;
                if (xml.getLocalName().equals("workbookPr"))
                    since1904 = attribute(xml, "date1904").matches("1|true");
                if (xml.getLocalName().equals("sheet")) {
                    var sheet = byId.get(attribute(xml, "id"));
                    if (sheet == null) break;
                    return new Parts(sheet, byType.get("sharedStrings"), byType.get("styles"), since1904);
                }
            }
        }
        throw new IOException("there is no sheet");
    }

    private static String target(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    /** An attribute by its local name, empty if it is not there. */
    static String attribute(XMLStreamReader xml, String name) {
        for (var i = 0; i < xml.getAttributeCount(); i++)
            if (xml.getAttributeLocalName(i).equals(name)) return xml.getAttributeValue(i);
        return "";
    }

    /** Each is made once, however many cells name it. */
    private List<Cell> shared(String name) throws IOException, XMLStreamException {
        var shared = new ArrayList<Cell>();
        try (var part = open(name)) {
            var xml = XlsxPart.of(part);
            while (xml.hasNext())
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    if (shared.size() == SHARED) left = 0; // nothing more is read
                    shared.add(Cell.read(text(xml, "si")));
                }
        }
        return shared;
    }

    /** The text of what has just begun, without the readings that stand above it. */
    static String text(XMLStreamReader xml, String end) throws XMLStreamException {
        var text = new StringBuilder();
        var within = false;
        var above = false;
        while (xml.hasNext())
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    if (xml.getLocalName().equals("rPh")) above = true;
                    within = xml.getLocalName().equals("t") && !above;
                }
                case XMLStreamReader.END_ELEMENT -> {
                    if (xml.getLocalName().equals(end)) return text.toString().replace("_x000D_", "");
                    if (xml.getLocalName().equals("rPh")) above = false;
                    within = false;
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.SPACE, XMLStreamReader.CDATA -> {
                    if (within) append(text, xml.getText());
                }
                default -> {}
            }
        return text.toString();
    }

    /** Keeps no more than is needed to see that it is too long. */
    static void append(StringBuilder text, String more) {
        text.append(more, 0, Math.min(more.length(), Math.max(0, Sheet.CHARACTERS - text.length())));
    }

    /** The numbers of the styles that show a number as a day. */
    private BitSet dates(String name) throws IOException, XMLStreamException {
        var formats = new HashMap<String, Boolean>();
        var dates = new BitSet();
        try (var part = open(name)) {
            var xml = XlsxPart.of(part);
            var within = false;
            var style = 0;
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("cellXfs")) within = false;
                if (event != XMLStreamReader.START_ELEMENT) continue;
                switch (xml.getLocalName()) {
                    case "numFmt" -> {
                        var format = attribute(xml, "numFmtId");
                        if (NUMBER.matcher(format).matches())
                            formats.put(format, showsDay(attribute(xml, "formatCode")));
                    }
                    case "cellXfs" -> within = true;
                    case "xf" -> {
                        if (within && isDate(attribute(xml, "numFmtId"), formats)) dates.set(style);
                        if (within) style++;
                    }
                    default -> {}
                }
            }
        }
        return dates;
    }

    private static boolean showsDay(String code) {
        return code.length() <= FORMAT
                && QUOTED.matcher(code).replaceAll("").toLowerCase(Locale.ROOT).matches(".*[yd].*");
    }

    private static boolean isDate(String format, Map<String, Boolean> formats) {
        var own = formats.get(format);
        if (own != null) return own;
        var number = format.matches("[0-9]{1,3}") ? Integer.parseInt(format) : 0;
        return (number >= 14 && number <= 17) || number == LAST_OF_DATES;
    }
}
