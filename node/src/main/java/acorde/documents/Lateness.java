package acorde.documents;

import acorde.documents.Standing.Promise;
import acorde.monitoring.Light;
import acorde.monitoring.Light.Why;
import java.util.Optional;
import java.util.function.Predicate;

/** Who is late in an initiative, as a paper tells of it: on a brief, what its party owes and what the others owe are told apart. */
record Lateness(Scope scope) {
    /** The longest delay; on a brief, that of its party. */
    Optional<Entry> own(Promise promise) {
        return delay(promise, climb -> scope.kind() != Scope.Kind.BRIEF || isOfScope(climb));
    }

    /** On a brief: the longest delay of another party. */
    Optional<Entry> ofOthers(Promise promise) {
        return delay(promise, climb -> !isOfScope(climb));
    }

    boolean isOwn(Promise promise) {
        return own(promise).isPresent();
    }

    boolean isOfOthers(Promise promise) {
        return ofOthers(promise).isPresent();
    }

    private boolean isOfScope(Light.Climb climb) {
        return climb.party().value().equals(scope.of());
    }

    private static Optional<Entry> delay(Promise promise, Predicate<Light.Climb> whose) {
        var light = promise.watched().light();
        if (light.colour() != Light.Colour.LATE) return Optional.empty();
        return light.climbs().stream().filter(whose).findFirst().flatMap(climb -> switch (climb.why()) {
            case Why.Overdue(var party, var _, var due) ->
                Optional.of(Composing.line(Entry.Why.OVERDUE, promise, party, due));
            case Why.Silent(var party, var since) ->
                Optional.of(Composing.line(Entry.Why.SILENT, promise, party, since));
            default -> Optional.empty(); // nobody is late for another reason
        });
    }
}
