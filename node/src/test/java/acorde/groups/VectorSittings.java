package acorde.groups;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Where everything that was said in groups stands, as the vectors write it. */
public final class VectorSittings {
    private VectorSittings() {}

    public static Map<String, String> stand(DataSource readers) {
        var stand = new TreeMap<String, String>();
        new Shelf(readers).all().forEach(one -> {
            if (one.sitting().isMeeting())
                stand.put(one.sitting().act().toString(), word(Course.of(one).state()));
            Decided.all(one).forEach(decided -> stand.put(decided.act().toString(), word(decided.state())));
            Owed.all(one).forEach(owed -> stand.put(owed.id().toString(), word(owed.state())));
            if (one.sitting().isMeeting())
                MinutesBook.versions(one)
                        .forEach(version -> stand.put(version.act().toString(), word(version.state())));
        });
        return stand;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
