package acorde.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.trust.CharterRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FoundingTest {
    @Test
    void anotherTextOfTheCharterSaysHowAllIsCalledAndNothingElse() {
        var other = World.FOUNDING.text().toJson();
        other.putObject("title").put("es", "Otro título").put("en", "Another title");
        var first = (ObjectNode) other.withArray("parties").get(0);
        first.put("zone", "Asia/Tokyo")
                .putObject("body")
                .put("es", "Otra institución")
                .put("en", "Another body");
        var called = World.FOUNDING.called(
                (CharterText) ((ItemText.Parsed.Good) ItemText.parse(ItemKey.Kind.CHARTER, other)).text());
        assertEquals("Otro título", called.title().es());
        assertEquals("Another body", called.parties().getFirst().body().en());
        assertEquals(
                World.FOUNDING.parties().getFirst().zone(),
                called.parties().getFirst().zone());
        assertEquals(World.FOUNDING.hash(), called.hash());
        for (var item : World.FOUNDING.items()) assertEquals(World.FOUNDING.textOf(item), called.textOf(item));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\ud83d", "\udc49"})
    void aCharterWithATextThatNoDatabaseHoldsFoundsNothing(String text) {
        var content = Founding.content(Moc2019.folder(), World.GT);
        var hash = Node.sha256(JsonMapper.shared().writeValueAsBytes(content));
        assertEquals("moc-2019", Founding.of(content, hash).compact());
        content.putObject("title").put("es", "Acuerdo " + text).put("en", "Compact");
        var refused = assertThrows(CharterRefused.class, () -> Founding.of(content, hash));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("The charter cannot found a compact."));
    }
}
