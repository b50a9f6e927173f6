package acorde.compact;

import java.math.BigDecimal;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one object of a text strictly, whether the text came in an act or from a folder.
 *
 * <p>A fault never stops the reading: it is noted with its place, a stand-in takes the place of what was wrong, and whoever began the reading
 * throws the result away once there is a complaint. So a person who wrote a file learns of all its faults at once.
 */
public final class TextReader {
    /** Characters of a title: it stands in every list. */
    private static final int TITLE = 300;

    /** Elements of a list in a text: more than any compact has of anything. */
    static final int LIST = 1_000;

    /** Characters of a word, a name or an address. */
    static final int LINE = 2_000;

    /** Digits of a number, on either side of the point: more than any budget or population needs. */
    private static final int DIGITS = 15;

    private static final Bilingual UNREADABLE = new Bilingual("?", "?");

    private final JsonNode node;
    private final @Nullable TextReader parent;
    private final String place;
    private final Complaints complaints;
    private final List<String> asked = new ArrayList<>(24);
    private int present;
    private boolean mayHoldMore;

    /** Begins with the whole of a text. */
    public TextReader(JsonNode node, Complaints complaints) {
        this(node, null, "", complaints);
    }

    private TextReader(JsonNode node, @Nullable TextReader parent, String place, Complaints complaints) {
        this.node = node;
        this.parent = parent;
        this.place = place;
        this.complaints = complaints;
        if (!node.isObject())
            complaints.add(path(), "Aquí va un grupo de campos con nombre.", "A group of named fields belongs here.");
    }

    /** The text of a member, in both languages. */
    public Bilingual text(String member) {
        var text = textIfGiven(member);
        if (text == null) missing(member);
        return text == null ? UNREADABLE : text;
    }

    /** A text of one line, as lists show it. */
    public Bilingual title(String member) {
        var title = text(member);
        if (Math.max(title.es().length(), title.en().length()) > TITLE)
            complaints.add(
                    path(member),
                    "El título pasa de 300 caracteres: diga lo demás en el texto.",
                    "The title is longer than 300 characters: say the rest in the text.");
        return title;
    }

    @Nullable
    public Bilingual textIfGiven(String member) {
        return child(member, reader -> reader.bothLanguages(member));
    }

    public List<Bilingual> texts(String member) {
        return children(member, reader -> reader.bothLanguages(member));
    }

    private Bilingual bothLanguages(String member) {
        var es = language(member, "es", "en español", "Spanish");
        var en = language(member, "en", "en inglés", "English");
        return new Bilingual(es, en);
    }

    private String language(String member, String code, String inSpanish, String inEnglish) {
        var value = value(code);
        if (value == null || (value.isString() && value.stringValue().isBlank())) {
            complaints.add(
                    path(),
                    "Falta el texto " + inSpanish + " de «" + member + "».",
                    "The " + inEnglish + " text of “" + member + "” is missing.");
            return "?";
        }
        var fault = value.isString()
                ? Bilingual.fault(value.stringValue())
                : new Bilingual("Aquí va un texto.", "A text belongs here.");
        if (fault != null) complaints.add(path(code), fault);
        return fault == null ? value.stringValue() : "?";
    }

    public <T> T word(String member, Form<T> form) {
        var value = value(member);
        if (value == null) {
            missing(member);
            return form.standIn();
        }
        return read(value, member, form);
    }

    public <T> @Nullable T wordIfGiven(String member, Form<T> form) {
        var value = value(member);
        return value == null ? null : read(value, member, form);
    }

    /** Words of a list, none of them twice; none at all if the member is not given. */
    public <T> List<T> words(String member, Form<T> form) {
        var words = new LinkedHashSet<T>();
        eachOf(member, (value, element) -> {
            if (!words.add(read(value, element, form)))
                complaints.add(
                        path(element),
                        "«" + shown(value) + "» está repetido.",
                        "“" + shown(value) + "” stands here twice.");
        });
        return List.copyOf(words);
    }

    private <T> T read(JsonNode value, String member, Form<T> form) {
        try {
            if (value.isString()) return form.parse().apply(value.stringValue());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            // told below, as for a value that is no text at all
        }
        complaints.add(
                path(member),
                "Aquí va " + form.expected().es() + ", no «" + shown(value) + "».",
                "Here belongs " + form.expected().en() + ", not “" + shown(value) + "”.");
        return form.standIn();
    }

    public boolean flag(String member) {
        var value = value(member);
        if (value == null) return false;
        if (!value.isBoolean()) complaints.add(path(member), "Aquí va true o false.", "Here belongs true or false.");
        return value.asBoolean(false);
    }

    BigDecimal number(String member) {
        var number = numberIfGiven(member);
        if (number == null) missing(member);
        return number == null ? BigDecimal.ZERO : number;
    }

    @Nullable
    BigDecimal numberIfGiven(String member) {
        var value = value(member);
        return value == null ? null : number(value, member);
    }

    /** A whole number between these two. */
    public int count(String member, int least, int most) {
        var value = value(member);
        if (value == null) missing(member);
        else if (value.isInt() && value.intValue() >= least && value.intValue() <= most) return value.intValue();
        else
            complaints.add(
                    path(member),
                    "Aquí va un número entero de " + least + " a " + most + ".",
                    "Here belongs a whole number from " + least + " to " + most + ".");
        return least;
    }

    /** Whether a member is given. One that is not, or is written out as null, has been asked for by this. */
    public boolean has(String member) {
        return node.hasNonNull(member) || value(member) != null;
    }

    /** Whole numbers of a list, from 0 to 100,000. */
    List<Integer> counts(String member) {
        var counts = new ArrayList<Integer>();
        eachOf(member, (value, element) -> {
            var good = value.isInt() && value.intValue() >= 0 && value.intValue() <= 100_000;
            if (good) counts.add(value.intValue());
            else complaints.add(path(element), "Aquí va un número entero.", "Here belongs a whole number.");
        });
        return counts;
    }

    /** A whole number from 1 to {@code most}. */
    @Nullable
    Integer countIfGiven(String member, int most) {
        var value = value(member);
        if (value == null) return null;
        if (value.isInt() && value.intValue() >= 1 && value.intValue() <= most) return value.intValue();
        complaints.add(
                path(member),
                "Aquí va un número entero de 1 a " + most + ".",
                "Here belongs a whole number from 1 to " + most + ".");
        return null;
    }

    private BigDecimal number(JsonNode value, String member) {
        if (value.isNumber() && isFinite(value)) {
            var number = value.decimalValue();
            // The scale is bounded first: stripping the zeros of 1e999999999 would take all memory.
            if (Math.abs(number.scale()) <= DIGITS && number.precision() <= 2 * DIGITS) {
                var plain = number.stripTrailingZeros();
                return plain.scale() < 0 ? plain.setScale(0) : plain;
            }
        }
        complaints.add(
                path(member),
                "Aquí va un número con 15 cifras a lo sumo.",
                "Here belongs a number of at most 15 digits.");
        return BigDecimal.ZERO;
    }

    /** What JSON can write and a double cannot hold, such as 1e999999, is asked for by its class: to convert it would be a fault. */
    private static boolean isFinite(JsonNode value) {
        return value.isIntegralNumber() || value.isBigDecimal() || Double.isFinite(value.doubleValue());
    }

    public <T extends @Nullable Object> @Nullable T child(String member, Function<TextReader, T> reading) {
        var value = value(member);
        return value == null ? null : whole(value, member, reading);
    }

    /** The objects of a list; none at all if the member is not given. */
    public <T> List<T> children(String member, Function<TextReader, T> reading) {
        var children = new ArrayList<T>();
        eachOf(member, (value, element) -> children.add(whole(value, element, reading)));
        return List.copyOf(children);
    }

    private <T extends @Nullable Object> T whole(JsonNode value, String member, Function<TextReader, T> reading) {
        var reader = new TextReader(value, this, member, complaints);
        var result = reading.apply(reader);
        reader.end();
        return result;
    }

    private interface Element {
        void read(JsonNode value, String element);
    }

    private void eachOf(String member, Element reading) {
        var list = value(member);
        if (list == null) return;
        if (!list.isArray() || list.size() > LIST) {
            complaints.add(
                    path(member),
                    "Aquí va una lista de 1000 elementos a lo sumo.",
                    "Here belongs a list of at most 1,000.");
            return;
        }
        for (var i = 0; i < list.size(); i++) reading.read(list.get(i), member + "[" + i + "]");
    }

    /** A member as it is, for whoever reads it by a form of their own; null if it is not given. */
    public @Nullable JsonNode asItIs(String member) {
        return value(member);
    }

    /** The object as it is. */
    public JsonNode node() {
        return node;
    }

    /** Other packages have members here too. */
    void mayHoldMore() {
        mayHoldMore = true;
    }

    public void complain(String member, String es, String en) {
        complaints.add(path(member), es, en);
    }

    private void missing(String member) {
        complaints.add(path(), "Falta el campo «" + member + "».", "The field “" + member + "” is missing.");
    }

    /** Ends the reading: what nobody asked for does not belong here. */
    public void end() {
        if (mayHoldMore || present == node.size() || !node.isObject()) return;
        for (var member : node.propertyNames())
            if (!asked.contains(member))
                complaints.add(
                        path(member),
                        "Ningún campo se llama «" + member + "» aquí.",
                        "No field is called “" + member + "” here.");
    }

    /** A member, asked for once; null if it is not given, and a null that is written out says the same. */
    private @Nullable JsonNode value(String member) {
        asked.add(member);
        var value = node.get(member);
        if (value == null) return null;
        present++;
        return value.isNull() ? null : value;
    }

    private static String shown(JsonNode value) {
        var text = value.isString() ? value.stringValue() : value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** Where this object stands in the text. Put together only for a complaint. */
    String path() {
        return parent == null ? place : parent.path(place);
    }

    private String path(String member) {
        var path = path();
        return path.isEmpty() ? member : path + "." + member;
    }
}
