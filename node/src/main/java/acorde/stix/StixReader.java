package acorde.stix;

import acorde.acts.ActId;
import acorde.exchange.Ref;
import acorde.exchange.Report;
import acorde.exchange.Texts;
import acorde.policy.Field;
import acorde.policy.Marking.Handling;
import acorde.policy.Tlp;
import acorde.stix.StixRead.Why;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a report of STIX 2.1 as one of ours. A marking that cannot be kept as it is has the whole refused, never the marking dropped. */
public final class StixReader {
    /** Markings of one object: more than there are. */
    private static final int MARKS = 16;

    /** Members that are passed over: they say who wrote the object and when, which the act says of itself once it is signed. */
    private static final Set<String> OF_THE_OBJECT =
            Set.of("type", "spec_version", "id", "created_by_ref", "created", "modified", "published", "object_refs");

    /** Members that are read. */
    private static final Set<String> READ =
            Set.of("lang", "name", "description", "object_marking_refs", "extensions", "revoked");

    /** Of our extension, what says where it came from. */
    private static final Set<String> OF_THE_ACT = Set.of("extension_type", "act", "office", "kind", "untitled");

    private final JsonNode object;
    private final ObjectNode text = JsonMapper.shared().createObjectNode();
    private final Set<Handling> handling = EnumSet.noneOf(Handling.class);

    private StixReader(JsonNode object) {
        this.object = object;
    }

    /** Why an object is refused. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient StixRead.Bad bad;

        Refused(Why why, Object... of) {
            super(why.name(), null, false, false); // an answer, not a fault
            bad = new StixRead.Bad(why, List.of(of));
        }
    }

    /** @param ref what the report is called here */
    public static StixRead read(JsonNode object, Ref ref) {
        try {
            return new StixReader(object).read(ref);
        } catch (Refused why) {
            return why.bad;
        }
    }

    private StixRead read(Ref ref) {
        if (!word("type").equals("report")) throw new Refused(Why.NO_REPORT);
        if (!word("spec_version").equals("2.1")) throw new Refused(Why.OTHER_VERSION_OF_STIX);
        if (object.path("revoked").asBoolean(false)) throw new Refused(Why.REVOKED);
        if (object.has("granular_markings")) throw new Refused(Why.MARKS_OF_PARTS);
        text.put("ref", ref.value());
        language();
        extension();
        texts();
        marks();
        Report.exposed(text).ifPresent(at -> {
            throw new Refused(Why.OBJECT_REACHED, at);
        });
        var report = Report.read(text).orElseThrow(malformed());
        return new StixRead.Good(report, untaken());
    }

    private String word(String member) {
        return object.path(member).isString() ? object.path(member).stringValue() : "";
    }

    private void language() {
        var language = object.has("lang") ? word("lang") : "es";
        if (!language.equals("es") && !language.equals("en")) throw new Refused(Why.LANGUAGE);
        text.put("language", language);
    }

    private void texts() {
        var titled =
                !object.path("extensions").path(Stix.EXTENSION).path("untitled").asBoolean(false);
        if (titled) put("title", "name", Field.TITLE);
        put("fact", "description", Field.FACT);
        if (titled && !text.has("title")) throw new Refused(Why.NO_TITLE);
    }

    private void put(String ours, String member, Field field) {
        if (!object.has(member)) return;
        var longest = Objects.requireNonNull(Texts.LONGEST.get(field));
        if (!object.path(member).isString()) throw new Refused(Why.NO_TEXT, member);
        if (word(member).length() > longest)
            throw new Refused(Why.TOO_LONG, member, word(member).length(), longest);
        text.put(ours, word(member));
    }

    private void marks() {
        var refs = object.path("object_marking_refs");
        if (!refs.isMissingNode() && !refs.isArray() || refs.size() > MARKS) throw new Refused(Why.NO_MARKINGS, MARKS);
        var labels = new TreeSet<Tlp>();
        var codes = EnumSet.noneOf(Handling.class);
        for (var ref : refs) {
            var id = ref.isString() ? ref.stringValue() : "";
            switch (Label.read(id).orElseThrow(unknown(id))) {
                case Label.Tlp2(var tlp) -> labels.add(tlp);
                case Label.Code(var code) -> codes.add(code);
            }
        }
        if (labels.size() > 1) throw new Refused(Why.SEVERAL_LABELS);
        for (var tlp : labels) {
            if (tlp == Tlp.RED || tlp == Tlp.AMBER_STRICT) throw new Refused(Why.NAMES_READERS, tlp.toString());
            text.put("tlp", tlp.toString());
        }
        if (!handling.isEmpty() && !codes.isEmpty() && !handling.equals(codes)) throw new Refused(Why.TWO_HANDLINGS);
        handling.addAll(codes);
        if (handling.isEmpty()) return;
        var array = text.putArray("handling");
        handling.forEach(code -> array.add(code.name()));
    }

    private static Supplier<Refused> unknown(String id) {
        var shown = id.length() > 100 ? id.substring(0, 100) + "…" : id;
        return () -> new Refused(Why.UNKNOWN_MARKING, shown);
    }

    private void extension() {
        var extensions = object.path("extensions");
        if (!extensions.isMissingNode() && !extensions.isObject()) throw new Refused(Why.NO_EXTENSIONS);
        for (var name : extensions.propertyNames())
            if (!name.equals(Stix.EXTENSION)) throw new Refused(Why.UNKNOWN_EXTENSION, Stix.EXTENSION);
        var ours = extensions.path(Stix.EXTENSION);
        if (!ours.isMissingNode() && !ours.isObject()) throw new Refused(Why.NO_EXTENSION);
        for (var name : ours.propertyNames()) {
            if (OF_THE_ACT.contains(name)) continue;
            if (name.equals(Stix.FILES)) throw new Refused(Why.FILES);
            if (Stix.PLACED.contains(name)) throw new Refused(Why.NO_PLACE, name);
            if (name.equals("handling")) handling(ours.path(name));
            else text.set(name, ours.path(name));
        }
    }

    private void handling(JsonNode codes) {
        for (var code : codes) {
            var word = code.isString() ? code.stringValue() : "";
            handling.add(Arrays.stream(Handling.values())
                    .filter(one -> one.name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Refused(Why.NO_HANDLING_CODE)));
        }
        if (!codes.isArray() || codes.isEmpty()) throw new Refused(Why.NO_HANDLING);
    }

    private static Supplier<Refused> malformed() {
        return () -> new Refused(Why.MALFORMED);
    }

    private List<String> untaken() {
        var untaken = new ArrayList<String>();
        for (var name : object.propertyNames())
            if (!OF_THE_OBJECT.contains(name) && !READ.contains(name) && untaken.size() < MARKS)
                untaken.add(name.length() > 60 ? name.substring(0, 60) : name);
        return untaken;
    }

    /** What it is called by whoever wrote it; empty if nothing. */
    public static Optional<String> id(JsonNode object) {
        return Optional.of(object.path("id")).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    /** Whom it names as its author; empty if nobody. */
    public static Optional<String> creator(JsonNode object) {
        return Optional.of(object.path("created_by_ref"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue);
    }

    /** Whether it says that an act carries it, readable or not. */
    public static boolean namesAct(JsonNode object) {
        return object.path("extensions").path(Stix.EXTENSION).has("act");
    }

    /** The act that carries it, as this node or another wrote it; empty if it names none that can be read. */
    public static Optional<ActId> act(JsonNode object) {
        var name = object.path("extensions").path(Stix.EXTENSION).path("act");
        try {
            return name.isString() ? Optional.of(ActId.parse(name.stringValue())) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Its version; null if it says none. */
    public static @Nullable String version(JsonNode object) {
        var modified = object.path("modified");
        return modified.isString() ? modified.stringValue() : null;
    }
}
