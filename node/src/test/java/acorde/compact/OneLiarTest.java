package acorde.compact;

import static acorde.compact.World.GT;
import static acorde.compact.World.HN;
import static acorde.compact.World.SV;
import static acorde.compact.World.US;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What one party can do alone while all others keep the rules. Checked over histories made up from seeds. */
class OneLiarTest {
    private static final List<PartyCode> LIARS = List.of(US, GT, HN, SV);

    @Test
    void whatWasAgreedOnWithAnotherPartyStaysWhateverOnePartySays() {
        over(0, 60);
    }

    private static void over(int first, int count) {
        var agreed = 0;
        for (var seed = first; seed < first + count; seed++) {
            var liar = LIARS.get(seed % LIARS.size());
            var observer = new Node(World.FOUNDING, SV);
            var seen = new HashMap<ItemKey, Set<ActId>>();
            var world = Histories.alone(seed, liar, (now, withheld) -> {
                for (var act : now.acts()) if (!withheld.contains(act.id())) observer.hear(act);
                note(observer, liar, seen);
            });
            world.acts().forEach(observer::hear);
            for (var item : seen.entrySet()) {
                var stands = inForce(observer, item.getKey());
                assertTrue(
                        stands.containsAll(item.getValue()),
                        "seed " + seed + ": " + item.getKey() + " had " + item.getValue() + ", has " + stands);
                agreed += item.getValue().size();
            }
        }
        assertTrue(agreed > 5, "the histories must come to something: " + agreed);
    }

    /** The texts in force, as far as on the way to each nothing was replaced that concerned the liar alone. */
    private static void note(Node observer, PartyCode liar, Map<ItemKey, Set<ActId>> seen) {
        observer.rows(CompactRows.ITEM).forEach((key, item) -> {
            var act = item.consented() && item.head() != null ? item.head().act() : null;
            if (act == null) return;
            var proposal = observer.act(act).orElseThrow();
            if (shared(observer, liar, proposal))
                seen.computeIfAbsent(key, of -> new HashSet<>()).add(act);
        });
    }

    private static boolean shared(Node observer, PartyCode liar, Act proposal) {
        if (Set.of(liar).containsAll(concerned(observer, proposal))) return false;
        var base = Saying.proposal(proposal).orElseThrow().base();
        return proposal.after().stream()
                .flatMap(id -> observer.act(id).stream())
                .filter(act -> act.kind().equals(Saying.PROPOSED) && act.hash().equals(base))
                .findFirst()
                .map(before -> shared(observer, liar, before))
                .orElse(true);
    }

    /** Whose assent any change of what it replaced needs. */
    private static SortedSet<PartyCode> concerned(Node observer, Act act) {
        var round = observer.round(act).orElseThrow();
        var announcement = round.proposal(act.id()).orElseThrow().announcement();
        if (announcement == null) return new TreeSet<>(round.base().concerned());
        var item = Saying.proposal(act).orElseThrow().item();
        var text = observer.act(announcement.act()).orElseThrow().body().path("text");
        return World.FOUNDING.concerned(item, text);
    }

    private static Set<ActId> inForce(Node observer, ItemKey item) {
        var head = observer.item(item).head();
        var rounds = new ArrayList<Shelf.Read>();
        observer.rows(CompactRows.ROUND).forEach((key, round) -> {
            if (key.item().equals(item)) rounds.add(new Shelf.Read(key, round, head == null ? null : head.version()));
        });
        return Shelf.stood(rounds).stream()
                .filter(stood -> stood.state() == Stood.State.IN_FORCE)
                .map(stood -> stood.proposal().act())
                .collect(Collectors.toSet());
    }
}
