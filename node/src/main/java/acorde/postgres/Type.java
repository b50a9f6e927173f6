package acorde.postgres;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a column of a derived table holds, in Java and in PostgreSQL. */
public enum Type {
    /** {@link String}, if {@link #holds} says so; anything else is refused. */
    TEXT("text", "text", String.class),
    /** {@link Long}. */
    BIGINT("int8", "int8", Long.class),
    /** {@link Integer}. */
    INT("int4", "int4", Integer.class),
    /** {@link Boolean}. */
    BOOL("bool", "bool", Boolean.class),
    /** {@code byte[]}. */
    BYTES("bytea", "bytea", byte[].class),
    /** {@link Instant}, a {@code timestamptz}: whole microseconds in the years 1 to 9999, anything else is refused. */
    INSTANT("text", "timestamptz", Instant.class),
    /** {@link LocalDate}, in the years 1 to 9999. */
    DATE("text", "date", LocalDate.class);

    private static final int LAST_YEAR = 9999;
    private static final Instant FIRST_INSTANT = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END_OF_INSTANTS = Instant.parse("+10000-01-01T00:00:00Z");

    /** The type of the elements that are sent, and the type they are turned into at the other end. */
    final String sent;

    final String stored;
    private final Class<?> javaType;

    Type(String sent, String stored, Class<?> javaType) {
        this.sent = sent;
        this.stored = stored;
        this.javaType = javaType;
    }

    /** An empty array of what {@link #send} gives. */
    @Nullable
    Object[] array(int length) {
        return switch (this) {
            case TEXT, INSTANT, DATE -> new String[length];
            case BIGINT -> new Long[length];
            case INT -> new Integer[length];
            case BOOL -> new Boolean[length];
            case BYTES -> new byte[length][];
        };
    }

    /**
     * The value as it is sent.
     *
     * @throws IllegalArgumentException when this column cannot give back exactly what it was given
     */
    @Nullable
    Object send(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (!javaType.isInstance(value)) {
            throw new IllegalArgumentException("takes a " + javaType.getSimpleName() + ", not a "
                    + value.getClass().getSimpleName());
        }
        return switch (value) {
            case String text
            when !holds(text) ->
                throw new IllegalArgumentException("cannot hold the character U+0000, nor half of a surrogate pair");
            case Instant instant -> sendInstant(instant);
            case LocalDate date
            when date.getYear() < 1 || date.getYear() > LAST_YEAR ->
                throw new IllegalArgumentException("holds dates of the years 1 to 9999, not " + date);
            case LocalDate date -> date.toString();
            default -> value;
        };
    }

    /**
     * Whether {@code text} would come back as it is: PostgreSQL cannot hold the character U+0000, and half of a
     * surrogate pair has no form in UTF-8. Text from outside is asked about here before anything depends on it.
     */
    public static boolean holds(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return false;
            }
            if (Character.isSurrogate(unit)) {
                boolean paired = i + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(i + 1));
                if (!paired) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static String sendInstant(Instant instant) {
        if (instant.getNano() % 1000 != 0) {
            throw new IllegalArgumentException("holds whole microseconds, not " + instant);
        }
        if (instant.isBefore(FIRST_INSTANT) || !instant.isBefore(END_OF_INSTANTS)) {
            throw new IllegalArgumentException("holds instants of the years 1 to 9999, not " + instant);
        }
        return instant.toString();
    }
}
