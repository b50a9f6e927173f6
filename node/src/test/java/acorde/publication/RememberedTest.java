package acorde.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

final class RememberedTest {
    private final Remembered remembered = new Remembered();
    private final List<ActId> read = new ArrayList<>();

    private static Act act(long index) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("reason").put("es", "n.º " + index);
        return new Act(
                new ActId(new PartyCode("HN"), index),
                "compact.refused",
                "coordination",
                Instant.EPOCH,
                new TreeSet<>(),
                List.of(),
                body,
                Hash.of(new byte[Hash.SIZE]));
    }

    private void asked(long index) {
        var said = remembered.find(act(index).id(), id -> {
            read.add(id);
            return Optional.of(act(id.index()));
        });
        var remark = said.orElseThrow().words().remark();
        assertTrue(remark != null && ("n.º " + index).equals(remark.es()));
    }

    @Test
    void whatAnAccountToldStaysAtHandAndTheNewestDoAndAnyOtherIsReadAgain() {
        for (var i = 0; i < 10_000; i++) {
            remembered.hear(act(i));
            if (i == 7) asked(7);
        }
        asked(9_999);
        asked(10_000 - 4_096);
        remembered.told();
        asked(7);
        assertEquals(List.of(), read);
        asked(10_000 - 4_097);
        assertEquals(List.of(act(10_000 - 4_097).id()), read);
        remembered.told();
        remembered.told();
        asked(7);
        assertEquals(2, read.size(), "no account told it of late");
    }
}
