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
import java.util.Objects;
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

    /** In the place of another namespace. */
    private static final String FOREIGN = "*";

    private CapReader() {}

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Fault why;

        Refused(Fault why) {
            super(why.name(), null, false, false);
            this.why = why;
        }
    }

    /** An element with what is in it, and whether it was taken over: what was not is told. */
    private static final class Element {
        private final String name;
        private final StringBuilder text = new StringBuilder();
        private final List<Element> children = new ArrayList<>();
        private boolean taken;

        /** @param name in the standard; of another namespace with that before it */
        Element(String name) {
            this.name = name;
        }

        String words() {
            return text.toString().strip();
        }

        List<Element> all(String child) {
            return children.stream().filter(one -> one.name.equals(child)).toList();
        }

        Optional<String> one(String child) {
            var found = all(child).stream().findFirst();
            found.ifPresent(element -> element.taken = true);
            return found.map(Element::words).filter(text -> !text.isEmpty());
        }

        /** Whether it has such a one, which is not taken over by that. */
        boolean has(String child) {
            return all(child).stream()
                    .findFirst()
                    .filter(found -> !found.words().isEmpty())
                    .isPresent();
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

    /** What is of another namespace, such as a signature, is none of the standard's elements, whatever it is called. */
    private static Element tree(XMLStreamReader xml) throws XMLStreamException {
        var document = new Element("");
        var open = new ArrayDeque<>(List.of(document));
        var elements = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > ELEMENTS || open.size() > DEEPEST) throw new Refused(Fault.NOT_XML);
                    var ours = Cap.NAMESPACE.equals(xml.getNamespaceURI());
                    var element = new Element((ours ? "" : FOREIGN + ":") + xml.getLocalName());
                    open.element().children.add(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.element().text.append(xml.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Refused(Fault.NOT_XML);
                default -> {}
            }
        }
        if (document.children.isEmpty()) throw new Refused(Fault.NOT_XML);
        return document.children.getFirst();
    }

    private static CapMessage message(Element alert, boolean exercise) {
        if (!alert.name.equals("alert")) throw new Refused(Fault.NOT_CAP);
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
        var read = Stream.of(Texts.Language.values())
                .flatMap(language -> infos.stream()
                        .filter(info -> language(info) == language)
                        .limit(1))
                .toList();
        if (read.isEmpty()) throw new Refused(infos.isEmpty() ? Fault.INCOMPLETE : Fault.LANGUAGE);
        var texts = read.stream().map(CapReader::block).toList();
        var first = read.getFirst();
        var codes = codes(first);
        var expires = first.one("expires").map(CapReader::time).orElse(null);
        var area = first.all("area").stream()
                .flatMap(one -> one.one("areaDesc").stream())
                .distinct()
                .collect(Collectors.joining("; "));
        var marks = marks(alert);
        read.forEach(info -> same(first, info));
        var untaken = new ArrayList<CapMessage.Untaken>();
        untaken(alert, "", untaken);
        return new CapMessage(
                String.join(", ", sender, identifier, sent, status), codes, expires, area, marks, texts, untaken);
    }

    /** What the other language only says again is not lost. */
    private static void same(Element first, Element other) {
        for (var child : other.children)
            for (var said : first.all(child.name)) {
                if (said.taken && said.words().equals(child.words())) child.taken = true;
                same(said, child);
            }
    }

    /** Whatever an alert of ours has no place for: nothing of a message is lost unseen. @param path as XPath has it */
    private static void untaken(Element in, String path, List<CapMessage.Untaken> found) {
        for (var child : in.children) {
            var siblings = in.all(child.name);
            var place = siblings.size() > 1 ? "[" + (siblings.indexOf(child) + 1) + "]" : "";
            var at = path + child.name + place;
            if (!child.taken && !child.words().isEmpty()) found.add(new CapMessage.Untaken(at, child.words()));
            untaken(child, at + "/", found);
        }
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
            case "Private" -> alert.has("addresses");
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

    /** What is to be done is a part of what an alert tells. */
    private static CapMessage.Block block(Element info) {
        return new CapMessage.Block(
                Objects.requireNonNull(language(info)),
                info.one("headline").orElseGet(() -> info.must("event")),
                Stream.of("description", "instruction")
                        .flatMap(part -> info.one(part).stream())
                        .collect(Collectors.joining("\n\n")));
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
     * Markings that we write are read as they were (EV-7); codes of somebody else's are told and not taken over, labels never passed over (EV-6). Of two labels or two grades
     * nobody can tell which holds.
     */
    private static CapMessage.Marks marks(Element alert) {
        Tlp tlp = null;
        Evaluation evaluation = null;
        var handling = EnumSet.noneOf(Handling.class);
        for (var code : alert.all("code")) {
            var text = code.words();
            code.taken = true;
            if (LABEL.matcher(text).find()) tlp = only(tlp, label(text));
            else if (text.matches("H[0-3]")) handling.add(Handling.valueOf(text));
            else if (text.matches("[ABCX][1-4]"))
                evaluation = only(
                        evaluation,
                        new Evaluation(Evaluation.Source.valueOf(text.substring(0, 1)), text.charAt(1) - '0'));
            else code.taken = false;
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
        var codes = alert.all("code").stream().map(code -> code.words()).collect(Collectors.joining(" "));
        var restricted = alert.must("scope").equals("Restricted");
        var scope = restricted ? alert.one("restriction").filter(how -> !how.equals(codes)) : Optional.<String>empty();
        var note = h3 ? alert.one("note") : Optional.<String>empty();
        return Stream.concat(note.stream(), scope.stream()).distinct().collect(Collectors.joining("\n"));
    }

    private static Tlp label(String text) {
        return Tlp.read(text)
                .filter(tlp -> tlp != Tlp.RED && tlp != Tlp.AMBER_STRICT)
                .orElseThrow(() -> new Refused(Fault.MARKING));
    }
}
