package acorde.compact;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The compact the product ships with, for tests. */
final class Moc2019 {
    static final Path FOLDER = Path.of("..", "compacts", "moc-2019");

    private Moc2019() {}

    private static final CompactFolder.Read.Folder READ = read();

    static CompactFolder.Read.Folder folder() {
        return READ;
    }

    private static CompactFolder.Read.Folder read() {
        return switch (CompactFolder.read(FOLDER)) {
            case CompactFolder.Read.Folder folder -> folder;
            case CompactFolder.Read.Faults(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    static <T extends ItemText> SortedMap<String, T> all(Class<T> type) {
        var found = new TreeMap<String, T>();
        folder().items().forEach((key, text) -> {
            if (type.isInstance(text)) found.put(key.code(), type.cast(text));
        });
        return found;
    }

    static Initiative initiative(String code) {
        return (Initiative) folder().items().get(ItemKey.initiative(code));
    }

    static List<String> codes(java.util.function.Predicate<Initiative> which) {
        return all(Initiative.class).entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }
}
