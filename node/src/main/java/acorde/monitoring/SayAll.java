package acorde.monitoring;

import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.compact.Founding;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says several reports of this party, each on another initiative: all of them or none. */
record SayAll(Founding founding, PartyCode party, OfficeCode office, List<Monitoring.Based> reports)
        implements Command<Objection.In> { // who says what
    /** Bytes of what is said in one go, beside which a batch still has room. */
    private static final int BYTES = 4 << 20;

    SayAll {
        reports = List.copyOf(reports);
        if (reports.size() > Monitoring.AT_ONCE) throw new IllegalArgumentException("at most " + Monitoring.AT_ONCE);
        if (reports.stream().map(each -> each.report().initiative()).distinct().count() != reports.size())
            throw new IllegalArgumentException("one report on each initiative");
    }

    private Say one(Report report) {
        return new Say(founding, party, office, report, List.of());
    }

    @Override
    public List<RowKey<?, ?>> reads() {
        var reads = new ArrayList<RowKey<?, ?>>();
        reports.forEach(each -> reads.addAll(one(each.report()).reads()));
        return reads;
    }

    @Override
    public Decision<Objection.In> decide(Past past, Instant now) {
        var drafts = new ArrayList<Draft>();
        var bytes = 0L;
        for (var each : reports) {
            var code = each.report().initiative();
            var moved = moved(past, each);
            if (moved.isPresent()) return new Decision.Decline<>(new Objection.In(code, moved.get()));
            switch (one(each.report()).decide(past, now)) {
                case Decision.Decline<Objection>(var why) -> {
                    return new Decision.Decline<>(new Objection.In(code, why));
                }
                case Decision.Say<Objection>(var said) -> drafts.addAll(said);
            }
            bytes += drafts.getLast().body().toString().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > BYTES) return new Decision.Decline<>(new Objection.In(code, Objection.of(Rule.TOO_LONG)));
        }
        return new Decision.Say<>(drafts);
    }

    /** What this party said meanwhile, which the report does not know of. */
    private Optional<Objection> moved(Past past, Monitoring.Based each) {
        var latest = past.row(MonitoringRows.FACTS, each.report().initiative())
                .map(facts -> facts.accounts().get(party))
                .map(account -> account.latest().act());
        return latest.equals(Optional.ofNullable(each.basis()))
                ? Optional.empty()
                : latest.map(act -> Objection.of(Rule.REPORTED_MEANWHILE, act))
                        .or(() -> Optional.of(Objection.of(Rule.REPORTED_MEANWHILE)));
    }
}
