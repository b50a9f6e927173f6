package acorde.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** A database that somebody else runs. */
record External(Address address) implements Origin {
    static External at(String jdbcUrl, Map<String, String> environment) {
        Properties parsed = jdbcUrl.startsWith("jdbc:postgresql:") ? Driver.parseURL(jdbcUrl, null) : null;
        if (parsed == null) {
            throw new DatabaseUnavailable(Trouble.NOT_AN_URL);
        }
        // What stands behind the question mark travels apart, so that our own settings can be added to it.
        var properties = new HashMap<String, String>();
        for (String name : parsed.stringPropertyNames()) {
            if (!name.startsWith("PG")) {
                properties.put(name, parsed.getProperty(name));
            }
        }
        addUnlessThere(properties, "user", environment.get("ACORDE_DATABASE_USER"));
        addUnlessThere(properties, "password", environment.get("ACORDE_DATABASE_PASSWORD"));
        String where = parsed.getProperty("PGHOST", "localhost") + ":" + parsed.getProperty("PGPORT", "5432") + "/"
                + parsed.getProperty("PGDBNAME", "");
        return new External(new Address(jdbcUrl.split("\\?", 2)[0], where, properties));
    }

    /** A built-in server that another process runs. */
    static External running(Cluster cluster) {
        try {
            var where = "127.0.0.1:"
                    + Files.readString(cluster.directory().resolve("port")).strip();
            return new External(new Address(
                    "jdbc:postgresql://" + where + "/postgres",
                    where,
                    Map.of("user", Cluster.USER, "password", cluster.password())));
        } catch (IOException fault) {
            throw Faults.ofFiles(fault, cluster.directory());
        }
    }

    /** What stands in the URL wins. */
    private static void addUnlessThere(Map<String, String> properties, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            properties.putIfAbsent(name, value);
        }
    }

    @Override
    public boolean awaitReturn(long end) {
        return false; // whoever runs it is told at once
    }

    @Override
    public void whenBack(Runnable action) {
        // Nobody tells us.
    }

    @Override
    public void close() {
        // It is not ours to stop.
    }
}
