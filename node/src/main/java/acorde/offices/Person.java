package acorde.offices;

/**
 * Somebody who holds or held an office.
 *
 * @param invented made up for the demonstration
 */
public record Person(Id id, String name, boolean invented) {
    static final int NAME_LIMIT = 120;

    /** Names a person in this party's own records; it never leaves them. */
    public record Id(long value) {
        public Id {
            if (value < 1) throw new IllegalArgumentException("a person's number is positive");
        }

        @Override
        public String toString() {
            return Long.toString(value);
        }
    }
}
