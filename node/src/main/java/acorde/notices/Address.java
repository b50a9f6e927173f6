package acorde.notices;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where somebody gets mail: the common shape of RFC 5321 in ASCII, so that nothing in it can end a line or begin a header. */
public record Address(String text) {
    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*"
                    + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final int LONGEST_LOCAL = 64;

    /** @throws IllegalArgumentException if it has another shape */
    public Address {
        if (text.length() > LONGEST
                || text.indexOf('@') > LONGEST_LOCAL
                || !SHAPE.matcher(text).matches()) throw new IllegalArgumentException("not an address of mail");
    }

    /** What somebody typed; empty if it is no address. */
    public static Optional<Address> read(String typed) {
        try {
            return typed.length() > LONGEST ? Optional.empty() : Optional.of(new Address(typed.strip()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    String host() {
        return text.substring(text.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
