package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.compact.Complaints;
import acorde.compact.Form;
import acorde.compact.TextReader;
import acorde.compact.TextWriter;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says to its provider what came of a copy, with an entry for each other party that says nothing to nobody.
 *
 * @param self the party that holds it
 * @param others all other parties of the compact
 */
record Appraisal(OfficeCode office, PartyCode self, ActId item, Outcome.Kind kind, SortedSet<PartyCode> others)
        implements Command<Rule> { // who says what of what
    private static final Form<ActId> ACT =
            Form.of(ActId::parse, new ActId(new PartyCode("XX"), 0), "el código de un acto", "the code of an act");
    private static final Form<Outcome.Kind> KIND = Form.oneOf(Outcome.Kind.class);

    record Read(ActId item, Outcome.Kind kind) {}

    private ExchangeRows.Given given() {
        return new ExchangeRows.Given(item, self);
    }

    @Override
    public List<RowKey<?, ?>> reads() {
        return List.of(new RowKey<>(ExchangeRows.OUTCOME, given()));
    }

    @Override
    public Decision<Rule> decide(Past past, Instant now) {
        if (!Cover.maySpeak(office.value())) return new Decision.Decline<>(Rule.OFFICE_MAY_NOT);
        var before = past.row(ExchangeRows.OUTCOME, given());
        if (before.isPresent() && before.get().kind() == kind) return new Decision.Decline<>(Rule.OUTCOME_SAID);
        var told = new Draft(
                ExchangeDuty.APPRAISED, office.value(), Cover.only(item.party()), List.of(item), write(item, kind));
        return new Decision.Say<>(Cover.of(office, List.of(told), others));
    }

    private static ObjectNode write(ActId item, Outcome.Kind kind) {
        return new TextWriter().word("report", item).word("outcome", kind).done();
    }

    /** Empty if it is malformed. */
    static Optional<Read> read(JsonNode body) {
        var complaints = new Complaints(1);
        var reader = new TextReader(body, complaints);
        var read = new Read(reader.word("report", ACT), reader.word("outcome", KIND));
        reader.end();
        return complaints.none() ? Optional.of(read) : Optional.empty();
    }
}
