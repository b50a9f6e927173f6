package acorde.groups;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far up the ladder something overdue has come.
 *
 * @param number 0 while nobody is told; then 1 for the rung nearest the work, and so on up
 * @param next the day of the next step; null at the top
 */
public record Rung(int number, @Nullable LocalDate next) {
    /**
     * @param days of delay at which each rung is told, as the thresholds have them; rising
     * @param due the day it was due
     */
    public static Rung of(List<Integer> days, LocalDate due, LocalDate today) {
        var late = ChronoUnit.DAYS.between(due, today);
        var number = 0;
        while (number < days.size() && late >= days.get(number)) number++;
        return new Rung(number, number < days.size() ? due.plusDays(days.get(number)) : null);
    }
}
