package acorde.acts;

import java.util.List;

/** What came of a command, told when it is durable and not before. */
public sealed interface Said<R> {
    record Written<R>(List<ActId> acts) implements Said<R> {
        public Written {
            acts = List.copyOf(acts);
        }
    }

    record Declined<R>(R why) implements Said<R> {}
}
