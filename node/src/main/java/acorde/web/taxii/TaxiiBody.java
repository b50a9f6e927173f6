package acorde.web.taxii;

import acorde.postgres.Type;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An envelope of TAXII, or a bundle of STIX, as a program sends it, read within bounds. */
final class TaxiiBody {
    /** Objects of one envelope. */
    static final int OBJECTS = 1_000;

    private static final int DEPTH = 32;
    private static final int NUMBER_DIGITS = 40;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(NUMBER_DIGITS)
                            .maxDocumentLength(Taxii.MOST_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private TaxiiBody() {}

    /** The objects of it. @throws TaxiiFault if it is no envelope, or larger than one may be */
    static List<JsonNode> objects(HttpServletRequest request) {
        Taxii.requireOurs(request);
        var body = parse(bytes(request));
        var objects = body.path("objects");
        if (!objects.isArray() || objects.isEmpty())
            throw TaxiiFault.of(422, words -> words.say("taxii.fault.no-objects"));
        if (objects.size() > OBJECTS) throw TaxiiFault.of(413, words -> words.say("taxii.fault.too-many", OBJECTS));
        var all = new ArrayList<JsonNode>();
        objects.forEach(all::add);
        return all;
    }

    private static byte[] bytes(HttpServletRequest request) {
        try {
            var bytes = request.getInputStream().readNBytes(Taxii.MOST_BYTES + 1);
            if (bytes.length > Taxii.MOST_BYTES)
                throw TaxiiFault.of(413, words -> words.say("taxii.fault.too-large", Taxii.MOST_BYTES >> 20));
            return bytes;
        } catch (IOException e) {
            throw TaxiiFault.unreadable(words -> words.say("taxii.fault.broke-off"));
        }
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            var body = JSON.readTree(bytes);
            if (body.isObject()) return body;
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw TaxiiFault.unreadable(words -> place == null
                    ? words.say("taxii.fault.not-json", DEPTH)
                    : words.say("taxii.fault.not-json.at", DEPTH, place.getLineNr(), place.getColumnNr()));
        }
        throw TaxiiFault.unreadable(words -> words.say("taxii.fault.not-object"));
    }

    /** Whether a database can hold every text in it. */
    static boolean isHoldable(JsonNode node) {
        if (node.isString() && !Type.holds(node.stringValue())) return false;
        for (var name : node.propertyNames()) if (!Type.holds(name)) return false;
        for (var child : node) if (!isHoldable(child)) return false;
        return true;
    }
}
