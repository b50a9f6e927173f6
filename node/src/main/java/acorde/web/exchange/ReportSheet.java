package acorde.web.exchange;

import acorde.exchange.Thing;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is drawn: on its page, and before it is sent.
 *
 * @param title empty if the reader has none
 * @param language in which its words are
 * @param things what it tells of, each with what it is
 * @param warning what makes it an alert; null if it is none
 */
public record ReportSheet(
        String title,
        String language,
        List<Part> parts,
        List<Thing> things,
        Marks marks,
        boolean exercise,
        @Nullable Warning warning) {
    /**
     * What makes it an alert.
     *
     * @param codes each with what it is called
     * @param language of its other title and text
     */
    public record Warning(List<Line> codes, String language, String title, String text) {
        public Warning {
            codes = List.copyOf(codes);
        }
    }

    /** @param label of the field, in the names of message keys @param value in the reader's words */
    public record Line(String label, String value) {}

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
        things = List.copyOf(things);
    }

    /** Whether it asks. A question is not graded. */
    public boolean asks() {
        return parts.stream().anyMatch(part -> part.field().equals(QUESTION));
    }
}
