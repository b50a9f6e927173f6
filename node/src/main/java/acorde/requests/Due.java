package acorde.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The time within which an answer is due. It runs from when the party that was asked shows that it has the request: what its node says by the hour,
 * or a word of one of its offices before that. Both sides hold those acts, so they see the same clock. Who says so too late, or never, does not win by
 * it: its receipt, which it signed and who asked holds, then starts the clock.
 *
 * @param from when it began to run
 * @param until when it is up
 */
public record Due(Instant from, Instant until) {
    /** As much of the time as, once no more is left, warns that it is nearly up. */
    private static final int LAST_PART = 4;

    /** Behind its receipt: the hour until a node says what it has, and as long as that may take. */
    static final Duration TO_SAY_SO = Duration.ofMinutes(65);

    /** How much time is left. */
    public enum Light {
        IN_TIME,
        /** A quarter of it, or less. */
        SOON,
        LATE
    }

    /** Whether it runs from what a receipt proves, because who signed that said so later or never. */
    public boolean isProven(Request request) {
        var proven = request.clocks().proven();
        return proven != null && from.equals(proven.plus(TO_SAY_SO));
    }

    /** Empty while nothing shows that the party that was asked has it. */
    static Optional<Due> of(Request request) {
        var clocks = request.clocks();
        var from = Stream.of(
                        Stream.ofNullable(clocks.received()),
                        Stream.ofNullable(clocks.proven()).map(proven -> proven.plus(TO_SAY_SO)),
                        request.words().stream().map(Request.Said::at),
                        request.replies().stream().map(Request.Reply::at))
                .flatMap(times -> times)
                .min(Instant::compareTo);
        return from.map(start -> {
            var within = request.urgency().within();
            var first = new Due(start, start.plus(within));
            return first.isExtended(request) ? new Due(start, first.until().plus(within)) : first;
        });
    }

    /** Who says so when the time is up already changes nothing by it. */
    private boolean isExtended(Request request) {
        return request.said(Word.Kind.EXTENDED)
                .filter(said -> !said.at().isAfter(until))
                .isPresent();
    }

    Light at(Instant now) {
        if (now.isAfter(until)) return Light.LATE;
        var left = Duration.between(now, until);
        return left.multipliedBy(LAST_PART).compareTo(Duration.between(from, until)) <= 0 ? Light.SOON : Light.IN_TIME;
    }
}
