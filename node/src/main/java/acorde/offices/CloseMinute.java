package acorde.offices;

import acorde.acts.ActId;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.trustlog.Hash;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Holds fast {@code count} lines of the journal from number {@code first} on. */
record CloseMinute(long first, long count, Hash root) implements Command<Journal.NotClosed> {
    @Override
    public List<RowKey<?, ?>> reads() {
        return List.of(new RowKey<>(OfficesDuty.HEAD, OfficesDuty.HEAD_KEY));
    }

    @Override
    public Decision<Journal.NotClosed> decide(Past past, Instant now) {
        var head = past.row(OfficesDuty.HEAD, OfficesDuty.HEAD_KEY);
        var next = head.map(OfficesDuty.Head::next).orElse(0L);
        if (next != first) return new Decision.Decline<>(Journal.NotClosed.CLOSED_MEANWHILE);
        List<ActId> after = head.map(last -> List.of(last.act())).orElse(List.of());
        var body = JsonMapper.shared().createObjectNode();
        body.put("from", first);
        body.put("count", count);
        body.put("root", "sha256:" + root.hex());
        return new Decision.Say<>(List.of(
                new Draft(OfficesDuty.JOURNAL, OfficeCode.NODE.value(), Collections.emptySortedSet(), after, body)));
    }
}
