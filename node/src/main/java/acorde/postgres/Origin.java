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

    /** Whether a server that is away for the moment will be back without anybody's help. */
    boolean mayReturn();

    @Override
    void close();
}
