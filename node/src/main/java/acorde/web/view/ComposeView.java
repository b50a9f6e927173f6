package acorde.web.view;

import acorde.web.words.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
 * @param left what of it was kept before, and which other new ones were begun
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
        @Nullable Review review,
        Left left)
        implements Flawed {

    /**
     * The fields as typed; dates as {@code 2027-01-31}, numbers with a decimal point.
     *
     * @param counts what the indicator counts, {@code output} or {@code outcome}
     * @param counted whether those are {@code persons}, {@code things} or a {@code share} of persons; empty if it is not said
     * @param amends the code of the initiative it amends; empty for a new one
     * @param noteIn the code of the language of the note; empty if it was not said
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
            String counted,
            String baseline,
            String baselineDate,
            String target,
            String targetDate,
            String everyMonths,
            String waiverEs,
            String waiverEn,
            List<Step> steps,
            List<String> parties,
            String note,
            String noteIn) { // the fields of the form
        public Draft {
            steps = List.copyOf(steps);
            parties = List.copyOf(parties);
        }

        /** Whether the target is to be reached after the day on which all is due; both as {@code 2027-01-31}. */
        public boolean targetAfterDue() {
            return !due.isEmpty() && targetDate.compareTo(due) > 0;
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
            fields.put("counted", counted);
            fields.put("baseline", baseline);
            fields.put("baselineDate", baselineDate);
            fields.put("target", target);
            fields.put("targetDate", targetDate);
            fields.put("everyMonths", everyMonths);
            fields.put("waiverEs", waiverEs);
            fields.put("waiverEn", waiverEn);
            for (int i = 0; i < steps.size(); i++) fields.putAll(steps.get(i).fields(i));
            fields.put("note", note);
            fields.put("noteIn", noteIn);
            return fields;
        }
    }

    /** A dated step as typed; {@code party} is empty if all owe it. */
    public record Step(String code, String due, String party, String titleEs, String titleEn) {
        public static final Step EMPTY = new Step("", "", "", "", "");

        /** What each field of step {@code i} is called in the form. */
        public static String name(String field, int i) {
            return "step" + i + field;
        }

        Map<String, String> fields(int i) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put(name("Code", i), code);
            fields.put(name("Due", i), due);
            fields.put(name("Party", i), party);
            fields.put(name("Es", i), titleEs);
            fields.put(name("En", i), titleEn);
            return fields;
        }
    }

    /** How many steps the form has room for: those there are, and three more. */
    public int rows() {
        return Math.min(draft.steps().size() + MORE, MOST);
    }

    /** The step in one of them. */
    public Step step(int i) {
        return i < draft.steps().size() ? draft.steps().get(i) : Step.EMPTY;
    }

    public record Review(List<ProposalLine.Field> changes, Document es, Document en, Chord after) {
        /** The fields that change in this language alone. */
        public List<ProposalLine.Field> onlyIn(Language language) {
            return changed(language == Language.ES ? es : en)
                    .filter(field -> changed(language == Language.ES ? en : es).noneMatch(field::equals))
                    .toList();
        }

        private static Stream<ProposalLine.Field> changed(Document text) {
            return text.rows().stream().filter(Document.Row::changed).map(Document.Row::field);
        }
    }

    /** Steps of one form. */
    public static final int MOST = 40;

    private static final int MORE = 3;

    public boolean isNew() {
        return draft.amends().isEmpty();
    }
}
