package acorde.trust;

/** The founding charter cannot be used; the message is a sentence that says why. */
public final class CharterRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CharterRefused(String message) {
        super(message);
    }
}
