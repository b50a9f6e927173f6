package acorde.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of the texts that acts carry, so that each is read once. */
class TextsTest {
    private final Texts texts = new Texts();

    private static Carried read(Act act) {
        var text = Moc2019.folder().items().get(World.A105);
        return new Carried(World.A105, act.hash(), text);
    }

    private Carried asked(Act act) {
        return texts.of(act, each -> Optional.of(read(each))).orElseThrow();
    }

    private static Act announced(PartyCode by, String content) {
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("item", "initiative/A1-05")
                .put("text", content);
        var hash = Hash.sha256(content.getBytes(StandardCharsets.UTF_8));
        return new Act(
                new ActId(by, 7), Saying.ANNOUNCED, "coordination", Node.NOON, new TreeSet<>(), List.of(), body, hash);
    }

    @Test
    void aTextIsReadOnceForAsLongAsItIsKept() {
        var act = announced(World.GT, "a");
        assertSame(asked(act), asked(act));
        assertNotSame(asked(act), asked(announced(World.GT, "b")));
    }

    @Test
    void whatOnePartyAnnouncesIsNotHeardFromAnotherThatSaysTheSameBytes() {
        var event = World.founded().acts().stream()
                .filter(act -> act.kind().equals(Saying.ANNOUNCED))
                .findFirst()
                .orElseThrow();
        assertSame(
                Carried.by(event, World.FOUNDING).orElseThrow(),
                Carried.by(event, World.FOUNDING).orElseThrow());
        var forged = new Act(
                new ActId(World.HN, 7),
                event.kind(),
                event.office(),
                event.at(),
                event.to(),
                event.after(),
                event.body(),
                event.hash());
        assertEquals(Optional.empty(), Carried.by(forged, World.FOUNDING));
    }

    @Test
    void whatWasAskedForLongestAgoMakesRoomAndWhatHasNoTextTakesNone() {
        var first = announced(World.GT, "first");
        var kept = asked(first);
        var longText = "x".repeat(1 << 20);
        var weight = announced(World.GT, longText).weight();
        for (var i = 0; i < Texts.LIMIT / weight - 1; i++) asked(announced(World.GT, longText + i));
        assertSame(kept, asked(first), "asked for in between");
        for (var i = 0; i < Texts.LIMIT / weight + 1; i++) asked(announced(World.GT, longText + "again" + i));
        assertNotSame(kept, asked(first));
        assertEquals(Optional.empty(), texts.of(announced(World.GT, "none"), _ -> Optional.empty()));
    }
}
