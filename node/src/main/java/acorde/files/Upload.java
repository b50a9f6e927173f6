package acorde.files;

import java.time.Instant;

/**
 * A file an officer has sent, for an act of theirs to name.
 *
 * @param at when it was sent, or last chosen for an act
 * @param until when it is swept, should no act name it
 */
public record Upload(long id, Attachment file, Instant at, Instant until) {}
