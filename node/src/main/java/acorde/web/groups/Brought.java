package acorde.web.groups;

import acorde.acts.Act;
import acorde.acts.Acts;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.Group;
import acorde.compact.Initiative;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.compact.Stood;
import acorde.groups.Concern;
import acorde.groups.Proceedings;
import acorde.groups.Unanswered;
import acorde.groups.Why;
import acorde.monitoring.Light;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Rung;
import acorde.monitoring.Viewer;
import acorde.trust.PartyCode;
import acorde.web.desk.Procedures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the initiatives that a group follows bring before it: late, blocked, disputed, due, escalated, or waiting for
 * words; and before ministers, the written procedures that came up to them.
 *
 * <p>Every party of the group reads its agenda. So only that is brought which each of them is shown already: a draft
 * never shows a party late
 * that has been told of it and still has its notice (CO-5).
 */
public final class Brought {
    private final Acts acts;
    private final Compact compact;
    private final Monitoring monitoring;
    private final Founding founding;
    private final Procedures procedures;

    Brought( // what it looks at
            Acts acts, Compact compact, Monitoring monitoring, Founding founding, Procedures procedures) {
        this.acts = acts;
        this.compact = compact;
        this.monitoring = monitoring;
        this.founding = founding;
        this.procedures = procedures;
    }

    public List<Concern> to(Proceedings meeting, Instant now) {
        var key = new ItemKey(ItemKey.Kind.GROUP, meeting.sitting().group());
        if (!(compact.latest(key).orElse(null) instanceof Group group)) return List.of();
        var items = compact.items();
        var concerns = new ArrayList<Concern>();
        askedByAll(meeting.sitting().parties(), group, now)
                .forEach((code, asked) -> initiative(items, code)
                        .filter(text -> follows(group, text))
                        .ifPresent(text ->
                                concerns.add(new Concern(asked.why(), text.title(), code, null, asked.since()))));
        if (group.kind() != Group.Kind.MINISTERIAL)
            for (var stood : compact.openProposals()) undecided(stood, group).ifPresent(concerns::add);
        else
            procedures.unanswered(now).stream()
                    .filter(each -> each.comesBefore(
                            group, area(each.question().sitting().group())))
                    .map(Unanswered::escalated)
                    .forEach(concerns::add);
        return concerns;
    }

    /** The area that a group follows; empty if it follows none. */
    private String area(String group) {
        return compact.latest(new ItemKey(ItemKey.Kind.GROUP, group)).orElse(null) instanceof Group text
                        && text.area() != null
                ? text.area()
                : "";
    }

    /** Why an initiative asks for a place, and since when. */
    private record Asked(Why why, LocalDate since) {
        /** What both of two parties are shown of it is the less pressing of what each is. */
        Asked shared(Asked other) {
            return why.compareTo(other.why) >= 0 ? this : other;
        }
    }

    private Map<String, Asked> askedByAll(List<PartyCode> parties, Group group, Instant now) {
        var all = new TreeMap<String, Asked>();
        for (var party : parties) {
            var asked = asked(party, group, now);
            if (party.equals(parties.getFirst())) all.putAll(asked);
            all.keySet().retainAll(asked.keySet());
            all.replaceAll((code, before) -> before.shared(asked.getOrDefault(code, before)));
        }
        return all;
    }

    private Map<String, Asked> asked(PartyCode reader, Group group, Instant now) {
        var asked = new HashMap<String, Asked>();
        var area = group.area() == null ? "" : group.area();
        for (var concern : monitoring.concerns(area, new Viewer.Of(reader), now)) {
            var why = why(concern, group.kind());
            if (why != null) asked.put(concern.initiative(), new Asked(why, since(concern, now)));
        }
        return asked;
    }

    private Optional<Initiative> initiative(Map<ItemKey, Item> items, String code) {
        var key = ItemKey.initiative(code);
        return Optional.ofNullable(items.get(key))
                .flatMap(item -> Optional.ofNullable(item.head()))
                .map(head -> compact.text(key, head))
                .filter(Initiative.class::isInstance)
                .map(Initiative.class::cast);
    }

    /**
     * A group follows its area, or all of them if it has none; and nothing that a party owes which does not sit in it.
     */
    private boolean follows(Group group, Initiative text) {
        return (group.area() == null || group.area().equals(text.area()))
                && text.parties().stream().filter(founding.codes()::contains).allMatch(group.parties()::contains);
    }

    /**
     * Representatives and coordinators sit in a group, so what climbed past them was escalated; ministers see what
     * came up to them.
     */
    private static @Nullable Why why(acorde.monitoring.Concern concern, Group.Kind kind) {
        var ministers = kind == Group.Kind.MINISTERIAL;
        var rung = concern.rung();
        if (rung != null && rung.compareTo(ministers ? Rung.MINISTER : Rung.VICE_MINISTER) >= 0) return Why.ESCALATED;
        return ministers ? null : why(concern.light().why());
    }

    /** Only what a meeting can do something about: that evidence is old is for its party to mend. */
    private static @Nullable Why why(Light.Why why) {
        return switch (why) {
            case Light.Why.Overdue _, Light.Why.Silent _ -> Why.LATE;
            case Light.Why.Blocked _ -> Why.BLOCKED;
            case Light.Why.Disputed _ -> Why.DISPUTED;
            case Light.Why.DueSoon _, Light.Why.Unproven _ -> Why.DUE;
            case Light.Why.Confirmed _,
                    Light.Why.NoDate _,
                    Light.Why.Old _,
                    Light.Why.NoEvidence _,
                    Light.Why.Unconfirmed _,
                    Light.Why.NothingAmiss _ -> null;
        };
    }

    private static LocalDate since(acorde.monitoring.Concern concern, Instant now) {
        return switch (concern.light().why()) {
            case Light.Why.Overdue(var _, var _, var due) -> due;
            case Light.Why.Silent(var _, var since) -> since;
            case Light.Why.DueSoon(var _, var _, var due) -> due;
            case Light.Why.Unproven(var _, var _, var due) -> due;
            default ->
                concern.light().climbs().stream()
                        .map(Light.Climb::from)
                        .min(Comparator.naturalOrder())
                        .orElse(LocalDate.ofInstant(now, ZoneOffset.UTC));
        };
    }

    /** A text that waits for the word of a party, from the day it was proposed. */
    private Optional<Concern> undecided(Stood stood, Group group) {
        var item = stood.key().item();
        if (item.kind() != ItemKey.Kind.INITIATIVE) return Optional.empty();
        return acts.act(stood.proposal().act())
                .flatMap(act -> proposed(act)
                        .filter(text -> follows(group, text))
                        .map(text -> new Concern(
                                Why.UNDECIDED,
                                text.title(),
                                item.code(),
                                act.id(),
                                LocalDate.ofInstant(act.at(), ZoneOffset.UTC))));
    }

    private static Optional<Initiative> proposed(Act act) {
        return ItemText.parse(ItemKey.Kind.INITIATIVE, act.body().path("text"))
                        instanceof ItemText.Parsed.Good(Initiative text)
                ? Optional.of(text)
                : Optional.empty();
    }
}
