package acorde.web.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Home: what awaits me, what changed, how the compact stands.
 *
 * @param since when the reader was last here; absent the first time
 * @param seen what an open page says it has seen when it asks for news
 * @param left what the list of changes leaves out
 * @param climbing delays that go up the ladder, this party's first
 * @param climbingMore how many of them the list leaves out
 */
public record HomeView(
        Figures figures,
        List<ProposalLine> waiting,
        List<Change> changes,
        @Nullable Instant since,
        Left left,
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
     * @param elsewhere that a source says it is done; empty if none does
     */
    public record Climb(String code, String title, String stands, String elsewhere) {}

    /**
     * What a list of changes leaves out.
     *
     * @param counted how many further changes
     * @param cut the parties of whose logs only the newest acts were looked through
     * @param each how many of each
     */
    public record Left(int counted, List<String> cut, int each) {
        public static final Left NOTHING = new Left(0, List.of(), 0);

        public Left {
            cut = List.copyOf(cut);
        }
    }

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
