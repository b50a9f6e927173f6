package acorde.trust;

/** A stored log is not the one its last checkpoint signed; nothing is added to it. */
public final class LogDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogDamaged(PartyCode party) {
        super("The stored log of " + party
                + " is not the one its last checkpoint signed: stop the node and restore its database.");
    }
}
