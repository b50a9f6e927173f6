package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.compact.Complaints;
import acorde.compact.Form;
import acorde.compact.TextReader;
import acorde.compact.TextWriter;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of the copies that came, said to each other party whether there is anything to say or not: so the log tells neither who was given
 * something nor when anybody reads.
 *
 * @param lines by the party that gave them, all other parties of the compact
 */
record Acknowledgement(SortedMap<PartyCode, List<Line>> lines) implements Command<Rule> {
    /** Lines of one act. */
    static final int MOST = 256;

    private static final Form<ActId> ACT =
            Form.of(ActId::parse, new ActId(new PartyCode("XX"), 0), "el código de un acto", "the code of an act");
    private static final Form<Received.Stage> STAGE = Form.oneOf(Received.Stage.class);

    /** @param rules that decided; none unless it was declined */
    record Line(ActId report, Received.Stage stage, List<String> rules) {
        Line {
            rules = List.copyOf(rules);
        }
    }

    @Override
    public Decision<Rule> decide(Past past, Instant now) {
        var drafts = new ArrayList<Draft>();
        lines.forEach((party, said) -> drafts.add(
                new Draft(ExchangeDuty.RECEIVED, OfficeCode.NODE.value(), Cover.only(party), List.of(), write(said))));
        return new Decision.Say<>(drafts);
    }

    private static ObjectNode write(List<Line> lines) {
        return new TextWriter()
                .children(
                        "reports",
                        lines,
                        line -> new TextWriter()
                                .word("report", line.report())
                                .word("stage", line.stage())
                                .words("rules", line.rules())
                                .done())
                .done();
    }

    /** Empty if it is malformed, or about another party's reports than {@code provider}'s. */
    static Optional<List<Line>> read(JsonNode body, PartyCode provider) {
        var complaints = new Complaints(1);
        var reader = new TextReader(body, complaints);
        var lines = reader.children("reports", Acknowledgement::line);
        reader.end();
        var good = complaints.none()
                && lines.size() <= MOST
                && lines.stream()
                        .allMatch(line -> line.report().party().equals(provider)
                                && line.rules().size() <= ReportText.RULES
                                && (line.rules().isEmpty() || line.stage() == Received.Stage.DECLINED));
        return good ? Optional.of(lines) : Optional.empty();
    }

    private static Line line(TextReader reader) {
        return new Line(
                reader.word("report", ACT), reader.word("stage", STAGE), reader.words("rules", ReportText.RULE));
    }
}
