package acorde.web.paper;

import acorde.exports.Xml;
import acorde.offices.Person;
import acorde.offices.Turns;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Draws a page as PDF: tagged, with its language, its title and its fonts within. It reads nothing but the page, the style and the fonts of
 * this program: whatever a page names is not fetched. Safe for any thread.
 *
 * <p>Drawing takes time by the length of the page and cannot be interrupted, so the length is bounded, and so is how many are drawn at once: each
 * person has one of theirs drawn, so that nobody holds all the places.
 */
final class Pdf {
    private static final Logger LOG = LoggerFactory.getLogger(Pdf.class);

    /** Characters of a page: some ten sheets, which take less than a second. */
    static final int LONGEST = 200_000;

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Of a TrueType file: where the number of its tables stands, where their directory begins, and the bytes of a row in it. */
    private static final int TABLES = 4;

    private static final int DIRECTORY = 12;
    private static final int ROW = 16;

    private static final int REGULAR = 400;
    private static final int STRONG = 600;
    private static final int BOLD = 700;
    private static final String SANS = "Source Sans Pro Web";
    private static final String SERIF = "Merriweather Web";
    private static final String WIDE = "DejaVu Sans";

    static {
        XRLog.setLoggingEnabled(false); // it has a log of its own beside what the consumer is told
    }

    private final Turns turns;
    private final byte[] regular = font("/acorde/web/paper/SourceSansPro-Regular.ttf");
    private final byte[] strong = font("/acorde/web/paper/SourceSansPro-SemiBold.ttf");
    private final byte[] bold = font("/acorde/web/paper/Merriweather-Bold.ttf");

    /** For letters that the others do not have. */
    private final byte[] wide = font("/acorde/web/paper/DejaVuSans.ttf");

    private final String style = new String(resource("/static/paper.css"), StandardCharsets.UTF_8);

    Pdf() {
        this(new Turns(AT_ONCE, 1, PATIENCE));
    }

    Pdf(Turns turns) {
        this.turns = turns;
    }

    /**
     * The page as PDF; empty if too many are being drawn just now, or one of this person's.
     *
     * @param page well-formed XHTML with a head
     * @throws IllegalArgumentException if it is too long or not well-formed
     */
    Optional<byte[]> draw(Person.Id person, String page) {
        if (page.length() > LONGEST) throw new IllegalArgumentException("a page is too long to be drawn");
        return turns.take(person, () -> drawn(page));
    }

    private byte[] drawn(String page) {
        var out = new ByteArrayOutputStream(1 << 16);
        try {
            draw(styled(page), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void draw(Document document, OutputStream out) throws IOException {
        new PdfRendererBuilder()
                .withW3cDocument(document, null)
                .usePdfUaAccessibility(true)
                .withProducer("Acorde")
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useFont(() -> in(regular), SANS, REGULAR, FontStyle.NORMAL, true)
                .useFont(() -> in(strong), SANS, STRONG, FontStyle.NORMAL, true)
                .useFont(() -> in(bold), SERIF, BOLD, FontStyle.NORMAL, true)
                .useFont(() -> in(wide), WIDE, REGULAR, FontStyle.NORMAL, true)
                .withDiagnosticConsumer(told -> LOG.debug("{}", told.getFormattedMessage()))
                .toStream(out)
                .run();
    }

    private static InputStream in(byte[] font) {
        return new ByteArrayInputStream(font);
    }

    /** The page with our style in its head. What an XML document could fetch or unfold is refused. */
    private Document styled(String page) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // throws, where none would print
            var written = Xml.readable(page.strip()).replace('−', '–'); // the fonts have no minus
            var document = builder.parse(new InputSource(new StringReader(written)));
            var sheet = document.createElementNS("http://www.w3.org/1999/xhtml", "style");
            sheet.setAttribute("type", "text/css");
            sheet.setTextContent(style);
            Objects.requireNonNull(document.getElementsByTagName("head").item(0), "a page has a head")
                    .appendChild(sheet);
            return document;
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException("a page that is not well-formed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A font whose ligatures are not found: no text stands behind them in the PDF, so that "Shifts" would be copied, searched and read aloud
     * as "ShiÔs".
     */
    private static byte[] font(String name) {
        var font = resource(name);
        var tables = ByteBuffer.wrap(font).getShort(TABLES);
        for (var i = 0; i < tables; i++) {
            var at = DIRECTORY + i * ROW;
            if (new String(font, at, 4, StandardCharsets.US_ASCII).equals("GSUB")) font[at] = 'X';
        }
        return font;
    }

    private static byte[] resource(String name) {
        try (var in = Objects.requireNonNull(Pdf.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
