package acorde.trustlog;

/** What arrived cannot be read; the message is a sentence that says what is wrong with it. */
public final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public Malformed(String why) {
        super(why);
    }
}
