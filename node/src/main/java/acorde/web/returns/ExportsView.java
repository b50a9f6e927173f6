package acorde.web.returns;

import acorde.exports.Form;
import acorde.exports.Table;
import acorde.sheets.SheetWriter;
import java.util.Arrays;
import java.util.List;

/**
 * What can be taken away.
 *
 * @param code of the one initiative it is about; empty for all
 */
public record ExportsView(String code) {
    public static final List<Form> FORMS = List.of(Form.values());

    public List<Table> tables() {
        return Arrays.stream(Table.values())
                .filter(each -> code.isEmpty() || each.isAboutInitiatives())
                .toList();
    }

    /** Characters of a cell of a workbook. */
    public static final int LONGEST = SheetWriter.LONGEST;
}
