package acorde.postgres;

import java.util.Map;

/** Where the connections come from. */
sealed interface Origin extends AutoCloseable permits Embedded, External {
    /**
     * @param url for the driver
     * @param where host and port and, if it is not ours, database: for sentences, never a password
     */
    record Address(String url, String where, Map<String, String> properties) {
        public Address {
            properties = Map.copyOf(properties);
        }
    }

    Address address();

    /**
     * Called when the server was away: waits a moment, or until it has been started again.
     *
     * @param end in the terms of {@link System#nanoTime}
     * @return whether trying again makes sense
     */
    boolean awaitReturn(long end);

    /** Calls {@code action} each time the server was started again, when every earlier connection is dead. */
    void whenBack(Runnable action);

    @Override
    void close();
}
