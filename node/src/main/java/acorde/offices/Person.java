package acorde.offices;

import java.util.Optional;

/**
 * Somebody who holds or held an office.
 *
 * @param invented made up for the demonstration
 */
public record Person(Id id, String name, boolean invented) {
    public static final int NAME_LIMIT = 120;

    /** Names a person in this party's own records; it never leaves them. */
    public record Id(long value) {
        public Id {
            if (value < 1) throw new IllegalArgumentException("a person's number is positive");
        }

        /** Reads a number; empty if it cannot be a person's. */
        public static Optional<Id> read(long value) {
            return value < 1 ? Optional.empty() : Optional.of(new Id(value));
        }

        @Override
        public String toString() {
            return Long.toString(value);
        }
    }
}
