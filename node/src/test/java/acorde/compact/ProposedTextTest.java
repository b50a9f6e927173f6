package acorde.compact;

import static acorde.compact.World.A105;
import static acorde.compact.World.HN;
import static acorde.compact.World.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an honest node asks of a text before it proposes it. */
class ProposedTextTest {
    private final World world = World.founded();

    /** Dated, and with this measure if it is not empty, but without its reason for going without. */
    static ObjectNode withoutReason(String more) {
        var text = (ObjectNode) forAll("uno");
        text.remove("waiver");
        text.put("due", "2027-01-31");
        if (!more.isEmpty()) text.set("indicator", JsonMapper.shared().readTree(more));
        return text;
    }

    @Test
    void anInitiativeIsProposedWithADateAndAMeasureOrWithTheReasonWhyNot() {
        ConsentTest.assertObjection(Rule.NOT_MEASURED, world.tryPropose(HN, A105, withoutReason("")));
        var measure = "{\"name\":{\"es\":\"a\",\"en\":\"a\"},\"unit\":{\"es\":\"%\",\"en\":\"%\"},\"kind\":\"outcome\","
                + "\"baseline\":38,\"baselineAt\":\"2026-10-31\",\"target\":90,\"targetAt\":\"2027-06-30\"}";
        var undated = withoutReason(measure);
        undated.remove("due");
        ConsentTest.assertObjection(Rule.NOT_MEASURED, world.tryPropose(HN, A105, undated));
        world.propose(HN, A105, withoutReason(measure));
    }

    @Test
    void anIndicatorOfAnAreaIsProposedWholeAndOfAnAreaThatThereIs() {
        var whole = (ObjectNode) measure();
        whole.put("area", "A1");
        var item = ItemKey.indicator("A1-I1");
        for (var member : List.of("area", "baseline", "target", "targetAt")) {
            var half = whole.deepCopy();
            half.remove(member);
            ConsentTest.assertObjection(Rule.TEXT_INCOMPLETE, world.tryPropose(HN, item, half));
        }
        ConsentTest.assertObjection(
                Rule.TEXT_INCOMPLETE,
                world.tryPropose(HN, item, whole.deepCopy().put("area", "A9")));
        var proposal = world.propose(HN, item, whole);
        for (var party : List.of(World.GT, World.SV, World.US)) {
            world.hearAll();
            var node = world.node(HN);
            assertTrue(Speaker.version(node.speaker.head(node, item)) == null, "all parties agree on it");
            world.assent(party, proposal);
        }
        world.hearAll();
        var node = world.node(HN);
        assertEquals(proposal.hash(), Speaker.version(node.speaker.head(node, item)));
    }

    @Test
    void aTextThatNamesAnUnknownSourceAreaOrStateIsNotProposed() {
        var text = (ObjectNode) forAll("uno");
        text.put("area", "A9");
        text.putArray("partners").add("NI");
        text.putArray("sources").add("S-NONE");
        var objection = ConsentTest.assertObjection(Rule.TEXT_INCOMPLETE, world.tryPropose(HN, A105, text));
        assertEquals(3, objection.faults().size());
    }

    @Test
    void aMeasureIsProposedWholeOrNotAtAll() {
        var whole = (ObjectNode) forAll("uno");
        whole.set("indicator", measure());
        for (var member : List.of("name", "unit", "kind", "baseline", "baselineAt", "target", "targetAt")) {
            var half = whole.deepCopy();
            ((ObjectNode) half.path("indicator")).remove(member);
            var objection = ConsentTest.assertObjection(Rule.TEXT_INCOMPLETE, world.tryPropose(HN, A105, half));
            assertEquals(1, objection.faults().size(), member);
            assertTrue(objection.faults().getFirst().es().contains("«" + member + "»"), member);
        }
        world.propose(HN, A105, whole);
    }

    static ObjectNode measure() {
        var measure = JsonMapper.shared().createObjectNode();
        measure.putObject("name").put("es", "Consultas respondidas").put("en", "Queries answered");
        measure.putObject("unit").put("es", "%").put("en", "%");
        return measure.put("kind", "outcome")
                .put("baseline", 38)
                .put("baselineAt", "2026-10-31")
                .put("target", 90)
                .put("targetAt", "2027-06-30");
    }

    @Test
    void aTextPastOneMebibyteIsNotProposed() {
        var text = (ObjectNode) forAll("uno");
        var long100 = "ñ".repeat(Bilingual.LIMIT);
        for (var member : List.of("notes", "safeguards", "restrictions"))
            text.putObject(member).put("es", long100).put("en", long100);
        ConsentTest.assertObjection(Rule.TEXT_INCOMPLETE, world.tryPropose(HN, A105, text));
    }
}
