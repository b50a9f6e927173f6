package acorde.publication;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.compact.Disclosing;
import acorde.compact.Disclosure;
import acorde.monitoring.Point;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a party gave of an indicator, as everybody may know it.
 *
 * @param at the day it is of
 * @param act that gives it, or corrected it last
 * @param number what is told of it
 * @param first what is told of it as it was before any correction (CO-7); null if it was not corrected
 * @param unit of the text it was reported under; null if that is not known, and then nothing is told
 */
public record ToldFigure(
        LocalDate at,
        ActId act,
        Disclosure number,
        @Nullable Disclosure first,
        @Nullable Bilingual unit) { // a figure with its correction
    /** Figures of a party on an initiative that are looked at, the latest: what is told of them is made anew with everything that is said. */
    public static final int MOST = 100;

    /** Of one party on one initiative, the latest first. @param given by their days */
    static List<ToldFigure> of(SortedMap<LocalDate, Point> given, Disclosing disclosing) {
        return given.entrySet().stream()
                .sorted(Map.Entry.<LocalDate, Point>comparingByKey().reversed())
                .limit(MOST)
                .map(each -> of(each.getKey(), each.getValue(), disclosing))
                .toList();
    }

    private static ToldFigure of(LocalDate at, Point point, Disclosing disclosing) {
        return new ToldFigure(
                at,
                point.counts().act(),
                point.counts(disclosing),
                point.corrected().isEmpty() ? null : point.said(disclosing),
                disclosing.unit(point.counts().under()).orElse(null));
    }
}
