package acorde.web.view;

import acorde.web.words.Bilingual;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one comes in: the sign-in of a node, and the page of the demonstration that asks who one wants to be.
 *
 * @param name the sign-in name typed before
 * @param notice what to say first
 * @param seats the demonstration's people; empty outside a demonstration
 * @param next the page one wanted to see; empty for the first page
 * @param until when one may try again, if one has to wait
 */
public record EntryView(
        String name,
        Notice notice,
        List<Seat> seats,
        String next,
        @Nullable Instant until) {
    public EntryView(String name, Notice notice, List<Seat> seats) {
        this(name, notice, seats, "", null);
    }

    /** Whether one was not let in. */
    public boolean refused() {
        return switch (notice) {
            case WRONG, THROTTLED, NO_OFFICE, CLOSED -> true;
            case NONE, EXPIRED, SIGNED_OUT, PREPARING -> false;
        };
    }

    /** Why the reader is here. */
    public enum Notice {
        NONE,
        WRONG,
        THROTTLED,
        NO_OFFICE,
        CLOSED,
        EXPIRED,
        SIGNED_OUT,
        /** The demonstration is still being made ready. */
        PREPARING
    }

    /** One party's node and the people who work at it. */
    public record Seat(String party, Bilingual body, String address, List<Person> people) {}

    /** @param enter the address that a form posts to in order to sign in as this person */
    public record Person(String name, Bilingual office, String enter) {}
}
