package acorde.compact;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found wrong with a text, up to a bound, each once with its place. */
public final class Complaints {
    /** @param path where it is, such as {@code initiatives[3].title.es}; empty for the whole text */
    public record Complaint(String path, Bilingual reason) {}

    /** Characters of a complaint or a place: both name what came. */
    private static final int LONGEST = 1_000;

    private final int limit;
    private final Set<Complaint> found = new LinkedHashSet<>();

    public Complaints(int limit) {
        this.limit = limit;
    }

    void add(String path, String es, String en) {
        add(path, new Bilingual(visible(es), visible(en)));
    }

    void add(String path, Bilingual reason) {
        if (found.size() < limit) found.add(new Complaint(visible(path), reason));
    }

    /** What is complained of is named as it came, by a stranger perhaps: cut short, and what nobody sees replaced by a sign that it was there. */
    private static String visible(String text) {
        var cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return cut.codePoints()
                .map(c -> isSeen(c) ? c : '\ufffd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSeen(int c) {
        return !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.SURROGATE;
    }

    public boolean none() {
        return found.isEmpty();
    }

    public List<Complaint> list() {
        return List.copyOf(found);
    }
}
