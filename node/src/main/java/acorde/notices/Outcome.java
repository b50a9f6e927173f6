package acorde.notices;

/** What became of a letter that was handed in. */
enum Outcome {
    SENT,
    /** The server will not take it, now or later. */
    REFUSED,
    /** It may take it later. */
    FAILED
}
