package acorde.web.desk;

import acorde.monitoring.AreaMeasure;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Point;
import acorde.monitoring.Series;
import acorde.trust.PartyCode;
import acorde.web.view.Frame;
import acorde.web.view.IndicatorLine;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** The indicators that were agreed for areas, as lists show them. */
public final class AreaIndicators {
    /** Indicators of one area that a list has: more than anybody follows. */
    private static final int MOST_INDICATORS = 50;

    private final Monitoring monitoring;

    AreaIndicators(Monitoring monitoring) {
        this.monitoring = monitoring;
    }

    /** In the order of their codes. @param area code of it */
    public List<IndicatorLine> of(String area, Frame frame) {
        var measures = monitoring.measures().values().stream()
                .filter(measure -> measure.text().area().equals(area))
                .limit(MOST_INDICATORS)
                .toList();
        if (measures.isEmpty()) return List.of();
        return monitoring.series(measures, frame.formats().now()).entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue(), frame))
                .toList();
    }

    private static IndicatorLine line(AreaMeasure measure, Series series, Frame frame) {
        var indicator = measure.text().measure();
        var unit = Directory.words(indicator.unit());
        var target = indicator.target() == null || indicator.targetAt() == null
                ? frame.say("indicator.none")
                : frame.say("indicator.by", frame.measured(indicator.target(), unit), frame.day(indicator.targetAt()));
        var last = last(series, frame.formats().today());
        return new IndicatorLine(
                measure.key().code(),
                frame.in(Directory.words(indicator.name())),
                target,
                last.entrySet().stream()
                        .map(each -> frame.say(
                                "indicators.last",
                                frame.party(each.getKey().value()),
                                frame.measured(each.getValue().point().counts().number(), unit),
                                frame.day(each.getValue().at())))
                        .toList(),
                series.due().size(),
                series.due().size() - series.missing().size());
    }

    private record Dated(LocalDate at, Point point) {}

    /** The latest value of each party of a day that has come. */
    private static TreeMap<PartyCode, Dated> last(Series series, LocalDate today) {
        var last = new TreeMap<PartyCode, Dated>();
        series.points()
                .headMap(today.plusDays(1))
                .forEach((at, by) -> by.forEach((party, point) -> last.put(party, new Dated(at, point))));
        return last;
    }
}
