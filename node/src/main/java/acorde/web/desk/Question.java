package acorde.web.desk;

import acorde.returns.WrittenNumber;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that a form asks of a text of the compact, and by which the text is read before anybody assents to it.
 *
 * @param at where in the text it stands, as a JSON pointer such as {@code /parties/0/name}
 * @param longest characters of what is typed
 * @param hint the key of a sentence on how to write it; empty where its name says enough
 * @param choices the words one of which is chosen; empty where something is typed
 */
record Question(String at, Kind kind, int longest, String hint, List<String> choices) { // all that a form needs of it
    private static final int LINE = 300;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    enum Kind {
        /** One line in both languages. */
        LINES,
        /** A text in both languages. */
        TEXTS,
        WORD,
        DAY,
        COUNT,
        /** A number with a decimal point or without. */
        NUMBER,
        /** Several whole numbers. */
        COUNTS,
        FLAG,
        CHOICE
    }

    Question {
        choices = List.copyOf(choices);
    }

    static Question lines(String at) {
        return new Question(at, Kind.LINES, LINE, "", List.of());
    }

    static Question texts(String at) {
        return new Question(at, Kind.TEXTS, acorde.compact.Bilingual.LIMIT, "", List.of());
    }

    static Question choice(String at, String... words) {
        return new Question(at, Kind.CHOICE, LINE, "", List.of(words));
    }

    static Question of(Kind kind, String at, String hint) {
        return new Question(at, kind, LINE, hint, List.of());
    }

    boolean isBilingual() {
        return kind == Kind.LINES || kind == Kind.TEXTS;
    }

    /** Where what is typed goes: Spanish and English, or the one place of anything else. */
    List<String> places() {
        return isBilingual() ? List.of(at + "/es", at + "/en") : List.of(at);
    }

    /** What a place is called in the form, and its id on the page. */
    static String name(String place) {
        return place.substring(1).replace('/', '-');
    }

    /** The key of its name, which all elements of a list share. */
    String label() {
        return "asked" + at.replaceAll("/[0-9]+", "").replace('/', '.');
    }

    String label(String choice) {
        return label() + "." + choice;
    }

    /** What was typed, as a text has it; what cannot be read so stays as typed, and the reader of texts says what belongs there. */
    JsonNode value(String typed) {
        return switch (kind) {
            case LINES, TEXTS, WORD, DAY, CHOICE -> JSON.stringNode(typed);
            case COUNT -> count(typed);
            case NUMBER -> {
                var number = TypedNumber.number(typed);
                yield number == null ? JSON.stringNode(typed) : JSON.numberNode(number);
            }
            case FLAG -> JSON.booleanNode(typed.equals("yes"));
            case COUNTS ->
                JSON.arrayNode()
                        .addAll(Stream.of(typed.split("[,;\\s]+"))
                                .map(Question::count)
                                .toList());
        };
    }

    private static JsonNode count(String typed) {
        return typed.matches("[0-9]{1,6}") ? JSON.numberNode(Integer.parseInt(typed)) : JSON.stringNode(typed);
    }

    /** What stands in a text, as somebody would have typed it. */
    String typed(JsonNode value) {
        return switch (kind) {
            case LINES, TEXTS, WORD, DAY, COUNT, CHOICE -> value.asString("");
            case NUMBER -> value.isNumber() ? WrittenNumber.write(value.decimalValue()) : value.asString("");
            case FLAG -> value.asBoolean(false) ? "yes" : "";
            case COUNTS ->
                StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(", "));
        };
    }

    /** What a text says to it, in words. */
    String said(JsonNode text, Words words) {
        var value = text.at(at);
        return switch (kind) {
            case LINES, TEXTS ->
                value.path(words.language() == Language.ES ? "es" : "en").asString("");
            case WORD, COUNT, NUMBER -> value.asString("");
            case COUNTS -> words.list(List.of(typed(value).split(", ")));
            case CHOICE -> words.say(label(value.asString("")));
            case FLAG -> words.say(value.asBoolean(false) ? "asked.yes" : "asked.no");
            case DAY -> new Formats(words, "", Instant.EPOCH).dayLong(LocalDate.parse(value.asString("")));
        };
    }

    /** Puts a value into its place. */
    static void put(ObjectNode text, String place, JsonNode value) {
        var cut = place.lastIndexOf('/');
        ((ObjectNode) text.at(place.substring(0, cut))).set(place.substring(cut + 1), value);
    }
}
