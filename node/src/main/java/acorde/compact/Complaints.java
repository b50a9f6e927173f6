package acorde.compact;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found wrong with a text, up to a bound, each once with its place. */
public final class Complaints {
    /** @param path where it is, such as {@code initiatives[3].title.es}; empty for the whole text */
    public record Complaint(String path, Bilingual reason) {}

    private final int limit;
    private final Set<Complaint> found = new LinkedHashSet<>();

    public Complaints(int limit) {
        this.limit = limit;
    }

    void add(String path, String es, String en) {
        add(path, new Bilingual(es, en));
    }

    void add(String path, Bilingual reason) {
        if (found.size() < limit) found.add(new Complaint(path, reason));
    }

    public boolean none() {
        return found.isEmpty();
    }

    public List<Complaint> list() {
        return List.copyOf(found);
    }
}
