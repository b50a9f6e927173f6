package acorde.publication;

import acorde.trust.PartyCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last figure of a party that everybody may know.
 *
 * @param told the last of which anything is told; null if there is none
 * @param withheld the day of the last one of all, if that is a later one and nothing is told of it; else null
 * @param unsaid whether that is because a text does not say what is counted
 */
public record LastFigure(
        PartyCode party,
        @Nullable ToldFigure told,
        @Nullable LocalDate withheld,
        boolean unsaid) {} // what, and what not
