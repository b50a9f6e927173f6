package acorde.compact;

import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.RowKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Brings history in: announces every item of a folder that is not known yet. */
record Announce(Speaker speaker, String compact, SortedMap<ItemKey, ItemText> items) implements Command<Objection> {
    @Override
    public List<RowKey<?, ?>> reads() {
        var keys = new ArrayList<RowKey<?, ?>>();
        for (var item : items.keySet()) {
            keys.add(new RowKey<>(CompactRows.ITEM, item));
            keys.add(new RowKey<>(CompactRows.ROUND, Round.Key.first(item)));
        }
        return keys;
    }

    @Override
    public Decision<Objection> decide(Past past, Instant now) {
        if (speaker.mayNotSpeak()) return Speaker.decline(Rule.OFFICE_MAY_NOT);
        if (!speaker.party().equals(speaker.founding().announcer())) return Speaker.decline(Rule.NOT_ANNOUNCER);
        if (!compact.equals(speaker.founding().compact())) return Speaker.decline(Rule.UNKNOWN_ITEM);
        var drafts = new ArrayList<Draft>();
        items.forEach((item, text) -> {
            // What a party proposed is known too: it is not told as history over its head.
            if (past.row(CompactRows.ITEM, item).isEmpty()
                    && past.row(CompactRows.ROUND, Round.Key.first(item)).isEmpty())
                drafts.add(speaker.draft(new Saying.Announced(item, text.toJson()), List.of()));
        });
        return drafts.isEmpty() ? Speaker.decline(Rule.ALREADY_ANNOUNCED) : new Decision.Say<>(drafts);
    }
}
