package acorde.groups;

import acorde.acts.ActId;
import acorde.compact.Group;
import acorde.compact.Mandate;
import acorde.trust.PartyCode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A meeting, or a written procedure between meetings: what the mandate it was begun under says of it, which no later mandate changes.
 *
 * @param act that begins it, and names it
 * @param group its code
 * @param number as the parties count
 * @param seats who sits in it
 * @param quorum how many parties must be present when something is decided
 * @param chair who has the chair of the meeting: the party whose turn it was on the day it was first called for; null in writing
 */
public record Sitting(
        ActId act,
        String group,
        int number,
        List<Group.Seat> seats,
        int quorum,
        @Nullable PartyCode chair) { // a name, and what the mandate says
    public Sitting {
        seats = List.copyOf(seats);
    }

    static Sitting of(ActId act, Saying.Begins begins, Mandate mandate) {
        var group = mandate.group();
        var chair = begins instanceof Saying.Called called
                ? group.chairOn(called.when().day())
                : null;
        return new Sitting(act, begins.group(), begins.number(), group.seats(), group.needed(), chair);
    }

    public boolean isMeeting() {
        return chair != null;
    }

    public Optional<Group.Seat> seat(PartyCode party) {
        return seats.stream().filter(seat -> seat.party().equals(party)).findFirst();
    }

    public List<PartyCode> parties() {
        return seats.stream().map(Group.Seat::party).toList();
    }

    /** The others of the group, to whom what {@code party} says here is addressed. */
    TreeSet<PartyCode> others(PartyCode party) {
        var others = new TreeSet<>(parties());
        others.remove(party);
        return others;
    }
}
