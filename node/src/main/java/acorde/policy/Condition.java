package acorde.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * When a rule applies.
 *
 * @param uses it speaks of
 * @param clauses what must hold besides, in the order in which they stand
 */
record Condition(Set<Use> uses, List<Clause> clauses) {
    /** A rule of 4,000 characters nests no deeper, whatever it says; nothing here reads it by recursion before it is bounded. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(4 * Cutting.RULE)
                            .build())
                    .build())
            .build();

    /** @param must what it must come to: true of {@code when}, false of {@code unless} */
    record Clause(Expression expression, boolean must) {}

    Condition {
        uses = Set.copyOf(uses);
        clauses = List.copyOf(clauses);
    }

    /** Reads a rule as Cedar writes it in JSON. */
    static Condition read(String rule) throws Expression.Unsupported {
        var json = JSON.readTree(rule);
        for (var variable : List.of("principal", "resource"))
            if (!json.path(variable).path("op").asString("").equals("All"))
                throw new Expression.Unsupported(
                        variable + " " + json.path(variable).path("op").asString(""));
        var clauses = new ArrayList<Clause>();
        for (var condition : json.path("conditions"))
            clauses.add(new Clause(
                    Expression.read(condition.get("body")),
                    condition.get("kind").stringValue().equals("when")));
        return new Condition(uses(json.path("action")), clauses);
    }

    private static Set<Use> uses(JsonNode action) {
        if (action.path("op").asString("").equals("All")) return EnumSet.allOf(Use.class);
        var codes = (action.has("entities") ? action.get("entities").valueStream() : Stream.of(action.path("entity")))
                .map(entity -> entity.get("id").stringValue())
                .collect(Collectors.toSet());
        return Arrays.stream(Use.values())
                .filter(use -> codes.contains(use.code()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Use.class)));
    }

    /** @param ifBroken the answer where it cannot be evaluated */
    boolean holds(Question question, boolean ifBroken) {
        try {
            for (var clause : clauses) if ((Boolean) clause.expression().value(question) != clause.must()) return false;
            return true;
        } catch (ArithmeticException | NoSuchElementException _) {
            return ifBroken;
        }
    }
}
