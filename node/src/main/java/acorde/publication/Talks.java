package acorde.publication;

import java.util.List;

/**
 * The proposals on an initiative that are told.
 *
 * @param told the newest first
 * @param more how many others everybody may know of
 */
public record Talks(List<Talk> told, int more) {
    /** Proposals of one party that are told beside those that every required party assented to: one that makes them without end hides no other's. */
    static final int EACH = 10;

    public static final Talks NONE = new Talks(List.of(), 0);

    public Talks {
        told = List.copyOf(told);
    }
}
