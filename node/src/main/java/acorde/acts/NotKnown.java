package acorde.acts;

/** No answer came in time: whether it was said is not known here now, and will be seen in the log. Do not say it again before looking. */
public final class NotKnown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotKnown(Throwable cause) {
        super("whether it was said is not known yet", cause);
    }
}
