package acorde.monitoring;

import acorde.acts.ActId;
import acorde.compact.Compact;
import acorde.compact.Initiative;
import acorde.compact.ItemKey;
import acorde.trustlog.Hash;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far steps slipped: from the first day ever agreed or announced for them to the day they were done, so that a date
 * moved later hides nothing.
 */
final class Slips {
    /** Versions whose first days are kept once found. */
    private static final int KEPT = 4_096;

    /** What the first days depend on: the announcement may arrive after what was agreed. */
    private record Named(Hash version, @Nullable ActId announced) {}

    private final Compact compact;
    private final Map<Named, Map<String, LocalDate>> found =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Named, Map<String, LocalDate>> eldest) {
                    return size() > KEPT;
                }
            });

    Slips(Compact compact) {
        this.compact = compact;
    }

    Map<String, Forecast> forecast(Desk.Followed one, Collection<Desk.Followed> all, LocalDate today) {
        var slips = new ArrayList<Integer>();
        for (var each : all) slips.addAll(slips(each, today));
        var first = firstDays(one);
        var forecasts = new TreeMap<String, Forecast>();
        for (var step : one.agreed().steps())
            if (doneOn(step, one.facts(), today).isEmpty())
                forecasts.put(step.code(), Forecast.of(slips, first.getOrDefault(step.code(), step.due()), today));
        return forecasts;
    }

    private List<Integer> slips(Desk.Followed each, LocalDate today) {
        var slips = new ArrayList<Integer>();
        for (var step : each.agreed().steps())
            doneOn(step, each.facts(), today).ifPresent(on -> {
                var due = firstDays(each).getOrDefault(step.code(), step.due());
                slips.add((int) ChronoUnit.DAYS.between(due, on));
            });
        return slips;
    }

    /**
     * The day on which the last of those who owe a step did it; empty if one of them does not report it done, or of a
     * day to come.
     */
    static Optional<LocalDate> doneOn(Agreed.Step step, Facts facts, LocalDate today) {
        var last = LocalDate.MIN;
        for (var ower : step.owers()) {
            var account = facts.accounts().get(ower);
            var on = account == null
                    ? null
                    : step.isWhole()
                            ? account.latest().on()
                            : account.latest()
                                    .done()
                                    .getOrDefault(step.code(), account.latest().on());
            if (on == null || !Situation.hasCome(on, today)) return Optional.empty();
            if (on.isAfter(last)) last = on;
        }
        return step.owers().isEmpty() ? Optional.empty() : Optional.of(last);
    }

    /** The first day that an announced text or one in force gave for each step. */
    Map<String, LocalDate> firstDays(Desk.Followed each) {
        var named = new Named(each.agreed().version(), each.announced());
        var known = found.get(named);
        if (known != null) return known;
        var first = find(each); // not under the lock of the map: it asks the database, and twice is no harm
        found.put(named, first);
        return first;
    }

    private Map<String, LocalDate> find(Desk.Followed each) {
        var texts = new ArrayList<Initiative>();
        compact.carried(ItemKey.initiative(each.agreed().code())).forEach(carried -> {
            if (carried.text() instanceof Initiative text) texts.add(text);
        });
        texts.add(each.text());
        return first(texts);
    }

    /** @param texts in the order in which they stood */
    static Map<String, LocalDate> first(List<Initiative> texts) {
        var first = new HashMap<String, LocalDate>();
        for (var text : texts) {
            for (var milestone : text.milestones()) first.putIfAbsent(milestone.code(), milestone.due());
            var due = Agreed.due(text);
            if (due != null) first.putIfAbsent(Agreed.WHOLE, due);
        }
        return Map.copyOf(first);
    }
}
