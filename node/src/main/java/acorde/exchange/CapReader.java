package acorde.exchange;

import acorde.exchange.CapMessage.Fault;
import acorde.policy.Evaluation;
import acorde.policy.Marking.Handling;
import acorde.policy.Tlp;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads messages of the Common Alerting Protocol 1.2, from wherever they come: by the rules of the standard, and no document type (CA-1 to CA-6). */
public final class CapReader {
    /** Characters of one message: both texts at their longest, and room for the rest. */
    public static final int LONGEST = 100_000;

    /** The standard nests five deep; the rest is for extensions such as a signature. */
    private static final int DEEPEST = 8;

    /** An alert in both languages has about sixty; two thousand leave room for many areas and other languages. */
    private static final int ELEMENTS = 2_000;

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d");

    /** What a code bears that is meant as a label, however it is written. */
    private static final Pattern LABEL = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])TLP(?![\\p{L}\\p{N}])");

    private static final List<String> STATUS = List.of("Actual", "Exercise", "System", "Test", "Draft");

    private CapReader() {}

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Fault why;

        Refused(Fault why) {
            super(why.name(), null, false, false);
            this.why = why;
        }
    }

    /** An element of the standard's namespace, with what is in it. */
    private record Element(String name, StringBuilder text, List<Element> children) {
        List<Element> all(String child) {
            return children.stream().filter(one -> one.name.equals(child)).toList();
        }

        Optional<String> one(String child) {
            return all(child).stream()
                    .findFirst()
                    .map(found -> found.text.toString().strip())
                    .filter(text -> !text.isEmpty());
        }

        String must(String child) {
            return one(child).orElseThrow(() -> new Refused(Fault.INCOMPLETE));
        }
    }

    /** @param exercise whether the compact belongs to an exercise: then a message of one may be brought, and otherwise none but a real one */
    public static CapMessage.Read read(String text, boolean exercise) {
        try {
            if (text.length() > LONGEST || text.contains("<!DOCTYPE") || text.contains("<!ENTITY"))
                return new CapMessage.Read.Bad(Fault.NOT_XML);
            return new CapMessage.Read.Good(message(tree(text.strip()), exercise));
        } catch (Refused refused) {
            return new CapMessage.Read.Bad(refused.why);
        } catch (XMLStreamException e) {
            return new CapMessage.Read.Bad(Fault.NOT_XML);
        }
    }

    private static Element tree(String text) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        var xml = factory.createXMLStreamReader(new StringReader(text));
        try {
            return tree(xml);
        } finally {
            xml.close();
        }
    }

    /** What is of another namespace, such as a signature, is passed over. */
    private static Element tree(XMLStreamReader xml) throws XMLStreamException {
        var document = new Element("", new StringBuilder(), new ArrayList<>());
        var open = new ArrayDeque<>(List.of(document));
        var elements = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > ELEMENTS || open.size() > DEEPEST) throw new Refused(Fault.NOT_XML);
                    var ours = Cap.NAMESPACE.equals(xml.getNamespaceURI());
                    var element = new Element(ours ? xml.getLocalName() : "", new StringBuilder(), new ArrayList<>());
                    open.element().children().add(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.element().text().append(xml.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Refused(Fault.NOT_XML);
                default -> {}
            }
        }
        if (document.children().isEmpty()) throw new Refused(Fault.NOT_XML);
        return document.children().getFirst();
    }

    private static CapMessage message(Element alert, boolean exercise) {
        if (!alert.name().equals("alert")) throw new Refused(Fault.NOT_CAP);
        var identifier = alert.must("identifier");
        var sender = alert.must("sender");
        for (var name : List.of(identifier, sender))
            if (!Cap.NAME.matcher(name).matches()) throw new Refused(Fault.NAME);
        var sent = alert.must("sent");
        time(sent);
        var status = alert.must("status");
        if (!STATUS.contains(status)) throw new Refused(Fault.INCOMPLETE);
        if (!status.equals("Actual") && !(exercise && status.equals("Exercise"))) throw new Refused(Fault.STATUS);
        isNew(alert);
        scope(alert);
        var infos = alert.all("info");
        var texts = new ArrayList<CapMessage.Block>();
        for (var language : Texts.Language.values()) block(infos, language).ifPresent(texts::add);
        if (texts.isEmpty()) throw new Refused(infos.isEmpty() ? Fault.INCOMPLETE : Fault.LANGUAGE);
        var first = infos.stream()
                .filter(info -> texts.getFirst().language() == language(info))
                .findFirst()
                .orElseThrow();
        return new CapMessage(
                String.join(", ", sender, identifier, sent, status),
                codes(first),
                first.one("expires").map(CapReader::time).orElse(null),
                first.all("area").stream()
                        .flatMap(area -> area.one("areaDesc").stream())
                        .findFirst()
                        .orElse(""),
                marks(alert),
                texts);
    }

    /** CA-3: a numeric offset, never Z. */
    private static Instant time(String text) {
        try {
            if (TIME.matcher(text).matches()) return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            // said below
        }
        throw new Refused(Fault.TIME);
    }

    /** CA-2. */
    private static void isNew(Element alert) {
        switch (alert.must("msgType")) {
            case "Alert" -> {}
            case "Update", "Cancel", "Ack", "Error" -> {
                var named = alert.one("references").stream()
                        .flatMap(references -> Arrays.stream(references.split("\\s+")))
                        .map(reference -> reference.split(",", -1))
                        .toList();
                if (named.isEmpty() || named.stream().anyMatch(reference -> reference.length != 3))
                    throw new Refused(Fault.REFERENCES);
                throw new Refused(Fault.NOT_NEW);
            }
            default -> throw new Refused(Fault.INCOMPLETE);
        }
    }

    /** CA-1. */
    private static void scope(Element alert) {
        var whole = switch (alert.must("scope")) {
            case "Public" -> true;
            case "Restricted" -> alert.one("restriction").isPresent();
            case "Private" -> alert.one("addresses").isPresent();
            default -> throw new Refused(Fault.INCOMPLETE);
        };
        if (!whole) throw new Refused(Fault.SCOPE);
    }

    /** The standard has English where no language is named. */
    private static Texts.@Nullable Language language(Element info) {
        var tag = info.one("language").orElse("en-US").toLowerCase(Locale.ROOT);
        if (tag.matches("es(-.*)?")) return Texts.Language.ES;
        return tag.matches("en(-.*)?") ? Texts.Language.EN : null;
    }

    private static Optional<CapMessage.Block> block(List<Element> infos, Texts.Language language) {
        return infos.stream()
                .filter(info -> language(info) == language)
                .findFirst()
                .map(info -> new CapMessage.Block(
                        language,
                        info.one("headline").orElseGet(() -> info.must("event")),
                        info.one("description").orElse("")));
    }

    private static Alert.Codes codes(Element info) {
        return new Alert.Codes(
                code(info.must("category"), Alert.Category.values()),
                code(info.one("responseType").orElse("None"), Alert.Response.values()),
                code(info.must("urgency"), Alert.Urgency.values()),
                code(info.must("severity"), Alert.Severity.values()),
                code(info.must("certainty"), Alert.Certainty.values()));
    }

    private static <E extends Enum<E>> E code(String text, E[] all) {
        for (var each : all) if (Cap.word(each).equals(text)) return each;
        throw new Refused(Fault.INCOMPLETE);
    }

    /**
     * Markings that we write are read as they were (EV-7); codes of somebody else's are passed over, labels never (EV-6). Of two labels or two grades
     * nobody can tell which holds.
     */
    private static CapMessage.Marks marks(Element alert) {
        Tlp tlp = null;
        Evaluation evaluation = null;
        var handling = EnumSet.noneOf(Handling.class);
        for (var code : alert.all("code")) {
            var text = code.text().toString().strip();
            if (LABEL.matcher(text).find()) tlp = only(tlp, label(text));
            else if (text.matches("H[0-3]")) handling.add(Handling.valueOf(text));
            else if (text.matches("[ABCX][1-4]"))
                evaluation = only(
                        evaluation,
                        new Evaluation(Evaluation.Source.valueOf(text.substring(0, 1)), text.charAt(1) - '0'));
        }
        if (tlp == Tlp.CLEAR && !alert.must("scope").equals("Public")) throw new Refused(Fault.CLEAR);
        var restriction = restriction(alert, handling.contains(Handling.H3));
        if (!restriction.isEmpty()) handling.add(Handling.H3);
        return new CapMessage.Marks(tlp, handling, evaluation, restriction);
    }

    private static <T> T only(@Nullable T before, T found) {
        if (before != null) throw new Refused(Fault.MARKING);
        return found;
    }

    /** What H3 restricts, and what the scope does unless that only says the codes again, as ours do; a line each. */
    private static String restriction(Element alert, boolean h3) {
        var codes = alert.all("code").stream()
                .map(code -> code.text().toString().strip())
                .collect(Collectors.joining(" "));
        var scope =
                alert.one("restriction").filter(how -> alert.must("scope").equals("Restricted") && !how.equals(codes));
        return Stream.concat(alert.one("note").filter(_ -> h3).stream(), scope.stream())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static Tlp label(String text) {
        return Tlp.read(text)
                .filter(tlp -> tlp != Tlp.RED && tlp != Tlp.AMBER_STRICT)
                .orElseThrow(() -> new Refused(Fault.MARKING));
    }
}
