package acorde.exchange;

import acorde.policy.Tlp;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An alert as a message of the Common Alerting Protocol 1.2 (OASIS standard, 1 July 2010).
 *
 * @param identifier and {@code sender} together name it for ever
 * @param sent when; written with a numeric offset (CA-3)
 * @param exercise whether it tells of nothing real; else it is actual
 * @param codes how it must be treated, one of each: a marking leaves as it is (EV-7)
 * @param note what its handling restricts, in words (H3); empty if it restricts nothing
 * @param blocks one in each language, Spanish first (CA-5)
 */
public record Cap(
        String identifier,
        String sender,
        Instant sent,
        boolean exercise,
        Scope scope,
        List<String> codes,
        String note,
        List<Block> blocks) { // as the standard has it
    static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

    /** What the standard lets a name be (CA-4). */
    static final Pattern NAME = Pattern.compile("[^\\s,<&]+");

    /** The standard has UTC written so, and never as Z. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'-00:00'").withZone(ZoneOffset.UTC);

    /** Whom it is for. What each takes is part of it, so none lacks it (CA-1). */
    public sealed interface Scope {
        record Everybody() implements Scope {}

        /** @param to whom, by the codes of parties */
        record Only(List<String> to) implements Scope {
            public Only {
                to = List.copyOf(to);
                if (to.isEmpty()) throw new IllegalArgumentException("a private alert is for somebody");
            }
        }

        record Restricted(String how) implements Scope {
            public Restricted {
                if (how.isBlank()) throw new IllegalArgumentException("a restricted alert says how");
            }
        }

        /**
         * Whom an alert is for. Whom it must never reach is not named, for who gets the file reads it (AS-4): it then goes to nobody but those who
         * were given it, whatever its label allows.
         *
         * @param to who was given it, as far as who writes it knows, by the codes of parties
         * @param alone that it is for those alone, in words
         */
        static Scope of(Report report, List<String> to, String alone) {
            var tlp = report.marking().tlp();
            if (tlp != Tlp.CLEAR && tlp != Tlp.GREEN) return new Only(to);
            if (!report.persons().never().isEmpty()) return new Restricted(alone);
            return tlp == Tlp.CLEAR ? new Everybody() : new Restricted(String.join(" ", codes(report)));
        }
    }

    /** How an alert must be treated, one of each. */
    public static List<String> codes(Report report) {
        var marking = report.marking();
        return Stream.of(
                        Stream.ofNullable(marking.tlp()).map(tlp -> "TLP:" + tlp),
                        marking.handling().stream().sorted().map(Enum::name),
                        Stream.ofNullable(marking.evaluation()).map(Object::toString))
                .flatMap(part -> part)
                .toList();
    }

    /**
     * All of it in one language: an {@code info} of the standard.
     *
     * @param event what kind of thing it is about, in words
     * @param area where, in words; empty if it does not say
     */
    public record Block(
            String language,
            String event,
            Alert alert,
            String sender,
            String headline,
            String description,
            String area) {} // as the standard has it

    /** @throws IllegalArgumentException if a name holds what the standard forbids (CA-4), or a language is missing */
    public Cap {
        codes = List.copyOf(codes);
        blocks = List.copyOf(blocks);
        for (var name : List.of(identifier, sender))
            if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("no name of an alert: " + name);
        if (!blocks.stream().map(Block::language).toList().equals(List.of("es", "en")))
            throw new IllegalArgumentException("an alert is in Spanish and in English");
    }

    /** As XML in UTF-8. */
    public byte[] write() {
        var out = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("alert");
            xml.writeDefaultNamespace(NAMESPACE);
            alert(xml);
            for (var block : blocks) info(xml, block);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML into memory failed", e);
        }
        return out.toByteArray();
    }

    private void alert(XMLStreamWriter xml) throws XMLStreamException {
        element(xml, "identifier", identifier);
        element(xml, "sender", sender);
        element(xml, "sent", TIME.format(sent));
        element(xml, "status", exercise ? "Exercise" : "Actual");
        element(xml, "msgType", "Alert");
        switch (scope) {
            case Scope.Everybody _ -> element(xml, "scope", "Public");
            case Scope.Restricted(var how) -> {
                element(xml, "scope", "Restricted");
                element(xml, "restriction", how);
            }
            case Scope.Only(var to) -> {
                element(xml, "scope", "Private");
                element(xml, "addresses", String.join(" ", to));
            }
        }
        for (var code : codes) element(xml, "code", code);
        if (!note.isEmpty()) element(xml, "note", note);
    }

    private static void info(XMLStreamWriter xml, Block block) throws XMLStreamException {
        var codes = block.alert().codes();
        xml.writeStartElement("info");
        element(xml, "language", block.language());
        element(xml, "category", word(codes.category()));
        element(xml, "event", block.event());
        element(xml, "responseType", word(codes.response()));
        element(xml, "urgency", word(codes.urgency()));
        element(xml, "severity", word(codes.severity()));
        element(xml, "certainty", word(codes.certainty()));
        element(xml, "expires", TIME.format(block.alert().expires()));
        element(xml, "senderName", block.sender());
        element(xml, "headline", block.headline());
        element(xml, "description", block.description());
        if (!block.area().isEmpty()) {
            xml.writeStartElement("area");
            element(xml, "areaDesc", block.area());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /** As the standard spells it: {@code AllClear}, and {@code CBRNE} alone in capitals. */
    static String word(Enum<?> code) {
        if (code == Alert.Category.CBRNE) return code.name();
        return Arrays.stream(code.name().split("_"))
                .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
