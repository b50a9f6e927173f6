package acorde.returns;

import acorde.sheets.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The rows of one sheet of a workbook, as its part of the archive has them. */
final class SheetRows {
    /** Days that spreadsheets count: until the year 9999. */
    private static final int DAYS = 2_958_465;

    /** A spreadsheet believes that there was a 29 February 1900; from 1 March on, this day is its day 0. */
    private static final LocalDate SINCE_1900 = LocalDate.of(1899, 12, 30);

    private static final LocalDate SINCE_1904 = LocalDate.of(1904, 1, 1);
    private static final int MARCH_1900 = 61;

    /** Digits of a number that spreadsheets keep; the rest of what they write is noise of the binary point. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final Pattern PLACE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{0,40})?([eE][+-]?[0-9]{1,3})?");

    private final XMLStreamReader xml;
    private final List<Cell> shared;
    private final BitSet dates;
    private final boolean since1904;
    private final List<Sheet.Row> rows = new ArrayList<>();

    SheetRows(XMLStreamReader xml, List<Cell> shared, BitSet dates, boolean since1904) {
        this.xml = xml;
        this.shared = shared;
        this.dates = dates;
        this.since1904 = since1904;
    }

    /** The rows that hold anything; one more than there may be shows that there are too many. */
    List<Sheet.Row> read() throws XMLStreamException {
        var number = 0;
        while (xml.hasNext() && rows.size() <= Sheet.ROWS + 1)
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("row")) {
                var given = XlsxSheet.attribute(xml, "r");
                number = given.matches("[0-9]{1,7}") ? Integer.parseInt(given) : number + 1;
                var row = new Sheet.Row(number, cells());
                if (!row.blank()) rows.add(row);
            }
        return rows;
    }

    private List<Cell> cells() throws XMLStreamException {
        var cells = new ArrayList<Cell>();
        var next = 0;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) break;
            if (event != XMLStreamReader.START_ELEMENT || !xml.getLocalName().equals("c")) continue;
            var at = column(XlsxSheet.attribute(xml, "r"), next);
            var cell = cell();
            next = at + 1;
            if (at >= Sheet.COLUMNS) continue;
            while (cells.size() <= at) cells.add(Cell.BLANK);
            cells.set(at, cell);
        }
        return cells;
    }

    private static int column(String place, int next) {
        var found = PLACE.matcher(place);
        if (!found.matches()) return next;
        var column = 0;
        for (var letter : found.group(1).toCharArray()) column = column * 26 + letter - 'A' + 1;
        return column - 1;
    }

    private Cell cell() throws XMLStreamException {
        var type = XlsxSheet.attribute(xml, "t");
        var style = XlsxSheet.attribute(xml, "s");
        var value = new StringBuilder();
        var within = false;
        var formula = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    within = xml.getLocalName().equals("v");
                    if (xml.getLocalName().equals("f")) formula = true;
                    if (xml.getLocalName().equals("is")) value.append(XlsxSheet.text(xml, "is"));
                }
                case XMLStreamReader.END_ELEMENT -> {
                    if (xml.getLocalName().equals("c"))
                        return formula ? new Cell.Formula() : cell(type, style, value.toString());
                    within = false;
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.SPACE, XMLStreamReader.CDATA -> {
                    if (within) XlsxSheet.append(value, xml.getText());
                }
                default -> {}
            }
        }
        return Cell.BLANK;
    }

    private Cell cell(String type, String style, String value) {
        return switch (type) {
            case "s" -> shared(value);
            case "inlineStr", "str" -> Cell.read(value);
            case "b" -> Cell.text(value.equals("1") ? "true" : "false");
            case "e" -> new Cell.Broken();
            case "d" -> day(value);
            default -> number(value, style.matches("[0-9]{1,5}") && dates.get(Integer.parseInt(style)));
        };
    }

    private Cell shared(String value) {
        if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) >= shared.size()) return new Cell.Broken();
        return shared.get(Integer.parseInt(value));
    }

    private static Cell day(String value) {
        return value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*") ? Cell.text(value.substring(0, 10)) : new Cell.Broken();
    }

    private Cell number(String value, boolean date) {
        if (value.isEmpty()) return Cell.BLANK;
        if (!NUMBER.matcher(value).matches()) return new Cell.Broken();
        var number = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        if (!date) return new Cell.Number(number);
        var first = since1904 ? 0 : MARCH_1900;
        if (number.compareTo(BigDecimal.valueOf(first)) < 0 || number.compareTo(BigDecimal.valueOf(DAYS)) > 0)
            return new Cell.Broken();
        return new Cell.Day((since1904 ? SINCE_1904 : SINCE_1900).plusDays(number.longValue()));
    }
}
