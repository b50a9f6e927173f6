package acorde.finding;

import acorde.offices.Officer;
import java.util.List;
import java.util.Map;

/** The rooms of the index as they stand; each holds what has one audience. Safe for any thread. */
final class Rooms {
    /** Rooms that are kept: what would need one more is not found by anybody. */
    static final int MOST = 1_024;

    private volatile Map<Integer, Audience> rooms = Map.of();

    void are(Map<Integer, Audience> known) {
        rooms = Map.copyOf(known);
    }

    /** Those whose things the reader may open, by the same answer that opens them. */
    List<Integer> openTo(Officer reader) {
        return rooms.entrySet().stream()
                .filter(room -> room.getValue().admits(reader))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    int count() {
        return rooms.size();
    }
}
