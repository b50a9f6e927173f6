package acorde.exports;

import acorde.compact.Bilingual;
import acorde.compact.CharterText;
import acorde.compact.Disclosing;
import acorde.compact.Disclosure;
import acorde.compact.Founding;
import acorde.compact.Indicator;
import acorde.monitoring.Counted;
import acorde.monitoring.Light;
import acorde.monitoring.Point;
import acorde.monitoring.Series;
import acorde.monitoring.Sums.Unit;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Results as the activity standard of the International Aid Transparency Initiative, version 2.03, has them: an activity for each
 * initiative; where it has an indicator a result, with a period for each day a figure is due for.
 */
final class Iati {
    // Codes of its lists: OrganisationType, OrganisationRole, ActivityDateType, ResultType, IndicatorMeasure.
    private static final String GOVERNMENT = "10";
    private static final String IMPLEMENTING = "4";
    private static final String PLANNED_START = "1";
    private static final String PLANNED_END = "3";
    private static final String OUTPUT = "1";
    private static final String OUTCOME = "2";
    private static final String UNIT = "1";
    private static final String PERCENTAGE = "2";

    private static final String AT_LEAST_ES = "al menos: las personas se dicen de veinte en veinte";
    private static final String AT_LEAST_EN = "at least: persons are told in twenties";

    private final Founding founding;
    private final PartyCode self;
    private final Instant now;

    Iati(Founding founding, PartyCode self, Instant now) {
        this.founding = founding;
        this.self = self;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** @param counted the figures of an initiative, and what of its numbers everybody may know: results are made to be published */
    void write(Stream<Entry> entries, Function<Entry, Counted> counted, OutputStream out) throws IOException {
        try {
            var xml = new Elements(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8"));
            xml.begin("iati-activities", "version", "2.03", "generated-datetime", now.toString());
            for (var entry : (Iterable<Entry>) entries::iterator) {
                xml.begin("iati-activity");
                activity(xml, entry);
                var indicator = entry.text().indicator();
                if (indicator != null) {
                    var figures = counted.apply(entry);
                    var periods = periods(start(entry, indicator), indicator, figures);
                    result(xml, indicator, figures.texts(), periods);
                }
                xml.end();
            }
            xml.end();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException io ? io : new IOException(e);
        }
    }

    private String organisation(PartyCode party) {
        return "ACORDE-" + founding.compact() + "-" + party;
    }

    /** A party the charter does not name has its code, in both languages: each narrative must say its own. */
    private Bilingual name(PartyCode party) {
        return founding.parties().stream()
                .filter(each -> each.code().equals(party))
                .map(CharterText.Party::name)
                .findFirst()
                .orElseGet(() -> new Bilingual(party.value(), party.value()));
    }

    private void activity(Elements xml, Entry entry) throws XMLStreamException {
        var indicator = entry.text().indicator();
        xml.text("iati-identifier", organisation(self) + "-" + entry.code());
        xml.begin("reporting-org", "ref", organisation(self), "type", GOVERNMENT);
        xml.narratives(name(self));
        xml.end();
        xml.both("title", entry.text().title());
        xml.both("description", entry.text().deliverable());
        for (var party : entry.text().parties()) {
            xml.begin("participating-org", "ref", organisation(party), "type", GOVERNMENT, "role", IMPLEMENTING);
            xml.narratives(name(party));
            xml.end();
        }
        xml.empty("activity-status", "code", status(entry.watched().light().colour()));
        var start = start(entry, indicator).toString();
        xml.empty("activity-date", "type", PLANNED_START, "iso-date", start);
        var target = indicator == null ? null : indicator.targetAt();
        var end = entry.text().due() != null ? entry.text().due() : target;
        if (end != null) xml.empty("activity-date", "type", PLANNED_END, "iso-date", end.toString());
    }

    /** The day of the baseline; failing that, the day the text came. */
    private LocalDate start(Entry entry, @Nullable Indicator indicator) {
        if (indicator != null && indicator.baselineAt() != null) return indicator.baselineAt();
        return entry.watched().agreed().since().by(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /** Of the list ActivityStatus: implementation, closed, suspended; identification while nothing has a date. */
    private static String status(Light.Colour colour) {
        return switch (colour) {
            case UNDATED -> "1";
            case ON_TRACK, AT_RISK, LATE -> "2";
            case DONE -> "4";
            case BLOCKED -> "6";
        };
    }

    /** One stretch of time and the figures given for days in it. */
    private record Period(LocalDate start, LocalDate end, List<Map.Entry<Point.Key, Point>> actuals) {}

    /**
     * From each day a figure is due for to the next; a figure of a day outside them has a period of its own. What was counted in another unit is
     * left out: a result has one.
     */
    private static List<Period> periods(LocalDate start, Indicator indicator, Counted counted) {
        var ends = new TreeSet<>(Series.dueDays(indicator));
        if (indicator.targetAt() != null && indicator.targetAt().isAfter(start)) ends.add(indicator.targetAt());
        var periods = new TreeMap<LocalDate, Period>();
        var from = start;
        for (var end : ends) {
            periods.put(end, new Period(from, end, new ArrayList<>()));
            from = end.plusDays(1);
        }
        var unit = Unit.of(indicator.unit());
        counted.points().entrySet().stream()
                .filter(each -> Unit.of(counted.unit(each.getValue().counts())).equals(unit))
                .sorted(Map.Entry.comparingByKey(
                        java.util.Comparator.comparing(Point.Key::at).thenComparing(Point.Key::party)))
                .forEach(each -> {
                    var at = each.getKey().at();
                    var due = at.isBefore(start) ? null : periods.ceilingEntry(at);
                    var period = due != null && !due.getValue().start().isAfter(at)
                            ? due.getValue()
                            : periods.computeIfAbsent(at, day -> new Period(day, day, new ArrayList<>()));
                    period.actuals().add(each);
                });
        return List.copyOf(periods.values());
    }

    private void result(Elements xml, Indicator indicator, Disclosing disclosing, List<Period> periods)
            throws XMLStreamException { // of what, what of it, when
        xml.begin("result", "type", indicator.kind() == Indicator.Kind.OUTPUT ? OUTPUT : OUTCOME);
        xml.both("title", indicator.name());
        var told = disclosing.baseline().orElse(Disclosure.WITHHELD);
        var baseline = told instanceof Disclosure.Told some ? some.number() : null;
        var target = indicator.target();
        var rises = baseline == null || target == null || target.compareTo(baseline) >= 0;
        var measure = indicator.unit().en().strip().equals("%") ? PERCENTAGE : UNIT;
        xml.begin("indicator", "measure", measure, "ascending", rises ? "1" : "0");
        xml.both("title", indicator.name());
        xml.both("description", indicator.unit());
        if (baseline != null && indicator.baselineAt() != null) {
            xml.begin(
                    "baseline",
                    "year",
                    Integer.toString(indicator.baselineAt().getYear()),
                    "iso-date",
                    indicator.baselineAt().toString(),
                    "value",
                    baseline.toPlainString());
            if (told instanceof Disclosure.AtLeast) comment(xml, new Bilingual(AT_LEAST_ES, AT_LEAST_EN));
            xml.end();
        }
        for (var period : periods) period(xml, indicator, disclosing, period);
        xml.end();
        xml.end();
    }

    private void period(Elements xml, Indicator indicator, Disclosing disclosing, Period period)
            throws XMLStreamException { // as above
        xml.begin("period");
        xml.empty("period-start", "iso-date", period.start().toString());
        xml.empty("period-end", "iso-date", period.end().toString());
        if (indicator.target() != null && period.end().equals(indicator.targetAt()))
            xml.empty("target", "value", indicator.target().toPlainString());
        for (var actual : period.actuals()) {
            if (!(actual.getValue().counts(disclosing) instanceof Disclosure.Told told)) continue;
            xml.begin("actual", "value", told.number().toPlainString());
            var about = ", " + actual.getKey().at() + ", "
                    + actual.getValue().counts().act();
            var who = name(actual.getKey().party());
            var least = told instanceof Disclosure.AtLeast;
            comment(
                    xml,
                    new Bilingual(
                            who.es() + about + (least ? "; " + AT_LEAST_ES : ""),
                            who.en() + about + (least ? "; " + AT_LEAST_EN : "")));
            xml.end();
        }
        xml.end();
    }

    private static void comment(Elements xml, Bilingual text) throws XMLStreamException {
        xml.begin("comment");
        xml.narratives(text);
        xml.end();
    }
}
