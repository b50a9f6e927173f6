package acorde.compact;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.trustlog.Hash;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Follows an item from its root to its latest text: on each version, the one complete proposal takes its place; two or more leave it where
 * it is, contested.
 *
 * <p>The root of what was founded is the charter. Of anything else it is the new text all parties assented to, if there is one, and otherwise
 * the announcement: no announcement outweighs consent.
 */
final class Lineage {
    private final Founding founding;
    private final Function<Round.Key, Optional<Round>> rounds;
    private final Function<ActId, Act> acts;

    /** @param acts for acts that are known to be there */
    Lineage(Founding founding, Function<Round.Key, Optional<Round>> rounds, Function<ActId, Act> acts) {
        this.founding = founding;
        this.rounds = rounds;
        this.acts = acts;
    }

    /** One version on the way. */
    private record Step(
            Hash version,
            int number,
            @Nullable Hash replaced,
            @Nullable ActId act) {}

    /** Where the item stands, found from its root; empty while it is only proposed, which its round says. */
    Optional<Item> fromRoot(ItemKey item, @Nullable ActId announced) {
        return follow(item, announced, root(item, announced), null);
    }

    /** Where the item stands, found from what was its latest text; only if nothing changed on the way to that. */
    Optional<Item> fromHead(ItemKey item, Item before) {
        var head = before.head();
        var step = head == null ? null : new Step(head.version(), head.number(), head.replaced(), head.act());
        return follow(item, before.announced(), step, before);
    }

    private @Nullable Step root(ItemKey item, @Nullable ActId announced) {
        if (founding.textOf(item).isPresent()) return new Step(founding.hash(), 1, null, null);
        if (outcome(item, null) instanceof Consent.Outcome.Successor(var proposal))
            return new Step(proposal.version(), 1, null, proposal.act());
        return announced == null ? null : new Step(acts.apply(announced).hash(), 1, null, announced);
    }

    private Optional<Item> follow(ItemKey item, @Nullable ActId announced, @Nullable Step from, @Nullable Item before) {
        var step = from;
        var outcome = outcome(item, step == null ? null : step.version());
        while (step != null && outcome instanceof Consent.Outcome.Successor(var next)) {
            step = new Step(next.version(), step.number() + 1, step.version(), next.act());
            outcome = outcome(item, step.version());
        }
        var contested = outcome instanceof Consent.Outcome.Contested;
        if (step == null)
            return contested
                    ? Optional.of(new Item(announced, Item.Standing.CONTESTED, null, Item.Marks.NONE))
                    : Optional.empty();
        var standing = contested
                ? Item.Standing.CONTESTED
                : step.act() != null && step.act().equals(announced)
                        ? Item.Standing.ANNOUNCED
                        : Item.Standing.CONSENTED;
        var known = before == null ? null : before.head();
        if (before != null && known != null && known.version().equals(step.version()))
            return Optional.of(new Item(announced, standing, known, before.marks()));
        var text = text(item, step);
        var head = new Item.Head(step.version(), step.number(), step.replaced(), step.act(), text.toString());
        return Optional.of(new Item(announced, standing, head, Item.Marks.of(item.kind(), text)));
    }

    private Consent.Outcome outcome(ItemKey item, @Nullable Hash base) {
        return Consent.outcome(rounds.apply(new Round.Key(item, base)).orElse(null));
    }

    private JsonNode text(ItemKey item, Step step) {
        if (step.act() == null) return founding.textOf(item).orElseThrow();
        return acts.apply(step.act()).body().path("text");
    }
}
