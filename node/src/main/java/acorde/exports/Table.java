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
    FIGURES("initiative party at value unit_es unit_en version first_said report corrections last_correction"),
    /** The indicators of areas, a row for each value and each of which there is none. */
    INDICATORS(
            "indicator area name_es name_en unit_es unit_en kind baseline baseline_at target target_at every_months adds"
                    + " counted consent version party at value value_unit_es value_unit_en value_version first_said report corrections"
                    + " last_correction"),
    /** What was proposed, a row for each; its text as its act has it, in JSON. */
    PROPOSALS(
            "proposal item version base by office at state title_es title_en why_es why_en required assented refused silent"
                    + " remarks_es remarks_en rivals withdrawal text"),
    /** The texts that stood, announced or in force, a row for each, the earliest of an item first. */
    VERSIONS("item version act by at latest title_es title_en text"),
    /** The meetings of the groups in which this party sits, a row for each. */
    MEETINGS(
            "meeting group number chair state starts zone minutes place_es place_en opened closed quorum parties attended"
                    + " agenda_es agenda_en why_es why_en"),
    /** What was decided or is to be, in meetings and in writing, a row for each. */
    DECISIONS("decision sitting group number in_writing initiative by at until state text_es text_en present required"
            + " assented refused silent remarks_es remarks_en"),
    /** What follows from decisions that were taken, a row for each. */
    ACTIONS("action decision sitting group initiative owner office due what_es what_en state report note_es note_en"
            + " confirmed_by disputed_by remarks_es remarks_en"),
    /** The minutes of meetings, a row for each version. */
    MINUTES(
            "minutes meeting group number by at amends state required assented refused silent remarks_es remarks_en text_es"
                    + " text_en");

    private final List<String> columns;

    Table(String columns) {
        this.columns = List.of(columns.split(" "));
    }

    /** Whether it can be had of one initiative alone: a meeting is about many, an indicator of an area about none. */
    public boolean isAboutInitiatives() {
        return this != MEETINGS && this != MINUTES && this != INDICATORS;
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
