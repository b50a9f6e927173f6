package acorde.exports;

import acorde.compact.Bilingual;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the elements of a document, one after the other. Attributes are names and values in turn. */
final class Elements {
    private final XMLStreamWriter xml;
    private int depth;

    Elements(XMLStreamWriter xml) throws XMLStreamException {
        this.xml = xml;
        xml.writeStartDocument("UTF-8", "1.0");
    }

    void begin(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
        depth++;
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (var i = 0; i < attributes.length; i += 2) xml.writeAttribute(attributes[i], attributes[i + 1]);
    }

    void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    void text(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        characters(text);
        xml.writeEndElement();
    }

    private void characters(String text) throws XMLStreamException {
        xml.writeCharacters(Xml.readable(text));
    }

    /** An element that holds a text in both languages. */
    void both(String name, Bilingual text) throws XMLStreamException {
        xml.writeStartElement(name);
        narratives(text);
        xml.writeEndElement();
    }

    void narratives(Bilingual text) throws XMLStreamException {
        narrative("es", text.es());
        narrative("en", text.en());
    }

    private void narrative(String language, String text) throws XMLStreamException {
        xml.writeStartElement("narrative");
        xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", language);
        characters(text);
        xml.writeEndElement();
    }

    /** Ends what was begun last; with the first element the document is written out. */
    void end() throws XMLStreamException {
        xml.writeEndElement();
        if (--depth > 0) return;
        xml.writeEndDocument();
        xml.flush();
    }
}
