package acorde.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.trust.CharterRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FoundingTest {
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
