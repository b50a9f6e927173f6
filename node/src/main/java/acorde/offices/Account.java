package acorde.offices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person signs in with.
 *
 * @param name what is typed, in lower case
 * @param passwordDue whether somebody else knows the password, so that it must be changed before anything else
 * @param closed since when nobody can sign in with it; null while it is open
 */
public record Account(
        Person.Id person,
        String name,
        boolean passwordDue,
        @Nullable Instant closed) {}
