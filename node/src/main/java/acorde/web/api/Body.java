package acorde.web.api;

import acorde.compact.Remark;
import acorde.postgres.Type;
import acorde.trustlog.Hash;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of a request, read strictly. What is wrong with it is told in a {@link Problem}. */
final class Body {
    /** Bytes of a body: several times the longest act. */
    static final int LIMIT = 4 << 20;

    private static final int DEPTH = 32;
    private static final int NUMBER_DIGITS = 40;
    private static final int HASH_LENGTH = 71;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(NUMBER_DIGITS)
                            .maxDocumentLength(LIMIT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ObjectNode node;

    private Body(ObjectNode node) {
        this.node = node;
    }

    /** Reads an object of exactly these members; one that may be left out is written out as null. */
    static Body read(HttpServletRequest request, String... members) {
        return read(request, Set.of(), members);
    }

    /** The same, but those may be left out. */
    static Body read(HttpServletRequest request, Set<String> optional, String... members) {
        requireJson(request);
        var node = parse(bytes(request));
        var known = List.of(members);
        for (var name : node.propertyNames())
            if (!known.contains(name))
                throw Problem.unreadable("No member is called \"" + shortened(name) + "\" here; known are "
                        + String.join(", ", known) + ".");
        for (var name : known)
            if (!node.has(name) && !optional.contains(name))
                throw Problem.unreadable("The member \"" + name + "\" is missing; it may be null where allowed.");
        return new Body(node);
    }

    private static void requireJson(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null || !MediaType.APPLICATION_JSON.isCompatibleWith(parsed(type)))
            throw Problem.of(415, "Not JSON", "Send the body as Content-Type: application/json.");
    }

    /** Reads an object whose members its reader looks at. */
    static JsonNode readWhole(HttpServletRequest request) {
        requireJson(request);
        return parse(bytes(request));
    }

    private static MediaType parsed(String type) {
        try {
            return MediaType.parseMediaType(type);
        } catch (RuntimeException _) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    private static byte[] bytes(HttpServletRequest request) {
        try {
            var bytes = request.getInputStream().readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) throw Problem.of(413, "Too large", "A body has at most 4 MiB: shorten it.");
            return bytes;
        } catch (IOException e) {
            throw Problem.unreadable("The body broke off.");
        }
    }

    private static ObjectNode parse(byte[] bytes) {
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode node) {
                if (holdable(node)) return node;
                throw Problem.unreadable(
                        "A text in the body holds the character U+0000 or half a character, which no text can keep.");
            }
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw Problem.unreadable("The body is not JSON as it is read here: "
                    + (place == null ? "" : "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ")
                    + shortened(String.valueOf(e.getOriginalMessage())));
        }
        throw Problem.unreadable("The body is not a JSON object.");
    }

    /**
     * JSON can escape what no text of the database can hold, nor any answer: it is refused before anything looks at it.
     */
    private static boolean holdable(JsonNode node) {
        if (node.isString() && !Type.holds(node.stringValue())) return false;
        for (var name : node.propertyNames()) if (!Type.holds(name)) return false;
        for (var child : node) if (!holdable(child)) return false;
        return true;
    }

    private static String shortened(String text) {
        return text.length() <= 160 ? text : text.substring(0, 160) + "…";
    }

    String word(String name) {
        if (node.path(name).isString()) return node.path(name).stringValue();
        throw Problem.unreadable("The member \"" + name + "\" is a text in quotes.");
    }

    boolean isNull(String name) {
        return node.path(name).isNull();
    }

    /** A member as it stands, for who reads it as strictly. */
    JsonNode value(String name) {
        return node.path(name);
    }

    JsonNode object(String name) {
        if (node.path(name).isObject()) return node.path(name);
        throw Problem.unreadable("The member \"" + name + "\" is an object.");
    }

    /** A hash as {@code sha256:} and 64 small hexadecimal digits. */
    Hash hash(String name) {
        var text = word(name);
        try {
            if (text.length() == HASH_LENGTH && text.startsWith("sha256:"))
                return Hash.ofHex(text.substring("sha256:".length()));
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw Problem.unreadable("The member \"" + name + "\" is \"sha256:\" and 64 small hexadecimal digits.");
    }

    /** What a party says in passing, in Spanish, in English, or in both. */
    Remark remark(String name) {
        var remark = object(name);
        for (var language : remark.propertyNames())
            if (!language.equals("es") && !language.equals("en"))
                throw Problem.unreadable("\"" + name + "\" has \"es\" and \"en\", nothing else.");
        var es = language(remark, name, "es");
        var en = language(remark, name, "en");
        try {
            return new Remark(es, en);
        } catch (IllegalArgumentException e) {
            throw Problem.rule(422, "Words are missing", name + ": " + e.getMessage(), "REASON_MISSING");
        }
    }

    private static @Nullable String language(JsonNode remark, String name, String language) {
        var text = remark.path(language);
        if (text.isMissingNode() || text.isNull()) return null;
        if (text.isString()) return text.stringValue();
        throw Problem.unreadable("\"" + name + "." + language + "\" is a text in quotes.");
    }
}
