package acorde.publication;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.compact.Disclosing;
import acorde.compact.Disclosure;
import acorde.monitoring.Point;
import java.time.LocalDate;
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
    static ToldFigure of(LocalDate at, Point point, Disclosing disclosing) {
        return new ToldFigure(
                at,
                point.counts().act(),
                point.counts(disclosing),
                point.corrected().isEmpty() ? null : point.said(disclosing),
                disclosing.unit(point.counts().under()).orElse(null));
    }
}
