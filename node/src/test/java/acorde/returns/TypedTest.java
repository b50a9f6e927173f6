package acorde.returns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.returns.Fault.Why;
import acorde.sheets.Cell;
import acorde.sheets.Formulas;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type: what has one meaning is read, what has two is asked about. */
class TypedTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "38 | 38",
                "-5 | -5",
                "\u22125 | -5",
                "0 | 0",
                "38,5 | 38.5",
                "38.5 | 38.5",
                "0.123 | 0.123",
                "0,123 | 0.123",
                "1234 | 1234",
                "1234.567 | 1234.567",
                "1.234,5 | 1234.5",
                "1,234.5 | 1234.5",
                "1.234.567 | 1234567",
                "1,234,567 | 1234567",
                "1 234 567,25 | 1234567.25",
                "1'234.5 | 1234.5",
                "123456789012345 | 123456789012345",
                "0.123456 | 0.123456"
            })
    void aNumberOfOneMeaningIsReadInWhicheverCountryItWasWritten(String typed, BigDecimal number) {
        assertEquals(number, Typed.number(Cell.text(typed)).value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234 | NUMBER_AMBIGUOUS",
                "1,234 | NUMBER_AMBIGUOUS",
                "-12.345 | NUMBER_AMBIGUOUS",
                "007 | NUMBER_UNREADABLE",
                "1,23,4 | NUMBER_UNREADABLE",
                "1.234.5 | NUMBER_UNREADABLE",
                "1,234,5 | NUMBER_UNREADABLE",
                "1e5 | NUMBER_UNREADABLE",
                "38 % | NUMBER_UNREADABLE",
                "1234567890123456 | NUMBER_UNREADABLE",
                "0.1234567 | NUMBER_UNREADABLE",
                "٣٨ | NUMBER_UNREADABLE"
            })
    void aNumberOfTwoMeaningsOrNoneIsRefused(String typed, Why why) {
        assertEquals(why, Typed.number(Cell.text(typed)).why());
    }

    /** They are said nowhere: of what is typed with more zeros than an act may hold, those that it may. */
    @Test
    void zerosAtItsEndMakeNoNumberTooLong() {
        for (var typed : List.of("1,2500000", "1.25" + "0".repeat(30))) {
            assertEquals(
                    new WrittenNumber.Of(new BigDecimal("1.250000")),
                    WrittenNumber.read(typed),
                    "the form and the act decide alike");
            assertEquals(new BigDecimal("1.25"), Typed.number(Cell.text(typed)).value());
        }
        assertEquals(new WrittenNumber.Of(new BigDecimal("1250.75")), WrittenNumber.read("1.250,75"));
    }

    @Test
    void aNumberIsWrittenSoThatItIsReadBack() {
        for (var number : List.of("1.234", "-12.345", "0.125", "1234", "1234.567", "38.50"))
            assertEquals(
                    new BigDecimal(number).stripTrailingZeros(),
                    Typed.number(Cell.text(WrittenNumber.write(new BigDecimal(number))))
                            .value());
    }

    @Test
    void aNumberOfTheSpreadsheetHasOneMeaning() {
        assertEquals(
                new BigDecimal("1.234"),
                Typed.number(new Cell.Number(new BigDecimal("1.234"))).value());
        assertEquals(
                new BigDecimal("100000"),
                Typed.number(new Cell.Number(new BigDecimal("1E5"))).value());
        assertEquals(
                Why.NUMBER_UNREADABLE,
                Typed.number(new Cell.Number(new BigDecimal("1E999"))).why());
        assertEquals(Why.FORMULA, Typed.number(new Cell.Formula()).why());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31,2026-10-31",
        "31/10/2026,2026-10-31",
        "10/31/2026,2026-10-31",
        "4/4/2026,2026-04-04",
        "31.10.2026,2026-10-31"
    })
    void aDayOfOneMeaningIsRead(String typed, LocalDate day) {
        assertEquals(day, Typed.day(Cell.text(typed), TODAY).value());
    }

    @ParameterizedTest
    @CsvSource({
        "03/04/2026,DAY_AMBIGUOUS",
        "31/13/2026,DAY_UNREADABLE",
        "2026-02-30,DAY_UNREADABLE",
        "31/10/26,DAY_UNREADABLE",
        "ayer,DAY_UNREADABLE",
        "1900-01-01,DAY_UNREADABLE",
        "2026-11-27,DAY_AHEAD"
    })
    void aDayOfTwoMeaningsOrNoneOrOfTomorrowIsRefused(String typed, Why why) {
        assertEquals(why, Typed.day(Cell.text(typed), TODAY).why());
    }

    @Test
    void aTextHasAtMostFourThousandCharactersAndNoneThatIsNotSeen() {
        assertEquals(4_000, Typed.words(Cell.text("a".repeat(4_000))).value().length());
        assertEquals(Why.TOO_LONG, Typed.words(Cell.text("a".repeat(4_001))).why());
        assertEquals(Why.HIDDEN, Typed.words(Cell.text("a\u202eb")).why());
        assertEquals(Why.NOT_TEXT, Typed.word(new Cell.Number(BigDecimal.ONE)).why());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "'=1", "' =1", "''", "'-"})
    void aTextThatLooksLikeAFormulaIsKeptFromBeingOneAndComesBackAsItWas(String text) {
        var safe = Formulas.safe(text);
        assertEquals('\'', safe.charAt(0));
        assertEquals(new Cell.Text(text), Cell.read(safe));
    }
}
