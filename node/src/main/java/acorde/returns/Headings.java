package acorde.returns;

import acorde.returns.Unreadable.Why;
import acorde.sheets.Cell;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where each column stands, and in which language the headings are: a text is kept in that.
 */
record Headings(Map<Column, Integer> places, Language language) {
    Headings {
        places = Collections.unmodifiableMap(new EnumMap<>(places));
    }

    /** What came of reading the first row. */
    sealed interface Reading {
        record Found(Headings headings) implements Reading {}

        record Not(Unreadable why) implements Reading {}
    }

    static Reading read(Sheet.Row row) {
        var places = new EnumMap<Column, Integer>(Column.class);
        var spanish = 0;
        var english = 0;
        for (var i = 0; i < row.cells().size(); i++) {
            if (!(row.cells().get(i) instanceof Cell.Text(var text))) continue;
            var column = Vocabulary.find(Column.class, text);
            if (column.isEmpty()) continue;
            if (places.put(column.get(), i) != null)
                return new Reading.Not(new Unreadable(Why.COLUMN_TWICE, List.of(column.get())));
            var plain = Vocabulary.plain(text);
            if (plain.equals(Vocabulary.plain(column.get().words().es()))) spanish++;
            if (plain.equals(Vocabulary.plain(column.get().words().en()))) english++;
        }
        var missing = Arrays.stream(Column.values())
                .filter(column -> column != Column.TITLE && !places.containsKey(column))
                .toList();
        if (!missing.isEmpty()) return new Reading.Not(new Unreadable(Why.COLUMN_MISSING, missing));
        return new Reading.Found(new Headings(places, spanish >= english ? Language.ES : Language.EN));
    }

    Cell cell(Sheet.Row row, Column column) {
        var place = places.get(column);
        return place == null || place >= row.cells().size()
                ? Cell.BLANK
                : row.cells().get(place);
    }
}
