package acorde.publication;

/**
 * Counts of persons and what was published of them in one edition. The counts never leave the node; whoever publishes the next edition has them from
 * the acts again.
 */
public record Told(Counts counts, ShownCounts shown) {}
