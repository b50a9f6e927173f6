package acorde.offices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key with which a program acts for an office in its owner's stead: for as long as the owner holds it, and no longer than it lasts.
 *
 * @param opens what it is good for, and nothing else
 * @param name what its owner calls it
 * @param revoked null while it is not
 * @param used the last day on which it was; null if never
 */
public record Token(
        Id id,
        Person.Id owner,
        OfficeCode office,
        Opens opens,
        String name,
        Instant made,
        Instant expires,
        @Nullable Instant revoked,
        @Nullable LocalDate used) { // nine parts: a row of the list of tokens
    /** What a token opens. One for a calendar stands in addresses, so it is worth as little as can be. */
    public enum Opens {
        /** The interface for programs. */
        INTERFACE,
        /** The calendar of its owner's meetings, to be read. */
        CALENDAR
    }

    /** Names a token without being it: 16 hexadecimal digits, also the part of the token that finds it. */
    public record Id(String value) {
        private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{16}");

        public Id {
            if (!SHAPE.matcher(value).matches())
                throw new IllegalArgumentException("a token's name is 16 hexadecimal digits");
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

    static final int NAME_LIMIT = 60;

    public boolean isLive(Instant now) {
        return revoked == null && now.isBefore(expires);
    }
}
