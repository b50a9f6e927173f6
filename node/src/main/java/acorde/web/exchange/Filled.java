package acorde.web.exchange;

import acorde.exchange.Report;
import acorde.exchange.Texts;
import acorde.exchange.Turn;
import acorde.policy.Country;
import acorde.policy.Purpose;
import acorde.web.words.Language;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as the fields of its form, in which {@link ReportForm} reads it again. */
final class Filled {
    private final Map<String, List<String>> fields = new HashMap<>();

    private Filled() {}

    /** @param zone by whose clock times are typed */
    static Map<String, List<String>> fields(Report report, ZoneId zone) {
        var filled = new Filled();
        filled.texts(report);
        filled.marks(report);
        filled.turn(report.turn(), zone);
        return filled.fields;
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) fields.put(name, List.of(value.toString()));
    }

    private void put(String name, Collection<?> values) {
        fields.put(name, values.stream().map(Object::toString).toList());
    }

    private void texts(Report report) {
        put("ref", report.ref());
        put("language", report.texts().language() == Texts.Language.EN ? "en" : "es");
        report.texts().parts().forEach((field, text) -> put(field.code(), text));
        var english = report.texts().language() == Texts.Language.EN;
        put(ReportForm.OBJECTS, ThingLines.write(report.things(), english ? Language.EN : Language.ES));
        put("basis", report.basis().law());
        put("zone", report.basis().zone());
        put("restriction", report.basis().restriction());
    }

    private void marks(Report report) {
        var evaluation = report.marking().evaluation();
        put("tlp", report.marking().tlp());
        put("handling", report.marking().handling());
        put("source-grade", evaluation == null ? null : evaluation.source().name());
        put("information-grade", evaluation == null ? null : evaluation.information());
        put(
                "purposes",
                new TreeSet<>(report.terms().purposes())
                        .stream().map(Purpose::code).toList());
        put("arrangement", report.terms().arrangement());
        put("valid", report.terms().span().validTo());
        put("review", report.terms().span().reviewOn());
        put("persons", report.persons().flags());
        put("never", report.persons().never().stream().map(Country::code).collect(Collectors.joining(", ")));
    }

    private void turn(Turn turn, ZoneId zone) {
        switch (turn) {
            case Turn.Tells _, Turn.Answers _ -> {} // an answer is begun at its request
            case Turn.Asks(var urgency, var office) -> {
                put("turn", "asks");
                put("urgency", urgency.name());
                put("office", Objects.toString(office, ""));
            }
            case Turn.Warns(var alert) -> {
                put("turn", ReportForm.WARNS);
                put("category", alert.codes().category().name());
                put("response", alert.codes().response().name());
                put("haste", alert.codes().urgency().name());
                put("severity", alert.codes().severity().name());
                put("certainty", alert.codes().certainty().name());
                var there = alert.expires().atZone(zone);
                put("expires", there.toLocalDate());
                put("expires-time", there.toLocalTime().truncatedTo(ChronoUnit.MINUTES));
                put("other-title", alert.title());
                put("other-fact", alert.fact());
            }
        }
    }
}
