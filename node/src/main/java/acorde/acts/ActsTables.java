package acorde.acts;

import acorde.postgres.Keyed;
import acorde.postgres.Table;
import acorde.postgres.Type;
import java.util.List;

/** The tables this package derives itself. */
final class ActsTables {
    /** Acts that were kept and rejected, with the rule. */
    static final Table<ActId, String> REJECTED = Table.<ActId, String>named("acts.rejected")
            .key("act", Type.TEXT, ActId::toString)
            .column("rule", Type.TEXT, rule -> rule)
            .reading(row -> new Keyed<>(ActId.parse(row.text("act")), row.text("rule")));

    /** Acts that wait, with one of the acts they wait for. */
    static final Table<ActId, ActId> WAITING = Table.<ActId, ActId>named("acts.waiting")
            .key("act", Type.TEXT, ActId::toString)
            .column("missing", Type.TEXT, ActId::toString)
            .reading(row -> new Keyed<>(ActId.parse(row.text("act")), ActId.parse(row.text("missing"))));

    static final List<Table<?, ?>> ALL = List.of(REJECTED, WAITING);

    private ActsTables() {}
}
