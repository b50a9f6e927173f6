package acorde.documents;

import acorde.acts.ActId;
import acorde.compact.ItemKey;
import acorde.monitoring.Sums.Unit;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The body of the act that issues a paper: strictly as {@code spec/acts-documents.md} has it, and written as it is read. */
final class Bodies {
    /** Acts behind one figure: as many as a compact has initiatives, and several reports of each. */
    static final int MOST_ACTS = 10_000;

    /** As long as the sum of as many values as a figure may have acts behind it. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,24}(\\.[0-9]{1,15})?");

    private Bodies() {}

    /** What a body says, which may be wrong about its digest. */
    record Read(Paper paper, Hash digest) {}

    /** Empty if it is malformed. */
    static Optional<Read> read(JsonNode body) {
        try {
            var since = body.has("since") ? date(body, "since") : null;
            var adds = body.has("sums");
            only(body, 6 + (since == null ? 0 : 1) + (adds ? 1 : 0));
            var digest = word(body, "digest");
            if (!digest.matches("sha256:[0-9a-f]{64}")) return Optional.empty();
            var paper = new Paper(
                    Scope.of(word(body, "document"), word(body, "of"), since),
                    date(body, "day"),
                    figures(list(body, "figures", Figure.Name.values().length)),
                    adds ? sums(list(body, "sums", Paper.MOST_SUMS)) : List.of(),
                    entries(list(body, "entries", Paper.MOST_ENTRIES)));
            return Optional.of(new Read(paper, Hash.ofHex(digest.substring(7))));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static List<Figure> figures(JsonNode list) {
        var figures = new ArrayList<Figure>();
        for (var each : list) {
            only(each, 3);
            var value = member(each, "value");
            if (!value.isInt()) throw new IllegalArgumentException("value");
            var acts = acts(each);
            figures.add(new Figure(name(word(each, "name")), value.intValue(), acts));
        }
        return figures;
    }

    private static List<ActId> acts(JsonNode each) {
        var acts = new ArrayList<ActId>();
        for (var act : list(each, "acts", MOST_ACTS)) acts.add(act(act));
        if (!List.copyOf(new TreeSet<>(acts)).equals(acts))
            throw new IllegalArgumentException("acts out of their order");
        return acts;
    }

    /** None, said as a list of none, is not as it is written. */
    private static List<Sum> sums(JsonNode list) {
        if (list.isEmpty()) throw new IllegalArgumentException("sums");
        var sums = new ArrayList<Sum>();
        for (var each : list) {
            only(each, 5);
            var unit = member(each, "unit");
            only(unit, 2);
            sums.add(new Sum(
                    new Unit(word(unit, "es"), word(unit, "en")),
                    number(each, "baseline"),
                    number(each, "target"),
                    number(each, "actual"),
                    acts(each)));
        }
        return sums;
    }

    private static @Nullable BigDecimal number(JsonNode node, String name) {
        if (member(node, name).isNull()) return null;
        var text = word(node, name);
        if (!NUMBER.matcher(text).matches()) throw new IllegalArgumentException(name);
        var number = new BigDecimal(text);
        if (!Sum.written(number).equals(text)) throw new IllegalArgumentException(name);
        return number;
    }

    private static List<Entry> entries(JsonNode list) {
        var entries = new ArrayList<Entry>();
        for (var each : list) {
            only(each, 6);
            entries.add(new Entry(
                    why(word(each, "why")),
                    ItemKey.parse(word(each, "item")),
                    new PartyCode(word(each, "party")),
                    date(each, "day"),
                    actOrNull(each, "text"),
                    actOrNull(each, "see")));
        }
        return entries;
    }

    static ObjectNode write(Paper paper) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("document", paper.scope().kind().toString())
                .put("of", paper.scope().of())
                .put("day", paper.day().toString());
        if (paper.scope().since() != null)
            body.put("since", paper.scope().since().toString());
        var figures = body.putArray("figures");
        for (var figure : paper.figures()) {
            var acts = figures.addObject()
                    .put("name", figure.name().word())
                    .put("value", figure.value())
                    .putArray("acts");
            figure.acts().forEach(act -> acts.add(act.toString()));
        }
        if (!paper.sums().isEmpty()) {
            var sums = body.putArray("sums");
            for (var sum : paper.sums()) write(sums.addObject(), sum);
        }
        var entries = body.putArray("entries");
        for (var entry : paper.entries())
            entries.addObject()
                    .put("why", entry.why().word())
                    .put("item", entry.item().toString())
                    .put("party", entry.party().value())
                    .put("day", entry.day().toString())
                    .put("text", name(entry.text()))
                    .put("see", name(entry.see()));
        return body.put("digest", "sha256:" + paper.digest().hex());
    }

    private static void write(ObjectNode node, Sum sum) {
        node.putObject("unit").put("es", sum.unit().es()).put("en", sum.unit().en());
        node.put("baseline", written(sum.baseline()))
                .put("target", written(sum.target()))
                .put("actual", written(sum.actual()));
        var acts = node.putArray("acts");
        sum.acts().forEach(act -> acts.add(act.toString()));
    }

    private static @Nullable String written(@Nullable BigDecimal number) {
        return number == null ? null : Sum.written(number);
    }

    private static @Nullable String name(@Nullable ActId act) {
        return act == null ? null : act.toString();
    }

    /** Every member is looked for by name, so that as many as there should be are exactly those. */
    private static void only(JsonNode node, int members) {
        if (!node.isObject() || node.size() != members) throw new IllegalArgumentException("members");
    }

    private static JsonNode member(JsonNode node, String name) {
        var value = node.get(name);
        if (value == null) throw new IllegalArgumentException(name);
        return value;
    }

    private static JsonNode list(JsonNode node, String name, int most) {
        var list = member(node, name);
        if (!list.isArray() || list.size() > most) throw new IllegalArgumentException(name);
        return list;
    }

    private static String word(JsonNode node, String name) {
        var value = member(node, name);
        if (!value.isString()) throw new IllegalArgumentException(name);
        return value.stringValue();
    }

    private static LocalDate date(JsonNode node, String name) {
        var text = word(node, name);
        if (text.length() != 10) throw new IllegalArgumentException(name); // the years 0000 to 9999
        return LocalDate.parse(text);
    }

    private static ActId act(JsonNode act) {
        if (!act.isString()) throw new IllegalArgumentException("act");
        return ActId.parse(act.stringValue());
    }

    private static @Nullable ActId actOrNull(JsonNode node, String name) {
        var act = member(node, name);
        return act.isNull() ? null : act(act);
    }

    private static Figure.Name name(String word) {
        for (var name : Figure.Name.values()) if (name.word().equals(word)) return name;
        throw new IllegalArgumentException(word);
    }

    private static Entry.Why why(String word) {
        for (var why : Entry.Why.values()) if (why.word().equals(word)) return why;
        throw new IllegalArgumentException(word);
    }
}
