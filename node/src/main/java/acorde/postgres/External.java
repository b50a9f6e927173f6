package acorde.postgres;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/** A database that somebody else runs. */
record External(Address address) implements Origin {
    static External at(String jdbcUrl, Map<String, String> environment) {
        Properties parsed = jdbcUrl.startsWith("jdbc:postgresql:") ? Driver.parseURL(jdbcUrl, null) : null;
        if (parsed == null) {
            throw new DatabaseUnavailable(Trouble.NOT_AN_URL);
        }
        var properties = new HashMap<String, String>();
        setFrom(environment.get("ACORDE_DATABASE_USER"), "user", parsed, properties);
        setFrom(environment.get("ACORDE_DATABASE_PASSWORD"), "password", parsed, properties);
        String options = parsed.getProperty("options");
        if (options != null) {
            properties.put("options", options);
        }
        String where = parsed.getProperty("PGHOST", "localhost") + ":" + parsed.getProperty("PGPORT", "5432") + "/"
                + parsed.getProperty("PGDBNAME", "");
        return new External(new Address(jdbcUrl, where, properties));
    }

    /** What stands in the URL wins. */
    private static void setFrom(
            @org.jspecify.annotations.Nullable String value, String name, Properties parsed, Map<String, String> to) {
        if (value != null && !value.isEmpty() && parsed.getProperty(name) == null) {
            to.put(name, value);
        }
    }

    @Override
    public boolean mayReturn() {
        return false;
    }

    @Override
    public void close() {
        // It is not ours to stop.
    }
}
