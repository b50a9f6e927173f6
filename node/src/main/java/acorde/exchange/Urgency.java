package acorde.exchange;

import java.time.Duration;

/** How soon an answer is due, from when the node of the party that was asked has the request: the times of Directive (EU) 2023/977, article 5. */
public enum Urgency {
    /** Urgent, and to be had from what the party can look up by itself. */
    DIRECT(Duration.ofHours(8)),
    URGENT(Duration.ofDays(3)),
    ORDINARY(Duration.ofDays(7));

    private final Duration within;

    Urgency(Duration within) {
        this.within = within;
    }

    public Duration within() {
        return within;
    }
}
