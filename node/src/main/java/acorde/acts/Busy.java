package acorde.acts;

/** So many commands wait already that this one was not taken; nothing was said. Try again in a moment. */
public final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Busy() {
        super("too many commands wait; this one was not taken");
    }
}
