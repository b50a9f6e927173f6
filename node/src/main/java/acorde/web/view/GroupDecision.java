package acorde.web.view;

import acorde.web.words.Bilingual;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the parties of a group were asked to decide about an initiative.
 *
 * @param label as the parties count, such as 3/1
 * @param group its title
 * @param sitting the act that begins the meeting or the written procedure on whose page it is
 * @param act that put it
 * @param state as {@code decision.state.…} has it
 * @param at when it was put
 */
public record GroupDecision(
        String label,
        Bilingual group,
        String sitting,
        String act,
        String state,
        Instant at,
        Bilingual text,
        List<Action> actions) { // a decision in short, and where it is whole
    /** Decisions that the page of an initiative shows. */
    public static final int MOST = 20;

    /** @param light as {@code actions.light.…} has it */
    public record Action(int number, String owner, Bilingual what, LocalDate due, String light) {} // a line of it

    /**
     * Those about one initiative.
     *
     * @param shown the last of them, at most {@link #MOST}
     * @param all how many there are
     */
    public record Some(List<GroupDecision> shown, int all) {
        public static final Some NONE = new Some(List.of(), 0);

        public Some {
            shown = List.copyOf(shown);
        }
    }

    public GroupDecision {
        actions = List.copyOf(actions);
    }
}
