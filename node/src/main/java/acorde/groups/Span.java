package acorde.groups;

import acorde.compact.TextReader;
import acorde.compact.TextWriter;
import acorde.offices.OfficeCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * That an office was present from a moment to another.
 *
 * @param until when it left; null while it has not, and then it was there until the meeting was closed
 */
public record Span(
        OfficeCode office, Instant from, @Nullable Instant until) {
    public Span {
        if (until != null && until.isBefore(from)) throw new IllegalArgumentException("it ends before it begins");
    }

    public boolean covers(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }

    static Span read(TextReader reader) {
        var office = reader.word("office", Forms.OFFICE);
        var from = reader.word("from", Forms.MOMENT);
        var until = reader.wordIfGiven("until", Forms.MOMENT);
        if (until != null && until.isBefore(from)) {
            reader.complain("until", "Termina antes de empezar.", "It ends before it begins.");
            until = null;
        }
        return new Span(office, from, until);
    }

    ObjectNode toJson() {
        return new TextWriter()
                .word("office", office)
                .word("from", from)
                .word("until", until)
                .done();
    }
}
