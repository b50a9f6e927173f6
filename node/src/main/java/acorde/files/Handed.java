package acorde.files;

import acorde.trust.PartyCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a file of this party's a partner was given under the act that names it. Who has the same bytes from another
 * act does not ask for them again, and no act tells what was given under another. What became of the bytes there, nobody
 * here knows.
 *
 * @param chunks how many of the file's chunks
 * @param at when it was given the last of them; null if none yet
 */
public record Handed(PartyCode party, int chunks, @Nullable Instant at) {}
