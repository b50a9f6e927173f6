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
 * <p>The root of what was founded is the charter. Of anything else it is the first text that is agreed on, be it in the place of an
 * announcement or of nothing; failing that, the announcement, on which nothing follows but by that one round: no announcement outweighs
 * consent.
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
        if (founding.textOf(item).isPresent())
            return Optional.of(follow(item, announced, new Step(founding.hash(), 1, null, null), null));
        return switch (outcome(item, null)) {
            case Consent.Outcome.Successor(var first) -> Optional.of(follow(item, announced, first(first), null));
            case Consent.Outcome.Contested _ -> Optional.of(unmoved(item, announced, Item.Standing.CONTESTED));
            case Consent.Outcome.Undecided _ ->
                announced == null ? Optional.empty() : Optional.of(unmoved(item, announced, Item.Standing.ANNOUNCED));
        };
    }

    /** Where the item stands, found from what was agreed on as its latest text; only if nothing changed on the way to that. */
    Item fromHead(ItemKey item, Item before, Item.Head head) {
        return follow(
                item, before.announced(), new Step(head.version(), head.number(), head.replaced(), head.act()), before);
    }

    private static Step first(Proposal agreed) {
        var announcement = agreed.announcement();
        return announcement == null
                ? new Step(agreed.version(), 1, null, agreed.act())
                : new Step(agreed.version(), 2, announcement.version(), agreed.act());
    }

    /** As long as no first text is agreed on. */
    private Item unmoved(ItemKey item, @Nullable ActId announced, Item.Standing standing) {
        if (announced == null) return new Item(null, standing, null, Item.Marks.NONE);
        var step = new Step(acts.apply(announced).hash(), 1, null, announced);
        return item(item, announced, standing, step);
    }

    private Item follow(ItemKey item, @Nullable ActId announced, Step from, @Nullable Item before) {
        var step = from;
        var outcome = outcome(item, step.version());
        while (outcome instanceof Consent.Outcome.Successor(var next)) {
            step = new Step(next.version(), step.number() + 1, step.version(), next.act());
            outcome = outcome(item, step.version());
        }
        var standing = outcome instanceof Consent.Outcome.Contested ? Item.Standing.CONTESTED : Item.Standing.CONSENTED;
        var known = before == null ? null : before.head();
        if (before != null && known != null && known.version().equals(step.version()))
            return new Item(announced, standing, known, before.marks());
        return item(item, announced, standing, step);
    }

    private Item item(ItemKey item, @Nullable ActId announced, Item.Standing standing, Step step) { // what a row has
        var text = text(item, step);
        var head = new Item.Head(step.version(), step.number(), step.replaced(), step.act(), text.toString());
        return new Item(announced, standing, head, Item.Marks.of(item.kind(), text));
    }

    private Consent.Outcome outcome(ItemKey item, @Nullable Hash base) {
        return Consent.outcome(rounds.apply(new Round.Key(item, base)).orElse(null));
    }

    private JsonNode text(ItemKey item, Step step) {
        if (step.act() == null) return founding.textOf(item).orElseThrow();
        return acts.apply(step.act()).body().path("text");
    }
}
