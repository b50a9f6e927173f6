package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.offices.Officer;
import acorde.policy.Nothing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What came of copies where they were given: said by an office of the holder, to the provider alone. Safe for any thread. */
public final class Outcomes {
    private final Acts acts;
    private final ExchangeRows rows;
    private final Questions.Listings listings;

    Outcomes(Acts acts, ExchangeRows rows, Questions.Listings listings) {
        this.acts = acts;
        this.rows = rows;
        this.listings = listings;
    }

    /** What the holders of these copies last said. What another than the holder says of one is looked up nowhere. */
    public List<Outcome> of(Collection<Item.Copy> copies) {
        return rows.outcomes(copies);
    }

    /** A copy that this party was given, as an office may find it; empty if there is none for it, and then no sooner than where one is hidden (AS-1). */
    public Optional<Item> find(Officer officer, ActId act, Instant now) {
        var nothing = Nothing.asked();
        var found = rows.item(act)
                .filter(row -> row.holder().equals(acts.self().value()))
                .flatMap(row -> listings.of(officer, now).listed(Item.outline(act, row)));
        if (found.isEmpty()) nothing.await();
        return found;
    }

    /** Says what came of a copy. It may be said anew: the last word counts. */
    public Said<Rule> say(Officer officer, ActId act, Outcome.Kind kind, Instant now) { // who says what of what
        if (find(officer, act, now).isEmpty()) return new Said.Declined<>(Rule.NO_SUCH_REPORT);
        return acts.sayDurably(new Appraisal(officer.office(), acts.self(), act, kind, Cover.others(acts)));
    }
}
