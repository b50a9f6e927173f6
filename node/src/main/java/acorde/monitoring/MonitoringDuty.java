package acorde.monitoring;

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

/**
 * Makes rows of the acts of monitoring. What a set of acts comes to does not depend on the order in which they came.
 */
final class MonitoringDuty implements Duty {
    private final Founding founding;

    MonitoringDuty(Founding founding) {
        this.founding = founding;
    }

    @Override
    public String schema() {
        return "monitoring";
    }

    @Override
    public Set<String> kinds() {
        return Saying.KINDS;
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(MonitoringRows.FACTS, MonitoringRows.ENTRY, MonitoringRows.POINT, Named.FILES);
    }

    @Override
    public List<RowKey<?, ?>> reads(Act act, Past past) {
        if (!(Saying.read(act) instanceof Saying.Reading.Heard(var saying))) return List.of();
        return switch (saying) {
            case Saying.AboutText about -> List.of(new RowKey<>(MonitoringRows.FACTS, about.initiative()));
            case Saying.Measured measured ->
                measured.values().stream()
                        .<RowKey<?, ?>>map(value -> new RowKey<>(
                                MonitoringRows.POINT, new Point.Key(measured.subject(), act.by(), value.at())))
                        .toList();
            case Saying.AboutReport about -> List.of(new RowKey<>(MonitoringRows.ENTRY, about.report()));
        };
    }

    @Override
    public Applied apply(Past past, Act act) {
        return new Applying(founding, past, act).apply();
    }
}
