package acorde.policy;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationSuccessResponse.AuthorizationError;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Cedar itself, as it is asked with every question held against the schema: what our own reading of its rules is measured by. */
final class Referee {
    private static final AuthorizationEngine ENGINE = new BasicAuthorizationEngine();
    private static final Schema SCHEMA = schema();
    private static final EntityUID READER = uid("Reader", "reader");
    private static final EntityUID ITEM = uid("Item", "item");

    private final Map<String, Rule> rules = new HashMap<>();
    private final PolicySet all;
    private final PolicySet permits;

    Referee(Annex annex) {
        for (var rule : annex.rules()) rules.put(rule.id(), rule);
        all = cached(rules.values());
        permits = cached(rules.values().stream().filter(rule -> !rule.forbids()).toList());
    }

    /** The rules that apply. */
    Set<String> applying(Question question) {
        var said = ask(all, question);
        var applying = new HashSet<String>();
        // A rule that forbids and cannot be evaluated applies; Cedar names what forbids only where something does.
        said.broken().stream()
                .filter(id -> Objects.requireNonNull(rules.get(id)).forbids())
                .forEach(applying::add);
        if (!said.allowed()) applying.addAll(said.deciding());
        var permitted = ask(permits, question);
        if (permitted.allowed()) applying.addAll(permitted.deciding());
        return applying;
    }

    private record Said(boolean allowed, Set<String> deciding, Set<String> broken) {}

    private static Said ask(PolicySet policies, Question question) {
        var request = new AuthorizationRequest(
                READER,
                uid("Action", question.use().code()),
                ITEM,
                Optional.of(values("context", question)),
                Optional.of(SCHEMA),
                true);
        try {
            var response = ENGINE.isAuthorized(
                    request,
                    policies,
                    Set.of(
                            new Entity(READER, values("principal", question), Set.of()),
                            new Entity(ITEM, values("resource", question), Set.of())));
            var said = response.success.orElseThrow(() -> new AssertionError("not taken: " + response));
            return new Said(
                    said.isAllowed(),
                    said.getReason(),
                    said.getErrors().stream()
                            .map(AuthorizationError::getPolicyId)
                            .collect(Collectors.toSet()));
        } catch (AuthException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Value> values(String variable, Question question) {
        var values = new HashMap<String, Value>();
        Objects.requireNonNull(Seen.ALL.get(variable)).forEach((name, attribute) -> {
            var value = attribute.of(question);
            if (value != null) values.put(name, value(value));
        });
        return values;
    }

    private static Value value(Object value) {
        return switch (value) {
            case String text -> new PrimString(text);
            case Long number -> new PrimLong(number);
            case Boolean flag -> new PrimBool(flag);
            case Set<?> several ->
                new CedarList(several.stream().map(Referee::value).toList());
            default -> throw new AssertionError("no rule sees a " + value.getClass());
        };
    }

    private static PolicySet cached(Collection<Rule> rules) {
        var set = new PolicySet(rules.stream()
                .map(rule -> new Policy(rule.place().text(), rule.id()))
                .collect(Collectors.toSet()));
        try {
            set.cache();
            return set;
        } catch (CacheException e) {
            throw new AssertionError(e);
        }
    }

    private static EntityUID uid(String type, String id) {
        return EntityTypeName.parse(type).orElseThrow().of(id);
    }

    private static Schema schema() {
        try (var file = Cedar.class.getResourceAsStream("facts.cedarschema")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            var schema = Schema.parse(Schema.JsonOrCedar.Cedar, text);
            schema.cache();
            return schema;
        } catch (IOException | AuthException | CacheException e) {
            throw new AssertionError(e);
        }
    }
}
