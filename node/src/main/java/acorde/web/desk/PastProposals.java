package acorde.web.desk;

import acorde.acts.ActId;
import acorde.compact.Compact;
import acorde.compact.Stood;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The list of all proposals, which is long: read by parts, and no further than it takes to fill one page. */
public final class PastProposals {
    /** Parts that are read at the most for one page. */
    private static final int LOOKS = 20;

    private final Compact compact;
    private final Function<List<Stood>, List<Made>> made;

    /** @param made reads proposals with their acts */
    PastProposals(Compact compact, Function<List<Stood>, List<Made>> made) {
        this.compact = compact;
        this.made = made;
    }

    /**
     * Part of the list.
     *
     * @param next the last that was looked at if there are more, else null
     */
    public record Page(List<Made> made, @Nullable ActId next) {}

    private record Rest(List<Stood> each, boolean isAll) {}

    /**
     * Proposals, newest first; those on one version stand together.
     *
     * @param after the last of the list before; null at the beginning
     * @param most of those that are wanted; there may be fewer, and more behind them, where few of many are wanted
     */
    Page newest(@Nullable ActId after, Predicate<Stood> wanted, int most) {
        var found = new ArrayList<Stood>();
        var last = after;
        for (var look = 0; look < LOOKS; look++) {
            var rest = behind(last, most);
            for (var each : rest.each()) {
                if (found.size() == most) return new Page(made.apply(found), last);
                last = each.proposal().act();
                if (wanted.test(each)) found.add(each);
            }
            if (rest.isAll()) return new Page(made.apply(found), null);
        }
        return new Page(made.apply(found), last);
    }

    private Rest behind(@Nullable ActId after, int versions) {
        var from = after == null ? null : compact.proposal(after).orElse(null);
        var listed = compact.proposals(from, versions + 1);
        var read = listed.stream().map(Stood::key).distinct().count();
        var passed = listed.stream().map(each -> each.proposal().act()).toList().indexOf(after) + 1;
        return new Rest(listed.subList(passed, listed.size()), read <= versions);
    }
}
