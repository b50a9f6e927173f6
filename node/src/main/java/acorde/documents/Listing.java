package acorde.documents;

import acorde.acts.ActId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * An issued paper as a list tells of it: without its figures, so that a list stays short however much stands on the papers.
 *
 * @param act that issued it
 * @param office that spoke
 * @param at when its author says so, in whole milliseconds as acts have it
 */
public record Listing(ActId act, String office, Instant at, Scope scope, CheckCode code) { // what a line says
    /** The day of the paper, which is the one on which it was issued, in UTC. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
