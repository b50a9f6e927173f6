package acorde.monitoring;

import acorde.acts.ActId;
import acorde.compact.ItemKey;
import acorde.compact.Remark;
import acorde.files.Attachment;
import acorde.trustlog.Hash;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bodies of the acts of monitoring: strictly as {@code spec/acts-monitoring.md} has them, and written as they are
 * read.
 */
final class Bodies {
    /** Digits of a number, on either side of the point. */
    private static final int DIGITS = 15;

    private Bodies() {}

    /** Leaves the reading of a body; never leaves this file. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Rule rule;

        private Unreadable(Rule rule) {
            super(rule.name(), null, false, false); // thrown for hostile acts, and nobody looks at the trace
            this.rule = rule;
        }
    }

    static Saying.Reading read(String kind, JsonNode body) {
        try {
            return new Saying.Reading.Heard(saying(kind, body));
        } catch (Unreadable e) {
            return new Saying.Reading.Unheard(e.rule);
        } catch (IllegalArgumentException | DateTimeException | URISyntaxException e) {
            return new Saying.Reading.Unheard(Rule.MALFORMED);
        }
    }

    private static Saying saying(String kind, JsonNode body) throws URISyntaxException {
        return switch (kind) {
            case Saying.REPORTED -> report(onlyAndFiles(body, 14));
            case Saying.CONFIRMED -> new Saying.Confirmed(report(body, 2), remarkOrNull(body, "note"));
            case Saying.DISPUTED -> new Saying.Disputed(report(body, 2), remark(body, "reason"));
            case Saying.CORRECTED ->
                new Saying.Corrected(
                        report(body, 4), day(body, "at"), number(member(body, "value")), remark(body, "reason"));
            case Saying.ASSESSED ->
                new Saying.Assessed(
                        code(onlyAndFiles(body, 5), "initiative"),
                        hash(body, "version"),
                        constant(Saying.Level.class, word(body, "level")),
                        remark(body, "reason"),
                        evidence(body));
            case Saying.LINKED ->
                new Saying.Linked(
                        code(only(body, 4), "initiative"),
                        hash(body, "version"),
                        code(body, "event"),
                        remark(body, "how"));
            case Saying.MEASURED ->
                new Saying.Measured(
                        code(only(body, 4), "indicator"),
                        hash(body, "version"),
                        values(body),
                        remarkOrNull(body, "note"));
            default -> throw new Unreadable(Rule.MALFORMED);
        };
    }

    private static Report report(JsonNode body) throws URISyntaxException {
        var milestones = new TreeMap<String, LocalDate>();
        for (var milestone : list(body, "milestones"))
            if (milestones.put(code(only(milestone, 2), "code"), day(milestone, "on")) != null)
                throw new Unreadable(Rule.MALFORMED);
        var state = constant(Report.State.class, word(body, "state"));
        if (state == Report.State.BLOCKED && member(body, "blockedBy").isNull())
            throw new Unreadable(Rule.REASON_MISSING);
        return new Report(
                code(body, "initiative"),
                hash(body, "version"),
                state,
                member(body, "on").isNull() ? null : day(body, "on"),
                remarkOrNull(body, "blockedBy"),
                remarkOrNull(body, "note"),
                milestones,
                evidence(body),
                values(body),
                flag(body, "restrictions"),
                remarkOrNull(body, "legalBasis"),
                remarkOrNull(body, "funding"),
                words(body, "events", event -> new ItemKey(ItemKey.Kind.EVENT, event).code()),
                words(body, "answers", ActId::parse));
    }

    private static List<Report.Evidence> evidence(JsonNode body) throws URISyntaxException {
        var evidence = new ArrayList<Report.Evidence>();
        for (var each : list(body, "evidence"))
            evidence.add(new Report.Evidence(
                    remark(only(each, 3), "what"),
                    new URI(word(each, "link")),
                    member(each, "seen").isNull() ? null : hash(each, "seen")));
        return evidence;
    }

    private static List<Report.Value> values(JsonNode body) {
        var values = new ArrayList<Report.Value>();
        for (var each : list(body, "values"))
            values.add(new Report.Value(day(only(each, 3), "at"), number(member(each, "value")), remark(each, "from")));
        return values;
    }

    /** Every member of a body is looked for by name, so that as many as there should be are exactly those. */
    private static JsonNode only(JsonNode node, int members) {
        if (!node.isObject() || node.size() != members) throw new Unreadable(Rule.MALFORMED);
        return node;
    }

    /** The same, with files or without; what is said of them is read by {@link Attachment}. */
    private static JsonNode onlyAndFiles(JsonNode body, int members) {
        return only(body, body.has(Attachment.MEMBER) ? members + 1 : members);
    }

    private static JsonNode member(JsonNode node, String name) {
        var value = node.get(name);
        if (value == null) throw new Unreadable(Rule.MALFORMED);
        return value;
    }

    private static JsonNode list(JsonNode node, String name) {
        var list = member(node, name);
        if (!list.isArray() || list.size() > Report.MOST) throw new Unreadable(Rule.MALFORMED);
        return list;
    }

    private static <T> List<T> words(JsonNode node, String name, Function<String, T> parse) {
        var words = new ArrayList<T>();
        for (var each : list(node, name)) {
            if (!each.isString()) throw new Unreadable(Rule.MALFORMED);
            words.add(parse.apply(each.stringValue()));
        }
        return words;
    }

    private static String word(JsonNode node, String name) {
        var value = member(node, name);
        if (!value.isString()) throw new Unreadable(Rule.MALFORMED);
        return value.stringValue();
    }

    private static String code(JsonNode node, String name) {
        return ItemKey.initiative(word(node, name)).code();
    }

    private static ActId report(JsonNode body, int members) {
        return ActId.parse(word(only(body, members), "report"));
    }

    private static boolean flag(JsonNode node, String name) {
        var value = member(node, name);
        if (!value.isBoolean()) throw new Unreadable(Rule.MALFORMED);
        return value.booleanValue();
    }

    private static LocalDate day(JsonNode node, String name) {
        var text = word(node, name);
        if (text.length() != 10) throw new Unreadable(Rule.MALFORMED); // the years 0000 to 9999
        return LocalDate.parse(text);
    }

    private static BigDecimal number(JsonNode value) {
        // What JSON can write and no double can hold is asked for by its class: to convert it would be a fault.
        var finite = value.isIntegralNumber() || value.isBigDecimal() || Double.isFinite(value.asDouble(Double.NaN));
        if (!value.isNumber() || !finite) throw new Unreadable(Rule.MALFORMED);
        return plain(value.decimalValue());
    }

    /** The number as it is kept. @throws IllegalArgumentException if it has more digits than a figure needs */
    static BigDecimal plain(BigDecimal number) {
        // The scale is bounded first: stripping the zeros of 1e999999999 would take all memory.
        if (Math.abs(number.scale()) > DIGITS || number.precision() > 2 * DIGITS)
            throw new IllegalArgumentException("at most 15 digits on either side of the point");
        var plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** Reads {@code sha256:} and 64 small hexadecimal digits. */
    private static Hash hash(JsonNode node, String name) {
        var text = word(node, name);
        if (!text.matches("sha256:[0-9a-f]{64}")) throw new Unreadable(Rule.MALFORMED);
        return Hash.ofHex(text.substring(7));
    }

    static String hash(Hash hash) {
        return "sha256:" + hash.hex();
    }

    private static Remark remark(JsonNode node, String name) {
        var remark = member(node, name);
        if (!remark.isObject()) throw new Unreadable(Rule.MALFORMED);
        if (remark.path("es").asString("").isBlank()
                && remark.path("en").asString("").isBlank()) throw new Unreadable(Rule.REASON_MISSING);
        return Remark.read(remark);
    }

    private static @Nullable Remark remarkOrNull(JsonNode node, String name) {
        return member(node, name).isNull() ? null : remark(node, name);
    }

    /** The word of a constant in acts: {@code IN_PROGRESS} is {@code in-progress}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        for (var constant : type.getEnumConstants()) if (word(constant).equals(word)) return constant;
        throw new IllegalArgumentException("no such word: " + word);
    }

    /** The body that {@link #read} reads. */
    static ObjectNode write(Saying saying) {
        var body = JsonNodeFactory.instance.objectNode();
        switch (saying) {
            case Report report -> write(report, body);
            case Saying.Confirmed(var report, var note) -> put(body.put("report", report.toString()), "note", note);
            case Saying.Disputed(var report, var reason) ->
                put(body.put("report", report.toString()), "reason", reason);
            case Saying.Corrected(var report, var at, var number, var reason) ->
                put(
                        body.put("report", report.toString())
                                .put("at", at.toString())
                                .put("value", number),
                        "reason",
                        reason);
            case Saying.Assessed(var initiative, var version, var level, var reason, var evidence) -> {
                body.put("initiative", initiative).put("version", hash(version)).put("level", word(level));
                put(body, "reason", reason);
                write(evidence, body);
            }
            case Saying.Measured(var indicator, var version, var values, var note) -> {
                body.put("indicator", indicator).put("version", hash(version));
                writeValues(values, body);
                put(body, "note", note);
            }
            case Saying.Linked(var initiative, var version, var event, var how) ->
                put(
                        body.put("initiative", initiative)
                                .put("version", hash(version))
                                .put("event", event),
                        "how",
                        how);
        }
        return body;
    }

    private static void write(Report report, ObjectNode body) {
        body.put("initiative", report.initiative())
                .put("version", hash(report.version()))
                .put("state", word(report.state()))
                .put("on", report.on() == null ? null : report.on().toString());
        put(body, "blockedBy", report.blockedBy());
        put(body, "note", report.note());
        var milestones = body.putArray("milestones");
        report.milestones()
                .forEach((code, on) -> milestones.addObject().put("code", code).put("on", on.toString()));
        write(report.evidence(), body);
        writeValues(report.values(), body);
        body.put("restrictions", report.restrictions());
        put(body, "legalBasis", report.legalBasis());
        put(body, "funding", report.funding());
        var events = body.putArray("events");
        report.events().forEach(events::add);
        var answers = body.putArray("answers");
        report.answers().forEach(answer -> answers.add(answer.toString()));
    }

    private static void writeValues(List<Report.Value> given, ObjectNode body) {
        var values = body.putArray("values");
        for (var value : given)
            put(values.addObject().put("at", value.at().toString()).put("value", value.number()), "from", value.from());
    }

    private static void write(List<Report.Evidence> evidence, ObjectNode body) {
        var list = body.putArray("evidence");
        for (var each : evidence) {
            var seen = each.seen();
            put(list.addObject(), "what", each.what())
                    .put("link", each.link().toString())
                    .put("seen", seen == null ? null : hash(seen));
        }
    }

    private static ObjectNode put(ObjectNode node, String name, @Nullable Remark remark) {
        if (remark == null) node.putNull(name);
        else node.set(name, remark.toJson());
        return node;
    }
}
