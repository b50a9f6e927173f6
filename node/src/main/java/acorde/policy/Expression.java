package acorde.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A part of a rule's condition, ready to be evaluated. It comes from what Cedar made of the text, and means what it means there.
 *
 * <p>Values are texts, {@code Long}, {@code Boolean}, sets of values, and actions ({@link Action}). What Cedar has beyond that (records,
 * entities, addresses, decimals, times) no fact is made of, and rules do without.
 */
@FunctionalInterface
interface Expression {
    /** Operations within operations: more than anybody reads, and far below what a thread's stack holds. */
    int DEPTH = 128;

    /**
     * Its value.
     *
     * @throws ArithmeticException if a number leaves the 64 bits
     * @throws NoSuchElementException if what it looks at is not there
     */
    Object value(Question question);

    /** A use, as rules write it: {@code Action::"open"}. */
    record Action(String code) {}

    /** A rule has something in it that rules of release do not have. */
    final class Unsupported extends Exception {
        private static final long serialVersionUID = 1L;

        Unsupported(String what) {
            super(what, null, false, false); // told to who wrote the rule
        }
    }

    /** Reads what Cedar writes as JSON: an object with one member, named as the operation. */
    static Expression read(JsonNode json) throws Unsupported {
        return read(json, DEPTH);
    }

    private static Expression read(JsonNode json, int depth) throws Unsupported {
        if (depth == 0) throw new Unsupported("more than " + DEPTH + " operations within each other");
        var operation = json.propertyNames().iterator().next();
        var of = json.get(operation);
        return switch (operation) {
            case "Value" -> constant(value(of));
            case "Set" -> set(of, depth);
            case "Var" -> variable(of.stringValue());
            case "." -> attribute(of);
            case "has" -> {
                var seen = seen(of);
                yield question -> seen.of(question) != null;
            }
            case "like" -> like(read(of.get("left"), depth - 1), of.get("pattern"));
            case "if-then-else" ->
                either(read(of.get("if"), depth - 1), read(of.get("then"), depth - 1), read(of.get("else"), depth - 1));
            case "!", "neg", "isEmpty" -> unary(operation, read(of.get("arg"), depth - 1));
            default -> binary(operation, of, depth);
        };
    }

    private static Expression binary(String operation, JsonNode of, int depth) throws Unsupported {
        if (!of.has("left") || !of.has("right")) throw new Unsupported(operation);
        var left = read(of.get("left"), depth - 1);
        var right = read(of.get("right"), depth - 1);
        return switch (operation) {
            case "&&" -> question -> isTrue(left, question) && isTrue(right, question);
            case "||" -> question -> isTrue(left, question) || isTrue(right, question);
            case "==" -> question -> left.value(question).equals(right.value(question));
            case "!=" -> question -> !left.value(question).equals(right.value(question));
            case "<" -> question -> number(left, question) < number(right, question);
            case "<=" -> question -> number(left, question) <= number(right, question);
            case ">" -> question -> number(left, question) > number(right, question);
            case ">=" -> question -> number(left, question) >= number(right, question);
            case "+" -> question -> Math.addExact(number(left, question), number(right, question));
            case "-" -> question -> Math.subtractExact(number(left, question), number(right, question));
            case "*" -> question -> Math.multiplyExact(number(left, question), number(right, question));
            case "in" ->
                question -> {
                    var action = left.value(question);
                    var among = right.value(question);
                    // No action is the parent of another.
                    return among instanceof Set<?> several ? several.contains(action) : among.equals(action);
                };
            case "contains" -> question -> set(left, question).contains(right.value(question));
            case "containsAll" -> question -> set(left, question).containsAll(set(right, question));
            case "containsAny" ->
                question -> {
                    var all = set(left, question);
                    for (var one : set(right, question)) if (all.contains(one)) return true;
                    return false;
                };
            default -> throw new Unsupported(operation);
        };
    }

    private static Expression unary(String operation, Expression argument) {
        return switch (operation) {
            case "!" -> question -> !isTrue(argument, question);
            case "neg" -> question -> Math.negateExact(number(argument, question));
            default -> question -> set(argument, question).isEmpty();
        };
    }

    private static Expression either(Expression condition, Expression then, Expression otherwise) {
        return question -> (isTrue(condition, question) ? then : otherwise).value(question);
    }

    private static boolean isTrue(Expression expression, Question question) {
        return (Boolean) expression.value(question);
    }

    private static long number(Expression expression, Question question) {
        return (Long) expression.value(question);
    }

    private static Set<?> set(Expression expression, Question question) {
        return (Set<?>) expression.value(question);
    }

    private static Expression constant(Object value) {
        return question -> value;
    }

    private static Object value(JsonNode json) throws Unsupported {
        if (json.isString()) return json.stringValue();
        if (json.isBoolean()) return json.booleanValue();
        if (json.isIntegralNumber()) return json.longValue();
        var entity = json.path("__entity");
        if (entity.path("type").asString("").equals("Action"))
            return new Action(entity.get("id").stringValue());
        throw new Unsupported(entity.path("type").asString("__extn"));
    }

    /** Of constants, as nearly every one is, it is made once. */
    private static Expression set(JsonNode elements, int depth) throws Unsupported {
        var constants = new HashSet<Object>();
        var all = new ArrayList<Expression>();
        for (var element : elements) {
            if (element.has("Value")) constants.add(value(element.get("Value")));
            all.add(read(element, depth - 1));
        }
        if (elements.valueStream().allMatch(element -> element.has("Value"))) return constant(Set.copyOf(constants));
        return question -> {
            var set = new HashSet<Object>();
            for (var one : all) set.add(one.value(question));
            return set;
        };
    }

    /** Who reads, what, and when are looked at by what they have, and are no values by themselves. */
    private static Expression variable(String name) throws Unsupported {
        if (!name.equals("action")) throw new Unsupported(name);
        return question -> new Action(question.use().code());
    }

    private static Expression attribute(JsonNode of) throws Unsupported {
        var seen = seen(of);
        return question -> {
            var value = seen.of(question);
            if (value == null) throw new NoSuchElementException();
            return value;
        };
    }

    private static Seen.Attribute seen(JsonNode of) throws Unsupported {
        var variable = of.path("left").path("Var").asString("");
        var attribute = of.path("attr").asString("");
        var seen = Seen.ALL.containsKey(variable) ? Seen.ALL.get(variable).get(attribute) : null;
        if (seen == null) throw new Unsupported("." + attribute);
        return seen;
    }

    private static Expression like(Expression left, JsonNode pattern) {
        var literals = new ArrayList<String>();
        var literal = new StringBuilder();
        for (var part : pattern) {
            if (part.isString()) { // "Wildcard"
                literals.add(literal.toString());
                literal.setLength(0);
            } else literal.append(part.get("Literal").stringValue());
        }
        literals.add(literal.toString());
        return question -> isLike((String) left.value(question), literals);
    }

    /** Whether a text is these literals with anything between them. Each is taken where it first stands, so that it takes no second try. */
    private static boolean isLike(String text, List<String> literals) {
        var first = literals.getFirst();
        if (literals.size() == 1) return text.equals(first);
        var last = literals.getLast();
        if (!text.startsWith(first) || !text.endsWith(last) || text.length() < first.length() + last.length())
            return false;
        var at = first.length();
        for (var literal : literals.subList(1, literals.size() - 1)) {
            var found = text.indexOf(literal, at);
            if (found < 0) return false;
            at = found + literal.length();
        }
        return at <= text.length() - last.length();
    }
}
