package acorde.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What several editions of a table tell together: every row, column and total is an equation in the cells that are withheld.
 *
 * <p>The reader is one who knows which counts did not change from one edition to another: such a count is one and the same in both, and known if
 * either shows it. Whether a system tells an unknown does not depend on the numbers in it but on its coefficients, which are 1 and -1: the
 * elimination is exact in the whole numbers modulo a large prime.
 */
final class Derivation {
    private static final long PRIME = (1L << 31) - 1;

    private final Map<String, Integer> unknowns = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final List<Map<Integer, Long>> equations = new ArrayList<>();

    private Derivation() {}

    static Derivation of(List<Told> editions) {
        var derivation = new Derivation();
        for (var edition : editions) new Table(edition).shown(derivation.known);
        for (var edition : editions) new Table(edition).equations(derivation);
        return derivation;
    }

    /** One edition, cell by cell. */
    private record Table(Told told, List<List<Integer>> values, int height, int width) {
        Table(Told told) {
            this(
                    told,
                    told.counts().withTotals(),
                    told.counts().rows().size() + 1,
                    told.counts().columns().size() + 1);
        }

        /**
         * The same in two editions if it means the same and did not change: a total means the total of the names it is the total of.
         */
        private String name(int row, int column) {
            var rows = told.counts().rows();
            var columns = told.counts().columns();
            return (row < rows.size() ? List.of(rows.get(row)) : rows) + "/"
                    + (column < columns.size() ? List.of(columns.get(column)) : columns) + "="
                    + values.get(row).get(column);
        }

        void shown(Set<String> known) {
            for (var row = 0; row < height; row++)
                for (var column = 0; column < width; column++)
                    if (told.shown().cells().get(row).get(column).isPresent()) known.add(name(row, column));
        }

        void equations(Derivation all) {
            for (var row = 0; row < height; row++) {
                var equation = new TreeMap<Integer, Long>();
                for (var column = 0; column < width; column++)
                    all.add(equation, name(row, column), column == width - 1 ? PRIME - 1 : 1);
                all.equations.add(equation);
            }
            for (var column = 0; column < width; column++) {
                var equation = new TreeMap<Integer, Long>();
                for (var row = 0; row < height; row++)
                    all.add(equation, name(row, column), row == height - 1 ? PRIME - 1 : 1);
                all.equations.add(equation);
            }
        }
    }

    private void add(Map<Integer, Long> equation, String name, long coefficient) {
        if (known.contains(name)) return;
        var unknown = unknowns.computeIfAbsent(name, another -> unknowns.size());
        var sum = (equation.getOrDefault(unknown, 0L) + coefficient) % PRIME;
        if (sum == 0) equation.remove(unknown);
        else equation.put(unknown, sum);
    }

    /** Whether any cell that is withheld can be told. */
    boolean tellsAny() {
        var reduced = new TreeMap<Integer, Map<Integer, Long>>();
        for (var equation : equations) {
            var rest = reduce(equation, reduced);
            if (rest.isEmpty()) continue;
            var lead = rest.keySet().iterator().next();
            var one = scaled(rest, inverse(rest.getOrDefault(lead, 1L)));
            reduced.replaceAll((pivot, row) -> without(row, lead, one));
            reduced.put(lead, one);
        }
        return reduced.values().stream().anyMatch(row -> row.size() == 1);
    }

    private static Map<Integer, Long> reduce(Map<Integer, Long> row, Map<Integer, Map<Integer, Long>> reduced) {
        var rest = row;
        for (var pivot : List.copyOf(row.keySet())) {
            var by = reduced.get(pivot);
            if (by != null) rest = without(rest, pivot, by);
        }
        return rest;
    }

    /** A row less as much of another, whose coefficient there is 1, as it takes to lose an unknown. */
    private static Map<Integer, Long> without(Map<Integer, Long> row, int unknown, Map<Integer, Long> other) {
        var factor = row.get(unknown);
        if (factor == null) return row;
        var rest = new TreeMap<>(row);
        other.forEach((key, value) -> {
            var left = Math.floorMod(rest.getOrDefault(key, 0L) - factor * value % PRIME, PRIME);
            if (left == 0) rest.remove(key);
            else rest.put(key, left);
        });
        return rest;
    }

    private static Map<Integer, Long> scaled(Map<Integer, Long> row, long factor) {
        var scaled = new TreeMap<Integer, Long>();
        row.forEach((key, value) -> scaled.put(key, value * factor % PRIME));
        return scaled;
    }

    /** By Fermat's theorem. */
    private static long inverse(long value) {
        var result = 1L;
        var power = value;
        for (var left = PRIME - 2; left > 0; left >>= 1) {
            if ((left & 1) == 1) result = result * power % PRIME;
            power = power * power % PRIME;
        }
        return result;
    }
}
