package acorde.web.desk;

import acorde.web.view.ItemFormView.Field;
import acorde.web.view.ItemFormView.Option;
import acorde.web.view.ItemFormView.Part;
import acorde.web.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a text that is written field by field, as a page draws them. */
final class ItemFields {
    private final Map<String, String> typed;
    private final Map<String, String> wrong;
    private final Map<String, List<Option>> listed;
    private final Words words;

    /** All by the names of the fields. @param listed what is chosen of what the compact has */
    ItemFields(Map<String, String> typed, Map<String, String> wrong, Map<String, List<Option>> listed, Words words) {
        this.typed = typed;
        this.wrong = wrong;
        this.listed = listed;
        this.words = words;
    }

    /** @param codeHint the key of how a code is written; empty if none is asked for */
    List<Part> parts(List<Questions.Part> asked, String codeHint) {
        var parts = new ArrayList<Part>();
        if (!codeHint.isEmpty())
            parts.add(new Part(
                    "",
                    List.of(field(ItemDraft.CODE, new Look("asked.code", codeHint, "text", ItemDraft.LONGEST_CODE)))));
        for (var part : asked)
            parts.add(new Part(
                    part.heading().apply(words),
                    part.asked().stream().flatMap(this::fields).toList()));
        parts.add(new Part(
                words.say("review.note"),
                List.of(field(
                        ItemDraft.NOTE, new Look("label.note", "compose.note.hint", "area", ItemDraft.LONGEST_NOTE)))));
        return parts;
    }

    /** How a field looks, whatever stands in it: the keys of its name and of its hint, its type, its length. */
    private record Look(String label, String hint, String type, int longest) {}

    private Stream<Field> fields(Question question) {
        var look = new Look(question.label(), question.hint(), type(question.kind()), question.longest());
        return question.places().stream().map(place -> {
            var language = question.isBilingual() ? place.substring(place.length() - 2) : null;
            var options = question.choices().stream()
                    .map(word -> new Option(word, words.say(question.label(word))))
                    .toList();
            return field(Question.name(place), look, language, options);
        });
    }

    private static String type(Question.Kind kind) {
        return switch (kind) {
            case LINES, WORD, NUMBER, COUNTS -> "text";
            case TEXTS -> "area";
            case DAY -> "date";
            case COUNT -> "number";
            case FLAG -> "checkbox";
            case CHOICE -> "select";
        };
    }

    private Field field(String name, Look look) {
        return field(name, look, null, List.of());
    }

    private Field field(String name, Look look, @Nullable String language, List<Option> options) {
        var label = words.say(look.label());
        return new Field(
                name,
                language == null ? label : words.say("asked.in." + language, label),
                look.hint().isEmpty() ? "" : words.say(look.hint()),
                listed.containsKey(name) ? "select" : look.type(),
                language,
                look.longest(),
                listed.getOrDefault(name, options),
                typed.getOrDefault(name, ""),
                wrong.getOrDefault(name, ""));
    }
}
