package acorde.exchange;

import acorde.acts.ActId;
import acorde.offices.OfficeCode;
import acorde.policy.Facts;
import org.jspecify.annotations.Nullable;

/** Whether something is told unasked, asks, answers, or alerts. All are marked, given, read and taken back alike. */
public sealed interface Turn {
    /** Told unasked: a report. */
    record Tells() implements Turn {
        @Override
        public Facts.Kind kind() {
            return Facts.Kind.REPORT;
        }
    }

    /**
     * Asks: a request.
     *
     * @param office for which of the other party's it is meant; null if any that may read it. It opens nothing: the rules of release do
     */
    record Asks(Urgency urgency, @Nullable OfficeCode office) implements Turn {
        @Override
        public Facts.Kind kind() {
            return Facts.Kind.REQUEST;
        }
    }

    /**
     * Answers a request.
     *
     * @param request the act by which this party was asked
     * @param interim whether more is to follow
     */
    record Answers(ActId request, boolean interim) implements Turn {
        @Override
        public Facts.Kind kind() {
            return Facts.Kind.ANSWER;
        }
    }

    /** Alerts. */
    record Warns(Alert alert) implements Turn {
        @Override
        public Facts.Kind kind() {
            return Facts.Kind.ALERT;
        }
    }

    Turn TELLS = new Tells();

    /** The same with a dash for each of its texts. */
    default Turn outline() {
        return this instanceof Warns(var alert) ? new Warns(alert.outline()) : this;
    }

    /** As rules of release name it. */
    Facts.Kind kind();
}
