package acorde.groups;

import acorde.acts.Act;
import acorde.acts.Applied;
import acorde.acts.Duty;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.compact.Founding;
import acorde.files.Named;
import acorde.postgres.Table;
import java.util.List;
import java.util.Set;

/** Makes rows of the acts of groups. */
record GroupsDuty(Founding founding) implements Duty {
    @Override
    public String schema() {
        return "groups";
    }

    @Override
    public Set<String> kinds() {
        return Saying.KINDS.keySet();
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(GroupsRows.SITTING, Listing.DECISION, Listing.ACTION, Named.FILES);
    }

    @Override
    public List<RowKey<?, ?>> reads(Act act, Past past) {
        return Saying.read(act)
                .filter(Saying.Within.class::isInstance)
                .map(saying -> ((Saying.Within) saying).sitting())
                .<List<RowKey<?, ?>>>map(sitting -> List.of(new RowKey<>(GroupsRows.SITTING, sitting)))
                .orElse(List.of());
    }

    @Override
    public Applied apply(Past past, Act act) {
        return new Applying(founding, past, act).apply();
    }
}
