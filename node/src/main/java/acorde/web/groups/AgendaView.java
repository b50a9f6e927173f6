package acorde.web.groups;

import acorde.groups.Course;
import acorde.groups.Why;
import acorde.web.words.Bilingual;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agenda of a meeting, as a document.
 *
 * @param order a line for each point proposed, those of the agenda first; of the others the most pressing
 * @param wishes how the parties would order them
 * @param history the agendas the chair put
 * @param drafted how many points could be drafted from what is late, due or undecided and are not proposed yet
 * @param leftOut how many of those find no room
 * @param cut whether more than was read is late, due or undecided
 */
public record AgendaView(
        SittingView sitting,
        List<Line> order,
        List<Wish> wishes,
        Course.History history,
        int drafted,
        int leftOut,
        boolean cut) { // what the page tells of it
    /** Points of a sheet: as many as an agenda may have. */
    static final int PRINTED = 200;

    /**
     * @param place on the agenda, from 1; 0 for a point that is not on it
     * @param since from when on it has asked for a place; null if that is not known, or it asks no more
     * @param remarks what was said to it
     */
    public record Line(
            Course.Proposed point,
            SittingView.@Nullable About about,
            int place,
            @Nullable LocalDate since,
            List<Said> remarks) { // a point, and what stands beside it
        public Line {
            remarks = List.copyOf(remarks);
        }

        /** The key of how {@link #since} is said: what is due has its day still before it. */
        public String when() {
            return point.point().why() == Why.DUE ? "agenda.on" : "agenda.since";
        }
    }

    /** A remark, by a party. */
    public record Said(String party, String act, String words) {}

    /** How a party would order the points. @param own whether it is this one */
    public record Wish(String party, boolean own, List<Course.Proposed> points) {
        public Wish {
            points = List.copyOf(points);
        }

        /** At which place it has a point; empty if it leaves it out. */
        public String place(Course.Proposed point) {
            var at = points.indexOf(point);
            return at < 0 ? "" : Integer.toString(at + 1);
        }
    }

    public AgendaView {
        order = List.copyOf(order);
        wishes = List.copyOf(wishes);
    }

    /** The place the form begins with: the chair's is the agenda, at first all points as they were proposed; another party's its own wish. */
    public String place(Line line) {
        if (sitting.chairs() && history.latest().isEmpty()) return Integer.toString(order.indexOf(line) + 1);
        if (sitting.chairs()) return line.place() == 0 ? "" : Integer.toString(line.place());
        return wishes.stream()
                .filter(Wish::own)
                .findFirst()
                .map(wish -> wish.place(line.point()))
                .orElse(line.place() == 0 ? "" : Integer.toString(line.place()));
    }

    /** What a sheet has of it: the agenda; while none is adopted, the first of the points proposed. */
    public List<Line> printed() {
        return order.stream()
                .filter(line -> history.latest().isEmpty() || line.place() > 0)
                .limit(PRINTED)
                .toList();
    }

    /** How many of the points proposed a sheet leaves out. */
    public int unprinted() {
        return order.size() - printed().size();
    }

    public Bilingual group() {
        return sitting.group();
    }
}
