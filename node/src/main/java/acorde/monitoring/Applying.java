package acorde.monitoring;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Applied;
import acorde.acts.Past;
import acorde.acts.Verdict;
import acorde.compact.AreaIndicator;
import acorde.compact.Carried;
import acorde.compact.Founding;
import acorde.compact.Initiative;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.compact.Milestone;
import acorde.files.Attachment;
import acorde.files.Named;
import acorde.offices.OfficeCode;
import acorde.offices.Role;
import acorde.postgres.RowChange;
import acorde.trustlog.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One act being applied.
 *
 * <p>Whether it breaks a rule is found in the act and in those it names in {@code after}, and in nothing else; what it
 * changes is a greatest or least by place in a log. So the result is a function of the set of acts, whatever their
 * order. Only the corrections of a figure are counted, and of those the first in the log stay.
 */
final class Applying {
    /** What gives figures. */
    private static final Set<String> GIVING = Set.of(Saying.REPORTED, Saying.MEASURED);

    private final Founding founding;
    private final Past past;
    private final Act act;
    private final List<RowChange> changes = new ArrayList<>(4);
    private final Map<ActId, Verdict> verdicts = new HashMap<>(2);

    Applying(Founding founding, Past past, Act act) {
        this.founding = founding;
        this.past = past;
        this.act = act;
    }

    Applied apply() {
        if (!mayBeSaidBy(act.kind(), act.office())) return rejected(Rule.OFFICE_MAY_NOT);
        for (var party : founding.codes())
            if (!party.equals(act.by()) && !act.to().contains(party)) return rejected(Rule.NOT_TO_ALL);
        return switch (Saying.read(act)) {
            case Saying.Reading.Unheard(var rule) -> rejected(rule);
            case Saying.Reading.Heard(var saying) -> {
                var files = Attachment.read(act.body());
                if (files.isEmpty()) yield rejected(Rule.MALFORMED);
                changes.addAll(Named.puts(act, files.get()));
                yield switch (saying) {
                    case Report report -> reported(report);
                    case Saying.Assessed assessed -> assessed(assessed);
                    case Saying.Linked linked -> linked(linked);
                    case Saying.Measured measured -> measured(measured);
                    case Saying.Confirmed word -> said(word, true);
                    case Saying.Disputed word -> said(word, false);
                    case Saying.Corrected correction -> corrected(correction);
                };
            }
        };
    }

    /** Observers assess and do nothing else; coordination and the representatives of groups do everything else. */
    static boolean mayBeSaidBy(String kind, String office) {
        var role = OfficeCode.read(office).flatMap(Role::of).orElse(null);
        return kind.equals(Saying.ASSESSED)
                ? role == Role.OBSERVER
                : role == Role.COORDINATOR || role == Role.REPRESENTATIVE;
    }

    private Applied reported(Report report) {
        var before = before(report.version(), report.events());
        var text = text(report, before);
        if (text.isEmpty()) return noText(before);
        var broken = brokenBy(report, text.get(), before);
        if (broken.isPresent()) return rejected(broken.get());
        var spoken = new Account.Spoken(act.id(), act.at());
        var latest = new Account.Latest(
                spoken, report.version(), report.state(), report.on(), report.milestones(), report.answers());
        var evidence = !report.evidence().isEmpty() || act.body().has(Attachment.MEMBER);
        var facts = facts(report.initiative());
        var known = facts.accounts().get(act.by());
        put(
                report.initiative(),
                facts,
                facts.with(act.by(), known == null ? Account.begun(latest, evidence) : known.with(latest, evidence)));
        give(report.initiative(), report.version(), report.values());
        return accepted(report.initiative());
    }

    private void give(String subject, Hash version, List<Report.Value> values) {
        for (var value : values) {
            var key = new Point.Key(subject, act.by(), value.at());
            var figure = new Point.Figure(act.id(), value.number(), version);
            var point = past.row(MonitoringRows.POINT, key);
            var after = point.map(given -> given.with(figure)).orElse(new Point(figure, List.of()));
            if (!point.equals(Optional.of(after))) changes.add(new RowChange.Put<>(MonitoringRows.POINT, key, after));
        }
    }

    /** Every party gives values of what was agreed for an area: it is owed by all that agreed it. */
    private Applied measured(Saying.Measured measured) {
        var before = before(measured.version(), List.of());
        var item = ItemKey.indicator(measured.indicator());
        if (carried(before, item).filter(AreaIndicator.class::isInstance).isEmpty()) return noText(before);
        for (var value : measured.values()) if (!Point.isOf(value.at())) return rejected(Rule.FIGURE_TOO_FAR);
        give(measured.subject(), measured.version(), measured.values());
        return accepted(measured.subject());
    }

    /** The rule a report on {@code text} breaks. */
    private Optional<Rule> brokenBy(Report report, Initiative text, Before before) {
        if (!text.parties().contains(act.by())) return Optional.of(Rule.NOT_OBLIGED);
        if (text.restrictions() != null && !report.restrictions()) return Optional.of(Rule.RESTRICTIONS_UNCONFIRMED);
        var codes = text.milestones().stream().map(Milestone::code).collect(Collectors.toSet());
        if (!codes.containsAll(report.milestones().keySet())) return Optional.of(Rule.UNKNOWN_MILESTONE);
        if (!report.values().isEmpty() && text.indicator() == null) return Optional.of(Rule.NO_INDICATOR);
        for (var value : report.values()) if (!Point.isOf(value.at())) return Optional.of(Rule.FIGURE_TOO_FAR);
        if (!before.events().containsAll(report.events())) return Optional.of(Rule.UNKNOWN_EVENT);
        for (var answer : report.answers())
            if (!act.after().contains(answer) || !disputes(answer, report)) return Optional.of(Rule.UNKNOWN_DISPUTE);
        return Optional.empty();
    }

    /** Whether an act is a dispute that was accepted, of a report by this author on the same initiative. */
    private boolean disputes(ActId answer, Report report) {
        var accepted = past.row(MonitoringRows.ENTRY, answer)
                .filter(entry -> entry.kind().equals(Saying.DISPUTED))
                .filter(entry -> entry.initiative().equals(report.initiative()))
                .isPresent();
        return accepted && past.act(answer).filter(this::disputesOurs).isPresent(); // what was accepted is short
    }

    private Applied assessed(Saying.Assessed assessed) {
        var before = before(assessed.version(), List.of());
        if (text(assessed, before).isEmpty()) return noText(before);
        var facts = facts(assessed.initiative());
        var spoken = new Account.Spoken(act.id(), act.at());
        put(
                assessed.initiative(),
                facts,
                facts.with(new Facts.Assessment(spoken, assessed.version(), assessed.level())));
        return accepted(assessed.initiative());
    }

    private Applied linked(Saying.Linked linked) {
        var before = before(linked.version(), List.of(linked.event()));
        if (text(linked, before).isEmpty()) return noText(before);
        if (!before.events().contains(linked.event())) return rejected(Rule.UNKNOWN_EVENT);
        var facts = facts(linked.initiative());
        put(linked.initiative(), facts, facts.with(linked.event(), act.id()));
        return accepted(linked.initiative());
    }

    private Applied noText(Before before) {
        return rejected(before.carrier() == null ? Rule.AFTER_MISSING : Rule.UNKNOWN_VERSION);
    }

    private Applied said(Saying.AboutReport word, boolean confirms) {
        if (!act.after().contains(word.report())) return rejected(Rule.AFTER_MISSING);
        var entry = report(word.report());
        if (entry.isEmpty()) return rejected(Rule.UNKNOWN_REPORT);
        if (word.report().party().equals(act.by())) return rejected(Rule.OWN_REPORT);
        var code = entry.get().initiative();
        var facts = facts(code);
        var account = facts.accounts().get(word.report().party());
        if (account == null) throw new IllegalStateException("a report without an account: " + word.report());
        var said = new Account.Word(new Account.Spoken(act.id(), act.at()), word.report(), confirms);
        put(code, facts, facts.with(word.report().party(), account.with(said)));
        return accepted(code);
    }

    private Applied corrected(Saying.Corrected correction) {
        if (!act.after().contains(correction.report())) return rejected(Rule.AFTER_MISSING);
        var entry = past.row(MonitoringRows.ENTRY, correction.report()).filter(each -> GIVING.contains(each.kind()));
        if (entry.isEmpty()) return rejected(Rule.UNKNOWN_REPORT);
        if (!correction.report().party().equals(act.by())) return rejected(Rule.NOT_YOUR_REPORT);
        var given = given(correction);
        if (given.isEmpty()) return rejected(Rule.UNKNOWN_FIGURE);
        var key = new Point.Key(entry.get().initiative(), act.by(), correction.at());
        var point = past.row(MonitoringRows.POINT, key)
                .orElseThrow(() -> new IllegalStateException("a figure without a row: " + correction.report()))
                .corrected(new Point.Figure(act.id(), correction.number(), given.get()));
        if (point.corrected().size() > Point.MOST) {
            var last = point.corrected().getLast().act();
            verdicts.put(last, new Verdict.Rejected(Rule.TOO_MANY_CORRECTIONS.name()));
            if (last.equals(act.id())) return new Applied(changes, verdicts);
            changes.add(new RowChange.Delete<>(MonitoringRows.ENTRY, last));
            point = point.cut();
        }
        changes.add(new RowChange.Put<>(MonitoringRows.POINT, key, point));
        return accepted(entry.get().initiative());
    }

    /** The version under which what is corrected was given; empty if no figure was, for that day. */
    private Optional<Hash> given(Saying.Corrected correction) {
        return past.act(correction.report())
                .flatMap(Monitoring::saying)
                .filter(saying ->
                        saying.values().stream().anyMatch(value -> value.at().equals(correction.at())))
                .flatMap(saying -> switch (saying) {
                    case Report report -> Optional.of(report.version());
                    case Saying.Measured measured -> Optional.of(measured.version());
                    case Saying.Assessed _, Saying.Linked _, Saying.AboutReport _ -> Optional.empty();
                });
    }

    /** The entry of a report that was accepted. */
    private Optional<MonitoringRows.Entry> report(ActId id) {
        return past.row(MonitoringRows.ENTRY, id).filter(entry -> entry.kind().equals(Saying.REPORTED));
    }

    /**
     * What those that an act names in {@code after} are to it.
     *
     * @param carrier the one whose hash is the version it is about; null if none is
     * @param events of those it lists, the ones that one of them carries
     */
    private record Before(@Nullable Act carrier, Set<String> events) {}

    /** Of those it names, as many are read as it needs, from the first on, and each once: they may have a mebibyte each. */
    private Before before(Hash version, List<String> events) {
        var found = new HashSet<String>();
        Act carrier = null;
        for (var id : act.after().stream().limit(1 + events.size()).toList()) {
            var other = past.act(id).orElse(null);
            if (other == null) continue;
            if (carrier == null && other.hash().equals(version)) carrier = other;
            for (var event : events) if (carries(other, event)) found.add(event);
        }
        return new Before(carrier, found);
    }

    private boolean carries(Act other, String code) {
        var event = new ItemKey(ItemKey.Kind.EVENT, code);
        return other.body().path("item").asString("").equals(event.toString()) // sooner asked than a text is read
                && Carried.by(other, founding)
                        .filter(carried -> carried.item().equals(event))
                        .isPresent();
    }

    private boolean disputesOurs(Act other) {
        return Saying.read(other) instanceof Saying.Reading.Heard(Saying.Disputed(var about, var _))
                && about.party().equals(act.by());
    }

    /** The text an act is about, if one it names in {@code after} carries it. */
    private Optional<Initiative> text(Saying.AboutText about, Before before) {
        return carried(before, ItemKey.initiative(about.initiative()))
                .flatMap(carried -> carried instanceof Initiative text ? Optional.of(text) : Optional.empty());
    }

    private Optional<ItemText> carried(Before before, ItemKey item) {
        return Optional.ofNullable(before.carrier())
                .flatMap(other -> Carried.by(other, founding))
                .filter(carried -> carried.item().equals(item))
                .map(Carried::text);
    }

    private Facts facts(String initiative) {
        return past.row(MonitoringRows.FACTS, initiative).orElse(Facts.NONE);
    }

    private void put(String initiative, Facts before, Facts after) {
        if (!before.equals(after)) changes.add(new RowChange.Put<>(MonitoringRows.FACTS, initiative, after));
    }

    private Applied rejected(Rule rule) {
        return Applied.rejected(act, rule.name());
    }

    private Applied accepted(String initiative) {
        var entry = new MonitoringRows.Entry(initiative, act.kind(), act.at());
        changes.add(new RowChange.Put<>(MonitoringRows.ENTRY, act.id(), entry));
        return new Applied(changes, verdicts);
    }
}
