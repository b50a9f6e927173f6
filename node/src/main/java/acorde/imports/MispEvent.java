package acorde.imports;

import acorde.compact.Bilingual;
import acorde.exchange.Report;
import acorde.exchange.Texts;
import acorde.exchange.Thing;
import acorde.imports.Left.Why;
import acorde.policy.Field;
import acorde.policy.Tlp;
import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One event of MISP (its core format), read as a report. What has no field of ours stands in the fact, a line each, as the event has it. */
final class MispEvent {
    /** Members that are read, and those that say who keeps the event and when, which the act says of itself once it is signed. */
    private static final Set<String> READ = Set.of(
            "info",
            "date",
            "uuid",
            "Orgc",
            "Attribute",
            "Object",
            "Tag",
            "distribution",
            "sharing_group_id",
            "SharingGroup",
            "id",
            "org_id",
            "orgc_id",
            "Org",
            "timestamp",
            "publish_timestamp",
            "sighting_timestamp",
            "published",
            "attribute_count",
            "locked",
            "event_creator_email",
            "extends_uuid");

    /** Taxonomies whose tags say how something must be treated: one that cannot be kept is not dropped (MISP/misp-taxonomies). */
    private static final Set<String> MARKINGS = Set.of(
            "tlp", "pap", "iep", "iep2-policy", "de-vs", "fr-classif", "nato", "dni-ism", "dcso-sharing", "cssa");

    /** Taxonomies whose tags grade. */
    private static final Set<String> GRADES = Set.of("admiralty-scale", "estimative-language");

    private static final Set<String> FILES = Set.of("attachment", "malware-sample");

    /** What attributes are by their type, or by what they are in an object; true of those that hold a number. */
    private static final Map<String, Map.Entry<Thing.Kind, Boolean>> KINDS = Map.of(
            "full-name", Map.entry(Thing.Kind.PERSON, false),
            "target-org", Map.entry(Thing.Kind.ORGANISATION, false),
            "target-location", Map.entry(Thing.Kind.PLACE, false),
            "passport-number", Map.entry(Thing.Kind.DOCUMENT, true),
            "identity-card-number", Map.entry(Thing.Kind.DOCUMENT, true),
            "license-plate-number", Map.entry(Thing.Kind.VEHICLE, true),
            "vin", Map.entry(Thing.Kind.VEHICLE, true),
            "imo-number", Map.entry(Thing.Kind.VESSEL, true),
            "mmsi", Map.entry(Thing.Kind.VESSEL, true),
            "tail-number", Map.entry(Thing.Kind.AIRCRAFT, true));

    /** Characters of a number or word of its sharing that is shown. */
    private static final int SHORT = 60;

    private final JsonNode event;
    private final String place;
    private final Reader reader;
    private final Made made = new Made();
    private final List<Left> left = new ArrayList<>();
    private final StringBuilder fact = new StringBuilder();
    private int toIds;

    MispEvent(JsonNode event, String place, Reader reader) {
        this.event = event;
        this.place = place;
        this.reader = reader;
    }

    Candidate read() {
        var refused = event.isObject() ? refusal(event.path("Tag"), "Tag") : Why.NOT_AN_ATTRIBUTE;
        if (refused != null) {
            if (!event.isObject()) leave("", "", refused);
            return candidate(null);
        }
        head();
        attributes(event.path("Attribute"), "Attribute", "");
        objects();
        for (var name : event.propertyNames())
            if (!READ.contains(name) && !isNothing(event.path(name))) leave(name, "", Why.MEMBER);
        if (!fact.isEmpty()) made.texts.put(Field.FACT, fact.toString());
        var says = made.texts.containsKey(Field.TITLE) || !fact.isEmpty() || !made.things.isEmpty();
        var report = says ? made.report(reader).orElse(null) : null;
        if (report == null) leave("", "", Why.EMPTY);
        return candidate(report);
    }

    private Candidate candidate(@Nullable Report report) {
        var hash = Hash.sha256(("misp\n" + event).getBytes(StandardCharsets.UTF_8));
        var group = text(event.path("SharingGroup"), "name");
        var sharing = new Candidate.Sharing(
                plain(event.path("distribution")),
                group.isEmpty() ? plain(event.path("sharing_group_id")) : group,
                toIds);
        return new Candidate(hash.hex(), place, report, left, sharing);
    }

    private void leave(String where, String what, Why why) {
        if (left.size() < Imports.LEFT) left.add(new Left(where, what, why));
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull() || (node.isContainer() && node.isEmpty());
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).isString() ? node.path(member).stringValue().strip() : "";
    }

    /** A number or a short word, as MISP writes both. */
    private static String plain(JsonNode node) {
        var text = node.isString() ? node.stringValue() : node.isIntegralNumber() ? node.toString() : "";
        return text.length() <= SHORT ? text : "";
    }

    private void head() {
        var title = text(event, "info");
        var longest = Objects.requireNonNull(Texts.LONGEST.get(Field.TITLE));
        if (title.isEmpty()) leave("info", "", Why.EMPTY);
        else if (Bilingual.fault(title) != null) leave("info", "", Why.UNKEEPABLE);
        else if (title.length() > longest || title.contains("\n")) {
            leave("info", title, Why.TOO_LONG);
            line("info", title, "info");
        } else made.texts.put(Field.TITLE, title);
        var source = new StringBuilder("MISP");
        for (var part : List.of(text(event.path("Orgc"), "name"), text(event, "date"), text(event, "uuid")))
            if (!part.isEmpty() && part.length() <= 200 && Bilingual.fault(part) == null)
                source.append(", ").append(part);
        made.texts.put(Field.SOURCE, source.toString());
    }

    private void objects() {
        var objects = event.path("Object");
        for (var number = 0; number < objects.size(); number++) {
            var object = objects.path(number);
            var where = "Object[" + number + "]";
            if (object.path("deleted").asBoolean(false)) leave(where, text(object, "name"), Why.DELETED);
            else if (!object.isObject()) leave(where, "", Why.NOT_AN_ATTRIBUTE);
            else attributes(object.path("Attribute"), where + ".Attribute", text(object, "name"));
        }
    }

    private void attributes(JsonNode attributes, String where, String object) {
        for (var number = 0; number < attributes.size(); number++)
            attribute(attributes.path(number), where + "[" + number + "]", object);
    }

    private void attribute(JsonNode one, String where, String object) {
        var type = text(one, "type");
        var value = text(one, "value");
        var relation = text(one, "object_relation");
        var what = (object.isEmpty() ? "" : object + " ") + (relation.isEmpty() ? type : relation);
        if (type.isEmpty() || value.isEmpty()) leave(where, what, Why.NOT_AN_ATTRIBUTE);
        else if (one.path("deleted").asBoolean(false)) leave(where, what, Why.DELETED);
        else if (FILES.contains(type) || one.has("data")) leave(where, what, Why.FILE);
        else if (Bilingual.fault(value) != null || Bilingual.fault(what) != null) leave(where, what, Why.UNKEEPABLE);
        else if (refusal(one.path("Tag"), where) == null) {
            if (one.path("to_ids").asBoolean(false)) toIds++;
            var kind = KINDS.containsKey(relation) ? KINDS.get(relation) : KINDS.get(type);
            if (kind != null && thing(kind, value)) return;
            var comment = text(one, "comment");
            line(
                    what,
                    comment.isEmpty() || Bilingual.fault(comment) != null ? value : value + " (" + comment + ")",
                    where);
        }
    }

    /** @return whether it was taken as one */
    private boolean thing(Map.Entry<Thing.Kind, Boolean> kind, String value) {
        if (made.things.size() == Thing.MOST) return false;
        try {
            made.things.add(
                    new Thing(kind.getKey(), kind.getValue() ? null : value, kind.getValue() ? value : null, null));
            return true;
        } catch (IllegalArgumentException _) {
            return false; // too long for one, or of several lines: it stands in the fact
        }
    }

    private void line(String what, String text, String where) {
        var longest = Objects.requireNonNull(Texts.LONGEST.get(Field.FACT));
        var line = (fact.isEmpty() ? "" : "\n") + what + ": " + text;
        if (fact.length() + line.length() > longest) leave(where, what, Why.NO_ROOM);
        else fact.append(line);
    }

    /** Reads the tags of something, and takes its label over. @return why it is not taken, which was then told; null if it is */
    private @Nullable Why refusal(JsonNode tags, String where) {
        var labels = new TreeSet<Tlp>();
        var others = new ArrayList<Left>();
        for (var tag : tags) {
            var name = text(tag, "name");
            var space =
                    name.contains(":") ? name.substring(0, name.indexOf(':')).toLowerCase(Locale.ROOT) : "";
            var label = space.equals("tlp") ? Tlp.read(name.toUpperCase(Locale.ROOT)) : Optional.<Tlp>empty();
            if (label.isPresent()) labels.add(label.get());
            else if (MARKINGS.contains(space)) return told(where, name, Why.MARKING_UNKNOWN);
            else if (others.size() < Imports.LEFT)
                others.add(new Left(where, name, GRADES.contains(space) ? Why.GRADED : Why.TAG));
        }
        if (labels.size() > 1) return told(where, labels.toString(), Why.MARKING_SEVERAL);
        for (var label : labels) {
            if (label == Tlp.RED || label == Tlp.AMBER_STRICT) return told(where, "TLP:" + label, Why.MARKING_NARROW);
            made.strictest(label);
        }
        others.forEach(other -> leave(other.place(), other.what(), other.why()));
        return null;
    }

    private Why told(String where, String what, Why why) {
        leave(where, what, why);
        return why;
    }
}
