package acorde.monitoring;

import acorde.acts.Hearing;
import java.util.Map;

/** What was reported, as the acts of a hearing have it. Made anew after something was heard. */
public final class Heard {
    private final Map<String, Facts> facts;

    public Heard(Hearing hearing) {
        facts = hearing.rows(MonitoringRows.FACTS);
    }

    /** What was said about an initiative. */
    public Facts facts(String code) {
        return facts.getOrDefault(code, Facts.NONE);
    }
}
