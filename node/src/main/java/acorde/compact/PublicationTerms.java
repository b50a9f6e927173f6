package acorde.compact;

import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/**
 * When the public account is published and what of the talks and of the reports it shows; adopted with the charter, changed by consent.
 *
 * @param first the day the first edition is due
 * @param months from the day an edition is due to the day the next one is
 * @param graceDays days after the one it is due on from which an edition is late
 * @param talks whether proposals that wait, or were refused, are shown with each party's word; if not, a proposal is shown once every required
 *     party assented to it
 * @param reports whether what the parties report to each other, confirm and dispute is shown, and lights with it
 */
public record PublicationTerms(
        LocalDate first, int months, int graceDays, boolean talks, boolean reports, Bilingual meaning)
        implements ItemText { // the six things the parties agree on
    /** A year at the most, or it is no calendar. */
    private static final int MONTHS = 12;

    /** Fewer than the shortest two months together, so that an edition is missed before the next but one is due. */
    private static final int GRACE_DAYS = 58;

    static PublicationTerms read(TextReader reader) {
        return new PublicationTerms(
                reader.word("first", Form.DAY),
                reader.count("months", 1, MONTHS),
                reader.count("graceDays", 0, GRACE_DAYS),
                reader.flag("talks"),
                reader.flag("reports"),
                reader.text("meaning"));
    }

    @Override
    public ObjectNode toJson() {
        return new TextWriter()
                .word("first", first)
                .count("months", months)
                .count("graceDays", graceDays)
                .flag("talks", talks)
                .flag("reports", reports)
                .text("meaning", meaning)
                .done();
    }
}
