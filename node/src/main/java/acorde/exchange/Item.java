package acorde.exchange;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.policy.Terms;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report as an act carries it: the whole of it, which its provider keeps for itself, or the copy of one party.
 *
 * @param office that spoke
 * @param at when its author says so
 * @param to the party whose copy it is; none for the whole
 * @param asked what was decided of each party it was to go to; none in a copy
 */
public record Item(
        ActId act, String office, Instant at, SortedSet<PartyCode> to, Report report, List<Asked> asked) { // as an act
    public Item {
        asked = List.copyOf(asked);
    }

    /** What one party was given, by the act that carries it. */
    public record Copy(PartyCode holder, ActId act) {}

    static Optional<Item> of(Act act) {
        return ReportText.read(act.body())
                .map(read -> new Item(act.id(), act.office(), act.at(), act.to(), read.report(), read.asked()));
    }

    /** As its act carries it, with the day of review that its outline has: that may have been renewed since. */
    static Optional<Item> of(Act act, Item outline) {
        return of(act).map(item ->
                item.showing(item.report().during(outline.report().terms().span())));
    }

    /** The row of one whose day of review is set anew. @param by the act that says so */
    static ExchangeRows.Carried renewed(ActId act, ExchangeRows.Carried row, ActId by, LocalDate review) { // of what
        var outline = outline(act, row);
        var span = outline.report().terms().span();
        var renewed = outline.report().during(new Terms.Span(span.validTo(), review));
        return outline.showing(renewed).row(row.holder(), by.toString());
    }

    /**
     * What rules look at of a report and nothing of what it says: as its row has it, and enough to decide by whether its act is read at all.
     */
    static Item outline(ActId act, ExchangeRows.Carried row) {
        var holder = row.holder().isEmpty()
                ? Collections.<PartyCode>emptySortedSet()
                : Cover.only(new PartyCode(row.holder()));
        var report = ReportText.read(JsonMapper.shared().readTree(row.outline()))
                .orElseThrow(() -> new IllegalStateException("the outline of " + act + " cannot be read"))
                .report();
        return new Item(act, "", Instant.ofEpochMilli(row.said()), holder, report, List.of());
    }

    /** As a row. @param holder empty for the whole */
    ExchangeRows.Carried row(String holder) {
        return row(holder, "");
    }

    private ExchangeRows.Carried row(String holder, String renewed) {
        var outline = report.outline().toJson().toString();
        var turn = turned(report.turn());
        var request = report.turn() instanceof Turn.Answers answers
                ? answers.request().toString()
                : "";
        return new ExchangeRows.Carried(by(), report.ref(), holder, at.toEpochMilli(), outline, turn, request, renewed);
    }

    private static ExchangeRows.Carried.Turned turned(Turn turn) {
        return switch (turn) {
            case Turn.Tells _ -> ExchangeRows.Carried.Turned.TELLS;
            case Turn.Warns _ -> ExchangeRows.Carried.Turned.WARNS;
            case Turn.Asks _ -> ExchangeRows.Carried.Turned.ASKS;
            case Turn.Answers(var _, var interim) ->
                interim ? ExchangeRows.Carried.Turned.INTERIM : ExchangeRows.Carried.Turned.ANSWERS;
        };
    }

    /** The provider. */
    public PartyCode by() {
        return act.party();
    }

    Item showing(Report part) {
        return new Item(act, office, at, to, part, asked);
    }
}
