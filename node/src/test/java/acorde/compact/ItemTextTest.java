package acorde.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The texts of items, as acts carry them. */
class ItemTextTest {
    private static final String MINIMAL = """
            {"area":"A1","title":{"es":"Título","en":"Title"},"parties":["HN"],"deliverable":{"es":"Cosa","en":"Thing"}%s}""";

    @Test
    void anInitiativeNeedsAnAreaATitleAPartyAndADeliverable() {
        assertInstanceOf(ItemText.Parsed.Good.class, parse(MINIMAL.formatted("")));
        assertEquals(4, faults("{}").size());
    }

    @Test
    void aMemberNobodyKnowsIsRefused() {
        assertEquals(
                List.of("colour: No field is called “colour” here."), faults(MINIMAL.formatted(",\"colour\":\"red\"")));
    }

    @Test
    void aMemberOfAMemberThatNobodyKnowsIsRefused() {
        assertEquals(
                List.of("status.mood: No field is called “mood” here."),
                faults(MINIMAL.formatted(",\"status\":{\"value\":\"agreed\",\"asOf\":\"2019\",\"mood\":\"good\"}")));
    }

    @Test
    void aTextInOneLanguageOnlyIsRefused() {
        assertEquals(
                List.of("notes: The Spanish text of “notes” is missing."),
                faults(MINIMAL.formatted(",\"notes\":{\"en\":\"Only English\"}")));
    }

    @Test
    void anEmptyTextIsAMissingText() {
        assertEquals(
                List.of("notes: The Spanish text of “notes” is missing."),
                faults(MINIMAL.formatted(",\"notes\":{\"es\":\"  \",\"en\":\"Text\"}")));
    }

    private static String milestones(String... each) {
        return MINIMAL.formatted(",\"milestones\":[" + String.join(",", each) + "]");
    }

    private static String milestone(String code, String party) {
        return "{\"code\":\"" + code
                + "\",\"title\":{\"es\":\"Paso\",\"en\":\"Step\"},\"due\":\"2027-01-31\",\"party\":" + party + "}";
    }

    @Test
    void aMilestoneHasACodeOfItsOwnAndIsOwedByAPartyOfTheInitiative() {
        assertInstanceOf(
                ItemText.Parsed.Good.class, parse(milestones(milestone("M1", "null"), milestone("M2", "\"HN\""))));
        assertEquals(
                List.of("milestones: The milestone M1 stands here twice."),
                faults(milestones(milestone("M1", "null"), milestone("M1", "null"))));
        assertEquals(
                List.of("milestones: GT is no party of the initiative."),
                faults(milestones(milestone("M1", "\"GT\""))));
    }

    @Test
    void aMeasureIsTakenEveryOneToTwelveMonths() {
        var measure = ",\"indicator\":{\"name\":{\"es\":\"a\",\"en\":\"a\"},\"unit\":{\"es\":\"%%\",\"en\":\"%%\"},"
                + "\"kind\":\"output\",\"everyMonths\":%d}";
        assertInstanceOf(ItemText.Parsed.Good.class, parse(MINIMAL.formatted(measure.formatted(12))));
        assertEquals(
                List.of("indicator.everyMonths: Here belongs a whole number from 1 to 12."),
                faults(MINIMAL.formatted(measure.formatted(13))));
    }

    @Test
    void aNullIsTheSameAsNothing() {
        assertEquals(parse(MINIMAL.formatted("")), parse(MINIMAL.formatted(",\"due\":null,\"indicator\":null")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0007", "\\ud800", "\\udc00x", "x\\ud83d"})
    void aTextThatNoDatabaseOrScreenCanHoldIsRefused(String text) {
        assertEquals(
                1,
                faults(MINIMAL.formatted(",\"notes\":{\"es\":\"" + text + "\",\"en\":\"x\"}"))
                        .size());
    }

    @Test
    void aTextMayHoldAnyWrittenCharacter() {
        assertInstanceOf(
                ItemText.Parsed.Good.class,
                parse(MINIMAL.formatted(",\"notes\":{\"es\":\"ñ\\n\\tü 中 \\ud83d\\ude00\",\"en\":\"x\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-300", "1e40", "12345678901234567890123456789012", "\"5\"", "[5]"})
    void aNumberThatIsNoneOrHasTooManyDigitsIsRefused(String number) {
        var promise =
                ",\"promised\":[{\"number\":%s,\"unit\":{\"es\":\"u\",\"en\":\"u\"},\"what\":{\"es\":\"q\",\"en\":\"w\"},\"by\":\"HN\"}]";
        assertEquals(1, faults(MINIMAL.formatted(promise.formatted(number))).size());
    }

    @Test
    void atMostTwentyFaultsOfOneTextAreTold() {
        var members = new StringBuilder();
        for (var i = 0; i < 50; i++) members.append(",\"m").append(i).append("\":1");
        assertEquals(20, faults(MINIMAL.formatted(members)).size());
    }

    @Test
    void aListHoldsAtMostAThousand() {
        var sources = new StringBuilder("\"S0\"");
        for (var i = 1; i < 1_000; i++) sources.append(",\"S").append(i).append('"');
        assertEquals(
                0, faults(MINIMAL.formatted(",\"sources\":[" + sources + "]")).size());
        assertEquals(
                1,
                faults(MINIMAL.formatted(",\"sources\":[" + sources + ",\"S1000\"]"))
                        .size());
    }

    @Test
    void anIndicatorMeasuresOnlyWithBaselineTargetAndDay() {
        var day = LocalDate.of(2027, 6, 30);
        var ninety = BigDecimal.valueOf(90);
        assertTrue(indicator(ninety, ninety, day).complete());
        assertFalse(indicator(null, ninety, day).complete());
        assertFalse(indicator(ninety, null, day).complete());
        assertFalse(indicator(ninety, ninety, null).complete());
    }

    private static Indicator indicator(
            @Nullable BigDecimal baseline, @Nullable BigDecimal target, @Nullable LocalDate by) {
        var name = new Bilingual("Nombre", "Name");
        return new Indicator(name, name, Indicator.Kind.OUTPUT, baseline, null, target, by, null, false, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12027-02-28", "-2027-02-28", "-0001-01-01", "2027-2-28", "2027-02-30", "2027-02"})
    void aDayHasFourDigitsForItsYear(String day) {
        assertEquals(0, faults(MINIMAL.formatted(",\"due\":\"9999-12-31\"")).size());
        assertEquals(
                List.of("due: Here belongs a date such as 2019-03-28, not “" + day + "”."),
                faults(MINIMAL.formatted(",\"due\":\"" + day + "\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020", "2020-01", "2020-02-29"})
    void aDateIsAsExactAsItsSource(String text) {
        assertEquals(text, PartialDate.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "2020-13", "2020-00", "2019-02-29", "2020-01-00", "2020-1-1", "2020-01-01T00:00"})
    void aDateThatDoesNotExistIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> PartialDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "initiative",
                "initiative/",
                "initiative/-A",
                "iniciativa/A1",
                "initiative/A1/2",
                "Initiative/A1"
            })
    void anItemIsNamedByKindAndCode(String text) {
        assertThrows(IllegalArgumentException.class, () -> ItemKey.parse(text));
        assertEquals("initiative/A1-05", ItemKey.parse("initiative/A1-05").toString());
    }

    private static ItemText.Parsed parse(String json) {
        return ItemText.parse(ItemKey.Kind.INITIATIVE, JsonMapper.shared().readTree(json));
    }

    private static List<String> faults(String json) {
        return switch (parse(json)) {
            case ItemText.Parsed.Good _ -> List.of();
            case ItemText.Parsed.Bad(var faults) ->
                faults.stream().map(Bilingual::en).toList();
        };
    }
}
