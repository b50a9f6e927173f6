package acorde.web.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader left written and did not sign, as the form in which they go on tells of it.
 *
 * @param draft which of their new texts the form is of; empty in one that changes what there is
 * @param at when it was kept; null if it was not
 * @param others the other new ones they have begun, the one left last before the rest
 */
public record Left(String draft, @Nullable Instant at, List<Other> others) {
    /** @param title as far as it was typed; may be empty @param answers the request that it answers; empty if none */
    public record Other(String draft, String title, String answers, Instant at) {} // a line of the list

    public Left {
        others = List.copyOf(others);
    }
}
