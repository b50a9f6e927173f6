package acorde.web.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Home: what awaits me, what changed, how the compact stands.
 *
 * @param since when the reader was last here; absent the first time
 * @param seen what an open page says it has seen when it asks for news
 * @param left how many further changes the list leaves out
 * @param climbing delays that go up the ladder, this party's first
 * @param climbingMore how many of them the list leaves out
 */
public record HomeView(
        Figures figures,
        List<ProposalLine> waiting,
        List<Change> changes,
        @Nullable Instant since,
        int left,
        List<Reach> partners,
        List<ProposalLine> own,
        List<Area> areas,
        List<Climb> climbing,
        int climbingMore,
        long seen) {
    /**
     * A delay that goes up the ladder.
     *
     * @param stands whose it is, which rung it has reached, and when it goes up the next
     */
    public record Climb(String code, String title, String stands) {}

    /**
     * Delays that go up the ladder, a part of all.
     *
     * @param all how many there are
     * @param next the code with which the next page begins; empty on the last
     */
    public record AllClimbs(List<Climb> climbs, int all, String next) {
        public AllClimbs {
            climbs = List.copyOf(climbs);
        }
    }

    /** @param lastSeen when the partner last answered over the network; absent if never */
    public record Reach(
            String party, boolean reachable, @Nullable Instant lastSeen, long hasRead, long of) {}

    public record Area(String code, String name, Figures figures) {}
}
