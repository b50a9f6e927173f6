package acorde.web.view;

import acorde.web.words.Bilingual;
import java.util.List;

/**
 * Where one comes in: the sign-in of a node, and the page of the demonstration that asks who one wants to be.
 *
 * @param name the sign-in name typed before
 * @param notice what to say first
 * @param seats the demonstration's people; empty outside a demonstration
 */
public record EntryView(String name, Notice notice, List<Seat> seats) {

    /** Why the reader is here. */
    public enum Notice {
        NONE,
        WRONG,
        EXPIRED,
        SIGNED_OUT
    }

    /** One party's node and the people who work at it. */
    public record Seat(String party, Bilingual body, String address, List<Person> people) {}

    /** @param enter the address that a form posts to in order to sign in as this person */
    public record Person(String name, Bilingual office, String enter) {}
}
