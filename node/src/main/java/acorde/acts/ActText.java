package acorde.acts;

import acorde.postgres.Type;
import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import acorde.trustlog.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text of an act: what is written is what is committed to, kept and shown, so it is written once and never written again; see spec/act.md.
 */
final class ActText {
    /** Bytes of an act: room for a text of 100,000 characters in two languages, and small enough to hold a batch in memory. */
    static final int LIMIT = 1 << 20;

    /** Addressees of an act, as many as a compact has parties. */
    static final int ADDRESSEES = 64;

    /** Acts that one act may depend on. */
    static final int DEPENDENCIES = 64;

    /** Objects and arrays inside each other, the act itself being the first. */
    static final int DEPTH = 64;

    /** Digits of a number: more than any quantity needs, and few enough that no reader labours over one. */
    static final int NUMBER_DIGITS = 40;

    /** Names, values and brackets of an act: a tree of them takes many times the bytes of its text. */
    static final int TOKENS = 1 << 17;

    private static final Set<String> MEMBERS = Set.of("acorde", "kind", "by", "office", "at", "to", "after", "body");
    private static final Pattern KIND = Pattern.compile("[a-z]{1,30}\\.[a-z][a-z-]{0,30}");
    private static final Pattern OFFICE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /** UTC to the millisecond: databases keep no more than microseconds, and a time must be the same however it was stored. */
    private static final Pattern AT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,3})?Z");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(NUMBER_DIGITS)
                            .maxTokenCount(TOKENS)
                            .build())
                    .build())
            .build();

    private ActText() {}

    /** What the bytes of an act turned out to be. */
    sealed interface Reading {
        record Good(Act act) implements Reading {}

        /** @param rule why it is kept but rejected */
        record Bad(String rule) implements Reading {}
    }

    /** The bytes of an act. @throws IllegalArgumentException if it is past a limit */
    static byte[] write(Draft draft, PartyCode by, Instant at) {
        var text = JSON.createObjectNode();
        text.put("acorde", 1);
        text.put("kind", draft.kind());
        text.put("by", by.value());
        text.put("office", draft.office());
        text.put("at", at.truncatedTo(ChronoUnit.MILLIS).toString());
        var to = text.putArray("to");
        draft.to().forEach(party -> to.add(party.value()));
        var after = text.putArray("after");
        draft.after().forEach(act -> after.add(act.toString()));
        text.set("body", draft.body());
        var bytes = JSON.writeValueAsBytes(text);
        if (bytes.length > LIMIT)
            throw new IllegalArgumentException("an act is at most 1 MiB long, this one has " + bytes.length + " bytes");
        return bytes;
    }

    /** Reads an act that stands at {@code id}, for {@code reader}. Never throws for what the bytes hold. */
    static Reading read(ActId id, byte[] bytes, PartyCode reader) {
        if (bytes.length > LIMIT) return new Reading.Bad("TOO_LARGE");
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var act = JSON.readTree(text);
            if (act.isMissingNode()) return new Reading.Bad("NOT_JSON"); // nothing but white space
            if (text.contains("\\u") && !storable(act)) return new Reading.Bad("MALFORMED");
            return read(id, act, Hash.sha256(bytes), reader);
        } catch (CharacterCodingException | JacksonException e) {
            return new Reading.Bad("NOT_JSON");
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Reading.Bad("MALFORMED");
        }
    }

    /** What a stored entry says; empty if its content is not here or is not an act. */
    static Optional<Act> read(ActId id, StoredEntry entry, PartyCode reader) {
        var bytes = entry.act();
        if (bytes == null) return Optional.empty();
        return read(id, bytes, reader) instanceof Reading.Good(var act) ? Optional.of(act) : Optional.empty();
    }

    private static Reading read(ActId id, JsonNode text, Hash hash, PartyCode reader) { // all that a verdict rests on
        var version = text.path("acorde");
        if (!version.isIntegralNumber()) return new Reading.Bad("MALFORMED");
        if (!version.isInt() || version.intValue() != 1) return new Reading.Bad("OTHER_VERSION");
        if (!MEMBERS.containsAll(text.propertyNames()) || text.size() != MEMBERS.size())
            return new Reading.Bad("MALFORMED");
        var kind = text(text, "kind", KIND);
        var office = text(text, "office", OFFICE);
        var at = at(text(text, "at", AT));
        var by = party(text.path("by"));
        var to = addressees(text.path("to"));
        var after = dependencies(text.path("after"));
        var body = text.path("body");
        if (!body.isObject()) return new Reading.Bad("MALFORMED");
        if (!by.equals(id.party())) return new Reading.Bad("BY_ANOTHER");
        if (after.size() > DEPENDENCIES) return new Reading.Bad("TOO_MANY_AFTER");
        for (var other : after)
            if (other.party().equals(id.party()) && other.index() >= id.index()) return new Reading.Bad("AFTER_ITSELF");
        if (!reader.equals(id.party()) && !to.contains(reader)) return new Reading.Bad("TO_DISAGREES");
        return new Reading.Good(new Act(id, kind, office, at, to, after, body, hash));
    }

    /** As {@link Instant#parse}, which takes a good part of the time an act takes. @param text of the shape {@link #AT} */
    private static Instant at(String text) {
        var minute = LocalDateTime.of(
                Integer.parseInt(text, 0, 4, 10),
                Integer.parseInt(text, 5, 7, 10),
                Integer.parseInt(text, 8, 10, 10),
                Integer.parseInt(text, 11, 13, 10),
                Integer.parseInt(text, 14, 16, 10),
                Integer.parseInt(text, 17, 19, 10));
        var fraction = text.charAt(19) == '.' ? text.substring(20, text.length() - 1) : "0";
        var millis = Integer.parseInt(fraction) * (fraction.length() == 1 ? 100 : fraction.length() == 2 ? 10 : 1);
        return minute.toInstant(ZoneOffset.UTC).plusMillis(millis);
    }

    private static String text(JsonNode node, String member, Pattern shape) {
        return text(node.path(member), shape);
    }

    private static String text(JsonNode value, Pattern shape) {
        if (!value.isString() || !shape.matcher(value.stringValue()).matches())
            throw new IllegalArgumentException("not of the shape " + shape);
        return value.stringValue();
    }

    private static PartyCode party(JsonNode code) {
        if (!code.isString()) throw new IllegalArgumentException("not a party");
        return new PartyCode(code.stringValue());
    }

    private static SortedSet<PartyCode> addressees(JsonNode array) {
        if (!array.isArray() || array.size() > ADDRESSEES) throw new IllegalArgumentException("to");
        var parties = new TreeSet<PartyCode>();
        for (var code : array) if (!parties.add(party(code))) throw new IllegalArgumentException("named twice");
        return parties;
    }

    private static List<ActId> dependencies(JsonNode array) {
        if (!array.isArray()) throw new IllegalArgumentException("after");
        var acts = new ArrayList<ActId>();
        for (var id : array) {
            if (!id.isString()) throw new IllegalArgumentException("after");
            acts.add(ActId.parse(id.stringValue()));
        }
        return acts;
    }

    /** Whether every text in it can be stored and written as UTF-8 again: JSON can escape what Unicode text cannot hold, and U+0000. */
    private static boolean storable(JsonNode node) {
        if (node.isString() && !Type.holds(node.stringValue())) return false;
        for (var name : node.propertyNames()) if (!Type.holds(name)) return false;
        for (var child : node) if (!storable(child)) return false;
        return true;
    }

    /** Bytes an act takes in memory, about: a tree of small things takes many times the bytes of its text. */
    static int weight(Act act) {
        return 512 + weight(act.body());
    }

    private static int weight(JsonNode node) {
        var weight = 64;
        if (node.isString()) return weight + node.stringValue().length();
        if (node.isObject())
            for (var member : node.properties()) weight += 64 + member.getKey().length() + weight(member.getValue());
        else if (node.isArray()) for (var child : node) weight += weight(child);
        return weight;
    }
}
