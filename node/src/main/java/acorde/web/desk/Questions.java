package acorde.web.desk;

import acorde.compact.ItemKey;
import acorde.monitoring.Days;
import acorde.web.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is asked of the texts that are written field by field: areas and their indicators, the charter, thresholds, the calendar of publication. */
final class Questions {
    /** The kinds of items that have such a form. */
    static final List<ItemKey.Kind> KINDS = List.of(
            ItemKey.Kind.AREA,
            ItemKey.Kind.INDICATOR,
            ItemKey.Kind.CHARTER,
            ItemKey.Kind.THRESHOLDS,
            ItemKey.Kind.PUBLICATION);

    /** Those of which a compact has many, each under a code of its own. */
    static final Set<ItemKey.Kind> MANY = EnumSet.of(ItemKey.Kind.AREA, ItemKey.Kind.INDICATOR);

    private Questions() {}

    /** Some of it under one heading, which is empty where there is none. */
    record Part(Function<Words, String> heading, List<Question> asked) {
        Part {
            asked = List.copyOf(asked);
        }

        Part(Question... asked) {
            this(_ -> "", List.of(asked));
        }
    }

    /** In the order in which it is asked and read; nothing for other kinds. */
    static List<Part> of(ItemKey.Kind kind, JsonNode text) {
        return switch (kind) {
            case AREA ->
                List.of(new Part(Question.choice("/kind", "focus", "cross-cutting"), Question.lines("/title")));
            case INDICATOR -> List.of(indicator());
            case CHARTER -> charter(text);
            case THRESHOLDS -> each(text, "rules", Questions::rule);
            case PUBLICATION ->
                List.of(new Part(
                        Question.of(Question.Kind.DAY, "/first", ""),
                        Question.of(Question.Kind.COUNT, "/months", "asked.months.hint"),
                        Question.of(Question.Kind.COUNT, "/graceDays", "asked.graceDays.hint"),
                        Question.of(Question.Kind.FLAG, "/talks", ""),
                        Question.of(Question.Kind.FLAG, "/reports", ""),
                        Question.texts("/meaning")));
            case INSTRUMENT, INITIATIVE, MEETING, GROUP, EVENT, SOURCE, RELEASE -> List.of();
        };
    }

    /** The whole of a measure: parties agree on that or on none. */
    private static Part indicator() {
        return new Part(
                Question.of(Question.Kind.WORD, "/area", ""),
                Question.lines("/name"),
                Question.lines("/unit"),
                Question.choice("/kind", "output", "outcome"),
                Question.choice("/counted", "things", "persons", "share"),
                Question.of(Question.Kind.NUMBER, "/baseline", ""),
                Question.of(Question.Kind.DAY, "/baselineAt", ""),
                Question.of(Question.Kind.NUMBER, "/target", ""),
                Question.of(Question.Kind.DAY, "/targetAt", ""),
                Question.of(Question.Kind.COUNT, "/everyMonths", "asked.months.hint"),
                Question.of(Question.Kind.FLAG, "/adds", ""));
    }

    private static List<Part> charter(JsonNode text) {
        var parts = new ArrayList<Part>();
        parts.add(new Part(Question.lines("/title")));
        parts.addAll(each(
                text,
                "parties",
                (party, at) -> new Part(
                        words -> words.party(code(party)),
                        List.of(
                                Question.of(Question.Kind.WORD, at + "/zone", "asked.parties.zone.hint"),
                                Question.lines(at + "/name"),
                                Question.lines(at + "/body")))));
        return parts;
    }

    private static Part rule(JsonNode rule, String at) {
        var key = "threshold." + code(rule);
        var hint = code(rule).equals("ladder") ? "asked.days.ladder" : "";
        return new Part(
                words -> words.knows(key) ? words.say(key) : code(rule),
                List.of(Question.of(Question.Kind.COUNTS, at + "/days", hint), Question.texts(at + "/meaning")));
    }

    private static String code(JsonNode element) {
        return element.path("code").asString("");
    }

    private interface Element {
        Part part(JsonNode element, String at);
    }

    private static List<Part> each(JsonNode text, String list, Element element) {
        return IntStream.range(0, text.path(list).size())
                .mapToObj(i -> element.part(text.path(list).get(i), "/" + list + "/" + i))
                .toList();
    }

    /** What a form begins with: the text in force, with what of it must be there to be filled in. @param inForce null for a new item */
    static ObjectNode begin(ItemKey.Kind kind, @Nullable JsonNode inForce) {
        var text = inForce == null ? JsonNodeFactory.instance.objectNode() : (ObjectNode) inForce.deepCopy();
        if (kind == ItemKey.Kind.AREA && inForce == null) text.putObject("title");
        if (kind == ItemKey.Kind.INDICATOR && inForce == null) {
            text.putObject("name");
            text.putObject("unit");
        }
        if (kind == ItemKey.Kind.THRESHOLDS) {
            var rules = text.withArray("rules");
            for (var code : Days.RULES)
                if (rules.valueStream().noneMatch(rule -> code(rule).equals(code)))
                    rules.addObject().put("code", code).putObject("meaning");
        }
        return text;
    }
}
