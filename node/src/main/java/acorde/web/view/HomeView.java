package acorde.web.view;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Home: what awaits me, what changed, how the compact stands.
 *
 * @param since when the reader was last here; absent the first time
 * @param seen what an open page says it has seen when it asks for news
 * @param left what the list of changes leaves out
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
        Ladder ladder,
        long seen) {
    /**
     * What goes up the ladder, as far as it is listed here.
     *
     * @param requests whose time is up, as far as the reader may find them
     * @param wishes to give on, likewise
     * @param procedures in writing whose time has run out
     * @param delays of initiatives, this party's first
     */
    public record Ladder(Part requests, Part wishes, Part procedures, Part delays) {
        public static final Ladder NOTHING = new Ladder(Part.NOTHING, Part.NOTHING, Part.NOTHING, Part.NOTHING);

        /** The first of some. @param more how many the list leaves out */
        public record Part(List<Climb> shown, int more) {
            public static final Part NOTHING = new Part(List.of(), 0);

            public Part {
                shown = List.copyOf(shown);
            }

            /** @param words are found for those that are shown, of perhaps many */
            public static <T> Part of(List<T> all, int most, Function<T, Climb> words) {
                return new Part(all.stream().limit(most).map(words).toList(), Math.max(0, all.size() - most));
            }
        }

        /** Delays alone. */
        public static Ladder of(Part delays) {
            return new Ladder(Part.NOTHING, Part.NOTHING, Part.NOTHING, delays);
        }

        /** Whether anything climbs but delays of initiatives. */
        public boolean others() {
            return !requests.shown().isEmpty()
                    || !wishes.shown().isEmpty()
                    || !procedures.shown().isEmpty();
        }

        public boolean empty() {
            return !others() && delays.shown().isEmpty();
        }
    }

    /**
     * Something that goes up the ladder.
     *
     * @param link where it is
     * @param stands whose word or work is missing, which rung it has reached, and when it goes up the next
     * @param elsewhere that a source says it is done; empty if none does
     */
    public record Climb(String link, String title, String stands, String elsewhere) {}

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
     * What goes up the ladder, a part of all.
     *
     * @param ladder its procedures on the first page alone
     * @param all how many delays of initiatives there are
     * @param next the code with which the next page begins; empty on the last
     */
    public record AllClimbs(Ladder ladder, int all, String next) {}

    /** @param lastSeen when the partner last answered over the network; absent if never */
    public record Reach(
            String party, boolean reachable, @Nullable Instant lastSeen, long hasRead, long of) {}

    public record Area(String code, String name, Figures figures) {}
}
