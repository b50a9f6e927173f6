package acorde.returns;

import acorde.returns.Sheet.Reading;
import acorde.returns.Unreadable.Why;
import acorde.sheets.CsvRows;

/** A return that comes as CSV. */
final class CsvSheet {
    private static final CsvRows.Most MOST = new CsvRows.Most(Sheet.ROWS + 1, Sheet.COLUMNS, Sheet.CHARACTERS);

    private CsvSheet() {}

    static Reading read(byte[] bytes) {
        return switch (CsvRows.read(bytes, MOST)) {
            case CsvRows.Reading.Read(var rows) ->
                new Reading.Read(new Sheet(rows.stream()
                        .map(row -> new Sheet.Row(row.number(), row.cells()))
                        .toList()));
            case CsvRows.Reading.Not(var why) -> new Reading.Not(Unreadable.because(why(why)));
        };
    }

    private static Why why(CsvRows.Why why) {
        return switch (why) {
            case NOT_UTF8 -> Why.NOT_UTF8;
            case BROKEN -> Why.BROKEN;
            case TOO_MANY_ROWS -> Why.TOO_MANY_ROWS;
        };
    }
}
