package acorde.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.acts.ActId;
import acorde.acts.Decision;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a node says once an hour of what it was given. */
class AcknowledgementTest {
    private static final PartyCode SV = new PartyCode("SV");

    private static List<Acknowledgement.Line> lines(int count) {
        return LongStream.range(0, count)
                .mapToObj(index -> new Acknowledgement.Line(new ActId(SV, index), Received.Stage.OPENED, List.of()))
                .toList();
    }

    private static JsonNode body(List<Acknowledgement.Line> lines) {
        var said = new Acknowledgement(new TreeMap<>(Map.of(SV, lines))).decide(Silence.PAST, Instant.EPOCH);
        return ((Decision.Say<Rule>) said).drafts().getFirst().body();
    }

    @Test
    void anActHas256LinesAndNoMore() {
        assertEquals(Optional.of(lines(256)), Acknowledgement.read(body(lines(256)), SV));
        assertEquals(Optional.empty(), Acknowledgement.read(body(lines(257)), SV));
    }

    @Test
    void onlyOneThatIsDeclinedNamesRules() {
        var declined = new Acknowledgement.Line(new ActId(SV, 3), Received.Stage.DECLINED, List.of("AS-1", "EV-3"));
        assertEquals(Optional.of(List.of(declined)), Acknowledgement.read(body(List.of(declined)), SV));
        var accepted = new Acknowledgement.Line(new ActId(SV, 3), Received.Stage.ACCEPTED, List.of("AS-1"));
        assertEquals(Optional.empty(), Acknowledgement.read(body(List.of(accepted)), SV));
        assertEquals(Optional.empty(), Acknowledgement.read(body(lines(1)), Reports.GT), "another's report");
    }
}
