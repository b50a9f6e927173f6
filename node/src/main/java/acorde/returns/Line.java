package acorde.returns;

import acorde.compact.Bilingual;
import java.util.EnumSet;
import java.util.Set;

/** What a row of a return tells of its initiative, and the columns it uses for that. */
public enum Line implements Vocabulary {
    REPORT("informe", "report", Column.STATE, Column.DAY, Column.WORDS, Column.BLOCKED_BY, Column.RESTRICTIONS),
    MILESTONE("hito", "milestone", Column.STEP, Column.DAY),
    VALUE("valor", "value", Column.DAY, Column.VALUE, Column.WORDS),
    EVIDENCE("medio de verificación", "evidence", Column.WORDS, Column.LINK);

    private final Bilingual words;
    private final Set<Column> columns;

    Line(String es, String en, Column... columns) {
        this.words = new Bilingual(es, en);
        this.columns = EnumSet.of(Column.INITIATIVE, Column.TITLE, Column.LINE, Column.BASIS);
        this.columns.addAll(Set.of(columns));
    }

    @Override
    public Bilingual words() {
        return words;
    }

    boolean uses(Column column) {
        return columns.contains(column);
    }
}
