package acorde.offices;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing that only this party may read: a sign-in, a refused one, an act of administration, later who read what.
 *
 * <p>Holds no password, token, or text somebody typed into the name field, where people type passwords by mistake.
 *
 * @param what the kind of thing, such as {@code signed-in}
 * @param who did it; null if nobody signed in did
 * @param about whatever else there is to it: short names and short values
 */
public record JournalLine(String what, @Nullable Officer who, SortedMap<String, String> about) {
    static final int VALUE_LIMIT = 300;
    static final int PARTS = 16;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final JsonMapper JSON = JsonMapper.shared();

    public JournalLine {
        if (!NAME.matcher(what).matches()) throw new IllegalArgumentException("a kind of line is a short word");
        if (about.size() > PARTS) throw new IllegalArgumentException("a line of the journal has at most 16 parts");
        var copy = new TreeMap<String, String>();
        about.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("a part's name is a short word");
            copy.put(name, value.length() > VALUE_LIMIT ? value.substring(0, VALUE_LIMIT) : value);
        });
        about = Collections.unmodifiableSortedMap(copy);
    }

    public static JournalLine of(String what, @Nullable Officer who) {
        return new JournalLine(what, who, Collections.emptySortedMap());
    }

    /** The same with one more part. */
    public JournalLine with(String name, Object value) {
        var more = new TreeMap<>(about);
        more.put(name, value.toString());
        return new JournalLine(what, who, more);
    }

    /** The bytes that are kept and hashed: JSON on one line. */
    public byte[] bytes(Instant at) {
        var line = JSON.createObjectNode();
        line.put("at", at.toString());
        line.put("what", what);
        if (who != null) {
            line.put("person", who.person().value());
            line.put("office", who.office().value());
        }
        var parts = line.putObject("about");
        about.forEach(parts::put);
        return JSON.writeValueAsString(line).getBytes(StandardCharsets.UTF_8);
    }
}
