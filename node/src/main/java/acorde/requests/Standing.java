package acorde.requests;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a request stands: a function of what was said and of the moment, the same at both sides. */
public sealed interface Standing {
    /** The party that was asked has not shown that it has it, and has still time to say so: no clock runs. */
    record Underway() implements Standing {}

    /** An answer is due. */
    record Open(Due due, Due.Light light) implements Standing {}

    /** It is answered. @param late whether the time was up */
    record Answered(Instant at, boolean late) implements Standing {}

    /** It is refused. @param late whether the time was up */
    record Refused(Word.Ground ground, Instant at, boolean late) implements Standing {}

    /** Who asked took it back before it was settled. */
    record TakenBack(Instant at) implements Standing {}

    /** An answer counts whatever was said beside it; then a refusal; then that it was taken back; then the clock. */
    static Standing of(Request request, Instant now) {
        var due = Due.of(request).orElse(null);
        var answer =
                request.replies().stream().filter(reply -> !reply.interim()).findFirst();
        if (answer.isPresent())
            return new Answered(answer.get().at(), isLate(due, answer.get().at()));
        var refusal = refusal(request);
        if (refusal.isPresent()) {
            var said = refusal.get();
            return new Refused(said.ground(), said.at(), isLate(due, said.at()));
        }
        var takenBack = request.takenBack();
        if (takenBack != null) return new TakenBack(takenBack);
        return due == null || now.isBefore(due.from()) ? new Underway() : new Open(due, due.at(now));
    }

    /** Whether anything is still to be said of it. */
    default boolean isSettled() {
        return switch (this) {
            case Underway _, Open _ -> false;
            case Answered _, Refused _, TakenBack _ -> true;
        };
    }

    private static Optional<Refused> refusal(Request request) {
        return request.said(Word.Kind.REFUSED)
                .flatMap(said -> said.word() instanceof Word.Refused(var ground)
                        ? Optional.of(new Refused(ground, said.at(), false))
                        : Optional.empty());
    }

    private static boolean isLate(@Nullable Due due, Instant at) {
        return due != null && due.at(at) == Due.Light.LATE;
    }
}
