package acorde.exchange;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names a report at its provider: the same in each of its copies, and drawn at random so that it tells nothing. */
public record Ref(String value) {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Ref {
        if (!value.matches("[0-9a-f]{32}"))
            throw new IllegalArgumentException("a report is named by 32 hexadecimal digits");
    }

    public static Ref fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Ref(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
