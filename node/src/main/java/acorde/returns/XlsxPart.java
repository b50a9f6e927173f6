package acorde.returns;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/** One part of a workbook. The parser keeps a tag whole and every name for good: both have a limit here. */
final class XlsxPart extends StreamReaderDelegate {
    /** Names of elements, of attributes and of what they belong to: several times those of the standard. */
    static final int NAMES = 4_096;

    /** Elements within each other: a sheet has some ten. */
    static final int DEPTH = 64;

    /** Characters of a tag with its attributes. */
    static final int TAG = 1 << 16;

    private final Set<String> names = new HashSet<>();
    private int depth;

    private XlsxPart(XMLStreamReader xml) {
        super(xml);
    }

    /** Every part is in UTF-8, as all programs write it; with another encoding it is no workbook of theirs. */
    static XlsxPart of(InputStream part) throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        var text = new BufferedReader(new InputStreamReader(part, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != '\uFEFF') text.reset(); // the mark that some programs write
        return new XlsxPart(factory.createXMLStreamReader(new Tags(text)));
    }

    @Override
    public int next() throws XMLStreamException {
        var event = super.next();
        if (event == ENTITY_REFERENCE) throw new XMLStreamException("a part refers to nothing");
        if (event == END_ELEMENT) depth--;
        if (event != START_ELEMENT) return event;
        name(getPrefix(), getLocalName());
        for (var i = 0; i < getAttributeCount(); i++) name(getAttributePrefix(i), getAttributeLocalName(i));
        for (var i = 0; i < getNamespaceCount(); i++) {
            names.add(String.valueOf(getNamespacePrefix(i)));
            names.add(String.valueOf(getNamespaceURI(i)));
        }
        if (++depth > DEPTH || names.size() > NAMES) throw new XMLStreamException("it is no part of a workbook");
        return event;
    }

    private void name(@Nullable String prefix, String name) {
        names.add(prefix == null || prefix.isEmpty() ? name : prefix + ":" + name);
    }

    /**
     * The characters of a part, as long as they are elements and texts alone, which is what programs write: no comment, no
     * instruction, and no tag longer than {@link #TAG}.
     */
    private static final class Tags extends FilterReader {
        private static final String DECLARATION = "?xml ";

        /** Characters of the tag so far; -1 in a text. */
        private int length = -1;

        private boolean declaration;
        private boolean begun;
        private char quote;

        Tags(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            if (read >= 0) pass((char) read);
            return read;
        }

        @Override
        public int read(char[] into, int from, int most) throws IOException {
            var read = super.read(into, from, most);
            for (var i = from; i < from + read; i++) pass(into[i]);
            return read;
        }

        private void pass(char c) throws IOException {
            if (length < 0) {
                if (c == '<') length = 0;
                return;
            }
            if (length == 0) {
                declaration = c == '?' && !begun;
                begun = true;
                if (c == '!' || c == '?' && !declaration) throw new IOException("no workbook has that");
            }
            if (declaration && length < DECLARATION.length() && c != DECLARATION.charAt(length))
                throw new IOException("it is an instruction");
            if (++length > TAG) throw new IOException("the tag has no end");
            if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '"' || c == '\'') quote = c;
            else if (c == '>') length = -1;
        }
    }
}
