package acorde.web.desk;

import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.compact.Thresholds;
import acorde.monitoring.Days;
import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A text of the compact as it is typed: what it comes to, and what is wrong with it, field by field. What no field asks for stays as it was. */
final class ItemForm {
    private final ItemKey.Kind kind;
    private final List<Questions.Part> parts;
    private final Map<String, String> typed;
    private final ObjectNode begin;
    private final ObjectNode text;

    /**
     * @param begin see {@link Questions#begin}
     * @param typed by the names of the fields
     */
    ItemForm(ItemKey.Kind kind, ObjectNode begin, Map<String, String> typed) {
        this.kind = kind;
        this.parts = Questions.of(kind, begin);
        this.typed = Map.copyOf(typed);
        this.begin = begin;
        this.text = begin.deepCopy();
        each(parts, (question, place) -> Question.put(text, place, question.value(typed(place))));
    }

    /** A form that nobody has touched. */
    static ItemForm of(ItemKey.Kind kind, ObjectNode begin) {
        var typed = new TreeMap<String, String>();
        each(
                Questions.of(kind, begin),
                (question, place) -> typed.put(Question.name(place), question.typed(begin.at(place))));
        return new ItemForm(kind, begin, typed);
    }

    private static void each(List<Questions.Part> parts, BiConsumer<Question, String> field) {
        for (var part : parts)
            for (var question : part.asked()) for (var place : question.places()) field.accept(question, place);
    }

    private String typed(String place) {
        return typed.getOrDefault(Question.name(place), "");
    }

    List<Questions.Part> parts() {
        return parts;
    }

    Map<String, String> typed() {
        return typed;
    }

    /** The names of its fields, in the order of the form. */
    private List<String> names() {
        var names = new ArrayList<String>();
        each(parts, (_, place) -> names.add(Question.name(place)));
        return names;
    }

    /** What it comes to; a text of its kind if nothing is wrong. */
    JsonNode text() {
        return text;
    }

    /** A sentence for each field with which something is wrong, by its name. */
    Map<String, String> wrong(Frame frame) {
        var wrong = new HashMap<String, String>();
        each(parts, (question, place) -> {
            var length = typed(place).length();
            if (length == 0 && question.kind() != Question.Kind.FLAG)
                wrong.put(
                        Question.name(place), frame.say(question.isBilingual() ? "why.TEXT_MISSING" : "asked.missing"));
            var not = length > 0 && question.kind() == Question.Kind.NUMBER ? TypedNumber.whyNot(typed(place)) : null;
            if (not != null) wrong.put(Question.name(place), frame.of(not));
            if (length > question.longest()) wrong.put(Question.name(place), frame.of(Flaw.Why.TOO_LONG));
        });
        if (kind == ItemKey.Kind.INDICATOR) days(wrong, frame);
        for (var fault : ItemText.faults(kind, text)) {
            var fields = fields(fault.path());
            if (fields.stream().noneMatch(wrong::containsKey))
                wrong.put(fields.getFirst(), frame.in(Directory.words(fault.reason())));
        }
        if (wrong.isEmpty() && kind == ItemKey.Kind.THRESHOLDS) unfollowed(wrong, frame);
        return wrong;
    }

    /** As of the measure of an initiative: a day that has passed may stay, not come in. */
    private void days(Map<String, String> wrong, Frame frame) {
        var target = typed("/targetAt");
        var stays = target.equals(begin.path("targetAt").asString(""));
        var not = stays || target.isEmpty()
                ? null
                : Drafts.whyNot(target, frame.formats().today());
        if (not != null) wrong.putIfAbsent("targetAt", frame.of(not));
        if (Drafts.isBackwards(typed("/baselineAt"), target))
            wrong.putIfAbsent("baselineAt", frame.of(Flaw.Why.BASELINE_AFTER_TARGET));
    }

    /** The fields that stand at a place, or under it; all of them if none does. @param path as complaints have it: {@code parties[0].name.es}, {@code rules[1].days[2]} */
    private List<String> fields(String path) {
        var named = path.replaceAll("[\\[\\].]+", "-") + "-";
        var fields = names().stream()
                .filter(name -> named.startsWith(name + "-") || name.startsWith(named))
                .toList();
        return fields.isEmpty() ? names() : fields;
    }

    /** What nodes would not compute by is nothing to agree on. */
    private void unfollowed(Map<String, String> wrong, Frame frame) {
        if (!(ItemText.parse(kind, text) instanceof ItemText.Parsed.Good(Thresholds thresholds))) return;
        for (var i = 0; i < thresholds.rules().size(); i++) {
            var rule = thresholds.rules().get(i);
            if (!Days.isFollowed(rule))
                wrong.put(
                        "rules-" + i + "-days",
                        frame.say(rule.code().equals("ladder") ? "asked.days.ladder" : "asked.days.one"));
        }
    }
}
