package acorde.groups;

import static acorde.groups.World.GT;
import static acorde.groups.World.HN;
import static acorde.groups.World.SV;
import static acorde.groups.World.US;
import static acorde.groups.World.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import acorde.acts.ActId;
import acorde.acts.Draft;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Acts that break a rule are kept and rejected, and change nothing. */
class BrokenRulesTest {
    private final World world = World.withGroup();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "groups.opened  | {}",
                "groups.opened  | {\"at\":\"2026-11-23T16:00:00Z\",\"more\":1}",
                "groups.opened  | {\"at\":\"2026-11-23T16:00Z\"}",
                "groups.opened  | {\"at\":\"2026-11-23T16:00:00.5Z\"}",
                "groups.closed  | {\"at\":7}",
                "groups.agenda  | {\"points\":[]}",
                "groups.agenda  | {\"points\":[\"HN/3\"]}",
                "groups.agenda  | {\"points\":[\"HN/3#0\"]}",
                "groups.agenda  | {\"points\":[\"HN/3#201\"]}",
                "groups.agenda  | {\"points\":[\"HN/3#1\",\"HN/3#1\"]}",
                "groups.points  | {\"points\":[{\"why\":\"asked\",\"title\":{\"es\":\"solo uno\"}}]}",
                "groups.points  | {\"points\":[{\"why\":\"asked\",\"title\":{\"es\":\"a\",\"en\":\"b\"}}],\"attachments\":[]}",
                "groups.opened  | {\"at\":\"2026-11-23T16:00:00Z\",\"attachments\":[{\"name\":\"a.txt\",\"type\":\"text/plain\",\"size\":1,\"sha256\":\"0000000000000000000000000000000000000000000000000000000000000000\",\"chunks\":[\"0000000000000000000000000000000000000000000000000000000000000000\"]}]}",
                "groups.presence | {\"party\":\"GT\",\"spans\":[{\"office\":\"x\",\"from\":\"2026-11-23T16:00:00Z\",\"until\":\"2026-11-23T15:00:00Z\"}]}",
                "groups.presence | {\"party\":\"GT\",\"spans\":[{\"office\":\"x\",\"from\":\"2026-11-23T16:00:00Z\",\"until\":\"2026-11-23T16:00:00Z\"}]}",
                "groups.put     | {\"number\":1,\"at\":\"2026-11-23T16:00:00Z\"}",
                "groups.put     | {\"number\":0,\"at\":\"2026-11-23T16:00:00Z\",\"decision\":{\"text\":{\"es\":\"a\",\"en\":\"b\"}}}",
                "groups.cancelled | {\"why\":{}}",
                "groups.cancelled | {\"why\":{\"es\":\"   \"}}",
                "groups.refused | {\"to\":\"HN/0\"}",
                "groups.changed | {\"starts\":\"2026-11-23T10:00\",\"zone\":\"+02:00\",\"minutes\":60,\"place\":{\"es\":\"a\",\"en\":\"b\"},\"why\":{\"es\":\"a\"}}",
                "groups.changed | {\"starts\":\"2026-11-23T10:00\",\"zone\":\"UTC\",\"minutes\":60,\"why\":{\"es\":\"a\"}}",
                "groups.changed | {\"starts\":\"2026-11-23T10:00\",\"zone\":\"UTC\",\"minutes\":60,\"link\":\"http://x.example/\",\"why\":{\"es\":\"a\"}}",
                "groups.changed | {\"starts\":\"2026-11-23T10:00\",\"zone\":\"UTC\",\"minutes\":4321,\"link\":\"https://x.example/\",\"why\":{\"es\":\"a\"}}",
                "groups.checked | {\"report\":\"HN/0\",\"answer\":\"disputed\"}",
                "groups.checked | {\"report\":\"HN/0\",\"answer\":\"perhaps\"}",
            })
    void aBodyOfAnotherShapeIsNone(String kind, String body) {
        var call = world.begin(HN, World.called("2026-11-23T10:00"));
        var json = (ObjectNode) World.json(body);
        json.put("sitting", call.id().toString());
        assertEquals("GROUP_MALFORMED", rejected(kind, json, List.of(call.id())));
    }

    @Test
    void aMemberThatMayBeAbsentMayBeWrittenOutAsNull() {
        var body = World.json("{\"sitting\":\"HN/3\",\"starts\":\"2026-11-23T10:00\",\"zone\":\"UTC\",\"minutes\":60,"
                + "\"place\":null,\"link\":\"https://x.example/\",\"why\":{\"es\":\"a\",\"en\":null}}");
        assertInstanceOf(Saying.Reading.Heard.class, Saying.read("groups.changed", body));
    }

    @Test
    void aTextOfADecisionHasAtMostFourThousandCharacters() {
        var call = world.meeting(GT, HN, SV, US);
        var most = "x".repeat(Forms.TEXT - 3);
        world.say(HN, World.put(call, "10:30", most));
        assertEquals(
                "GROUP_MALFORMED",
                world.node(SV)
                        .rejected
                        .get(world.utter(HN, World.put(call, "10:30", most + "x"))
                                .id()));
    }

    @Test
    void whatDoesNotNameItsSittingIsRejectedAndSoIsWhatNamesNone() {
        var call = world.begin(HN, World.called("2026-11-23T10:00"));
        var opened = new Saying.Opened(call.id(), at("10:00"));
        assertEquals("SITTING_MISSING", rejected(opened.kind(), opened.body(), List.of()));
        var proposal = world.node(GT).log.getFirst();
        var none = new Saying.Opened(proposal.id(), at("10:00"));
        assertEquals("UNKNOWN_SITTING", rejected(none.kind(), none.body(), List.of(proposal.id())));
        assertEquals(Rule.UNKNOWN_SITTING, World.rule(world.trySay(GT, none)));
    }

    @Test
    void aWordToWhatIsNoTextIsRejected() {
        var call = world.meeting(GT, HN, SV, US);
        var opened = world.node(GT).log.stream()
                .filter(act -> act.kind().equals("groups.opened"))
                .findFirst()
                .orElseThrow();
        var word = World.assent(call, opened);
        assertEquals(
                "UNKNOWN_PART",
                world.node(SV).rejected.get(world.utter(HN, word).id()));
    }

    @Test
    void aThingOfOneSittingIsNothingInAnother() {
        var call = world.meeting(GT, HN, SV, US);
        var put = world.say(HN, World.put(call, "10:30", "sí"));
        var other = world.begin(HN, World.called("A1", 2, "2026-11-24T10:00"));
        var word = new Saying.Assented(other.id(), put.id(), put.hash(), null);
        assertEquals(
                "UNKNOWN_PART",
                world.node(SV).rejected.get(world.utter(GT, word).id()));
        assertEquals(Decided.State.OPEN, world.decided(call, put).state());
    }

    private String rejected(String kind, tools.jackson.databind.JsonNode body, List<ActId> after) {
        var to = new TreeSet<>(World.ALL);
        to.remove(GT);
        var act = world.node(GT).utter(new Draft(kind, World.OFFICE, to, after, body));
        world.hearAll();
        return String.valueOf(world.node(SV).rejected.get(act.id()));
    }
}
