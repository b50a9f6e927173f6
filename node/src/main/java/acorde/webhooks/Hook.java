package acorde.webhooks;

import acorde.offices.Token;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the system of a program is told that something waits.
 *
 * @param program the key for whose office it is, and with which it ends
 * @param arrived events that were taken
 * @param tries since the last that was
 * @param next not before
 * @param answered the last day on which one was taken; null if none ever was
 * @param fault the code of why the last try failed, see {@link Outcome.Failed}; empty after one that did not
 * @param silent when it was given up; null while it is not
 */
public record Hook(
        Id id,
        Token.Id program,
        URI address,
        Instant made,
        long arrived,
        int tries,
        Instant next,
        @Nullable LocalDate answered,
        String fault,
        @Nullable Instant silent) { // a row
    /** Names a hook: 16 hexadecimal digits. Its secret follows from it and from the node's keys. */
    public record Id(String value) {
        private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{16}");

        public Id {
            if (!SHAPE.matcher(value).matches())
                throw new IllegalArgumentException("a hook's name is 16 hexadecimal digits");
        }

        /** Reads a name; empty if {@code text} has another shape. */
        public static Optional<Id> read(String text) {
            return SHAPE.matcher(text).matches() ? Optional.of(new Id(text)) : Optional.empty();
        }

        @Override
        public String toString() {
            return value;
        }
    }
}
