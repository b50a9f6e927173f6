package acorde.web.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A proposal being written, and its review before it is signed.
 *
 * @param baseVersion the version it amends; 0 for a new initiative
 * @param baseTitle the title of what it amends, in the reader's language; empty for a new initiative
 * @param base the hash of the version it amends; empty for a new initiative
 * @param all the parties of the directory
 * @param refusal why it was not signed
 * @param review what it changes, once everything needed is there; the reader then signs or goes on writing
 */
public record ComposeView(
        Draft draft,
        int baseVersion,
        String baseTitle,
        String base,
        List<HomeView.Area> areas,
        List<String> all,
        List<Flaw> flaws,
        @Nullable Refusal refusal,
        @Nullable Review review) {

    /**
     * The fields as typed; dates as {@code 2027-01-31}, numbers with a decimal point.
     *
     * @param counts what the indicator counts, {@code output} or {@code outcome}
     * @param amends the code of the initiative it amends; empty for a new one
     */
    public record Draft(
            String amends,
            String area,
            String titleEs,
            String titleEn,
            String deliverableEs,
            String deliverableEn,
            String due,
            String indicatorEs,
            String indicatorEn,
            String unitEs,
            String unitEn,
            String counts,
            String baseline,
            String baselineDate,
            String target,
            String targetDate,
            List<String> parties,
            String note) {
        public Draft {
            parties = List.copyOf(parties);
        }

        /** Every field but the parties, by its name in the form: what the review carries along. */
        public Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("amends", amends);
            fields.put("area", area);
            fields.put("titleEs", titleEs);
            fields.put("titleEn", titleEn);
            fields.put("deliverableEs", deliverableEs);
            fields.put("deliverableEn", deliverableEn);
            fields.put("due", due);
            fields.put("indicatorEs", indicatorEs);
            fields.put("indicatorEn", indicatorEn);
            fields.put("unitEs", unitEs);
            fields.put("unitEn", unitEn);
            fields.put("counts", counts);
            fields.put("baseline", baseline);
            fields.put("baselineDate", baselineDate);
            fields.put("target", target);
            fields.put("targetDate", targetDate);
            fields.put("note", note);
            return fields;
        }
    }

    public record Review(List<ProposalLine.Field> changes, Document es, Document en, Chord after) {}

    public boolean isNew() {
        return draft.amends().isEmpty();
    }

    public boolean wrong(String field) {
        return Flaw.any(flaws, field);
    }

    /** The sentence about a field, or nothing. */
    public Flaw.@Nullable Why why(String field) {
        return flaws.stream()
                .filter(flaw -> flaw.field().equals(field))
                .map(Flaw::why)
                .findFirst()
                .orElse(null);
    }
}
