package acorde.web.view;

import acorde.compact.Disclosure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of an area as everybody may know it.
 *
 * @param withheld what may be told of its baseline; null if the text has all of it
 * @param standing how far consent to it has come, as {@code acorde.publication.Promise.Consent} names it
 * @param number of its text, counted from 1
 * @param values the last of each party that gave any
 */
public record PublicIndicator(
        String code,
        InitiativeText.Indicator text,
        @Nullable Disclosure withheld,
        String standing,
        int number,
        List<PublicReports.Value> values) {
    public PublicIndicator {
        values = List.copyOf(values);
    }
}
