package acorde.returns;

import acorde.returns.Sheet.Reading;
import acorde.returns.Unreadable.Why;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
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
    /** Bytes that all parts may unpack to: eight times the largest return there is. */
    static final long UNPACKED = 64L << 20;

    /** Texts that cells share, of all sheets. */
    private static final int SHARED = 500_000;

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final int LAST_OF_DATES = 22;
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
        var shared = parts.shared() == null ? List.<String>of() : shared(parts.shared());
        var dates = parts.styles() == null ? Set.<Integer>of() : dates(parts.styles());
        try (var part = open(parts.sheet())) {
            var rows = new SheetRows(xml(part), shared, dates, parts.since1904()).read();
            return rows.size() > Sheet.ROWS + 1
                    ? new Reading.Not(Unreadable.because(Why.TOO_MANY_ROWS))
                    : new Reading.Read(new Sheet(rows));
        }
    }

    /** Every part is in UTF-8, as all programs write it; with another encoding it is no workbook of theirs. */
    private static XMLStreamReader xml(InputStream part) throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        var text = new BufferedReader(new InputStreamReader(part, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != '\uFEFF') text.reset(); // the mark that some programs write
        return factory.createXMLStreamReader(text);
    }

    private InputStream open(String name) throws IOException {
        var entry = archive.getEntry(name);
        if (entry == null) throw new IOException("there is no " + name);
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
            var xml = xml(part);
            while (xml.hasNext())
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    var target = target(attribute(xml, "Target"));
                    var type = attribute(xml, "Type");
                    byId.put(attribute(xml, "Id"), target);
                    byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), target);
                }
        }
        var since1904 = false;
        try (var part = open(WORKBOOK)) {
            var xml = xml(part);
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

    private List<String> shared(String name) throws IOException, XMLStreamException {
        var shared = new ArrayList<String>();
        try (var part = open(name)) {
            var xml = xml(part);
            while (xml.hasNext())
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    if (shared.size() == SHARED) left = 0; // nothing more is read
                    shared.add(text(xml, "si"));
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
    private Set<Integer> dates(String name) throws IOException, XMLStreamException {
        var formats = new HashMap<String, String>();
        var dates = new HashSet<Integer>();
        try (var part = open(name)) {
            var xml = xml(part);
            var within = false;
            var style = 0;
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("cellXfs")) within = false;
                if (event != XMLStreamReader.START_ELEMENT) continue;
                switch (xml.getLocalName()) {
                    case "numFmt" -> formats.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
                    case "cellXfs" -> within = true;
                    case "xf" -> {
                        if (within && isDate(attribute(xml, "numFmtId"), formats)) dates.add(style);
                        if (within) style++;
                    }
                    default -> {}
                }
            }
        }
        return dates;
    }

    private static boolean isDate(String format, Map<String, String> formats) {
        var code = formats.get(format);
        if (code != null)
            return QUOTED.matcher(code).replaceAll("").toLowerCase(Locale.ROOT).matches(".*[yd].*");
        var number = format.matches("[0-9]{1,3}") ? Integer.parseInt(format) : 0;
        return (number >= 14 && number <= 17) || number == LAST_OF_DATES;
    }
}
