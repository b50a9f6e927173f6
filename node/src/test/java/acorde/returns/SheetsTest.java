package acorde.returns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.returns.Unreadable.Why;
import acorde.sheets.Cell;
import acorde.sheets.Format;
import acorde.sheets.SheetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that come back, from friends and from enemies. */
class SheetsTest {
    private static Sheet read(Sheet.Reading reading) {
        return assertInstanceOf(Sheet.Reading.Read.class, reading).sheet();
    }

    private static Why refused(Sheet.Reading reading) {
        return assertInstanceOf(Sheet.Reading.Not.class, reading).why().why();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Sheet.Reading csv(String text) {
        return CsvSheet.read(utf8(text));
    }

    private static List<Cell> row(String cells) {
        return read(XlsxSheet.read(
                        Workbooks.of("<row r='7'>" + cells + "</row>").bytes()))
                .rows()
                .getFirst()
                .cells();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatIsWrittenIsReadBackAsItWas(Format format) throws IOException {
        List<List<Cell>> rows = List.of(
                List.of(Cell.text("Código"), Cell.text("b")),
                List.of(Cell.text("=1+1"), Cell.text("dos\nlíneas, y \"comillas\"; fin")),
                List.of(new Cell.Number(new BigDecimal("1234.5")), new Cell.Day(LocalDate.parse("2026-10-31"))),
                List.of(Cell.BLANK, Cell.text("'-x")));
        var out = new ByteArrayOutputStream();
        SheetWriter.write(format, "Hoja", rows.iterator(), out);
        var bytes = out.toByteArray();
        var found = read(format == Format.CSV ? CsvSheet.read(bytes) : XlsxSheet.read(bytes))
                .rows();
        assertEquals(List.of(1, 2, 3, 4), found.stream().map(Sheet.Row::number).toList());
        assertEquals(rows.get(1), found.get(1).cells());
        assertEquals(rows.get(3), found.get(3).cells());
        var numbers = found.get(2).cells();
        assertEquals(new BigDecimal("1234.5"), Typed.number(numbers.getFirst()).value());
        assertEquals(
                LocalDate.parse("2026-10-31"),
                Typed.day(numbers.getLast(), LocalDate.parse("2026-11-26")).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\r\n1,2", "a;b\r\n1;2", "a\tb\n1\t2", "\uFEFFa,b\n1,2", "\"a\",\"b\"\n\n1,2\n"})
    void aTableIsReadHoweverItIsParted(String text) {
        var rows = read(csv(text)).rows();
        assertEquals(2, rows.size());
        assertEquals(List.of(Cell.text("a"), Cell.text("b")), rows.getFirst().cells());
        assertEquals(List.of(Cell.text("1"), Cell.text("2")), rows.getLast().cells());
    }

    @Test
    void aTableInAnotherEncodingIsToldSo() {
        assertEquals(Why.NOT_UTF8, refused(CsvSheet.read("niñez".getBytes(StandardCharsets.ISO_8859_1))));
        assertEquals(Why.NOT_UTF8, refused(CsvSheet.read("ñ,b".getBytes(StandardCharsets.UTF_16))));
    }

    @Test
    void cellsOfEveryKindAreRead() {
        assertEquals(
                List.of(Cell.text("uno"), Cell.text("niñez"), Cell.text("dentro"), Cell.text("true")),
                row("<c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='inlineStr'><is><t>dentro</t></is></c>"
                        + "<c t='b'><v>1</v></c>"));
        assertEquals(
                List.of(
                        new Cell.Number(new BigDecimal("38.4")),
                        new Cell.Day(LocalDate.parse("2026-10-31")),
                        new Cell.Day(LocalDate.parse("2026-10-31")),
                        new Cell.Number(new BigDecimal("46326"))),
                row("<c><v>38.399999999999999</v></c><c s='1'><v>46326</v></c><c s='2'><v>46326.75</v></c>"
                        + "<c s='3'><v>46326</v></c>"));
    }

    @Test
    void theWorkbookSaysFromWhenItCountsDays() {
        var book = Workbooks.of("<row><c s='1'><v>44864</v></c></row>")
                .part("xl/workbook.xml", Workbooks.workbook("<workbookPr date1904='1'/>"));
        var cells = read(XlsxSheet.read(book.bytes())).rows().getFirst().cells();
        assertEquals(List.of(new Cell.Day(LocalDate.parse("2026-10-31"))), cells);
    }

    @Test
    void aFormulaIsNeverTakenForWhatItLastCameTo() {
        assertEquals(List.of(new Cell.Formula()), row("<c><f>1+1</f><v>2</v></c>"));
        assertEquals(List.of(new Cell.Formula()), row("<c t='str'><f t='shared' si='0'/><v>2</v></c>"));
        assertEquals(
                new Cell.Formula(),
                read(csv("=HYPERLINK(\"x\")")).rows().getFirst().cells().getFirst());
        assertEquals(
                new Cell.Broken(),
                read(csv("#¿NOMBRE?")).rows().getFirst().cells().getFirst());
        assertEquals(List.of(new Cell.Broken()), row("<c t='e'><v>#REF!</v></c>"));
        assertEquals(List.of(new Cell.Broken()), row("<c t='s'><v>99</v></c>"));
    }

    @Test
    void tenThousandRowsAreReadAndOneMoreAreRefused() {
        var most = "a\n" + "1\n".repeat(Sheet.ROWS);
        assertEquals(Sheet.ROWS + 1, read(csv(most)).rows().size());
        assertEquals(Why.TOO_MANY_ROWS, refused(csv(most + "1\n")));
        var cells = "<row><c><v>1</v></c></row>".repeat(Sheet.ROWS + 1);
        assertEquals(
                Sheet.ROWS + 1,
                read(XlsxSheet.read(Workbooks.of(cells).bytes())).rows().size());
        assertEquals(
                Why.TOO_MANY_ROWS,
                refused(XlsxSheet.read(
                        Workbooks.of(cells + "<row><c><v>1</v></c></row>").bytes())));
    }

    @Test
    void aPlaceFarAwayReservesNothing() {
        assertEquals(List.of(Cell.text("uno")), row("<c t='s'><v>0</v></c><c r='XFD7'><v>1</v></c>"));
        assertEquals(
                2,
                row("<c r='ZZZZZZZZ7'><v>1</v></c><c r='B999999999'><v>1</v></c>")
                        .size());
        var far = Workbooks.of("<row r='9999999'><c><v>1</v></c></row><row r='99999999999'><c><v>1</v></c></row>");
        assertEquals(
                List.of(9_999_999, 10_000_000),
                read(XlsxSheet.read(far.bytes())).rows().stream()
                        .map(Sheet.Row::number)
                        .toList());
    }

    @Test
    void aBombIsNotUnpacked() {
        var bomb = Workbooks.of("").sheet(" ".repeat((int) XlsxSheet.UNPACKED));
        var bytes = bomb.bytes();
        assertTrue(bytes.length < 1 << 20, "it looks harmless: " + bytes.length);
        assertEquals(Why.UNPACKS_TOO_LARGE, refused(XlsxSheet.read(bytes)));
        var shared = Workbooks.of("").part("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(500_001) + "</sst>");
        assertEquals(Why.UNPACKS_TOO_LARGE, refused(XlsxSheet.read(shared.bytes())));
    }

    @Test
    void whatIsPackedInAnotherWayThanSpreadsheetsPackIsNotUnpacked() {
        var book = Workbooks.of("<row><c><v>1</v></c></row>");
        assertEquals(1, read(XlsxSheet.read(book.withXz("nothing"))).rows().size());
        for (var part : List.of("xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml"))
            assertEquals(Why.BROKEN, refused(XlsxSheet.read(book.withXz(part))), part);
    }

    @Test
    void aTextIsMadeOnceHoweverManyCellsNameIt() {
        var row = "<row>" + "<c t='s'><v>0</v></c>".repeat(Sheet.COLUMNS) + "</row>";
        var book = Workbooks.of(row.repeat(Sheet.ROWS))
                .part("xl/sharedStrings.xml", "<sst><si><t> " + "x".repeat(4_001) + "</t></si></sst>");
        var rows = read(XlsxSheet.read(book.bytes())).rows();
        assertEquals(Sheet.ROWS, rows.size());
        var first = rows.getFirst().cells().getFirst();
        for (var each : rows) for (var cell : each.cells()) assertSame(first, cell);
    }

    private static Sheet.Reading sheet(String content) {
        return XlsxSheet.read(Workbooks.of("").sheet(content).bytes());
    }

    @Test
    void nothingThatTheParserKeepsWholeIsWithoutEnd() {
        assertEquals(Why.BROKEN, refused(sheet("<!--" + "x".repeat(64 << 20) + "-->")));
        for (var hostile : List.of("<!-- -->", "<?a b?>", "<![CDATA[a]]>", "<a b='>'><!-- --></a>", "<a>&b;</a>"))
            assertEquals(Why.BROKEN, refused(sheet(hostile)), hostile);
        var most = XlsxPart.TAG - "c r=''/>".length();
        for (var filling : List.of("x", ">", "\"")) {
            assertEquals(
                    List.of(),
                    read(sheet("<c r='" + filling.repeat(most) + "'/>")).rows());
            assertEquals(Why.BROKEN, refused(sheet("<c r='" + filling.repeat(most + 1) + "'/>")), filling);
        }
        assertEquals(List.of(), read(sheet(names(XlsxPart.NAMES - 3))).rows());
        assertEquals(Why.BROKEN, refused(sheet(names(XlsxPart.NAMES - 2))));
        var most1 = XlsxPart.DEPTH - 1;
        assertEquals(
                List.of(),
                read(sheet("<a>".repeat(most1) + "</a>".repeat(most1))).rows());
        assertEquals(Why.BROKEN, refused(sheet("<a>".repeat(most1 + 1) + "</a>".repeat(most1 + 1))));
    }

    /** Beside these there are the name of the sheet's element, its space, and that space's lack of a prefix. */
    private static String names(int many) {
        return IntStream.range(0, many).mapToObj(i -> "<a" + i + "/>").collect(Collectors.joining());
    }

    private static Sheet.Reading formatted(String code) {
        var styles = "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='" + code
                + "'/></numFmts><cellXfs><xf numFmtId='170'/></cellXfs></styleSheet>";
        return XlsxSheet.read(Workbooks.of("<row><c s='0'><v>46326</v></c></row>")
                .part("xl/styles.xml", styles)
                .bytes());
    }

    @Test
    void aFormatLongerThanExcelHasIsNotLookedInto() {
        var day = new Cell.Day(LocalDate.parse("2026-10-31"));
        var number = new Cell.Number(new BigDecimal("46326"));
        var most = "0".repeat(XlsxSheet.FORMAT - 1);
        for (var each : Map.of("d" + most, day, "d0" + most, number, "[".repeat(60_000), number)
                .entrySet())
            assertEquals(
                    each.getValue(),
                    read(formatted(each.getKey())).rows().getFirst().cells().getFirst());
        assertEquals(Why.BROKEN, refused(formatted("[".repeat(4 << 20))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Puestos;=cmd|' /C calc'!A0",
                "a\t=1",
                "a; \"=1",
                "a;;'@x",
                "uno\n\n- dos\n+ tres",
                "a;\u3000\uFF1D1",
                "=a;=b",
                "';='"
            })
    void aTextBeginsNoFormulaWhereverAnotherSpreadsheetPartsTheLine(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        var rows = List.of(List.of(Cell.text("a"), Cell.text("b")), List.of(Cell.text("x"), Cell.text(text)));
        SheetWriter.write(Format.CSV, "", rows.iterator(), out);
        for (var piece : out.toString(StandardCharsets.UTF_8).split("[;\t\r\n]", -1)) {
            var bare = piece.strip().replaceFirst("^[\\s\"]+", "");
            assertFalse(!bare.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(bare.charAt(0)) >= 0, piece);
        }
        var found = read(CsvSheet.read(out.toByteArray())).rows().getLast().cells();
        assertEquals(rows.getLast(), found);
    }

    @Test
    void aCellOfAMebibyteIsKeptShortAndSeenToBeTooLong() {
        var long1 = "x".repeat(1 << 20);
        for (var cell : List.of(
                read(csv(long1)).rows().getFirst().cells().getFirst(),
                row("<c t='inlineStr'><is><t>" + long1 + "</t></is></c>").getFirst(),
                row("<c t='str'><v>" + long1 + "</v></c>").getFirst())) {
            assertEquals(Sheet.CHARACTERS, ((Cell.Text) cell).text().length());
            assertEquals(Fault.Why.TOO_LONG, Typed.words(cell).why());
        }
    }

    @Test
    void rowsAreWrittenAsTheyComeAndNotHeldUntilThereAreMany() throws IOException {
        var out = new ByteArrayOutputStream();
        var random = new Random(7);
        var cells = Stream.generate(() -> random.ints(SheetWriter.LONGEST, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining()));
        var rows = cells.limit(100).map(text -> {
            held = Math.max(held, written - out.size());
            written += text.length() / 2; // five bits or so of each are left when it is packed
            return List.<Cell>of(Cell.text(text));
        });
        SheetWriter.write(Format.XLSX, "x", rows.iterator(), out);
        assertTrue(held < 1_100_000, "of " + written + " there were held " + held);
    }

    private long held;
    private long written;

    @Test
    void nothingOutsideTheFileIsEverAskedFor() {
        var entities = "<!DOCTYPE worksheet [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>"
                + "<!ENTITY f SYSTEM 'file:///etc/hostname'>]>";
        for (var entity : List.of("&b;", "&f;")) {
            var book = Workbooks.of("")
                    .part(
                            "xl/worksheets/sheet1.xml",
                            entities + "<worksheet><sheetData><row><c t='inlineStr'><is><t>" + entity
                                    + "</t></is></c></row></sheetData></worksheet>");
            var read = XlsxSheet.read(book.bytes());
            if (read instanceof Sheet.Reading.Read(var sheet)) assertEquals(List.of(), sheet.rows());
            else assertEquals(Why.BROKEN, refused(read));
        }
    }

    @Test
    void aPartMayBeginWithTheMarkOfUtf8() {
        var strings = "\uFEFF<sst><si><t>niñez</t></si></sst>";
        var book = Workbooks.of("<row><c t='s'><v>0</v></c></row>").part("xl/sharedStrings.xml", strings);
        var cells = read(XlsxSheet.read(book.bytes())).rows().getFirst().cells();
        assertEquals(List.of(Cell.text("niñez")), cells);
    }

    @Test
    void whatIsNoWorkbookIsToldSo() {
        assertEquals(Why.BROKEN, refused(XlsxSheet.read(new byte[0])));
        assertEquals(Why.BROKEN, refused(XlsxSheet.read(utf8("PK\u0003\u0004"))));
        assertEquals(Why.BROKEN, refused(XlsxSheet.read(Workbooks.of("<row").bytes())));
        assertEquals(
                Why.BROKEN,
                refused(XlsxSheet.read(Workbooks.of("")
                        .part("xl/_rels/workbook.xml.rels", "<Relationships/>")
                        .bytes())));
    }

    /** Whatever is done to a file, it is read or refused, in bounded time and room, and never a fault. */
    @Test
    void noDamageIsAFault() {
        var book = Workbooks.of("<row r='1'><c r='A1' t='s'><v>1</v></c><c s='1'><v>46326</v></c></row>")
                .bytes();
        var table = utf8("Código,\"Título\"\r\nA1-05,\"niñez\"\r\n");
        var random = new Random(20_261_126); // the same damage each time
        for (var i = 0; i < 3_000; i++) {
            damaged(book, random, XlsxSheet::read);
            damaged(table, random, CsvSheet::read);
        }
    }

    private static void damaged(byte[] good, Random random, java.util.function.Function<byte[], Sheet.Reading> reader) {
        var bytes = good.clone();
        for (var times = 1 + random.nextInt(4); times > 0; times--)
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        var cut = random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
        switch (reader.apply(cut)) {
            case Sheet.Reading.Read(var sheet) -> assertTrue(sheet.rows().size() <= Sheet.ROWS + 1);
            case Sheet.Reading.Not(var why) -> assertTrue(why.columns().isEmpty());
        }
    }
}
