package acorde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables of doc/limits.md, as a test. */
class LimitsTest {
    /** What is limited, how far, in which unit, and by which constant of which class. */
    private static final Pattern ROW =
            Pattern.compile("\\| .+ \\| ([0-9,]+)(?: ([A-Za-z]+))? \\| `((?:[a-z]+\\.)+)([\\w.]+)\\.(\\w+)` \\|");

    /** How a constant is named here that limits something. */
    private static final Pattern NAMED = Pattern.compile("MOST(_\\w+)?|LONGEST(_\\w+)?|(\\w+_)?LIMIT|MAX_\\w+");

    private static final Set<String> LENGTHS_AND_TIMES = Set.of("int", "long", "java.time.Duration");

    private static final Map<String, Long> BYTES =
            Map.of("bytes", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    private static final Set<String> COUNTED = Set.of("", "characters", "entries");

    /** Numbers of a unit that their name tells. */
    private static final Set<String> IN_UNIT = Set.of("acorde.acts.Acts.PATIENCE_SECONDS");

    private static final Map<String, Duration> TIMES = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "days", Duration.ofDays(1));

    /** A row of the tables; {@code type} as the machine names it. */
    private record Row(String type, String constant, long figure, String unit) {
        String name() {
            return type + "." + constant;
        }
    }

    private static List<Row> rows;

    @BeforeAll
    static void read() throws IOException {
        rows = new ArrayList<>();
        for (var line : Files.readAllLines(Path.of("../doc/limits.md"))) {
            var row = ROW.matcher(line);
            if (!row.matches()) {
                assertFalse(line.endsWith("` |"), "not a row that can be read: " + line);
                continue;
            }
            rows.add(new Row(
                    "acorde." + row.group(3) + row.group(4).replace('.', '$'),
                    row.group(5),
                    Long.parseLong(row.group(1).replace(",", "")),
                    row.group(2) == null ? "" : row.group(2)));
        }
    }

    @Test
    void everyRowSaysTheFigureOfItsConstant() {
        assertEquals(
                List.of(),
                rows.stream()
                        .filter(row -> !said(row).equals(held(row)))
                        .map(row -> row.name() + ": the table says " + said(row) + ", the code " + held(row))
                        .toList());
    }

    @Test
    void everyConstantNamedAsALimitHasARow() {
        var named = BoundariesTest.CLASSES.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().containsAll(Set.of(JavaModifier.STATIC, JavaModifier.FINAL)))
                .filter(field -> LENGTHS_AND_TIMES.contains(field.getRawType().getName()))
                .filter(field -> NAMED.matcher(field.getName()).matches())
                .map(LimitsTest::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
        rows.forEach(row -> named.remove(row.name()));
        assertEquals(Set.of(), named);
    }

    private static String nameOf(JavaField field) {
        return field.getOwner().getName() + "." + field.getName();
    }

    /** A figure, or a time where the constant is one. */
    private static Object said(Row row) {
        if (held(row) instanceof Duration) return TIMES.get(row.unit()).multipliedBy(row.figure());
        if (BYTES.containsKey(row.unit())) return row.figure() * BYTES.get(row.unit());
        return COUNTED.contains(row.unit()) || IN_UNIT.contains(row.name())
                ? row.figure()
                : "in no unit known here: " + row.unit();
    }

    private static Object held(Row row) {
        try {
            var field = Class.forName(row.type()).getDeclaredField(row.constant());
            field.setAccessible(true);
            return field.get(null) instanceof Number number ? number.longValue() : field.get(null);
        } catch (ReflectiveOperationException missing) {
            return "has no such constant: " + missing.getMessage();
        }
    }
}
