package acorde.acts;

import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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

    private static final int DEPTH = 64;
    private static final int NUMBER_DIGITS = 40;
    private static final Set<String> MEMBERS = Set.of("acorde", "kind", "by", "office", "at", "to", "after", "body");
    private static final Pattern KIND = Pattern.compile("[a-z]{1,30}\\.[a-z][a-z-]{0,30}");
    private static final Pattern OFFICE = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(NUMBER_DIGITS)
                            .maxDocumentLength(LIMIT)
                            .build())
                    .build())
            .build();
    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(ActText::newDigest);

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

    /** Reads an act that stands at {@code id}. Never throws for what the bytes hold. */
    static Reading read(ActId id, byte[] bytes) {
        if (bytes.length > LIMIT) return new Reading.Bad("TOO_LARGE");
        try {
            return read(id, JSON.readTree(bytes), sha256(bytes));
        } catch (JacksonException e) {
            return new Reading.Bad("NOT_JSON");
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return new Reading.Bad("MALFORMED");
        }
    }

    private static Reading read(ActId id, JsonNode text, Hash hash) {
        if (!text.isObject() || !MEMBERS.containsAll(text.propertyNames()) || text.size() != MEMBERS.size())
            return new Reading.Bad("MALFORMED");
        if (text.path("acorde").asInt(0) != 1) return new Reading.Bad("OTHER_VERSION");
        var kind = text.path("kind").asString("");
        var office = text.path("office").asString("");
        if (!KIND.matcher(kind).matches()
                || !OFFICE.matcher(office).matches()
                || !text.path("body").isObject()) return new Reading.Bad("MALFORMED");
        if (!text.path("by").asString("").equals(id.party().value())) return new Reading.Bad("BY_ANOTHER");
        var to = addressees(text.path("to"));
        if (to.size() > ADDRESSEES || to.size() != text.path("to").size()) return new Reading.Bad("MALFORMED");
        if (text.path("after").size() > DEPENDENCIES) return new Reading.Bad("TOO_MANY_AFTER");
        var after = dependencies(text.path("after"));
        for (var other : after)
            if (other.party().equals(id.party()) && other.index() >= id.index()) return new Reading.Bad("AFTER_ITSELF");
        var at = Instant.parse(text.path("at").asString(""));
        return new Reading.Good(new Act(id, kind, office, at, to, after, text.path("body"), hash));
    }

    private static SortedSet<PartyCode> addressees(JsonNode array) {
        if (!array.isArray() || array.size() > ADDRESSEES) throw new IllegalArgumentException("to");
        var parties = new TreeSet<PartyCode>();
        for (var code : array) parties.add(new PartyCode(code.asString("")));
        return parties;
    }

    private static List<ActId> dependencies(JsonNode array) {
        if (!array.isArray()) throw new IllegalArgumentException("after");
        var acts = new ArrayList<ActId>(array.size());
        for (var id : array) acts.add(ActId.parse(id.asString("")));
        return acts;
    }

    static Hash sha256(byte[] bytes) {
        return Hash.of(SHA256.get().digest(bytes));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
