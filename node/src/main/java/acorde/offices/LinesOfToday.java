package acorde.offices;

import java.time.LocalDate;
import java.util.LinkedHashSet;

/**
 * Which lines the journal has of a day, as far as they are remembered: a line too many is better than one too few. Safe for
 * any thread.
 */
final class LinesOfToday {
    /** Lines that are remembered, some hundred bytes each; the oldest is forgotten first. */
    static final int MOST = 4_096;

    private final LinkedHashSet<JournalLine> lines = new LinkedHashSet<>();
    private LocalDate day = LocalDate.MIN;

    synchronized boolean has(JournalLine line, LocalDate today) {
        return day.equals(today) && lines.contains(line);
    }

    synchronized void add(JournalLine line, LocalDate today) {
        if (!day.equals(today)) lines.clear();
        day = today;
        lines.add(line);
        if (lines.size() > MOST) lines.removeFirst();
    }
}
