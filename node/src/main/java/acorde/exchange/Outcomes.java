package acorde.exchange;

import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.offices.Officer;
import java.util.Collection;
import java.util.List;

/** What came of copies where they were given: said by an office of the holder, to the provider alone. Safe for any thread. */
public final class Outcomes {
    private final Acts acts;
    private final ExchangeRows rows;

    Outcomes(Acts acts, ExchangeRows rows) {
        this.acts = acts;
        this.rows = rows;
    }

    /** What the holders of these copies last said. What another than the holder says of one is looked up nowhere. */
    public List<Outcome> of(Collection<Item.Copy> copies) {
        return rows.outcomes(copies);
    }

    /** Says what came of a copy, for who has it open. It may be said anew: the last word counts. */
    public Said<Rule> say(Officer officer, Shown.Open open, Outcome.Kind kind) {
        var item = open.item();
        if (!isGiven(item)) return new Said.Declined<>(Rule.NO_SUCH_REPORT);
        return acts.sayDurably(
                new Appraisal(officer.office(), acts.self(), item.act(), kind, Cover.others(acts)), officer);
    }

    /** Whether it is a copy that this party was given: nobody says what came of their own. */
    public boolean isGiven(Item item) {
        return item.to().contains(acts.self());
    }
}
