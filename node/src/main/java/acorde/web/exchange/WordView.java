package acorde.web.exchange;

import acorde.web.view.Flaw;
import acorde.web.view.Flawed;
import acorde.web.view.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an office says of a request beside answering it: being chosen, or as it would be signed.
 *
 * @param due how the request stands
 * @param kinds what may be said of it now
 * @param kind what was chosen; empty if nothing was
 * @param review whether it is only to be signed
 */
public record WordView(
        DueView due,
        List<String> kinds,
        String kind,
        String reason,
        String ground,
        List<Flaw> flaws,
        boolean review,
        @Nullable Refusal refusal)
        implements Flawed { // what its page shows
    public WordView {
        kinds = List.copyOf(kinds);
        flaws = List.copyOf(flaws);
    }

    /** Whether its form asks what that kind takes: while none is chosen, of each that may be said. */
    public boolean takes(String one) {
        return kinds.contains(one) && (kind.equals(one) || !kinds.contains(kind));
    }
}
