package acorde.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What becomes of a hook after a try. */
sealed interface Fate {
    /** Minutes after each try that failed: eleven tries in five days, a whole weekend and the working days about it; then the hook is given up. */
    List<Integer> PATIENCE = List.of(1, 5, 30, 120, 360, 720, 1_440, 1_440, 1_440, 1_440);

    /** What it told is told. */
    record Told() implements Fate {}

    /** What there is to tell then is told. */
    record Waits(Instant next, String fault) implements Fate {}

    /** It is told nothing until somebody begins again. */
    record Silent(String fault) implements Fate {}

    /** A function of how often it was tried before, of what came of it now, and of when that was. */
    static Fate of(int tries, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Taken _ -> new Told();
            case Outcome.Unwanted _ -> new Silent("410");
            case Outcome.Failed(var why) ->
                tries < PATIENCE.size()
                        ? new Waits(now.plus(Duration.ofMinutes(PATIENCE.get(tries))), why)
                        : new Silent(why);
        };
    }
}
