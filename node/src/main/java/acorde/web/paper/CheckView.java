package acorde.web.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check code turned out to be.
 *
 * @param typed as it was typed, at the length a code can have
 * @param found the paper; null if there is none with this code, or nothing was typed
 */
public record CheckView(String typed, @Nullable Found found) {
    public boolean isUnknown() {
        return !typed.isEmpty() && found == null;
    }

    /**
     * @param now the day with whose figures they are compared
     * @param changed how many figures are not what they were
     */
    public record Found(
            String title,
            LocalDate day,
            String by,
            String office,
            Instant at,
            String act,
            String code,
            String digest,
            LocalDate now,
            int changed,
            List<Row> rows) {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param printed empty if nobody had given the number
     * @param today likewise; empty too if there is no such figure any more
     * @param said whether it changed, in words
     */
    public record Row(String name, String printed, String today, boolean changed, String said) {}
}
