package acorde.compact;

import acorde.trust.PartyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something the parties said they would do.
 *
 * @param area code of its area
 * @param parties who owes it; also those of them that have no node
 * @param partners who takes part without owing it
 * @param due the day by which it is to be done; null if none was ever set
 * @param promised figures that a party promised in public
 * @param milestones the dated steps on the way, in the order they are written
 * @param indicator the measure the parties agreed on; null if there is none
 * @param waiver why it goes without a date or a measure; null if it does not need to
 * @param suggestion a measure that we suggest and nobody agreed on
 * @param safeguards what protects the people it concerns
 * @param restrictions what funds or law forbid; confirmed with every progress report (CO-4)
 * @param reported what sources say became of it
 */
public record Initiative(
        String area,
        Bilingual title,
        List<PartyCode> parties,
        List<PartyCode> partners,
        Bilingual deliverable,
        @Nullable LocalDate due,
        List<Promise> promised,
        List<Milestone> milestones,
        @Nullable Indicator indicator,
        @Nullable Bilingual waiver,
        @Nullable Indicator suggestion,
        @Nullable Bilingual safeguards,
        @Nullable Bilingual restrictions,
        @Nullable Bilingual notes,
        Reported reported)
        implements ItemText { // the parts of a promise and what became of it; sources report the rest in one part
    public Initiative {
        parties = List.copyOf(parties);
        partners = List.copyOf(partners);
        promised = List.copyOf(promised);
        milestones = List.copyOf(milestones);
    }

    /** <i>Dated</i>: it has a due date. */
    public boolean dated() {
        return due != null;
    }

    /** <i>Numbered</i>: a party promised a figure. A figure that a party claims to have reached is none. */
    public boolean numbered() {
        return !promised.isEmpty();
    }

    /** <i>Measured</i>: it has an agreed indicator with a baseline, a target and the day it is due. A suggestion of ours is none. */
    public boolean measured() {
        return indicator != null && indicator.complete();
    }

    /** <i>Waived</i>: it says why it goes without what every initiative has to carry. */
    public boolean waived() {
        return waiver != null;
    }

    /** The same without these baselines. */
    public Initiative without(boolean baseline, boolean suggestedBaseline) {
        return new Initiative(
                area,
                title,
                parties,
                partners,
                deliverable,
                due,
                promised,
                milestones,
                indicator != null && baseline ? indicator.withoutBaseline() : indicator,
                waiver,
                suggestion != null && suggestedBaseline ? suggestion.withoutBaseline() : suggestion,
                safeguards,
                restrictions,
                notes,
                reported);
    }

    /** Whether it may be proposed: it is dated and measured, or says why not. */
    boolean passesTheGate() {
        return waived() || (dated() && measured());
    }

    /** A figure promised by a party. */
    public record Promise(BigDecimal number, Bilingual unit, Bilingual what, PartyCode by) {
        private static Promise read(TextReader reader) {
            return new Promise(
                    reader.number("number"), reader.text("unit"), reader.text("what"), reader.word("by", Form.PARTY));
        }

        private ObjectNode toJson() {
            return new TextWriter()
                    .number("number", number)
                    .text("unit", unit)
                    .text("what", what)
                    .word("by", by)
                    .done();
        }
    }

    static Initiative read(TextReader reader) {
        return read(reader, reader.word("area", Form.CODE));
    }

    /** Reads an initiative whose area stands elsewhere. */
    static Initiative read(TextReader reader, String area) {
        var parties = atLeastOne(reader);
        return new Initiative(
                area,
                reader.title("title"),
                parties,
                reader.words("partners", Form.PARTY),
                reader.text("deliverable"),
                reader.wordIfGiven("due", Form.DAY),
                reader.children("promised", Promise::read),
                Milestone.readAll(reader, parties),
                reader.child("indicator", Indicator::read),
                reader.textIfGiven("waiver"),
                reader.child("suggestion", Indicator::read),
                reader.textIfGiven("safeguards"),
                reader.textIfGiven("restrictions"),
                reader.textIfGiven("notes"),
                Reported.read(reader));
    }

    private static List<PartyCode> atLeastOne(TextReader reader) {
        var parties = reader.words("parties", Form.PARTY);
        if (parties.isEmpty())
            reader.complain(
                    "parties", "Nombre al menos una parte que la deba.", "Name at least one party that owes it.");
        return parties;
    }

    @Override
    public ObjectNode toJson() {
        var writer = new TextWriter()
                .word("area", area)
                .text("title", title)
                .words("parties", parties)
                .words("partners", partners)
                .text("deliverable", deliverable)
                .word("due", due)
                .children("promised", promised, Promise::toJson)
                .children("milestones", milestones, Milestone::toJson)
                .child("indicator", indicator == null ? null : indicator.toJson())
                .text("waiver", waiver)
                .child("suggestion", suggestion == null ? null : suggestion.toJson())
                .text("safeguards", safeguards)
                .text("restrictions", restrictions)
                .text("notes", notes);
        reported.write(writer);
        return writer.done();
    }
}
