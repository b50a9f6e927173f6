package acorde.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.finding.Entry;
import acorde.finding.Key;
import acorde.finding.Task;
import acorde.offices.Person;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told, when, and that it is told once. */
class ToldTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static Notice notice(String name, String mark) {
        return new Notice("carry-out", new Key("action", name), mark);
    }

    private static String mark(@Nullable LocalDate due) {
        var task = new Task(
                "carry-out",
                new PartyCode("HN"),
                new Key("action", "HN/1"),
                new Entry.Text("tarea", "action"),
                due,
                NOW);
        return Present.of(task, TODAY).mark();
    }

    @Test
    void aThingIsToldOnceAndAgainOnlyWhenItWasGone() {
        var first = Told.of(List.of(notice("HN/1", ""), notice("HN/2", "")), Set.of());
        assertEquals(List.of(notice("HN/1", ""), notice("HN/2", "")), first.fresh());
        var told = Set.of(notice("HN/1", "").key(), notice("HN/2", "").key());
        var second = Told.of(List.of(notice("HN/1", "")), told);
        assertEquals(List.of(), second.fresh());
        assertEquals(Set.of(notice("HN/2", "").key()), second.over());
        assertEquals(
                1,
                Told.of(List.of(notice("HN/2", "")), Set.of(notice("HN/1", "").key()))
                        .fresh()
                        .size());
    }

    @Test
    void whatFallsDueIsToldAgainThreeDaysBeforeAndOnceItIsLate() {
        assertEquals("", mark(null));
        assertEquals("", mark(TODAY.plusDays(4)));
        assertEquals("soon", mark(TODAY.plusDays(3)));
        assertEquals("soon", mark(TODAY));
        assertEquals("late", mark(TODAY.minusDays(1)));
        assertEquals(
                1,
                Told.of(
                                List.of(notice("HN/1", "late")),
                                Set.of(notice("HN/1", "soon").key()))
                        .fresh()
                        .size());
    }

    private static Subscription subscription(Pace pace, @Nullable Instant written) {
        return new Subscription(new Person.Id(1), new Address("a@b"), true, pace, "es", "", written, null);
    }

    @Test
    void atOnceMeansEveryQuarterOfAnHourAndDailyOncePerMorning() {
        var once = subscription(Pace.AT_ONCE, NOW.minus(Notices.BETWEEN).plusSeconds(1));
        assertFalse(once.isDue(NOW, TODAY, 12, TODAY));
        assertTrue(once.isDue(NOW.plusSeconds(1), TODAY, 12, TODAY));
        var daily = subscription(Pace.DAILY, NOW);
        assertFalse(daily.isDue(NOW, TODAY, 6, null));
        assertTrue(daily.isDue(NOW, TODAY, 7, null));
        assertFalse(daily.isDue(NOW, TODAY, 23, TODAY));
        assertTrue(daily.isDue(NOW, TODAY, 7, TODAY.minusDays(1)));
        assertFalse(subscription(Pace.OFF, null).isDue(NOW, TODAY, 12, null));
    }
}
