package acorde.monitoring;

import acorde.acts.ActId;
import acorde.compact.Initiative;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What this party owes in one initiative and said of it so far: all that a return is made from and held against.
 *
 * @param party this one
 * @param version of the text
 * @param latest the report that counts; null if there is none
 * @param report what it says; null if there is none, or its words are not here
 * @param figures what counts today of those this party gave, by their day
 * @param due the days for which figures are due, all of them
 */
public record Owed(
        PartyCode party,
        String code,
        Initiative text,
        Hash version,
        @Nullable ActId latest,
        @Nullable Report report,
        SortedMap<LocalDate, BigDecimal> figures,
        List<LocalDate> due) { // what was agreed and what was said
    public Owed {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        due = List.copyOf(due);
    }
}
