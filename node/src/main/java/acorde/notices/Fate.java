package acorde.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What becomes of a letter that was handed in. */
sealed interface Fate {
    /** Minutes after each attempt that failed; then the letter is given up. */
    List<Integer> PATIENCE = List.of(1, 5, 15, 60, 240, 720, 1440);

    /** What it tells is told. */
    record Arrived() implements Fate {}

    /** It is handed in again. */
    record Waits(Instant next) implements Fate {}

    /**
     * It is given up.
     *
     * @param again whether another letter may fare better, and tells what this was to tell: a server that refuses for good is not asked again
     */
    record Lost(boolean again) implements Fate {}

    /** A function of the letter, of what the server said to it, and of when that was. */
    static Fate of(Letter letter, Outcome outcome, Instant now) {
        return switch (outcome) {
            case SENT -> new Arrived();
            case REFUSED -> new Lost(false);
            case FAILED ->
                letter.tries() < PATIENCE.size()
                        ? new Waits(now.plus(Duration.ofMinutes(PATIENCE.get(letter.tries()))))
                        : new Lost(true);
        };
    }
}
