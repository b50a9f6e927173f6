package acorde.compact;

import acorde.acts.Act;
import acorde.acts.Applied;
import acorde.acts.Duty;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.postgres.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes rows of the acts of the compact. What a set of acts comes to does not depend on the order in which they came. */
final class CompactDuty implements Duty {
    private final Founding founding;

    CompactDuty(Founding founding) {
        this.founding = founding;
    }

    @Override
    public String schema() {
        return "compact";
    }

    @Override
    public Set<String> kinds() {
        return Saying.KINDS;
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(CompactRows.ITEM, CompactRows.ROUND, CompactRows.SURPLUS);
    }

    @Override
    public List<RowKey<?, ?>> reads(Act act, Past past) {
        if (!(Saying.read(act) instanceof Saying.Reading.Heard(var saying))) return List.of();
        return switch (saying) {
            case Saying.Chartered _ -> items();
            case Saying.Announced(var item, var _) ->
                List.of(new RowKey<>(CompactRows.ITEM, item), new RowKey<>(CompactRows.ROUND, Round.Key.first(item)));
            case Saying.Proposed proposed -> proposed.rows();
            // A proposal past the limit is looked up by itself when it is met; that is rare.
            case Saying.ToProposal word ->
                past.act(word.proposal())
                        .flatMap(Saying::proposal)
                        .map(Saying.Proposed::rows)
                        .orElse(List.of());
        };
    }

    private List<RowKey<?, ?>> items() {
        var keys = new ArrayList<RowKey<?, ?>>();
        for (var item : founding.items()) keys.add(new RowKey<>(CompactRows.ITEM, item));
        return keys;
    }

    @Override
    public Applied apply(Past past, Act act) {
        return new Applying(founding, past, act).apply();
    }
}
