package acorde.notices;

/** Why something was not done, each with its sentence in the message files. */
public enum Rule {
    /** This node has no mail server. */
    NO_SERVER,
    NOT_AN_ADDRESS,
    /** A code was sent too often today. */
    TOO_MANY_CODES,
    /** It is another, or was typed wrongly too often, or is older than an hour. */
    NOT_THAT_CODE,
    NO_ADDRESS
}
