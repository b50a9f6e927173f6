package acorde.acts;

import java.util.List;

/** What came of a command, told when it is durable and not before. */
public sealed interface Said<R> {
    /** @param acts what was said, in the order of this party's log */
    record Written<R>(List<Act> acts) implements Said<R> {
        public Written {
            acts = List.copyOf(acts);
        }
    }

    record Declined<R>(R why) implements Said<R> {}
}
