package acorde.node;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The last line of {@code demo --once} as it has to be: the texts as they stand at a node, counted one by one, and what the story makes of A1-05. */
final class LastLine {
    private LastLine() {}

    static String of(Coordinators four) throws IOException, InterruptedException {
        var others = new ArrayList<JsonNode>();
        for (var one : four.get("SV", "/initiatives?limit=200").path("items"))
            if (!one.path("code").asString().equals("A1-05")) others.add(one);
        return "demo: ok nodes=4 initiatives=" + (others.size() + 1)
                + " dated=" + (count(others, one -> one.path("text").hasNonNull("due")) + 1)
                + " numbered="
                + count(others, one -> !one.path("text").path("promised").isEmpty())
                + " measured=" + (count(others, one -> isMeasured(one.path("text"))) + 1)
                + " consented="
                + (count(others, one -> one.path("standing").asString().equals("consented")) + 1);
    }

    private static boolean isMeasured(JsonNode text) {
        return List.of("baseline", "target", "targetAt").stream().allMatch(text.path("indicator")::hasNonNull);
    }

    private static long count(List<JsonNode> texts, Predicate<JsonNode> which) {
        return texts.stream().filter(which).count();
    }
}
