package acorde.monitoring;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.compact.ItemKey;
import acorde.compact.Remark;
import acorde.trustlog.Hash;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an act of monitoring says. {@code spec/acts-monitoring.md} has the bodies; {@link Bodies} reads and writes them.
 */
public sealed interface Saying {
    /** Something said about a report. */
    sealed interface AboutReport extends Saying {
        ActId report();
    }

    /** The figures it gives. */
    default List<Report.Value> values() {
        return List.of();
    }

    /** Something said about a version of an initiative. */
    sealed interface AboutText extends Saying permits Report, Assessed, Linked {
        String initiative();

        Hash version();
    }

    /** Another party's word that it is as reported. */
    record Confirmed(ActId report, @Nullable Remark note) implements AboutReport {}

    /** Another party's word that it is not. */
    record Disputed(ActId report, Remark reason) implements AboutReport {}

    /**
     * A party's own values of an indicator that the parties agreed for an area.
     *
     * @param note what else there is to say of them
     */
    record Measured(
            String indicator,
            Hash version,
            List<Report.Value> values,
            @Nullable Remark note) implements Saying { // the members of the act
        public Measured {
            values = List.copyOf(values);
            if (values.isEmpty() || values.size() > Report.MOST)
                throw new IllegalArgumentException("from 1 to " + Report.MOST);
            if (values.stream().map(Report.Value::at).distinct().count() != values.size())
                throw new IllegalArgumentException("one value for a day");
        }

        /** What its values and its history stand under, where those of an initiative stand under its code. */
        public String subject() {
            return ItemKey.indicator(indicator).toString();
        }
    }

    /**
     * A figure that was said, set right beside it.
     *
     * @param report that gave it, of an initiative or of an indicator of an area
     * @param at the day of the figure
     */
    record Corrected(ActId report, LocalDate at, BigDecimal number, Remark reason) implements AboutReport {}

    /** What an observer that owes nothing holds of the work as a whole. */
    record Assessed(String initiative, Hash version, Level level, Remark reason, List<Report.Evidence> evidence)
            implements AboutText { // the members of the act
        public Assessed {
            evidence = List.copyOf(evidence);
            if (evidence.size() > Report.MOST) throw new IllegalArgumentException("at most " + Report.MOST);
        }
    }

    /** What happened outside touched an initiative. */
    record Linked(String initiative, Hash version, String event, Remark how) implements AboutText {}

    /** The scale of an independent assessment; that of the Open Government Partnership. */
    enum Level {
        NO_EVIDENCE,
        NOT_STARTED,
        LIMITED,
        SUBSTANTIAL,
        COMPLETE
    }

    String REPORTED = "monitoring.reported";
    String CONFIRMED = "monitoring.confirmed";
    String DISPUTED = "monitoring.disputed";
    String CORRECTED = "monitoring.corrected";
    String ASSESSED = "monitoring.assessed";
    String LINKED = "monitoring.linked";
    String MEASURED = "monitoring.measured";

    Set<String> KINDS = Set.of(REPORTED, CONFIRMED, DISPUTED, CORRECTED, ASSESSED, LINKED, MEASURED);

    /** What the body of an act turned out to be. */
    sealed interface Reading {
        record Heard(Saying saying) implements Reading {}

        record Unheard(Rule rule) implements Reading {}
    }

    /** Reads the body of an act of one of the {@link #KINDS} strictly. */
    static Reading read(Act act) {
        return Bodies.read(act.kind(), act.body());
    }

    /** The body that {@link #read} reads. */
    default ObjectNode body() {
        return Bodies.write(this);
    }

    default String kind() {
        return switch (this) {
            case Report _ -> REPORTED;
            case Confirmed _ -> CONFIRMED;
            case Disputed _ -> DISPUTED;
            case Corrected _ -> CORRECTED;
            case Assessed _ -> ASSESSED;
            case Linked _ -> LINKED;
            case Measured _ -> MEASURED;
        };
    }
}
