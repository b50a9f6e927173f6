package acorde.webhooks;

/** Why something was not done, each with its sentence in the message files. */
public enum Rule {
    /** The operator named no host to which this node may send. */
    NOWHERE,
    NOT_AN_ADDRESS,
    /** Not a host that the operator named. */
    NOT_ALLOWED,
    /** It has ended, or there never was one. */
    UNKNOWN_PROGRAM,
    TOO_MANY,
    UNKNOWN_HOOK
}
