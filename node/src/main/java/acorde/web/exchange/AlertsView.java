package acorde.web.exchange;

import acorde.web.view.Flaw;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether alerts of this node are real.
 *
 * @param at when somebody said so, or two had; null while nobody has
 * @param ours whether it was the reader who said so first
 */
public record AlertsView(Stands stands, @Nullable Instant at, boolean ours, List<Flaw> flaws) {
    public enum Stands {
        EXERCISE,
        ASKED,
        REAL
    }

    /** What its reader sees, as the page sends it with their word. */
    public String seen() {
        return at == null ? stands.name() : stands.name() + " " + at.toEpochMilli();
    }

    public AlertsView {
        flaws = List.copyOf(flaws);
    }
}
