package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.compact.Complaints;
import acorde.compact.TextReader;
import acorde.compact.TextWriter;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sets the day of review of a report anew: of the whole, and of each copy by an act to the one party that holds it. Each other party of the compact
 * has an entry too, which says nothing to nobody.
 *
 * @param whole the act that carries the whole of it
 * @param copies that its holders may have for as long
 * @param others all other parties of the compact
 */
record Renewal(OfficeCode office, ActId whole, List<Item.Copy> copies, LocalDate review, SortedSet<PartyCode> others)
        implements Command<Rule> { // who renews what
    Renewal {
        copies = List.copyOf(copies);
    }

    record Read(ActId item, LocalDate review) {}

    @Override
    public Decision<Rule> decide(Past past, Instant now) {
        if (!Cover.maySpeak(office.value())) return new Decision.Decline<>(Rule.OFFICE_MAY_NOT);
        var drafts = new ArrayList<Draft>();
        drafts.add(draft(whole, Collections.emptySortedSet()));
        var given = copies.stream()
                .map(copy -> draft(copy.act(), Cover.only(copy.holder())))
                .toList();
        drafts.addAll(Cover.of(office, given, others));
        return new Decision.Say<>(drafts);
    }

    private Draft draft(ActId item, SortedSet<PartyCode> to) {
        return new Draft(ExchangeDuty.RENEWED, office.value(), to, List.of(item), write(item, review));
    }

    private static ObjectNode write(ActId item, LocalDate review) {
        return new TextWriter().word("report", item).word("review", review).done();
    }

    /** Empty if it is malformed. */
    static Optional<Read> read(JsonNode body) {
        var complaints = new Complaints(1);
        var reader = new TextReader(body, complaints);
        var read = new Read(reader.word("report", RecallText.ACT), reader.word("review", RecallText.DAY));
        reader.end();
        return complaints.none() ? Optional.of(read) : Optional.empty();
    }
}
