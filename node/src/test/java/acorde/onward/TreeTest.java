package acorde.onward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.acts.ActId;
import acorde.policy.Purpose;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who holds a report of El Salvador by whose leave. */
class TreeTest {
    private static final PartyCode SV = new PartyCode("SV");
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode HN = new PartyCode("HN");
    private static final PartyCode US = new PartyCode("US");

    private static Leave leave(int index, PartyCode by, PartyCode to) {
        return new Leave(new ActId(SV, index), by, to, new Purpose("A2"), Instant.EPOCH);
    }

    private static String drawn(Tree tree) {
        return drawn(tree.branches());
    }

    private static String drawn(List<Tree.Branch> branches) {
        return branches.stream()
                .map(one -> one.holder() + (one.below().isEmpty() ? "" : "(" + drawn(one.below()) + ")"))
                .collect(Collectors.joining(" "));
    }

    @Test
    void whoHasItByLeaveStandsBelowWhoAsked() {
        assertEquals("GT(HN(US))", drawn(Tree.of(Set.of(GT), List.of(leave(7, GT, HN), leave(9, HN, US)))));
    }

    @Test
    void whomTheProviderChoseItselfStandsBelowNobody() {
        assertEquals("GT HN", drawn(Tree.of(Set.of(GT, HN), List.of(leave(7, GT, HN)))));
    }

    @Test
    void leavesThatGoInACircleMakeNoneOfTheTree() {
        assertEquals(
                "GT(HN)", drawn(Tree.of(Set.of(GT), List.of(leave(7, GT, HN), leave(8, HN, GT), leave(9, HN, HN)))));
        assertEquals("GT", drawn(Tree.of(Set.of(GT), List.of(leave(7, HN, US), leave(8, US, HN)))));
    }

    @Test
    void ofTwoLeavesForOnePartyTheFirstPlacesIt() {
        var first = leave(7, GT, US);
        assertEquals("GT(US) HN", drawn(Tree.of(Set.of(GT, HN), List.of(first, leave(9, HN, US)))));
    }
}
