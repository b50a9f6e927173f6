package acorde.compact;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes one object of a text, members in the order of the calls; what is not said is left out. {@link TextReader} reads it back. */
public final class TextWriter {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    static ObjectNode bothLanguages(Bilingual text) {
        return JsonNodeFactory.instance.objectNode().put("es", text.es()).put("en", text.en());
    }

    public TextWriter text(String member, @Nullable Bilingual text) {
        if (text != null) node.set(member, bothLanguages(text));
        return this;
    }

    TextWriter texts(String member, List<Bilingual> texts) {
        return children(member, texts, TextWriter::bothLanguages);
    }

    /** A word: a code, a date, a line. */
    public TextWriter word(String member, @Nullable Object word) {
        if (word != null) node.put(member, word instanceof Enum<?> constant ? Form.word(constant) : word.toString());
        return this;
    }

    public TextWriter words(String member, Collection<?> words) {
        if (words.isEmpty()) return this;
        var array = node.putArray(member);
        words.forEach(word -> array.add(word.toString()));
        return this;
    }

    public TextWriter count(String member, int count) {
        node.put(member, count);
        return this;
    }

    TextWriter number(String member, @Nullable BigDecimal number) {
        if (number != null) node.put(member, number);
        return this;
    }

    TextWriter counts(String member, List<Integer> counts) {
        var array = node.putArray(member);
        counts.forEach(array::add);
        return this;
    }

    TextWriter count(String member, @Nullable Integer count) {
        if (count != null) node.put(member, count);
        return this;
    }

    public TextWriter flag(String member, boolean flag) {
        if (flag) node.put(member, true);
        return this;
    }

    public TextWriter child(String member, @Nullable JsonNode child) {
        if (child != null) node.set(member, child);
        return this;
    }

    public <T> TextWriter children(String member, List<T> children, Function<T, ? extends JsonNode> writing) {
        if (children.isEmpty()) return this;
        var array = node.putArray(member);
        children.forEach(child -> array.add(writing.apply(child)));
        return this;
    }

    public ObjectNode done() {
        return node;
    }
}
