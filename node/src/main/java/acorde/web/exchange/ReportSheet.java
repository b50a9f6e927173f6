package acorde.web.exchange;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is drawn: on its page, and before it is sent.
 *
 * @param title empty if the reader has none
 * @param language in which its words are
 */
public record ReportSheet(String title, String language, List<Part> parts, Marks marks, boolean exercise) {
    /** What the field of facts is called where somebody asks. */
    static final String QUESTION = "question";

    /** @param field which it is, as rules name it; or {@link #QUESTION} */
    public record Part(String field, String text) {}

    /** How it must be treated. What is not given is empty, or null. */
    public record Marks(
            String tlp,
            List<String> handling,
            String evaluation,
            List<String> purposes,
            String basis,
            String restriction,
            String arrangement,
            String zone,
            @Nullable LocalDate valid,
            @Nullable LocalDate review,
            List<String> persons,
            List<String> never) {
        public Marks {
            handling = List.copyOf(handling);
            purposes = List.copyOf(purposes);
            persons = List.copyOf(persons);
            never = List.copyOf(never);
        }
    }

    public ReportSheet {
        parts = List.copyOf(parts);
    }

    /** Whether it asks. A question is not graded. */
    public boolean asks() {
        return parts.stream().anyMatch(part -> part.field().equals(QUESTION));
    }
}
