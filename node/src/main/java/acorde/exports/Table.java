package acorde.exports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables and what stands in each of their columns: names for programs, the same in both languages. */
public enum Table {
    /** What was agreed or announced, a row for each. */
    INITIATIVES(
            "code area title_es title_en deliverable_es deliverable_en parties partners due consent version number light"
                    + " indicator_es indicator_en unit_es unit_en kind baseline baseline_at target target_at every_months"
                    + " adds counted waiver_es waiver_en restrictions_es restrictions_en"),
    /** What each party reports, a row for each that owes it. */
    ACCOUNTS(
            "initiative party state on note_es note_en blocked_by_es blocked_by_en evidence legal_basis_es legal_basis_en"
                    + " funding_es funding_en events confirmed_by disputed_by at report version"),
    /** The dated steps, a row for each and each party that owes it. */
    MILESTONES("initiative milestone title_es title_en due party done_on"),
    /** The values of indicators, a row for each day and party. */
    FIGURES("initiative party at value unit_es unit_en first_said report corrections last_correction");

    private final List<String> columns;

    Table(String columns) {
        this.columns = List.of(columns.split(" "));
    }

    public List<String> columns() {
        return columns;
    }

    /** As it stands in the name of a file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty if no table is called so. */
    public static Optional<Table> ofWord(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
