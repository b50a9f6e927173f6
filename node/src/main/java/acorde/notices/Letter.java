package acorde.notices;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter in the queue.
 *
 * @param id from which its Message-ID is made, so that one sent twice is known as one
 * @param lines what it tells of; empty in a letter with a code
 * @param more how many it leaves out
 * @param code that confirms the address; null in a letter of notices
 */
public record Letter(
        UUID id,
        Subscription to,
        List<Line> lines,
        int more,
        @Nullable String code,
        int tries) { // a row
    /** Lines of a letter: more is not read. */
    static final int LINES = 20;

    /** @param mark as that of a notice, without acts */
    public record Line(String what, String mark, String kind, String name) {}

    public Letter {
        lines = List.copyOf(lines);
    }
}
