package acorde.postgres;

/** The types of columns of derived tables. */
public enum Type {
    TEXT("text"),
    BIGINT("int8"),
    INT("int4"),
    BOOL("bool"),
    BYTES("bytea"),
    INSTANT("timestamptz"),
    DATE("date");

    private final String sql;

    Type(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
