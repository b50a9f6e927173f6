package acorde.web.api;

import acorde.exchange.Item;
import acorde.exchange.Recalled;
import acorde.exchange.Received;
import acorde.policy.Field;
import acorde.policy.Purpose;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is exchanged, as programs read it. */
final class ItemJson {
    private ItemJson() {}

    /** A line of a list: nothing of what it says but its title. */
    static ObjectNode listed(Item item) {
        var report = item.report();
        var marking = report.marking();
        var terms = report.terms();
        var body = head(item);
        body.put("title", report.texts().part(Field.TITLE).orElse(null))
                .put("language", Answers.word(report.texts().language()))
                .put("exercise", report.exercise())
                .put("tlp", word(marking.tlp(), Object::toString))
                .put("evaluation", word(marking.evaluation(), Object::toString));
        texts(body.putArray("handling"), new TreeSet<>(marking.handling()));
        texts(body.putArray("purposes"), new TreeSet<>(terms.purposes()));
        return body.put("valid", word(terms.span().validTo(), Object::toString))
                .put("review", word(terms.span().reviewOn(), Object::toString));
    }

    private static ObjectNode head(Item item) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("act", item.act().toString())
                .put("by", item.by().value())
                .put("at", item.at().toString())
                .put("kind", item.report().turn().kind().code());
    }

    /** What opens. @param ours whether it is this party's: whom a report is kept from is told to nobody else (AS-4) */
    static ObjectNode open(Item item, Purpose purpose, boolean ours) {
        var body = head(item).put("office", item.office()).put("purpose", purpose.code());
        var report = item.report().toJson();
        if (!ours) report.remove("never");
        body.set("report", report);
        var asked = body.putArray("asked");
        for (var one : item.asked()) {
            var party = asked.addObject().put("party", one.party().value()).put("given", Answers.word(one.how()));
            texts(
                    party.putArray("without"),
                    one.without().stream().map(Field::code).toList());
            texts(party.putArray("rules"), one.rules());
        }
        return body;
    }

    /** What the nodes of those who were given it say became of it. */
    static ArrayNode became(List<Received> received) {
        var all = JsonMapper.shared().createArrayNode();
        for (var said : received) {
            var one = all.addObject()
                    .put("party", said.holder().value())
                    .put("stage", Answers.word(said.stage()))
                    .put("at", said.at().toString());
            texts(one.putArray("rules"), said.rules());
        }
        return all;
    }

    /** Who was given a copy, what was ordered of it, and who has answered. */
    static ArrayNode copies(List<Item.Copy> copies, List<Recalled> recalls) {
        var all = JsonMapper.shared().createArrayNode();
        for (var copy : copies) {
            var order = recalls.stream()
                    .filter(one -> one.item().equals(copy.act()))
                    .findFirst()
                    .map(ItemJson::order)
                    .orElse(null);
            all.addObject()
                    .put("party", copy.holder().value())
                    .put("act", copy.act().toString())
                    .set("order", order);
        }
        return all;
    }

    private static ObjectNode order(Recalled recalled) {
        var answer = recalled.answer();
        return JsonMapper.shared()
                .createObjectNode()
                .put("act", recalled.order().toString())
                .put("ground", Answers.word(recalled.why().ground()))
                .put("by", recalled.why().by().toString())
                .put("at", recalled.at().toString())
                .set(
                        "answer",
                        answer == null
                                ? null
                                : JsonMapper.shared()
                                        .createObjectNode()
                                        .put("act", answer.act().toString())
                                        .put("at", answer.at().toString())
                                        .put("held", answer.held()));
    }

    static void texts(ArrayNode list, Collection<?> all) {
        for (var one : all) list.add(one.toString());
    }

    private static <T> @Nullable String word(@Nullable T value, Function<T, String> written) {
        return value == null ? null : written.apply(value);
    }
}
