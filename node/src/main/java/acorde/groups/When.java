package acorde.groups;

import acorde.compact.TextReader;
import acorde.compact.TextWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When a meeting is to be: local time in a named zone, so that it keeps its hour should the clocks change meanwhile.
 *
 * @param minutes how long it is to last
 */
public record When(LocalDateTime starts, ZoneId zone, int minutes) {
    /** Three days: the longest meeting there is a use for. */
    private static final int LONGEST = 3 * 24 * 60;

    static final Duration GRACE = Duration.ofHours(1);

    public Instant start() {
        return starts.atZone(zone).toInstant();
    }

    public Instant end() {
        return start().plusSeconds(60L * minutes);
    }

    /** Whether nobody could come any more: an hour is left to those who call a meeting that has just begun. */
    public boolean isPast(Instant now) {
        return start().plus(GRACE).isBefore(now);
    }

    public LocalDate day() {
        return starts.toLocalDate();
    }

    static When read(TextReader reader) {
        return new When(
                reader.word("starts", Forms.LOCAL),
                reader.word("zone", Forms.ZONE),
                reader.count("minutes", 1, LONGEST));
    }

    void write(TextWriter writer) {
        writer.word("starts", starts).word("zone", zone).count("minutes", minutes);
    }
}
