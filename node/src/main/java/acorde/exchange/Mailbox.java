package acorde.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an office finds in its mailbox, newest first. It tells of nothing the office may not find, and counts nothing of it (AS-1).
 *
 * @param items each with what may come up of it in a list
 * @param older behind what the list goes on; null if it does not
 */
public record Mailbox(List<Item> items, @Nullable Place older) {
    /** Which way things went. */
    public enum Way {
        RECEIVED,
        SENT
    }

    /**
     * Behind what a list goes on. It is asked of no table, so it tells nobody whether there is such an item.
     *
     * @param said ms since 1970
     * @param act as it is named; empty before all that was said then
     */
    public record Place(long said, String act) {
        private static final Pattern SHAPE = Pattern.compile("(-?[0-9]{1,15})\\.([A-Z]{2,3}/[0-9]{1,15})");

        /** Before all that was said up to a time: what is dated ahead waits for its own. */
        public static Place newest(Instant now) {
            return new Place(now.toEpochMilli() + 1, "");
        }

        /** Before all that was said up to the end of a day, there. */
        public static Place until(LocalDate day, ZoneId zone) {
            return new Place(day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli(), "");
        }

        static Place of(Item item) {
            return new Place(item.at().toEpochMilli(), item.act().toString());
        }

        /** Reads what {@link #toString} writes; empty if it is anything else. */
        public static Optional<Place> read(String text) {
            var match = SHAPE.matcher(text);
            return match.matches()
                    ? Optional.of(new Place(Long.parseLong(match.group(1)), match.group(2)))
                    : Optional.empty();
        }

        /** As addresses have it. */
        @Override
        public String toString() {
            return said + "." + act;
        }
    }

    public Mailbox {
        items = List.copyOf(items);
    }
}
