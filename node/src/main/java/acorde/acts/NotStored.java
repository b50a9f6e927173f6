package acorde.acts;

/** What a follower brought was not stored, which is no fault of the partner's. */
final class NotStored extends Exception {
    private static final long serialVersionUID = 1L;

    NotStored(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
