package acorde.postgres;

/** Thrown when the database cannot be had: its message is one sentence that says what to do. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseUnavailable(String message) {
        super(message);
    }
}
