package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import acorde.trust.PartyCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a reader makes of the bytes of an act beyond the cases of {@code spec/vectors/acts}. */
class ActTextTest {
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode HN = new PartyCode("HN");
    private static final ActId ID = new ActId(HN, 42);
    private static final Instant AT = Instant.parse("2019-03-28T16:00:00Z");

    private static String rule(byte[] bytes) {
        return switch (ActText.read(ID, bytes, GT)) {
            case ActText.Reading.Good _ -> "good";
            case ActText.Reading.Bad(var rule) -> rule;
        };
    }

    private static String rule(String text) {
        return rule(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String act(String body) {
        return "{\"acorde\":1,\"kind\":\"notes.said\",\"by\":\"HN\",\"office\":\"coordination\","
                + "\"at\":\"2019-03-28T16:00:00Z\",\"to\":[\"GT\"],\"after\":[],\"body\":" + body + "}";
    }

    private static Draft draft(String words) {
        var body = JsonNodeFactory.instance.objectNode().put("words", words);
        return new Draft("notes.said", "coordination", new TreeSet<>(Set.of(GT)), List.of(), body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\u0000", "x\\u0000", "\\ud83d", "\\udc49", "\\udc49\\ud83d", "\\ud83dx", "\\ud83d\\ud83d"})
    void aTextThatNoDatabaseHoldsIsMalformedWhereverItStands(String escaped) {
        assertEquals("MALFORMED", rule(act("{\"words\":\"" + escaped + "\"}")));
        assertEquals("MALFORMED", rule(act("{\"" + escaped + "\":1}")));
        assertEquals("MALFORMED", rule(act("{\"a\":[{\"b\":[1,[\"" + escaped + "\"]]}]}")));
        assertEquals("MALFORMED", rule(act("{\"a\":[{\"" + escaped + "\":null}]}")));
        assertEquals("MALFORMED", rule(act("{}").replace("notes.said", escaped)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d\\udc49", "\\\\u0000", "\\u0001", "\\uffff", "\\ufffd", "👉", "ñ"})
    void anyOtherTextIsGood(String escaped) {
        assertEquals("good", rule(act("{\"words\":\"" + escaped + "\",\"" + escaped + "\":0}")));
    }

    @Test
    void whateverIsCutOffIsNoAct() {
        var whole = act("{\"words\":\"👉 así\",\"n\":[1.5e3,true,null]}").getBytes(StandardCharsets.UTF_8);
        assertEquals("good", rule(whole));
        for (var length = 0; length < whole.length; length++)
            assertEquals("NOT_JSON", rule(java.util.Arrays.copyOf(whole, length)), "the first " + length + " bytes");
    }

    @Test
    void whateverByteIsChangedTheReaderHasAnAnswer() {
        var whole = act("{\"words\":\"👉 así\",\"n\":[1.5e3,true,null]}").getBytes(StandardCharsets.UTF_8);
        for (var at = 0; at < whole.length; at++)
            for (var value = 0; value < 256; value++) {
                var changed = whole.clone();
                changed[at] = (byte) value;
                assertInstanceOf(ActText.Reading.class, ActText.read(ID, changed, GT), at + " " + value);
            }
    }

    @Test
    void whatThisPartyWritesItReadsAsItWasMeant() {
        var draft = draft("👉 «así»");
        var good = assertInstanceOf(ActText.Reading.Good.class, ActText.read(ID, ActText.write(draft, HN, AT), GT));
        assertEquals(draft.body(), good.act().body());
        assertEquals(draft.to(), good.act().to());
        assertEquals(draft.kind(), good.act().kind());
        assertEquals(AT, good.act().at());
    }

    @Test
    void anActOfMoreThanOneMebibyteIsNotWritten() {
        var without = ActText.write(draft(""), HN, AT).length;
        assertEquals(ActText.LIMIT, ActText.write(draft("x".repeat(ActText.LIMIT - without)), HN, AT).length);
        assertThrows(
                IllegalArgumentException.class,
                () -> ActText.write(draft("x".repeat(ActText.LIMIT - without + 1)), HN, AT));
    }
}
