package acorde.exchange;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Past;
import acorde.postgres.Table;
import java.util.Optional;

/** A past in which nothing was said, for what looks at nothing. */
final class Silence {
    static final Past PAST = new Past() {
        @Override
        public <K, R> Optional<R> row(Table<K, R> table, K key) {
            return Optional.empty();
        }

        @Override
        public Optional<Act> act(ActId id) {
            throw new AssertionError("an act was read");
        }
    };

    private Silence() {}
}
