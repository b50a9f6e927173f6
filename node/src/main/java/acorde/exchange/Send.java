package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;

/**
 * Says a report: the whole of it for this party's own record, and for each other party of the compact one act, the copy that was decided or
 * one that says nothing to nobody. So the log does not tell how many were given it.
 *
 * @param others all other parties of the compact
 * @param holds whether the rules by which it was decided are still those in force
 */
record Send(
        OfficeCode office,
        Report report,
        List<Release> releases,
        SortedSet<PartyCode> others,
        Predicate<Past> holds) // what is said, to whom, and on what it rests
        implements Command<Rule> {
    @Override
    public List<RowKey<?, ?>> reads() {
        return List.of(new RowKey<>(ExchangeRows.SENT, report.ref()));
    }

    @Override
    public Decision<Rule> decide(Past past, Instant now) {
        if (!Cover.maySpeak(office.value())) return new Decision.Decline<>(Rule.OFFICE_MAY_NOT);
        if (past.row(ExchangeRows.SENT, report.ref()).isPresent()) return new Decision.Decline<>(Rule.SENT_ALREADY);
        if (!holds.test(past)) return new Decision.Decline<>(Rule.RELEASE_MOVED);
        var copies = new HashMap<PartyCode, Report>();
        for (var release : releases) if (release instanceof Release.Goes(var to, var copy, var _)) copies.put(to, copy);
        if (copies.isEmpty()) return new Decision.Decline<>(Rule.NOBODY_RECEIVES);
        var after = new ArrayList<ActId>();
        if (report.turn() instanceof Turn.Answers(var request, var _)) {
            if (!copies.keySet().equals(Set.of(request.party()))) return new Decision.Decline<>(Rule.NOT_TO_ASKER);
            after.add(request);
        }
        var asked = releases.stream().map(release -> Asked.of(release, report)).toList();
        var drafts = new ArrayList<Draft>();
        drafts.add(new Draft(
                ExchangeDuty.REPORTED,
                office.value(),
                Collections.emptySortedSet(),
                after,
                ReportText.write(report, asked)));
        var given = copies.entrySet().stream()
                .map(copy -> new Draft(
                        ExchangeDuty.REPORTED,
                        office.value(),
                        Cover.only(copy.getKey()),
                        after,
                        ReportText.write(copy.getValue())))
                .toList();
        drafts.addAll(Cover.of(office, given, others));
        return new Decision.Say<>(drafts);
    }
}
