package acorde.onward;

import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.exchange.Cover;
import acorde.offices.OfficeCode;
import acorde.onward.OnwardRows.To;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/**
 * Takes back what was asked and not answered, with an entry for each other party that says nothing to nobody.
 *
 * @param others all other parties of the compact
 */
record Withdraw(OfficeCode office, Wish wish, SortedSet<PartyCode> others) implements Command<Rule> {
    private PartyCode provider() {
        return wish.asked().copy().party();
    }

    private To to() {
        return new To(wish.act(), provider());
    }

    @Override
    public List<RowKey<?, ?>> reads() {
        return List.of(new RowKey<>(OnwardRows.ANSWER, to()), new RowKey<>(OnwardRows.WITHDRAWN, wish.act()));
    }

    @Override
    public Decision<Rule> decide(Past past, Instant now) {
        if (!Cover.maySpeak(office.value())) return new Decision.Decline<>(Rule.OFFICE_MAY_NOT);
        if (past.row(OnwardRows.ANSWER, to()).isPresent()
                || past.row(OnwardRows.WITHDRAWN, wish.act()).isPresent())
            return new Decision.Decline<>(Rule.ANSWERED_ALREADY);
        var draft = new Draft(
                OnwardDuty.WITHDRAWN,
                office.value(),
                Cover.only(provider()),
                List.of(wish.act()),
                OnwardText.write(wish.act()));
        return new Decision.Say<>(Cover.of(office, List.of(draft), others));
    }
}
