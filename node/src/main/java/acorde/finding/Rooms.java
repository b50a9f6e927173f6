package acorde.finding;

import acorde.offices.Officer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rooms of the index as they stand; each holds what has one audience. Safe for any thread. */
final class Rooms {
    /** Audiences that have rooms: what would need one more is not found by anybody. */
    static final int MOST = 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);

    private volatile Map<Integer, Room> rooms = Map.of();

    void are(Map<Integer, Room> known) {
        rooms = Map.copyOf(known);
    }

    /** Those whose things the reader may open, by the same answer that opens them, as long as that is what it would be now. */
    List<Integer> openTo(Officer reader, Collection<Stance> now) {
        return rooms.entrySet().stream()
                .filter(room -> room.getValue().audience().admits(reader))
                .filter(room -> room.getValue().holds(now))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Those of these that are made if they are not there: for new audiences no more than there is place for. */
    Set<Room> withPlace(Collection<Room> wanted) {
        var before = rooms.values().stream().map(Room::audience).collect(Collectors.toSet());
        var all = new HashSet<>(before);
        wanted.forEach(room -> all.add(room.audience()));
        if (all.size() <= MOST) return Set.copyOf(wanted);
        LOG.warn("There are more than {} audiences: what has a new one is not found.", MOST);
        return wanted.stream().filter(room -> before.contains(room.audience())).collect(Collectors.toSet());
    }
}
