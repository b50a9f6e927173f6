package acorde.onward;

import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who was given a report, by whose leave: those its provider chose itself, and below each those who have it because that one asked. */
public record Tree(List<Branch> branches) {
    /** @param leave by which the holder has it; null if the provider chose it itself */
    public record Branch(PartyCode holder, @Nullable Leave leave, List<Branch> below) {
        public Branch {
            below = List.copyOf(below);
        }
    }

    public Tree {
        branches = List.copyOf(branches);
    }

    /**
     * A party stands in it once: nearest to the provider, and of several leaves under the first. So no order in which leaves come makes a circle, and
     * what begins nowhere is in none.
     *
     * @param direct whom the provider chose itself
     * @param leaves in the order of its log
     */
    static Tree of(Collection<PartyCode> direct, List<Leave> leaves) {
        var parents = new ArrayList<Leave>();
        var placed = new HashSet<>(direct);
        for (var level = Set.copyOf(direct); !level.isEmpty(); ) {
            var next = new HashSet<PartyCode>();
            for (var leave : leaves)
                if (level.contains(leave.by()) && placed.add(leave.to())) {
                    parents.add(leave);
                    next.add(leave.to());
                }
            level = next;
        }
        return new Tree(new TreeSet<>(direct)
                .stream().map(holder -> branch(holder, null, parents)).toList());
    }

    private static Branch branch(PartyCode holder, @Nullable Leave leave, List<Leave> parents) {
        return new Branch(
                holder,
                leave,
                parents.stream()
                        .filter(one -> one.by().equals(holder))
                        .map(one -> branch(one.to(), one, parents))
                        .toList());
    }
}
