package acorde.monitoring;

import acorde.acts.Acts;
import acorde.compact.Carried;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.Initiative;
import acorde.compact.ItemKey;
import acorde.compact.Stood;
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

/** How far steps slipped: from the first day ever agreed for them to the day they were done, so that a date moved later hides nothing. */
final class Slips {
    /** Versions whose first days are kept once found. */
    private static final int KEPT = 4_096;

    private final Acts acts;
    private final Compact compact;
    private final Founding founding;
    private final Map<Hash, Map<String, LocalDate>> found =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Hash, Map<String, LocalDate>> eldest) {
                    return size() > KEPT;
                }
            });

    Slips(Acts acts, Compact compact, Founding founding) {
        this.acts = acts;
        this.compact = compact;
        this.founding = founding;
    }

    Map<String, Forecast> forecast(Desk.Followed one, Collection<Desk.Followed> all, LocalDate today) {
        var slips = new ArrayList<Integer>();
        for (var each : all) slips.addAll(slips(each));
        var first = firstDays(one);
        var forecasts = new TreeMap<String, Forecast>();
        for (var step : one.agreed().steps())
            if (doneOn(step, one.facts()).isEmpty())
                forecasts.put(step.code(), Forecast.of(slips, first.getOrDefault(step.code(), step.due()), today));
        return forecasts;
    }

    private List<Integer> slips(Desk.Followed each) {
        var slips = new ArrayList<Integer>();
        for (var step : each.agreed().steps())
            doneOn(step, each.facts()).ifPresent(on -> {
                var due = firstDays(each).getOrDefault(step.code(), step.due());
                slips.add((int) ChronoUnit.DAYS.between(due, on));
            });
        return slips;
    }

    /** The day on which the last of those who owe a step did it; empty if one of them does not report it done. */
    static Optional<LocalDate> doneOn(Agreed.Step step, Facts facts) {
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
            if (on == null) return Optional.empty();
            if (on.isAfter(last)) last = on;
        }
        return step.owers().isEmpty() ? Optional.empty() : Optional.of(last);
    }

    /** The first day that a text in force gave for each step. */
    private Map<String, LocalDate> firstDays(Desk.Followed each) {
        return found.computeIfAbsent(each.agreed().version(), version -> find(each));
    }

    private Map<String, LocalDate> find(Desk.Followed each) {
        var texts = new ArrayList<Initiative>();
        compact.proposals(ItemKey.initiative(each.agreed().code())).stream()
                .filter(stood -> stood.state() == Stood.State.IN_FORCE)
                .sorted(java.util.Comparator.comparingInt(Stood::number))
                .flatMap(stood -> acts.act(stood.proposal().act()).stream())
                .flatMap(act -> Carried.by(act, founding).stream())
                .forEach(carried -> {
                    if (carried.text() instanceof Initiative text) texts.add(text);
                });
        texts.add(each.text());
        var first = new HashMap<String, LocalDate>();
        for (var text : texts) {
            for (var milestone : text.milestones()) first.putIfAbsent(milestone.code(), milestone.due());
            if (text.due() != null) first.putIfAbsent(Agreed.WHOLE, text.due());
        }
        return first;
    }
}
