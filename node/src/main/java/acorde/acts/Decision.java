package acorde.acts;

import java.util.List;

/** Whether this party speaks, and what it says. */
public sealed interface Decision<R> {
    /** Speak: all of these acts or none. */
    record Say<R>(List<Draft> drafts) implements Decision<R> {
        public Say {
            drafts = List.copyOf(drafts);
        }
    }

    record Decline<R>(R why) implements Decision<R> {}
}
