package acorde.trust;

/** A key file cannot be used; the message is a sentence that says what to do. Never holds key material. */
public final class KeyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyRefused(String message) {
        super(message);
    }
}
