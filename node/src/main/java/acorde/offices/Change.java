package acorde.offices;

/**
 * What came of a change to these records.
 *
 * @param <T> what is told of it once; {@link Nothing} if there is nothing to tell
 */
public sealed interface Change<T> {
    record Done<T>(T told) implements Change<T> {}

    record Declined<T>(Rule why) implements Change<T> {}

    /** Nothing to tell. */
    enum Nothing {
        NOTHING
    }

    static Change<Nothing> done() {
        return new Done<>(Nothing.NOTHING);
    }

    static <T> Change<T> declined(Rule why) {
        return new Declined<>(why);
    }
}
