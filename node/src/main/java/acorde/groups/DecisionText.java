package acorde.groups;

import acorde.compact.Bilingual;
import acorde.compact.Form;
import acorde.compact.TextReader;
import acorde.compact.TextWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the parties of a group are asked to decide: the words, the initiative they are about, and what follows from them for whom.
 *
 * @param initiative its code; null if it is about none
 */
public record DecisionText(Bilingual text, @Nullable String initiative, List<Action> actions) {
    /** Actions of one decision: more than a group can follow. */
    static final int ACTIONS = 20;

    public DecisionText {
        actions = List.copyOf(actions);
    }

    static DecisionText read(TextReader reader) {
        var actions = reader.children("actions", Action::read);
        if (actions.size() > ACTIONS)
            reader.complain(
                    "actions", "Una decisión tiene 20 acciones a lo sumo.", "A decision has at most 20 actions.");
        return new DecisionText(Forms.text(reader, "text"), reader.wordIfGiven("initiative", Form.CODE), actions);
    }

    ObjectNode toJson() {
        return new TextWriter()
                .text("text", text)
                .word("initiative", initiative)
                .children("actions", actions, Action::toJson)
                .done();
    }
}
