package acorde.offices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks for the people of a party's own records in all acts that its node has, its own and the others'. */
public final class NobodyNamed {
    /** Persons have ids no smaller than this once {@link #MANY_BEFORE} was done: what stands in an act by chance is none of these. */
    private static final long FIRST = 7_019_270_700L;

    public static final String MANY_BEFORE = "alter table offices.person alter column id restart with " + FIRST;

    private NobodyNamed() {}

    /** @return how many acts were looked through */
    public static int assertInActs(Connection connection) throws SQLException {
        var names = words(connection, "select name from offices.person union select name from offices.account");
        assertFalse(names.isEmpty());
        names.addAll(words(connection, "select id::text from offices.person where id >= " + FIRST));
        var acts = 0;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select place, idx, act from trust.entry where act is not null")) {
            for (; rows.next(); acts++) {
                var act = new String(rows.getBytes(3), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
                var found = names.stream()
                        .filter(name -> act.contains(name.toLowerCase(Locale.ROOT)))
                        .toList();
                assertEquals(List.of(), found, "in act " + rows.getLong(2) + " of place " + rows.getInt(1));
            }
        }
        return acts;
    }

    private static List<String> words(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            var words = new ArrayList<String>();
            while (rows.next()) words.add(rows.getString(1));
            return words;
        }
    }
}
