package acorde.compact;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a party says of its own in passing: why it proposes, why it refuses, with what reservation it assents. Nobody consents to it, so one
 * language is enough.
 */
public record Remark(@Nullable String es, @Nullable String en) {
    /** @throws IllegalArgumentException if neither language says anything, or what is said cannot be kept */
    public Remark {
        if (es != null && es.isBlank()) es = null;
        if (en != null && en.isBlank()) en = null;
        if (es == null && en == null)
            throw new IllegalArgumentException("a remark says something in Spanish or in English");
        refuse(es);
        refuse(en);
    }

    private static void refuse(@Nullable String text) {
        var fault = text == null ? null : Bilingual.fault(text);
        if (fault != null) throw new IllegalArgumentException(fault.en());
    }

    /** Reads a remark strictly. @throws IllegalArgumentException if it is none */
    public static Remark read(JsonNode node) {
        var es = node.get("es");
        var en = node.get("en");
        var known = (es == null ? 0 : 1) + (en == null ? 0 : 1);
        if (!node.isObject() || node.size() != known) throw new IllegalArgumentException("a remark has es and en");
        return new Remark(text(es), text(en));
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        if (node == null || node.isNull()) return null;
        if (!node.isString()) throw new IllegalArgumentException("what a remark says is a text");
        return node.stringValue();
    }

    /** As an act has it. */
    public ObjectNode toJson() {
        var node = JsonNodeFactory.instance.objectNode();
        if (es != null) node.put("es", es);
        if (en != null) node.put("en", en);
        return node;
    }
}
