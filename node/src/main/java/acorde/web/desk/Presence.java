package acorde.web.desk;

import acorde.acts.Acts;
import acorde.finding.Finding;
import acorde.finding.Visits;
import acorde.offices.Officer;
import acorde.trust.PartyCode;
import java.time.Clock;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** That somebody is here, and how far the logs go now. */
final class Presence {
    private final Acts acts;
    private final Visits visits;
    private final Clock clock;

    Presence(Acts acts, Finding finding, Clock clock) {
        this.acts = acts;
        this.visits = finding.visits();
        this.clock = clock;
    }

    /** @return the end of their visit before this one; null at the first */
    Visits.@Nullable Mark come(Officer officer) {
        var sizes = new HashMap<PartyCode, Long>();
        for (var place : acts.logs().charter().places())
            sizes.put(place.party(), acts.logs().state(place.party()).size());
        return visits.come(officer.person(), new Visits.Mark(clock.instant(), sizes));
    }
}
