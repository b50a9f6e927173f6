package acorde.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the row being read. A column that holds nothing is a fault unless it is asked for with {@code
 * ...OrNull}.
 */
public final class Row {
    private final ResultSet found;

    Row(ResultSet found) {
        this.found = found;
    }

    public String text(String column) {
        return held(column, textOrNull(column));
    }

    public @Nullable String textOrNull(String column) {
        return get(column, String.class);
    }

    public long bigint(String column) {
        return held(column, bigintOrNull(column));
    }

    public @Nullable Long bigintOrNull(String column) {
        return get(column, Long.class);
    }

    public int integer(String column) {
        return held(column, integerOrNull(column));
    }

    public @Nullable Integer integerOrNull(String column) {
        return get(column, Integer.class);
    }

    public boolean bool(String column) {
        return held(column, boolOrNull(column));
    }

    public @Nullable Boolean boolOrNull(String column) {
        return get(column, Boolean.class);
    }

    public byte[] bytes(String column) {
        return held(column, bytesOrNull(column));
    }

    public byte @Nullable [] bytesOrNull(String column) {
        return get(column, byte[].class);
    }

    public Instant instant(String column) {
        return held(column, instantOrNull(column));
    }

    public @Nullable Instant instantOrNull(String column) {
        OffsetDateTime time = get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public LocalDate date(String column) {
        return held(column, dateOrNull(column));
    }

    public @Nullable LocalDate dateOrNull(String column) {
        return get(column, LocalDate.class);
    }

    private <T> @Nullable T get(String column, Class<T> type) {
        try {
            return found.getObject(column, type);
        } catch (SQLException fault) {
            throw new IllegalStateException("column " + column + " cannot be read", fault);
        }
    }

    private static <T> T held(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column " + column + " holds nothing where a value is due");
        }
        return value;
    }
}
