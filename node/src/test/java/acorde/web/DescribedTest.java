package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The examples of the description of the interface for programs. Real answers are held to it wherever a test asks for one. */
final class DescribedTest {
    /** Whose members are not ours to tell: the description itself, what an act says, and problems, to which RFC 9457 lets anybody add. */
    private static final List<String> OPEN = List.of("/openapi.json 200", "/raw 200");

    private static List<Described.Body> told() {
        return Stream.concat(
                        Described.asked().stream(), Described.answers().stream().filter(Described.Body::isJson))
                .toList();
    }

    @Test
    void allThatIsAskedAndEveryAnswerInJsonHasAnExampleThatIsAsDescribed() {
        var faults = new ArrayList<String>();
        for (var body : told())
            if (body.example().isMissingNode()) faults.add(body.where() + " has no example");
            else faults.addAll(body.faults(body.example()));
        assertEquals(List.of(), faults);
        assertTrue(told().size() > 60, "as many as there are");
    }

    @Test
    void aMemberThatIsNotDescribedIsAFault() {
        for (var body : told()) {
            if (!(body.example() instanceof ObjectNode example)
                    || body.type().equals("application/problem+json")
                    || OPEN.stream().anyMatch(body.where()::endsWith)) continue;
            assertFalse(body.faults(example.deepCopy().put("unheard-of", 1)).isEmpty(), body.where());
        }
    }
}
