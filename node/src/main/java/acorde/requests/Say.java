package acorde.requests;

import acorde.acts.ActId;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.exchange.Cover;
import acorde.offices.OfficeCode;
import acorde.requests.RequestsRows.About;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/**
 * Says something of a request to who asked, with an entry for each other party that says nothing to nobody.
 *
 * @param self the party that was asked
 * @param others all other parties of the compact
 */
record Say(OfficeCode office, PartyCode self, ActId request, Word word, SortedSet<PartyCode> others)
        implements Command<Rule> { // who says what of what
    private About about() {
        return new About(request, self, word.kind());
    }

    @Override
    public List<RowKey<?, ?>> reads() {
        return List.of(new RowKey<>(RequestsRows.WORD, about()));
    }

    @Override
    public Decision<Rule> decide(Past past, Instant now) {
        if (!Cover.maySpeak(office.value())) return new Decision.Decline<>(Rule.OFFICE_MAY_NOT);
        if (past.row(RequestsRows.WORD, about()).isPresent()) return new Decision.Decline<>(Rule.WORD_SAID);
        var told = new Draft(
                RequestsDuty.kind(word.kind()),
                office.value(),
                Cover.only(request.party()),
                List.of(request),
                WordText.write(request, word));
        return new Decision.Say<>(Cover.of(office, List.of(told), others));
    }
}
