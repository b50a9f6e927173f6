package acorde.publication;

import java.util.Arrays;
import java.util.List;

/**
 * A table with its totals as a network: from each row to each column what the cell holds, from each column to the sum its total, from the sum
 * to the origin the grand total, and from the origin to each row its total. What goes in comes out everywhere, whatever is withheld.
 */
final class Circulation {
    private static final int PLENTY = 1 << 29;

    private final List<List<Integer>> values;
    private final boolean[][] hidden;
    private final int rows;
    private final int nodes;

    /** @param hidden is changed by {@link #widen} */
    Circulation(List<List<Integer>> values, boolean[][] hidden) {
        this.values = values;
        this.hidden = hidden;
        this.rows = values.size() - 1;
        this.nodes = values.size() + values.getFirst().size();
    }

    // Nodes: the rows, then the origin, then the columns, then the sum. The cell (row, column) runs from its row to its
    // column, the total of a
    // row from the origin to the row, which is against that direction; so do the totals of columns, and the grand total
    // runs with it.

    private int from(int row, int column) {
        return against(row, column) ? columnNode(column) : row;
    }

    private int to(int row, int column) {
        return against(row, column) ? row : columnNode(column);
    }

    /** In the order of the matrix, row totals end at the last column's node and column totals begin at the last row's. */
    private boolean against(int row, int column) {
        return (row == rows) != (column == values.getFirst().size() - 1);
    }

    private int columnNode(int column) {
        return values.size() + column;
    }

    /** How far apart the least and the most are that a withheld cell could hold; {@link #PLENTY} and more without bound. */
    int range(int row, int column) {
        var more = flow(to(row, column), from(row, column), row, column);
        var less = Math.min(values.get(row).get(column), flow(from(row, column), to(row, column), row, column));
        return more + less;
    }

    /** Withholds the cells on the cheapest further way around a cell. */
    void widen(int row, int column) {
        var before = count();
        hide(way(row, column, false));
        // That way is open already and too narrow. With the stream a way has no bound, and there always is one.
        if (count() == before) hide(way(row, column, true));
    }

    private int count() {
        var count = 0;
        for (var row : hidden) for (var cell : row) if (cell) count++;
        return count;
    }

    private void hide(int[] way) {
        for (var cell : way)
            hidden[cell / values.getFirst().size()][cell % values.getFirst().size()] = true;
    }

    /** The cells of the cheapest way from the end of a cell to its beginning; cells that are shown cost, those with small counts more. */
    private int[] way(int row, int column, boolean withTheStream) {
        var width = values.getFirst().size();
        var cost = new int[nodes];
        var by = new int[nodes];
        var done = new boolean[nodes];
        Arrays.fill(cost, PLENTY);
        Arrays.fill(by, -1);
        cost[to(row, column)] = 0;
        for (var next = to(row, column); next >= 0; next = cheapest(cost, done)) {
            done[next] = true;
            for (var r = 0; r <= rows; r++)
                for (var c = 0; c < width; c++) {
                    if (r == row && c == column) continue;
                    var end = end(next, r, c, withTheStream);
                    if (end < 0) continue;
                    var price = cost[next] + price(r, c);
                    if (price >= cost[end]) continue;
                    cost[end] = price;
                    by[end] = r * width + c;
                }
        }
        var cells = new int[nodes];
        var length = 0;
        for (var node = from(row, column); node != to(row, column) && by[node] >= 0; length++) {
            cells[length] = by[node];
            node = other(node, by[node] / width, by[node] % width);
        }
        return Arrays.copyOf(cells, length);
    }

    private int price(int row, int column) {
        if (hidden[row][column]) return 0;
        return values.get(row).get(column) < 2 * SmallCounts.LEAST ? 3 : 2;
    }

    private int end(int node, int row, int column, boolean withTheStream) {
        if (from(row, column) == node) return to(row, column);
        return !withTheStream && to(row, column) == node ? from(row, column) : -1;
    }

    private int other(int node, int row, int column) {
        return from(row, column) == node ? to(row, column) : from(row, column);
    }

    private int cheapest(int[] cost, boolean[] done) {
        var best = -1;
        for (var node = 0; node < nodes; node++)
            if (!done[node] && cost[node] < PLENTY && (best < 0 || cost[node] < cost[best])) best = node;
        return best;
    }

    /** The most that could flow from one node to another through withheld cells but one (Ford and Fulkerson), up to what is asked for. */
    private int flow(int source, int sink, int row, int column) {
        var room = new int[nodes][nodes];
        for (var r = 0; r <= rows; r++)
            for (var c = 0; c < values.getFirst().size(); c++)
                if (hidden[r][c] && (r != row || c != column)) {
                    room[from(r, c)][to(r, c)] = PLENTY;
                    room[to(r, c)][from(r, c)] = values.get(r).get(c);
                }
        var flow = 0;
        while (flow < SmallCounts.LEAST) {
            var by = path(room, source, sink);
            if (by[sink] < 0) return flow;
            var most = PLENTY;
            for (var node = sink; node != source; node = by[node]) most = Math.min(most, room[by[node]][node]);
            for (var node = sink; node != source; node = by[node]) {
                room[by[node]][node] -= most;
                room[node][by[node]] += most;
            }
            flow += most;
        }
        return flow;
    }

    private int[] path(int[][] room, int source, int sink) {
        var by = new int[nodes];
        Arrays.fill(by, -1);
        by[source] = source;
        var queue = new int[nodes];
        var end = 1;
        queue[0] = source;
        for (var at = 0; at < end && by[sink] < 0; at++)
            for (var node = 0; node < nodes; node++)
                if (by[node] < 0 && room[queue[at]][node] > 0) {
                    by[node] = queue[at];
                    queue[end++] = node;
                }
        return by;
    }
}
