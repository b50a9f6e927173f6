package acorde.groups;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that asks for a place on an agenda, wherever it comes from.
 *
 * @param about code of the initiative it is about; null if it is about none
 * @param source the act it comes from; null if it comes from none
 * @param since from when on it has asked
 */
public record Concern(
        Why why,
        Bilingual title,
        @Nullable String about,
        @Nullable ActId source,
        LocalDate since) {} // what a point of an agenda says, and its age
