package acorde.trust;

import java.util.OptionalLong;

/**
 * An entry of this party's for one it is addressed to, with its opening.
 *
 * @param takenBack the index of the act by which this party took it back, and then the opening is not handed out; empty if none did
 */
public record Outgoing(StoredEntry entry, OptionalLong takenBack) {}
