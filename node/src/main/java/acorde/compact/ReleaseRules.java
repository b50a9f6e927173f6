package acorde.compact;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules by which the parties release information to each other, as one text ({@code spec/release-rules.md}): announced, proposed and
 * adopted like any item.
 *
 * <p>No act is judged by what the text says: two versions of a program could take it differently, and what is in force must be the same
 * everywhere. Who is about to put the party's name to it asks a {@link Check} first.
 */
public record ReleaseRules(String text) implements ItemText {
    private static final Form<String> TEXT = Form.of(
            ReleaseRules::readable,
            "?",
            "un texto de hasta 100,000 caracteres, sin ninguno que no se vea",
            "a text of up to 100,000 characters, with none that is not seen");

    /** Tells what is wrong with rules. */
    @FunctionalInterface
    public interface Check {
        /** Its faults; none if it is good. */
        List<Fault> faults(ReleaseRules rules);
    }

    /** @param line of the text, from 1 */
    public record Fault(int line, Bilingual reason) {
        /** In one sentence. */
        public Bilingual withLine() {
            return new Bilingual("Línea " + line + ": " + reason.es(), "Line " + line + ": " + reason.en());
        }
    }

    static ReleaseRules read(TextReader reader) {
        return new ReleaseRules(reader.word("rules", TEXT));
    }

    private static String readable(String text) {
        if (Bilingual.fault(text) != null) throw new IllegalArgumentException("no text that can be shown");
        return text;
    }

    @Override
    public ObjectNode toJson() {
        return new TextWriter().word("rules", text).done();
    }
}
