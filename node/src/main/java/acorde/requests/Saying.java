package acorde.requests;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the party that was asked may still say of a request. */
final class Saying {
    private Saying() {}

    /** The rule that is against saying a word of a kind; empty if none is. */
    static Optional<Rule> against(Request request, Word.Kind kind, Instant now) {
        if (Standing.of(request, now).isSettled()) return Optional.of(Rule.REQUEST_SETTLED);
        if (request.said(kind).isPresent()) return Optional.of(Rule.WORD_SAID);
        var late = Due.of(request).filter(due -> due.at(now) == Due.Light.LATE).isPresent();
        return kind == Word.Kind.EXTENDED && late ? Optional.of(Rule.TIME_IS_UP) : Optional.empty();
    }

    static List<Word.Kind> sayable(Request request, Instant now) {
        return Arrays.stream(Word.Kind.values())
                .filter(kind -> against(request, kind, now).isEmpty())
                .toList();
    }
}
