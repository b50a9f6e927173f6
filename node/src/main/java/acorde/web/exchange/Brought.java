package acorde.web.exchange;

import acorde.exchange.CapMessage;
import acorde.exchange.Texts;
import acorde.policy.Tlp;
import acorde.web.view.Flaw;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a message of another system comes to in the form of an alert. */
final class Brought {
    private Brought() {}

    /**
     * Laid over what was written before, whose recipients, purposes and limits stay. No mark of either gets lost.
     *
     * @param zone by whose clock times are typed
     */
    static Map<String, List<String>> over(Map<String, List<String>> before, CapMessage message, ZoneId zone) {
        var fields = new HashMap<>(before);
        fields.putAll(fields(message, zone));
        for (var mark : List.of("handling", "restriction"))
            fields.put(mark, both(before.getOrDefault(mark, List.of()), fields.getOrDefault(mark, List.of())));
        fields.put("restriction", List.of(String.join("\n", fields.getOrDefault("restriction", List.of()))));
        strictest(before, message.marks().tlp()).ifPresent(tlp -> fields.put("tlp", List.of(tlp.toString())));
        return fields;
    }

    private static List<String> both(List<String> before, List<String> brought) {
        return Stream.concat(before.stream(), brought.stream())
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<Tlp> strictest(Map<String, List<String>> before, @Nullable Tlp brought) {
        return Stream.concat(
                        before.getOrDefault("tlp", List.of()).stream().flatMap(label -> Tlp.read(label).stream()),
                        Stream.ofNullable(brought))
                .min(Comparator.naturalOrder());
    }

    private static Map<String, List<String>> fields(CapMessage message, ZoneId zone) {
        var fields = new HashMap<String, List<String>>();
        var own = message.texts().getFirst();
        put(fields, "language", own.language() == Texts.Language.EN ? "en" : "es");
        put(fields, "title", line(own.title()));
        put(fields, "fact", own.fact());
        if (message.texts().size() > 1) {
            put(fields, "other-title", line(message.texts().getLast().title()));
            put(fields, "other-fact", message.texts().getLast().fact());
        }
        put(fields, "source", "CAP 1.2: " + message.origin());
        var codes = message.codes();
        put(fields, "category", codes.category().name());
        put(fields, "response", codes.response().name());
        put(fields, "haste", codes.urgency().name());
        put(fields, "severity", codes.severity().name());
        put(fields, "certainty", codes.certainty().name());
        put(fields, "zone", message.area());
        var expires = message.expires();
        if (expires != null) {
            var there = expires.atZone(zone);
            put(fields, "expires", there.toLocalDate().toString());
            put(
                    fields,
                    "expires-time",
                    there.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
        }
        marks(fields, message.marks());
        return fields;
    }

    private static void marks(Map<String, List<String>> fields, CapMessage.Marks marks) {
        var tlp = marks.tlp();
        if (tlp != null) put(fields, "tlp", tlp.toString());
        fields.put("handling", marks.handling().stream().map(Enum::name).toList());
        put(fields, "restriction", marks.restriction());
        var evaluation = marks.evaluation();
        if (evaluation == null) return;
        put(fields, "source-grade", evaluation.toString().substring(0, 1));
        put(fields, "information-grade", evaluation.toString().substring(1));
    }

    private static void put(Map<String, List<String>> fields, String name, String value) {
        if (!value.isEmpty()) fields.put(name, List.of(value));
    }

    /** A title is one line. What is too long for its field is told when it is reviewed, and cut by nobody unseen. */
    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }

    static Flaw flaw(CapMessage.Fault why) {
        return new Flaw(
                "cap",
                switch (why) {
                    case NOT_XML -> Flaw.Why.CAP_NOT_XML;
                    case NOT_CAP -> Flaw.Why.CAP_NOT_CAP;
                    case INCOMPLETE -> Flaw.Why.CAP_INCOMPLETE;
                    case SCOPE -> Flaw.Why.CAP_SCOPE;
                    case REFERENCES -> Flaw.Why.CAP_REFERENCES;
                    case TIME -> Flaw.Why.CAP_TIME;
                    case NAME -> Flaw.Why.CAP_NAME;
                    case NOT_NEW -> Flaw.Why.CAP_NOT_NEW;
                    case LANGUAGE -> Flaw.Why.CAP_LANGUAGE;
                    case MARKING -> Flaw.Why.CAP_MARKING;
                    case CLEAR -> Flaw.Why.CAP_CLEAR;
                    case STATUS -> Flaw.Why.CAP_STATUS;
                });
    }
}
