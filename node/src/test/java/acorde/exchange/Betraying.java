package acorde.exchange;

import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.List;

/** A report given as a node would give it that keeps to no rule. */
record Betraying(Report report, PartyCode to) implements Command<Rule> {
    @Override
    public Decision<Rule> decide(Past past, Instant now) {
        return new Decision.Say<>(
                List.of(new Draft(ExchangeDuty.REPORTED, "coordination", Cover.only(to), List.of(), report.toJson())));
    }
}
