package acorde.onward;

import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.exchange.Cover;
import acorde.offices.OfficeCode;
import acorde.onward.OnwardRows.Would;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/**
 * Asks the provider of a copy for leave that another party has it, with an entry for each other party that says nothing to nobody.
 *
 * @param self who holds the copy
 * @param others all other parties of the compact
 */
record Ask(OfficeCode office, PartyCode self, Wish.Asked asked, SortedSet<PartyCode> others) implements Command<Rule> {
    private Would would() {
        return new Would(asked.copy(), self, asked.to());
    }

    @Override
    public List<RowKey<?, ?>> reads() {
        return List.of(new RowKey<>(OnwardRows.ASK, would()));
    }

    @Override
    public Decision<Rule> decide(Past past, Instant now) {
        if (!Cover.maySpeak(office.value())) return new Decision.Decline<>(Rule.OFFICE_MAY_NOT);
        if (OnwardDuty.isOpen(past, would())) return new Decision.Decline<>(Rule.ASKED_ALREADY);
        var provider = asked.copy().party();
        var draft = new Draft(
                OnwardDuty.ASKED, office.value(), Cover.only(provider), List.of(asked.copy()), OnwardText.write(asked));
        return new Decision.Say<>(Cover.of(office, List.of(draft), others));
    }
}
