package acorde.stix;

import acorde.exchange.Ref;
import acorde.exchange.Report;
import acorde.exchange.Texts;
import acorde.policy.Field;
import acorde.policy.Marking.Handling;
import acorde.policy.Tlp;
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

        Refused(String why) {
            super(why, null, false, false); // an answer, not a fault
        }
    }

    /** @param ref what the report is called here */
    public static StixRead read(JsonNode object, Ref ref) {
        try {
            return new StixReader(object).read(ref);
        } catch (Refused why) {
            return new StixRead.Bad(Objects.requireNonNull(why.getMessage()));
        }
    }

    private StixRead read(Ref ref) {
        if (!word("type").equals("report")) throw new Refused("Only objects of the type report are taken.");
        if (!word("spec_version").equals("2.1")) throw new Refused("\"spec_version\" is 2.1.");
        if (object.path("revoked").asBoolean(false))
            throw new Refused("It is revoked. What was sent is taken back in Exchange, by a person.");
        if (object.has("granular_markings"))
            throw new Refused("Markings of parts of an object cannot be kept here: mark the whole.");
        text.put("ref", ref.value());
        language();
        extension();
        texts();
        marks();
        Report.exposed(text).ifPresent(at -> {
            throw new Refused("objects[" + at + "]: somebody seeks or has protection, and the country of this person or"
                    + " document is not in \"never\": add it there, or leave it out here if it is not that person's.");
        });
        var report = Report.read(text).orElseThrow(malformed());
        return new StixRead.Good(report, untaken());
    }

    private String word(String member) {
        return object.path(member).isString() ? object.path(member).stringValue() : "";
    }

    private void language() {
        var language = object.has("lang") ? word("lang") : "es";
        if (!language.equals("es") && !language.equals("en"))
            throw new Refused("\"lang\" is es or en; without it a text is taken for Spanish.");
        text.put("language", language);
    }

    private void texts() {
        var titled =
                !object.path("extensions").path(Stix.EXTENSION).path("untitled").asBoolean(false);
        if (titled) put("title", "name", Field.TITLE);
        put("fact", "description", Field.FACT);
        if (titled && !text.has("title")) throw new Refused("\"name\" is missing: it becomes the title.");
    }

    private void put(String ours, String member, Field field) {
        if (!object.has(member)) return;
        var longest = Objects.requireNonNull(Texts.LONGEST.get(field));
        if (!object.path(member).isString()) throw new Refused("\"" + member + "\" is a text.");
        if (word(member).length() > longest)
            throw new Refused("\"" + member + "\" has " + word(member).length() + " characters; it may have " + longest
                    + ", and nothing is cut.");
        text.put(ours, word(member));
    }

    private void marks() {
        var refs = object.path("object_marking_refs");
        if (!refs.isMissingNode() && !refs.isArray() || refs.size() > MARKS)
            throw new Refused("\"object_marking_refs\" is a list of at most " + MARKS + " markings.");
        var labels = new TreeSet<Tlp>();
        var codes = EnumSet.noneOf(Handling.class);
        for (var ref : refs) {
            var id = ref.isString() ? ref.stringValue() : "";
            switch (Label.read(id).orElseThrow(unknown(id))) {
                case Label.Tlp2(var tlp) -> labels.add(tlp);
                case Label.Code(var code) -> codes.add(code);
            }
        }
        if (labels.size() > 1) throw new Refused("It has several labels of TLP: one is meant.");
        for (var tlp : labels) {
            if (tlp == Tlp.RED || tlp == Tlp.AMBER_STRICT)
                throw new Refused("TLP:" + tlp + " names persons or organisations, which cannot be named here yet.");
            text.put("tlp", tlp.toString());
        }
        if (!handling.isEmpty() && !codes.isEmpty() && !handling.equals(codes))
            throw new Refused("The handling codes of the extension and of \"object_marking_refs\" are not the same.");
        handling.addAll(codes);
        if (handling.isEmpty()) return;
        var array = text.putArray("handling");
        handling.forEach(code -> array.add(code.name()));
    }

    private static Supplier<Refused> unknown(String id) {
        var shown = id.length() > 100 ? id.substring(0, 100) + "…" : id;
        return () -> new Refused("The marking " + shown + " is none that is known here, and none is dropped.");
    }

    private void extension() {
        var extensions = object.path("extensions");
        if (!extensions.isMissingNode() && !extensions.isObject()) throw new Refused("\"extensions\" is an object.");
        for (var name : extensions.propertyNames())
            if (!name.equals(Stix.EXTENSION))
                throw new Refused(
                        "An extension is not known here, and may hold a marking: only " + Stix.EXTENSION + " is read.");
        var ours = extensions.path(Stix.EXTENSION);
        if (!ours.isMissingNode() && !ours.isObject()) throw new Refused("The extension is an object.");
        for (var name : ours.propertyNames()) {
            if (OF_THE_ACT.contains(name)) continue;
            if (name.equals(Stix.FILES))
                throw new Refused(
                        "Files do not come with it: they are sent at /api/v1/files and named at /api/v1/items.");
            if (Stix.PLACED.contains(name)) throw new Refused("\"" + name + "\" has no place in the extension.");
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
                    .orElseThrow(() -> new Refused("A handling code is H0, H1, H2 or H3.")));
        }
        if (!codes.isArray() || codes.isEmpty()) throw new Refused("\"handling\" is a list of codes.");
    }

    private static Supplier<Refused> malformed() {
        return () -> new Refused(
                "It does not come to a report: see spec/stix.md for what the members of the extension may be,"
                        + " and which stand together (H3 and its restriction; an alert, a title and a fact).");
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

    /** Its version; null if it says none. */
    public static @Nullable String version(JsonNode object) {
        var modified = object.path("modified");
        return modified.isString() ? modified.stringValue() : null;
    }
}
