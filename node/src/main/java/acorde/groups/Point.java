package acorde.groups;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.compact.Form;
import acorde.compact.TextReader;
import acorde.compact.TextWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A point proposed for an agenda.
 *
 * @param about code of the initiative it is about; null if it is about none
 * @param source the act it comes from; null if it comes from none
 */
public record Point(
        Why why,
        Bilingual title,
        @Nullable String about,
        @Nullable ActId source) {
    private static final Form<Why> WHY = Form.oneOf(Why.class);

    static Point read(TextReader reader) {
        return new Point(
                reader.word("why", WHY),
                reader.title("title"),
                reader.wordIfGiven("about", Form.CODE),
                reader.wordIfGiven("source", Forms.ACT));
    }

    ObjectNode toJson() {
        return new TextWriter()
                .word("why", why)
                .text("title", title)
                .word("about", about)
                .word("source", source)
                .done();
    }
}
