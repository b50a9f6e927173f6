package acorde.stix;

import acorde.exchange.Item;
import acorde.exchange.Listed;
import acorde.exchange.Texts;
import acorde.exchange.Turn;
import acorde.policy.Field;
import acorde.policy.Marking.Handling;
import acorde.policy.Tlp;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes objects of STIX 2.1; {@code spec/stix.md} says what each member is. A function of what it is given.
 *
 * @param self the party whose node it is: whom a report never reaches is told to its provider alone (AS-4)
 * @param parties of the compact, with what each is called
 */
public record Stix(Names names, PartyCode self, SortedMap<PartyCode, String> parties) {
    /** What STIX has no place for stands in this extension; drawn once at random. */
    static final String EXTENSION = "extension-definition--4baa456b-63da-4813-8247-2dcc0b9012ca";

    /** Who made it, and the statements that handling codes are. */
    static final String ACORDE = "identity--6b0eae13-5fbc-42f3-928b-3421e24fd718";

    /** When the objects beside the items came to be: what they say has not changed since. */
    static final String BEGINNING = "2026-11-27T00:00:00.000Z";

    /** Members of a report that have a place of their own in STIX; {@code ref} is of the act alone. */
    static final Set<String> PLACED = Set.of("ref", "language", "title", "fact", "tlp");

    /** What is told of files: their bytes do not go with it, and a hash would let whoever has it look for them elsewhere. */
    static final String FILES = "attachments";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    public Stix {
        parties = Collections.unmodifiableSortedMap(new TreeMap<>(parties));
    }

    /** As STIX writes times; parts of a millisecond are cut. */
    public static String time(Instant time) {
        return TIME.format(time);
    }

    /** The {@code id} of a thing. */
    public static String id(Listed listed) {
        return "report--" + listed.place().name();
    }

    /** The {@code modified} of a thing: of one whose day of review was set anew, or that was given up, when this node had that. */
    public static String version(Listed listed) {
        return switch (listed) {
            case Listed.Here(var place, var item, var _, var renewed) ->
                time(renewed ? later(item.at(), place) : item.at());
            case Listed.Gone(var place, var said) -> time(later(said, place));
        };
    }

    private static Instant later(Instant said, Listed.Place place) {
        var added = Instant.EPOCH.plus(place.added(), ChronoUnit.MICROS);
        var next = said.plusMillis(1);
        return added.isAfter(next) ? added : next;
    }

    public ObjectNode write(Listed listed) {
        return switch (listed) {
            case Listed.Here here -> write(here.item(), version(here));
            case Listed.Gone gone -> gone(gone);
        };
    }

    private ObjectNode begun(Listed.Place place, Instant said, String modified) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("type", "report")
                .put("spec_version", "2.1")
                .put("id", "report--" + place.name())
                .put("created_by_ref", names.identity(place.act().party()))
                .put("created", time(said))
                .put("modified", modified);
        return json;
    }

    private ObjectNode write(Item item, String modified) {
        var report = item.report();
        var place = new Listed.Place(item.act(), names.of(item.act()), 0);
        var json = begun(place, item.at(), modified);
        json.put("lang", report.texts().language() == Texts.Language.EN ? "en" : "es")
                .put("name", report.texts().part(Field.TITLE).orElse(item.act().toString()));
        report.texts().part(Field.FACT).ifPresent(fact -> json.put("description", fact));
        json.put("published", time(item.at()));
        var refs = json.putArray("object_refs").add(names.identity(item.by()));
        if (report.turn() instanceof Turn.Answers(var request, var _)) refs.add(names.report(request));
        var marks = marks(report.marking().tlp(), report.marking().handling());
        if (!marks.isEmpty()) {
            var array = json.putArray("object_marking_refs");
            marks.forEach(mark -> array.add(mark.id()));
        }
        json.putObject("extensions").set(EXTENSION, extension(item));
        return json;
    }

    private static List<Label> marks(@Nullable Tlp tlp, Set<Handling> handling) {
        var marks = new ArrayList<Label>();
        if (tlp != null) marks.add(new Label.Tlp2(tlp));
        new TreeSet<>(handling).forEach(code -> marks.add(new Label.Code(code)));
        return marks;
    }

    /** All that the act says and STIX has no place for, by the same names. */
    private ObjectNode extension(Item item) {
        var report = item.report();
        var rest = report.toJson();
        if (!item.by().equals(self)) rest.remove("never");
        PLACED.forEach(rest::remove);
        for (var file : rest.path(FILES)) ((ObjectNode) file).retain("name", "type", "size");
        var extension = JsonMapper.shared().createObjectNode().put("extension_type", "property-extension");
        extension
                .put("act", item.act().toString())
                .put("office", item.office())
                .put("kind", report.turn().kind().code());
        if (report.texts().part(Field.TITLE).isEmpty()) extension.put("untitled", true);
        rest.forEachEntry(extension::set);
        return extension;
    }

    /** Nothing of what it said: it is gone. Whoever took it away learns that it is to go there too. */
    private ObjectNode gone(Listed.Gone gone) {
        var by = gone.place().act().party();
        var json = begun(gone.place(), gone.said(), version(gone));
        json.put("revoked", true).put("name", gone.place().act().toString()).put("published", time(gone.said()));
        json.putArray("object_refs").add(names.identity(by));
        return json;
    }

    /** The objects that the others refer to, in their order. */
    public List<ObjectNode> beside() {
        var all = new ArrayList<ObjectNode>();
        all.add(identity(ACORDE, "Acorde", "system"));
        parties.forEach((code, name) -> all.add(identity(names.identity(code), name, "organization")));
        all.add(definition());
        for (var tlp : List.of(Tlp.AMBER, Tlp.GREEN, Tlp.CLEAR)) all.add(new Label.Tlp2(tlp).json());
        for (var code : Handling.values()) all.add(new Label.Code(code).json());
        return all;
    }

    private static ObjectNode identity(String id, String name, String kind) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("type", "identity")
                .put("spec_version", "2.1")
                .put("id", id)
                .put("created", BEGINNING)
                .put("modified", BEGINNING)
                .put("name", name)
                .put("identity_class", kind);
    }

    private static ObjectNode definition() {
        var json = JsonMapper.shared().createObjectNode();
        json.put("type", "extension-definition")
                .put("spec_version", "2.1")
                .put("id", EXTENSION)
                .put("created_by_ref", ACORDE)
                .put("created", BEGINNING)
                .put("modified", BEGINNING)
                .put("name", "Acorde")
                .put("description", "Evaluation, handling, purpose, legal basis and limits of what states exchange.")
                .put("schema", "spec/stix.md")
                .put("version", "1.0.0");
        json.putArray("extension_types").add("property-extension");
        return json;
    }
}
