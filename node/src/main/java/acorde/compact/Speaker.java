package acorde.compact;

import acorde.acts.ActId;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.offices.OfficeCode;
import acorde.offices.Role;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** This party, about to speak through one of its offices. */
record Speaker(Founding founding, PartyCode party, OfficeCode office) {
    /** Acts that one act may depend on. */
    private static final int DEPENDENCIES = 64;

    boolean mayNotSpeak() {
        return !office.value().equals(Role.COORDINATOR.word());
    }

    Draft draft(Saying saying, List<ActId> after) {
        var others = new TreeSet<>(founding.codes());
        others.remove(party);
        return new Draft(saying.kind(), office.value(), others, after, saying.body());
    }

    /** Says it if {@code leave} is granted, naming {@code about} and what the leave asks to be named. */
    Decision<Objection> speak(Saying saying, Consent.Leave leave, @Nullable ActId about) {
        return switch (leave) {
            case Consent.Leave.Denied(var rule, var because) -> decline(new Objection(rule, because, List.of()));
            case Consent.Leave.Granted(var deaths) -> {
                var after = new ArrayList<ActId>(deaths.size() + 1);
                if (about != null) after.add(about);
                after.addAll(deaths);
                yield after.size() > DEPENDENCIES
                        ? decline(Rule.TOO_MANY)
                        : new Decision.Say<>(List.of(draft(saying, after)));
            }
        };
    }

    static Decision<Objection> decline(Objection objection) {
        return new Decision.Decline<>(objection);
    }

    static Decision<Objection> decline(Rule rule) {
        return decline(Objection.of(rule));
    }

    /** The latest text of an item, as this node knows it. */
    Optional<Item.Head> head(Past past, ItemKey item) {
        var known = past.row(CompactRows.ITEM, item);
        if (known.isPresent()) return Optional.ofNullable(known.get().head());
        return founding.textOf(item).map(text -> new Item.Head(founding.hash(), 1, null, null, text.toString()));
    }

    /** The round from which the next text of an item comes, as this node knows it. */
    Round.Key next(Past past, ItemKey item) {
        return past.row(CompactRows.ITEM, item)
                .map(known -> known.next(item))
                .orElseGet(() -> new Round.Key(item, founding.textOf(item).isPresent() ? founding.hash() : null));
    }

    static @Nullable Hash version(Optional<Item.Head> head) {
        return head.map(Item.Head::version).orElse(null);
    }
}
