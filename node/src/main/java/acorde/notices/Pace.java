package acorde.notices;

/** How somebody wants to be told. */
public enum Pace {
    OFF,
    /** As it comes, at most every quarter of an hour. */
    AT_ONCE,
    /** Once a day, in the morning of this party's zone, if there is anything. */
    DAILY
}
