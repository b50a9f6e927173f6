package acorde.compact;

import acorde.acts.Act;
import acorde.trustlog.Hash;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A text as the act that carries it has it: announced or proposed, and not necessarily ever in force. For other duties, whose acts name the
 * version they are about.
 */
public record Carried(ItemKey item, Hash version, ItemText text) {
    /** What an act carries; empty if it carries no text that can be read, or announces and is not the announcer's. */
    public static Optional<Carried> by(Act act, Founding founding) {
        return founding.texts().of(act, each -> read(each, founding));
    }

    private static Optional<Carried> read(Act act, Founding founding) {
        if (!(Saying.read(act) instanceof Saying.Reading.Heard(var saying))) return Optional.empty();
        return switch (saying) {
            case Saying.Announced(var item, var text) ->
                act.by().equals(founding.announcer()) ? carried(act, item, text) : Optional.empty();
            case Saying.Proposed proposed -> carried(act, proposed.item(), proposed.text());
            case Saying.Chartered _, Saying.ToProposal _ -> Optional.empty();
        };
    }

    private static Optional<Carried> carried(Act act, ItemKey item, JsonNode text) {
        return ItemText.parse(item.kind(), text) instanceof ItemText.Parsed.Good(var good)
                ? Optional.of(new Carried(item, act.hash(), good))
                : Optional.empty();
    }
}
