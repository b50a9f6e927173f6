package acorde.monitoring;

/** Who is told that something is late, from the one nearest the work upwards. */
public enum Rung {
    /**
     * The clock stands: evidence came after the delay began. It goes on when the evidence is older than the cadence.
     */
    HELD,
    REPRESENTATIVE,
    COORDINATOR,
    VICE_MINISTER,
    MINISTER,
    PUBLIC
}
