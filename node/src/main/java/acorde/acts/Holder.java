package acorde.acts;

import java.time.Instant;

/** Who has an act said. The act names only the office; the person who holds it stands in this party's own records, and nowhere else. */
public interface Holder {
    /** The line for those records, as they are kept. It becomes durable together with the act. */
    byte[] line(Act act, Instant at);
}
