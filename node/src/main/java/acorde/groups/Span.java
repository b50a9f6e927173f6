package acorde.groups;

import acorde.compact.TextReader;
import acorde.compact.TextWriter;
import acorde.offices.OfficeCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        if (until != null && !until.isAfter(from)) throw new IllegalArgumentException("it ends before it lasts");
    }

    public boolean covers(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }

    /** What of it lies before the end of the meeting; empty if nothing does. */
    Optional<Span> before(Instant end) {
        if (!from.isBefore(end)) return Optional.empty();
        return Optional.of(until == null || until.isAfter(end) ? new Span(office, from, end) : this);
    }

    /** Whether nobody arrives again who has not left: each begins once the one before it is over. */
    static boolean follow(List<Span> spans) {
        for (var i = 1; i < spans.size(); i++) {
            var left = spans.get(i - 1).until();
            if (left == null || spans.get(i).from().isBefore(left)) return false;
        }
        return true;
    }

    static Span read(TextReader reader) {
        var office = reader.word("office", Forms.OFFICE);
        var from = reader.word("from", Forms.MOMENT);
        var until = reader.wordIfGiven("until", Forms.MOMENT);
        if (until != null && !until.isAfter(from)) {
            reader.complain("until", "No termina después de empezar.", "It does not end after it begins.");
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
