package acorde.monitoring;

import acorde.compact.Bilingual;
import acorde.compact.Disclosing;
import java.util.HashMap;
import java.util.Map;

/**
 * The figures of an indicator that count: each was given under a text that stood, announced or agreed, and counts what that text says. A figure
 * under a text that nobody agreed is shown nowhere and is in no sum, and so is a correction of one.
 *
 * @param texts those that stood
 */
public record Counted(Map<Point.Key, Point> points, Disclosing texts) {
    public Counted {
        points = Map.copyOf(points);
    }

    /** @param given all that were, under whatever text */
    public static Counted of(Map<Point.Key, Point> given, Disclosing texts) {
        var points = new HashMap<Point.Key, Point>();
        given.forEach((key, point) -> point.under(texts).ifPresent(counts -> points.put(key, counts)));
        return new Counted(points, texts);
    }

    /** In what one of them is counted, whatever the latest text counts in. */
    public Bilingual unit(Point.Figure figure) {
        return texts.unit(figure.under())
                .orElseThrow(() -> new IllegalArgumentException("no figure that counts: " + figure.act()));
    }
}
