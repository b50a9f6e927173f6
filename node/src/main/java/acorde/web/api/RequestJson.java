package acorde.web.api;

import acorde.exchange.Item;
import acorde.exchange.Outcome;
import acorde.exchange.Turn;
import acorde.policy.Field;
import acorde.requests.Requests;
import acorde.requests.Standing;
import acorde.requests.Tally;
import acorde.requests.Word;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a request stands, as programs read it; nothing of what it says but its title. */
final class RequestJson {
    private RequestJson() {}

    static ObjectNode of(Requests.Listed one) {
        return of(one, one.item());
    }

    /** @param read what was asked with its texts; null if it was not read */
    static ObjectNode of(Requests.Listed one, @Nullable Item read) {
        var request = one.request();
        var title = Optional.ofNullable(read)
                .flatMap(item -> item.report().texts().part(Field.TITLE))
                .orElse(null);
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("act", request.act().toString())
                .put("by", request.by().value())
                .put("to", request.to().value())
                .put("at", one.item().at().toString())
                .put("title", title)
                .put("exercise", one.item().report().exercise())
                .put("urgency", Answers.word(request.urgency()))
                .put(
                        "office",
                        one.item().report().turn() instanceof Turn.Asks(var _, var office) && office != null
                                ? office.value()
                                : null)
                .put("received", time(request.clocks().received()))
                .put("proven", time(request.clocks().proven()));
        body.set("stands", stands(one.standing()));
        var words = body.putArray("words");
        for (var said : request.words())
            words.addObject()
                    .put("act", said.act().toString())
                    .put("office", said.office())
                    .put("at", said.at().toString())
                    .put("word", Answers.word(said.word().kind()))
                    .put("code", code(said.word()));
        var answers = body.putArray("answers");
        for (var reply : request.replies())
            answers.addObject()
                    .put("act", reply.act().toString())
                    .put("at", reply.at().toString())
                    .put("interim", reply.interim())
                    .put("outcome", outcome(reply.outcome()));
        return body;
    }

    private static ObjectNode stands(Standing standing) {
        var body = JsonMapper.shared().createObjectNode();
        return switch (standing) {
            case Standing.Underway _ -> body.put("state", "underway");
            case Standing.Open(var due, var light) ->
                body.put("state", "open")
                        .put("from", due.from().toString())
                        .put("due", due.until().toString())
                        .put("light", Answers.word(light));
            case Standing.Answered(var at, var late) ->
                body.put("state", "answered").put("at", at.toString()).put("late", late);
            case Standing.Refused(var ground, var at, var late) ->
                body.put("state", "refused")
                        .put("at", at.toString())
                        .put("late", late)
                        .put("ground", Answers.word(ground));
            case Standing.TakenBack(var at) -> body.put("state", "taken-back").put("at", at.toString());
        };
    }

    private static @Nullable String code(Word word) {
        return switch (word) {
            case Word.Acknowledged _ -> null;
            case Word.Extended(var reason) -> Answers.word(reason);
            case Word.Refused(var ground) -> Answers.word(ground);
        };
    }

    private static @Nullable String outcome(@Nullable Outcome outcome) {
        return outcome == null ? null : Answers.word(outcome.kind());
    }

    /** How the requests of each pair came out. */
    static ObjectNode of(List<Tally> tallies) {
        var body = JsonMapper.shared().createObjectNode();
        var pairs = body.putArray("pairs");
        for (var tally : tallies) {
            var one = pairs.addObject()
                    .put("by", tally.pair().by().value())
                    .put("to", tally.pair().to().value())
                    .put("asked", tally.asked());
            counts(one.putArray("states"), tally.states());
            counts(one.putArray("refused"), tally.refused());
            counts(one.putArray("outcomes"), tally.outcomes());
        }
        return body;
    }

    private static void counts(ArrayNode all, Map<? extends Enum<?>, Integer> counts) {
        counts.forEach(
                (what, count) -> all.addObject().put("what", Answers.word(what)).put("count", count));
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
