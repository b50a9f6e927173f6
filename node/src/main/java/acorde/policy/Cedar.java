package acorde.policy;

import static java.util.Objects.requireNonNull;

import acorde.policy.Reading.Fault;
import acorde.policy.Rule.Effect;
import acorde.policy.Rule.Place;
import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.DetailedError;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.ValidationResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the text of rules and holds it against {@code facts.cedarschema}; the only class that knows Cedar (decision 17). Nothing is decided
 * here.
 */
final class Cedar {
    private static final AuthorizationEngine ENGINE = new BasicAuthorizationEngine();
    private static final Schema SCHEMA = schema();

    private Cedar() {}

    /** What Cedar makes of the text of one rule. */
    sealed interface Parsed {}

    /** @param json the rule as Cedar writes it in JSON */
    record Good(Effect effect, Map<String, String> annotations, String json) implements Parsed {
        Good {
            annotations = Map.copyOf(annotations);
        }
    }

    record Bad(Fault fault) implements Parsed {}

    /** Reads one rule by itself; {@link #check} says whether it looks at what there is. */
    static Parsed parse(Place place) {
        try {
            var policy = com.cedarpolicy.model.policy.Policy.parseStaticPolicy(place.text());
            var effect = switch (policy.effect()) {
                case PERMIT -> Effect.PERMIT;
                case FORBID -> Effect.FORBID;
            };
            return new Good(effect, policy.getAnnotations(), policy.toJson());
        } catch (AuthException e) {
            return new Bad(placed(place, String.valueOf(e.getMessage())));
        }
    }

    /** Only where rules are checked against the schema does Cedar say on which line it stopped. */
    private static Fault placed(Place place, String otherwise) {
        var alone = new PolicySet(Set.of(new com.cedarpolicy.model.policy.Policy(place.text(), "rule")));
        return validate(alone).errors.stream()
                .flatMap(Collection::stream)
                .findFirst()
                .map(error -> fault(place, error))
                .orElseGet(() -> notUnderstood(place.line(), otherwise));
    }

    /** What is wrong with what rules look at. A rule that can never apply is a fault too. */
    static List<Fault> check(Map<String, Rule> rules) {
        var response = validate(set(rules.values()));
        var faults = new ArrayList<Fault>();
        response.errors.stream()
                .flatMap(Collection::stream)
                .forEach(error -> faults.add(notUnderstood(1, error.message)));
        response.warnings.forEach(warning -> faults.add(notUnderstood(1, warning.message)));
        response.success.ifPresent(found -> Stream.concat(
                        found.validationErrors.stream(), found.validationWarnings.stream())
                .forEach(each -> faults.add(
                        fault(requireNonNull(rules.get(each.getPolicyId())).place(), each.getError()))));
        return faults;
    }

    private static ValidationResponse validate(PolicySet rules) {
        try {
            return ENGINE.validate(new ValidationRequest(SCHEMA, rules));
        } catch (AuthException e) {
            throw new IllegalStateException("Cedar did not take rules to check", e);
        }
    }

    private static Fault fault(Place place, DetailedError error) {
        var said = error;
        while (said.sourceLocations.isEmpty() && !said.related.isEmpty()) said = said.related.getFirst();
        var start = said.sourceLocations.isEmpty() ? 0 : said.sourceLocations.getFirst().start;
        var before =
                new String(Arrays.copyOf(place.text().getBytes(StandardCharsets.UTF_8), start), StandardCharsets.UTF_8);
        return notUnderstood(
                place.line() + (int) before.chars().filter(c -> c == '\n').count(), said.message);
    }

    /** In Cedar's own words, which are English. */
    private static Fault notUnderstood(int line, String words) {
        return Fault.at(
                line,
                "Cedar no entiende la regla: «" + words + "».",
                "Cedar does not understand the rule: “" + words + "”.");
    }

    private static PolicySet set(Collection<Rule> rules) {
        return new PolicySet(rules.stream()
                .map(rule ->
                        new com.cedarpolicy.model.policy.Policy(rule.place().text(), rule.id()))
                .collect(Collectors.toSet()));
    }

    private static Schema schema() {
        try (var file = Cedar.class.getResourceAsStream("facts.cedarschema")) {
            if (file == null) throw new IllegalStateException("the schema of the facts is missing");
            return Schema.parse(Schema.JsonOrCedar.Cedar, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AuthException e) {
            throw new IllegalStateException("the schema of the facts is none", e);
        }
    }
}
