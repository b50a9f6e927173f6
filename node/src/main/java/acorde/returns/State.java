package acorde.returns;

import acorde.compact.Bilingual;
import acorde.monitoring.Report;

/** How far the work is, as a return says it: the words of the pages. */
enum State implements Vocabulary {
    NOT_STARTED("sin empezar", "not started"),
    IN_PROGRESS("en marcha", "in progress"),
    BLOCKED("bloqueada", "blocked"),
    DONE("cumplida", "done");

    private final Bilingual words;

    State(String es, String en) {
        this.words = new Bilingual(es, en);
    }

    @Override
    public Bilingual words() {
        return words;
    }

    Report.State said() {
        return Report.State.valueOf(name());
    }

    static State of(Report.State state) {
        return valueOf(state.name());
    }
}
