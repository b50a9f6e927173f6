package acorde.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row as read, by the names of its columns. */
public final class Row {
    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    /** The text of a column that is never null. */
    public String text(String column) {
        var text = textOrNull(column);
        if (text == null) throw new IllegalStateException("column " + column + " is null");
        return text;
    }

    public @Nullable String textOrNull(String column) {
        return read(() -> rows.getString(column));
    }

    public long bigint(String column) {
        return read(() -> rows.getLong(column));
    }

    public int integer(String column) {
        return read(() -> rows.getInt(column));
    }

    public boolean bool(String column) {
        return read(() -> rows.getBoolean(column));
    }

    public byte @Nullable [] bytesOrNull(String column) {
        return read(() -> rows.getBytes(column));
    }

    public @Nullable Instant instantOrNull(String column) {
        var time = read(() -> rows.getTimestamp(column));
        return time == null ? null : time.toInstant();
    }

    public @Nullable LocalDate dateOrNull(String column) {
        return read(() -> rows.getObject(column, LocalDate.class));
    }

    private interface Read<T extends @Nullable Object> {
        T get() throws SQLException;
    }

    private static <T extends @Nullable Object> T read(Read<T> read) {
        try {
            return read.get();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
