package acorde.imports;

import java.util.List;

/** What a file comes to. */
public sealed interface Reading {
    record Read(List<Candidate> candidates) implements Reading {
        public Read {
            candidates = List.copyOf(candidates);
        }
    }

    /** None of it can be read. */
    record Not(Why why) implements Reading {}

    /** Each has a sentence that says what to do. */
    enum Why {
        /** It has more than {@link Imports#BYTES}. */
        TOO_LARGE,
        /** It is no JSON within bounds. */
        NOT_JSON,
        /** It is JSON, and no event of MISP. */
        NOT_MISP,
        TOO_MANY_EVENTS,
        NOT_UTF8,
        /** It is no table. */
        NOT_CSV,
        TOO_MANY_ROWS,
        /** It has no heading that is known here, or one twice. */
        HEADINGS,
        NO_ROWS
    }
}
