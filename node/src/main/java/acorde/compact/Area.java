package acorde.compact;

import tools.jackson.databind.node.ObjectNode;

/** A field of work of the compact. */
public record Area(Kind kind, Bilingual title) implements ItemText {
    public enum Kind {
        /** Named by the memorandum. */
        FOCUS,
        /** A heading for what cuts across the others. */
        CROSS_CUTTING
    }

    private static final Form<Kind> KIND = Form.oneOf(Kind.class);

    static Area read(TextReader reader) {
        return new Area(reader.word("kind", KIND), reader.title("title"));
    }

    @Override
    public ObjectNode toJson() {
        return new TextWriter().word("kind", kind).text("title", title).done();
    }
}
