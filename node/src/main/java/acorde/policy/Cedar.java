package acorde.policy;

import static java.util.Objects.requireNonNull;

import acorde.offices.Role;
import acorde.policy.People.Flag;
import acorde.policy.Question.Done;
import acorde.policy.Reading.Fault;
import acorde.policy.Rule.Effect;
import acorde.policy.Rule.Place;
import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationSuccessResponse.AuthorizationError;
import com.cedarpolicy.model.DetailedError;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.ValidationResponse;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of rules as Cedar holds it, parsed once; the only class that knows Cedar (decision 17).
 *
 * <p>What a rule may look at is written in {@code facts.cedarschema}. This class fills it in, and Cedar holds each question against it.
 */
final class Cedar {
    private static final AuthorizationEngine ENGINE = new BasicAuthorizationEngine();
    private static final Schema SCHEMA = schema();
    private static final EntityUID READER = uid("Reader", "reader");
    private static final EntityUID ITEM = uid("Item", "item");
    private static final Map<Use, EntityUID> USES = Arrays.stream(Use.values())
            .collect(Collectors.toMap(
                    use -> use, use -> uid("Action", use.code()), (one, _) -> one, () -> new EnumMap<>(Use.class)));

    private final PolicySet rules;

    /** What Cedar makes of the text of one rule. */
    sealed interface Parsed {}

    record Good(Effect effect, Map<String, String> annotations) implements Parsed {
        Good {
            annotations = Map.copyOf(annotations);
        }
    }

    record Bad(Fault fault) implements Parsed {}

    /**
     * What Cedar says to a question.
     *
     * @param deciding the rules that permit if it is allowed, else those that forbid
     * @param broken the rules that could not be evaluated
     */
    record Answer(boolean allowed, Set<String> deciding, Set<String> broken) {
        Answer {
            deciding = Set.copyOf(deciding);
            broken = Set.copyOf(broken);
        }
    }

    Cedar(Collection<Rule> rules) {
        this.rules = set(rules);
        try {
            this.rules.cache();
        } catch (CacheException e) {
            throw new IllegalStateException("rules that were read before cannot be read", e);
        }
    }

    /** Reads one rule by itself; {@link #check} says whether it looks at what there is. */
    static Parsed parse(Place place) {
        try {
            var policy = com.cedarpolicy.model.policy.Policy.parseStaticPolicy(place.text());
            var effect = switch (policy.effect()) {
                case PERMIT -> Effect.PERMIT;
                case FORBID -> Effect.FORBID;
            };
            return new Good(effect, policy.getAnnotations());
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

    /** @throws IllegalStateException if a question does not fit the schema, which is a fault of this class */
    Answer ask(Question question) {
        var request = new AuthorizationRequest(
                READER,
                USES.get(question.use()),
                ITEM,
                Optional.of(moment(question.moment())),
                Optional.of(SCHEMA),
                true);
        try {
            var response =
                    ENGINE.isAuthorized(request, rules, Set.of(reader(question.reader()), item(question.facts())));
            var said = response.success.orElseThrow(
                    () -> new IllegalStateException("Cedar did not take a question: " + response));
            return new Answer(
                    said.isAllowed(),
                    said.getReason(),
                    said.getErrors().stream()
                            .map(AuthorizationError::getPolicyId)
                            .collect(Collectors.toSet()));
        } catch (AuthException e) {
            throw new IllegalStateException("Cedar did not take a question", e);
        }
    }

    private static Map<String, Value> moment(Question.Moment moment) {
        return Map.of(
                "day", day(moment.day()),
                "from", text(moment.from()),
                "exercise", flag(moment.exercise()),
                "handlingRead", flag(moment.done().contains(Done.HANDLING_READ)),
                "secondOfficer", flag(moment.done().contains(Done.SECOND_OFFICER)));
    }

    private static Entity reader(Reader reader) {
        var post = reader.post();
        return entity(
                READER,
                Map.of(
                        "party", text(reader.party()),
                        "office", text(post.office()),
                        "role", text(post.role().map(Role::code).orElse(null)),
                        "organisation", text(post.organisation()),
                        "competence", texts(post.competence()),
                        "purpose", text(reader.purpose()),
                        "person", text(reader.person())));
    }

    private static Entity item(Facts facts) {
        var values = new HashMap<String, Value>();
        values.put("originator", text(facts.origin().party()));
        values.put("kind", text(facts.origin().kind().code()));
        values.put("exercise", flag(facts.origin().exercise()));
        marking(facts.marking(), values);
        terms(facts.terms(), values);
        circle(facts.circle(), values);
        var content = facts.content();
        values.put("fields", texts(content.fields().stream().map(Field::code).toList()));
        values.put("persons", flag(content.people().has(Flag.PERSON)));
        values.put("child", flag(content.people().has(Flag.CHILD)));
        values.put("victim", flag(content.people().has(Flag.VICTIM)));
        values.put("alert", flag(content.alertActive()));
        return entity(ITEM, values);
    }

    private static void marking(Marking marking, Map<String, Value> values) {
        var evaluation = marking.evaluation();
        values.put("tlp", text(marking.tlp()));
        values.put("handling", texts(marking.handling()));
        values.put("source", text(evaluation == null ? null : evaluation.source()));
        values.put("information", new PrimLong(evaluation == null ? 0 : evaluation.information()));
        values.put("admiralty", flag(marking.admiralty()));
    }

    private static void terms(Terms terms, Map<String, Value> values) {
        var validTo = terms.span().validTo();
        var reviewOn = terms.span().reviewOn();
        values.put("purposes", texts(terms.purposes()));
        values.put("lawful", flag(terms.lawful()));
        values.put("arrangement", text(terms.arrangement()));
        if (validTo != null) values.put("validTo", day(validTo));
        if (reviewOn != null) values.put("reviewOn", day(reviewOn));
    }

    private static void circle(Circle circle, Map<String, Value> values) {
        values.put("parties", texts(circle.parties()));
        values.put("organisations", texts(circle.organisations()));
        values.put("named", texts(circle.named()));
        values.put("onward", texts(circle.leave().onward()));
        values.put("court", texts(circle.leave().court()));
    }

    private static Entity entity(EntityUID uid, Map<String, Value> values) {
        return new Entity(uid, values, Set.of());
    }

    private static Value text(@Nullable Object value) {
        return new PrimString(value == null ? "" : value.toString());
    }

    private static Value texts(Collection<?> values) {
        return new CedarList(values.stream().map(Cedar::text).toList());
    }

    private static Value flag(boolean value) {
        return new PrimBool(value);
    }

    private static Value day(LocalDate day) {
        return new PrimLong(day.toEpochDay());
    }

    private static EntityUID uid(String type, String id) {
        return EntityTypeName.parse(type).orElseThrow().of(id);
    }

    private static Schema schema() {
        try (var file = Cedar.class.getResourceAsStream("facts.cedarschema")) {
            if (file == null) throw new IllegalStateException("the schema of the facts is missing");
            var schema =
                    Schema.parse(Schema.JsonOrCedar.Cedar, new String(file.readAllBytes(), StandardCharsets.UTF_8));
            schema.cache();
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AuthException | CacheException e) {
            throw new IllegalStateException("the schema of the facts is none", e);
        }
    }
}
