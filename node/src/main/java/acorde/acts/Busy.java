package acorde.acts;

/** So much is asked of this node already that it takes no more; nothing was said. Try again in a moment. */
public final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Busy() {
        super("too much waits already; this was not taken");
    }
}
