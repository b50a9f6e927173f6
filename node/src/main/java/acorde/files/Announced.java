package acorde.files;

import acorde.trustlog.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What the sender of a file says of it.
 *
 * @param name as the sender has it
 * @param sha256 of the whole of it, which it then has to have; null if its sender does not say. Of several goes that which ends it says so
 */
public record Announced(String name, @Nullable Hash sha256) {
    public static Announced as(String name) {
        return new Announced(name, null);
    }
}
