package acorde.imports;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of MISP: an event, or several as its interface answers them, read within bounds. */
final class MispFile {
    /** Events of one file. */
    static final int EVENTS = 100;

    private static final int DEPTH = 32;
    private static final int NUMBER_DIGITS = 40;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(NUMBER_DIGITS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private MispFile() {}

    static Reading read(byte[] bytes, Reader reader) {
        JsonNode file;
        try {
            file = JSON.readTree(bytes);
        } catch (JacksonException _) {
            return new Reading.Not(Reading.Why.NOT_JSON);
        }
        var answered = file.path("response");
        var all = file.isArray() ? file : answered.isArray() ? answered : null;
        var events = new ArrayList<JsonNode>();
        if (all == null) events.add(answered.isObject() ? answered : file);
        else all.forEach(events::add);
        if (events.size() > EVENTS) return new Reading.Not(Reading.Why.TOO_MANY_EVENTS);
        if (events.stream().noneMatch(each -> each.path("Event").isObject()))
            return new Reading.Not(Reading.Why.NOT_MISP);
        return new Reading.Read(candidates(events, reader));
    }

    private static List<Candidate> candidates(List<JsonNode> events, Reader reader) {
        var candidates = new ArrayList<Candidate>();
        for (var number = 0; number < events.size(); number++) {
            var place = "Event[" + number + "]";
            candidates.add(new MispEvent(events.get(number).path("Event"), place, reader).read());
        }
        return candidates;
    }
}
