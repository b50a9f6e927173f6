package acorde.acts;

/** The database did not answer; nothing of the batch at hand was acknowledged. */
public final class DatabaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseLost(Throwable cause) {
        super("the database does not answer", cause);
    }
}
