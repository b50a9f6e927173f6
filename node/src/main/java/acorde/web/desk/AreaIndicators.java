package acorde.web.desk;

import acorde.monitoring.AreaMeasure;
import acorde.monitoring.Counted;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Point;
import acorde.monitoring.Recent;
import acorde.web.view.Frame;
import acorde.web.view.IndicatorLine;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

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
        return monitoring.recent(measures, frame.formats().now()).entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue(), frame))
                .toList();
    }

    private static IndicatorLine line(AreaMeasure measure, Recent recent, Frame frame) {
        var indicator = measure.text().measure();
        var unit = Directory.words(indicator.unit());
        var target = indicator.target() == null || indicator.targetAt() == null
                ? frame.say("indicator.none")
                : frame.say("indicator.by", frame.measured(indicator.target(), unit), frame.day(indicator.targetAt()));
        var last = recent.last();
        return new IndicatorLine(
                measure.key().code(),
                frame.in(Directory.words(indicator.name())),
                target,
                last.points().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Point.Key::party)))
                        .map(each -> last(each.getKey(), each.getValue().counts(), last, frame))
                        .toList(),
                recent.due(),
                recent.given());
    }

    private static String last(Point.Key key, Point.Figure figure, Counted last, Frame frame) { // who, what, in what
        return frame.say(
                "indicators.last",
                frame.party(key.party().value()),
                frame.measured(figure.number(), Directory.words(last.unit(figure))),
                frame.day(key.at()));
    }
}
