package acorde.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a batch knows of its own changes, without any database. */
class ChangesTest {
    static final Table<String, Long> COUNTS = counts("shop.count");
    static final Table<String, Long> OTHERS = counts("shop.other");

    private final Changes changes = new Changes();

    private static Table<String, Long> counts(String name) {
        return Table.<String, Long>named(name)
                .key("thing", Type.TEXT, thing -> thing)
                .column("count", Type.BIGINT, count -> count)
                .reading(row -> new Keyed<>(row.text("thing"), row.bigint("count")));
    }

    @Test
    void aKeyNobodyTouchedIsUntouched() {
        assertEquals(new Pending.Untouched<Long>(), changes.lookup(COUNTS, "nail"));
    }

    @Test
    void aRowPutWillBe() {
        changes.add(new RowChange.Put<>(COUNTS, "nail", 3L));
        assertEquals(new Pending.Will<>(3L), changes.lookup(COUNTS, "nail"));
    }

    @Test
    void aRowPutAndThenDeletedIsGone() {
        changes.add(new RowChange.Put<>(COUNTS, "nail", 3L));
        changes.add(new RowChange.Delete<>(COUNTS, "nail"));
        assertEquals(new Pending.Gone<Long>(), changes.lookup(COUNTS, "nail"));
    }

    @Test
    void theSameKeyInAnotherTableIsAnotherRow() {
        changes.add(new RowChange.Put<>(COUNTS, "nail", 3L));
        assertEquals(new Pending.Untouched<Long>(), changes.lookup(OTHERS, "nail"));
    }

    @Test
    void theSizeCountsEachRowOnce() {
        changes.add(new RowChange.Put<>(COUNTS, "nail", 3L));
        changes.add(new RowChange.Put<>(COUNTS, "nail", 4L));
        changes.add(new RowChange.Delete<>(OTHERS, "nail"));
        assertEquals(2, changes.size());
    }

    @Test
    void clearedChangesSayNothing() {
        changes.add(new RowChange.Put<>(COUNTS, "nail", 3L));
        changes.clear();
        assertEquals(0, changes.size());
        assertEquals(new Pending.Untouched<Long>(), changes.lookup(COUNTS, "nail"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"count", "a.b.c", "shop.", ".count", "shop.Count", "shop.count; drop schema shop", "shop.\"x\""})
    void aTableIsNamedPlainlyAndWithItsSchema(String name) {
        assertThrows(IllegalArgumentException.class, () -> counts(name));
    }

    @Test
    void aTableWithoutAKeyIsRefused() {
        var builder = Table.<String, Long>named("shop.count").column("count", Type.BIGINT, count -> count);
        assertThrows(IllegalArgumentException.class, () -> builder.reading(row -> new Keyed<>("", 0L)));
    }
}
