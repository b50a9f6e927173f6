package acorde.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.CompactFolder;
import acorde.compact.Founding;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.trust.PartyCode;
import acorde.web.view.Frame;
import acorde.web.view.Left;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Areas, the charter, thresholds and the calendar of publication as they are typed and as they are read. */
final class ItemFormTest {
    private static final CompactFolder.Read.Folder FOLDER =
            (CompactFolder.Read.Folder) CompactFolder.read(Path.of("..", "compacts", "moc-2019"));

    private static ObjectNode text(ItemKey.Kind kind) {
        return switch (kind) {
            case AREA -> FOLDER.items().get(new ItemKey(kind, "A1")).toJson();
            case THRESHOLDS -> FOLDER.thresholds().toJson();
            case PUBLICATION -> FOLDER.publication().toJson();
            default -> {
                var charter = Founding.content(FOLDER, new PartyCode("GT"));
                for (var party : charter.withArray("parties"))
                    ((ObjectNode) party).put("address", "https://example.org");
                yield charter;
            }
        };
    }

    private static Frame frame(Language language) {
        var formats = new Formats(Words.in(language), "HN", Instant.EPOCH);
        return new Frame(formats, "/", null, null, 0, false, null, null);
    }

    private static ItemForm typed(ItemKey.Kind kind, Map<String, String> changes) {
        var begin = Questions.begin(kind, text(kind));
        var typed = new TreeMap<>(ItemForm.of(kind, begin).typed());
        typed.putAll(changes);
        return new ItemForm(kind, begin, typed);
    }

    private static Map<String, String> wrong(ItemKey.Kind kind, String field, String value) {
        return typed(kind, Map.of(field, value)).wrong(frame(Language.EN));
    }

    @ParameterizedTest
    @EnumSource(names = {"AREA", "CHARTER", "THRESHOLDS", "PUBLICATION"})
    void aFormThatNobodyTouchedComesToTheTextItBeganWith(ItemKey.Kind kind) {
        var form = typed(kind, Map.of());
        assertEquals(text(kind), form.text());
        assertEquals(Map.of(), form.wrong(frame(Language.ES)));
    }

    @ParameterizedTest
    @EnumSource(names = {"AREA", "CHARTER", "THRESHOLDS", "PUBLICATION"})
    void everyFieldThatIsLeftEmptyOrIsTooLongIsNamed(ItemKey.Kind kind) {
        for (var name : typed(kind, Map.of()).typed().keySet()) {
            if (List.of("talks", "reports").contains(name)) continue;
            assertEquals(Set.of(name), wrong(kind, name, "").keySet());
            assertEquals(
                    "The text is too long; shorten it.",
                    wrong(kind, name, "9".repeat(100_001)).get(name));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AREA        | kind              | other      | Here belongs one of these words: focus, cross-cutting, not “other”.
            AREA        | title-en          | a\u200bb   | The text holds a character that is not seen and may change what is read: delete it and type it again.
            CHARTER     | parties-2-zone    | Mars/Olymp | Here belongs a time zone such as America/Tegucigalpa, not “Mars/Olymp”.
            CHARTER     | parties-1-body-es | a\u202eb   | The text holds a character that is not seen and may change what is read: delete it and type it again.
            THRESHOLDS  | rules-0-days      | fourteen   | Here belongs a whole number.
            THRESHOLDS  | rules-0-days      | 14 15      | Write one number of days, from 1 on.
            THRESHOLDS  | rules-1-days      | 7,21,45    | Write four numbers of days, each greater than the one before: 7, 21, 45, 60.
            THRESHOLDS  | rules-1-days      | 7,21,60,45 | Write four numbers of days, each greater than the one before: 7, 21, 45, 60.
            THRESHOLDS  | rules-1-days      | 7,x,45,60  | Here belongs a whole number.
            THRESHOLDS  | rules-2-days      | 0          | Write one number of days, from 1 on.
            THRESHOLDS  | rules-2-days      | 100001     | Here belongs a whole number.
            PUBLICATION | first             | 2026-02-30 | Here belongs a date such as 2019-03-28, not “2026-02-30”.
            PUBLICATION | months            | 13         | Here belongs a whole number from 1 to 12.
            PUBLICATION | months            | one        | Here belongs a whole number from 1 to 12.
            PUBLICATION | graceDays         | 59         | Here belongs a whole number from 0 to 58.
            PUBLICATION | graceDays         | -1         | Here belongs a whole number from 0 to 58.
            """)
    void whatCannotBeReadIsSaidAtItsField(ItemKey.Kind kind, String field, String value, String sentence) {
        assertEquals(Map.of(field, sentence), wrong(kind, field, value));
        var spanish = typed(kind, Map.of(field, value)).wrong(frame(Language.ES));
        assertTrue(spanish.get(field).matches("(Aquí va|El texto contiene|Escriba) .*"), spanish.toString());
    }

    @Test
    void atTheLimitsEverythingIsTaken() {
        for (var days : List.of("1", "58")) assertEquals(Map.of(), wrong(ItemKey.Kind.PUBLICATION, "graceDays", days));
        for (var months : List.of("1", "12")) assertEquals(Map.of(), wrong(ItemKey.Kind.PUBLICATION, "months", months));
        assertEquals(Map.of(), wrong(ItemKey.Kind.THRESHOLDS, "rules-0-days", "100000"));
        assertEquals(Map.of(), wrong(ItemKey.Kind.THRESHOLDS, "rules-1-days", "1, 2; 3 4"));
        assertEquals(Map.of(), wrong(ItemKey.Kind.AREA, "title-es", "á".repeat(300)));
    }

    @Test
    void aRuleOfThresholdsThatNobodyAgreedOnIsAskedForAsWell() {
        var kind = ItemKey.Kind.THRESHOLDS;
        var without = text(kind);
        without.withArray("rules").remove(1);
        var form = ItemForm.of(kind, Questions.begin(kind, without));
        assertEquals(
                Set.of("rules-3-days", "rules-3-meaning-es", "rules-3-meaning-en"),
                form.wrong(frame(Language.ES)).keySet());
    }

    @Test
    void whatTheCharterHasBesideWordsStaysAsItWas() {
        var form = typed(ItemKey.Kind.CHARTER, Map.of("parties-0-name-es", "Otro nombre", "parties-0-address", "x"));
        var expected = text(ItemKey.Kind.CHARTER);
        Question.put(
                expected,
                "/parties/0/name/es",
                Question.lines("/parties/0/name").value("Otro nombre"));
        assertEquals(expected, form.text());
    }

    private static Map<String, String> newArea(String field, String value) {
        var subject = new ItemDraft.Subject(ItemKey.Kind.AREA, null, "", Questions.begin(ItemKey.Kind.AREA, null));
        var fields = new TreeMap<>(Map.of(
                "code", List.of("A9"),
                "kind", List.of("focus"),
                "title-es", List.of("Cuencas"),
                "title-en", List.of("Watersheds"),
                "note", List.of("Por claridad"),
                "parties", List.of("HN")));
        fields.put(field, List.of(value));
        var draft = ItemDraft.of(subject, fields, new Left("", null, List.of()));
        assertEquals(
                Set.of("code", "kind", "title-es", "title-en", "note"),
                draft.typed().keySet(),
                "what it asks for");
        return draft.wrong(frame(Language.EN));
    }

    @Test
    void aNewAreaHasACodeAndANoteThatCanBeRead() {
        assertEquals(Map.of(), newArea("code", "A".repeat(32)));
        for (var code : List.of("", "A 9", "-A9", "A".repeat(33)))
            assertTrue(newArea("code", code).get("code").startsWith("It is written like A5: "), code);
        assertEquals(Map.of(), newArea("note", "ñ".repeat(4_000)));
        assertEquals(Map.of("note", "Write why you propose it: every party reads it."), newArea("note", " \u0007"));
        assertEquals(Map.of("note", "The text is too long; shorten it."), newArea("note", "ñ".repeat(4_001)));
        assertEquals(Set.of("note"), newArea("note", "a\u202eb").keySet());
    }

    private static ItemDraft indicator(ObjectNode begin, String field, String value) {
        var fields = new TreeMap<String, List<String>>();
        Map.of("code", "A1-I1", "area", "A1", "name-es", "Casos", "name-en", "Cases")
                .forEach((name, typed) -> fields.put(name, List.of(typed)));
        Map.of("unit-es", "casos", "unit-en", "cases", "kind", "output", "counted", "things", "baseline", "12,5")
                .forEach((name, typed) -> fields.put(name, List.of(typed)));
        Map.of("baselineAt", "2026-10-31", "target", "60", "targetAt", "2027-06-30", "everyMonths", "3", "note", "x")
                .forEach((name, typed) -> fields.put(name, List.of(typed)));
        fields.put(field, List.of(value));
        var subject = new ItemDraft.Subject(ItemKey.Kind.INDICATOR, null, "", begin);
        return ItemDraft.of(subject, fields, new Left("", null, List.of()));
    }

    private static ObjectNode fresh() {
        return Questions.begin(ItemKey.Kind.INDICATOR, null);
    }

    private static Frame november(Language language) {
        var formats = new Formats(Words.in(language), "HN", Instant.parse("2026-11-27T18:00:00Z"));
        return new Frame(formats, "/", null, null, 0, false, null, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            baselineAt | 2027-06-30 | why.BASELINE_AFTER_TARGET
            baselineAt | 2027-07-01 | why.BASELINE_AFTER_TARGET
            targetAt   | 2026-11-26 | why.DATE_PAST
            targetAt   | 2027-02-30 | why.DATE_UNREADABLE
            baseline   | 1,200      | why.NUMBER_AMBIGUOUS
            target     | 1.200      | why.NUMBER_AMBIGUOUS
            target     | many       | why.NUMBER_UNREADABLE
            code       | A1 RES     | asked.code.hint.indicator
            """)
    void anIndicatorOfAnAreaIsAskedForAsThatOfAnInitiative(String field, String value, String why) {
        for (var language : Language.values()) {
            var frame = november(language);
            assertEquals(
                    Map.of(field, frame.say(why)),
                    indicator(fresh(), field, value).wrong(frame));
        }
    }

    @Test
    void ofAnIndicatorADayThatHasPassedMayStayAndTheDayOfTodayMayComeIn() {
        var frame = november(Language.ES);
        assertEquals(Map.of(), indicator(fresh(), "targetAt", "2026-11-27").wrong(frame));
        var past = fresh().put("targetAt", "2026-11-26");
        assertEquals(Map.of(), indicator(past, "targetAt", "2026-11-26").wrong(frame));
        assertEquals(
                Set.of("baselineAt", "targetAt"),
                indicator(fresh(), "targetAt", "2026-09-30").wrong(frame).keySet());
    }

    @Test
    void aNumberOfAnIndicatorInForceIsTypedAsItIsReadBack() {
        var form = ItemForm.of(
                ItemKey.Kind.INDICATOR, fresh().put("baseline", 1.234).put("target", 60));
        assertEquals(
                List.of("1.2340", "60"),
                List.of(form.typed().get("baseline"), form.typed().get("target")));
        assertTrue(Set.of("baseline", "target").stream().noneMatch(form.wrong(november(Language.ES))::containsKey));
    }

    /** Nobody signs what was not shown. */
    @ParameterizedTest
    @EnumSource(names = {"AREA", "CHARTER", "THRESHOLDS", "PUBLICATION"})
    void everyMemberOfATextIsReadInWordsOrShownIfItChanges(ItemKey.Kind kind) {
        var shown = new TreeSet<String>();
        for (var part : Questions.of(kind, text(kind)))
            for (var question : part.asked()) shown.addAll(question.places());
        var other = kind == ItemKey.Kind.CHARTER
                ? ((acorde.compact.CharterText) ((ItemText.Parsed.Good) ItemText.parse(kind, text(kind))).text())
                        .besideWords()
                : text(kind).objectNode();
        var members = leaves("", text(kind));
        members.removeAll(shown);
        members.removeAll(leaves("", other));
        members.removeIf(member -> member.matches("/rules/[0-9]+/code")); // what its heading says
        assertEquals(Set.of(), members);
    }

    private static TreeSet<String> leaves(String at, JsonNode node) {
        var leaves = new TreeSet<String>();
        if (node.isArray() && !node.valueStream().allMatch(JsonNode::isObject)) leaves.add(at);
        else if (node.isArray()) for (var i = 0; i < node.size(); i++) leaves.addAll(leaves(at + "/" + i, node.get(i)));
        else if (node.isObject())
            for (var name : node.propertyNames()) leaves.addAll(leaves(at + "/" + name, node.get(name)));
        else leaves.add(at);
        return leaves;
    }

    private static List<String> lines(ItemKey.Kind kind, Language language) {
        return ItemInWords.of(kind, text(kind)).in(language).lines().toList();
    }

    @Test
    void allThatATextSettlesIsReadInWordsOfBothLanguages() {
        assertEquals(List.of("Clase: campo de trabajo"), lines(ItemKey.Kind.AREA, Language.ES));
        assertEquals(
                List.of("Before it is due", "Days: 14", "Once it is late", "Days: 7, 21, 45 and 60"),
                lines(ItemKey.Kind.THRESHOLDS, Language.EN).stream()
                        .filter(line -> !line.startsWith("What it means: "))
                        .limit(4)
                        .toList());
        var calendar = lines(ItemKey.Kind.PUBLICATION, Language.ES);
        assertEquals("Día de la primera edición: 1 de diciembre de 2026", calendar.getFirst());
        assertEquals("Meses de una edición a la siguiente: 1", calendar.get(1));
        assertEquals(
                "Se muestran las propuestas abiertas o rechazadas, con lo que dijo cada parte: sí", calendar.get(3));
        assertEquals(
                List.of(
                        "Estados Unidos",
                        "Zona horaria: America/New_York",
                        "Nombre: Estados Unidos",
                        "Institución: " + FOLDER.parties().getFirst().body().es()),
                lines(ItemKey.Kind.CHARTER, Language.ES).subList(0, 4));
    }
}
