package acorde.web.groups;

import acorde.groups.Course;
import acorde.web.words.Bilingual;
import java.util.List;

/**
 * The agenda of a meeting, as a document.
 *
 * @param order a line for each point proposed, those of the agenda first
 * @param drafted how many points could be drafted from what is late, due or undecided and are not proposed yet
 * @param leftOut how many of those find no room
 */
public record AgendaView(SittingView sitting, List<Line> order, int drafted, int leftOut) {
    /** @param place on the agenda, from 1; 0 for a point that is not on it */
    public record Line(Course.Proposed point, int place) {}

    public AgendaView {
        order = List.copyOf(order);
    }

    public Bilingual group() {
        return sitting.group();
    }
}
