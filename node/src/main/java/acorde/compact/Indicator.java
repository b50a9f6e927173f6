package acorde.compact;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The measure of an initiative.
 *
 * @param baseline the value before the work began, on {@code baselineAt}
 * @param target the value to be reached by {@code targetAt}
 */
public record Indicator(
        Bilingual name,
        Bilingual unit,
        Kind kind,
        @Nullable BigDecimal baseline,
        @Nullable LocalDate baselineAt,
        @Nullable BigDecimal target,
        @Nullable LocalDate targetAt) { // a measure is these seven things together
    public enum Kind {
        /** Counts what was done. */
        OUTPUT,
        /** Counts what changed because of it. */
        OUTCOME
    }

    private static final Form<Kind> KIND = Form.oneOf(Kind.class);

    /** With a baseline, a target and the day it is due: only so can anybody say whether it was met. */
    public boolean complete() {
        return baseline != null && target != null && targetAt != null;
    }

    static Indicator read(TextReader reader) {
        return new Indicator(
                reader.text("name"),
                reader.text("unit"),
                reader.word("kind", KIND),
                reader.numberIfGiven("baseline"),
                reader.wordIfGiven("baselineAt", Form.DAY),
                reader.numberIfGiven("target"),
                reader.wordIfGiven("targetAt", Form.DAY));
    }

    ObjectNode toJson() {
        return new TextWriter()
                .text("name", name)
                .text("unit", unit)
                .word("kind", kind)
                .number("baseline", baseline)
                .word("baselineAt", baselineAt)
                .number("target", target)
                .word("targetAt", targetAt)
                .done();
    }
}
