package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.trust.Logs;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading the logs onward while a partner withholds openings. */
final class WalkTest extends Following {
    private static final int WITHHELD = 300;

    private FakePeer peer;

    /** Guatemala says one act, withholds many, and says one more. */
    @BeforeEach
    void withheld() {
        for (var i = 0; i < WITHHELD + 2; i++) says(gt, Notes.say("act " + i, HN));
        peer = new FakePeer(gt, HN);
        for (var i = 1; i <= WITHHELD; i++) peer.withhold(i, true);
        hn.follow(GT, peer, pace);
        untilStored(WITHHELD + 2);
    }

    private List<Long> heard(Walk walk) {
        var heard = new ArrayList<Long>();
        walk.onward(Walk.sizes(hn.logs), new Walk.Listener() {
            @Override
            public void heard(Act act) {
                heard.add(act.id().index());
            }

            @Override
            public void closed(ActId id) {
                heard.add(-id.index());
            }
        });
        return heard;
    }

    @Test
    void whatCameLateIsHandedOnOnceAndLate() {
        var walk = new Walk(hn.logs);
        assertEquals(List.of(0L, WITHHELD + 1L), heard(walk));
        assertEquals(List.of(), heard(walk));
        for (var i = 1; i <= WITHHELD; i++) peer.withhold(i, i == 7);
        pace.hurried();
        hn.until("all but one", () -> {
            pace.pass(Duration.ofSeconds(21));
            peer.stir();
            return hn.logs.missing(GT, WITHHELD).equals(List.of(7L));
        });
        var late = heard(walk);
        late.sort(null);
        assertEquals(
                LongStream.rangeClosed(1, WITHHELD).filter(i -> i != 7).boxed().toList(), late);
        assertEquals(List.of(), heard(walk));
        var anew = heard(new Walk(hn.logs));
        assertEquals(WITHHELD + 1, anew.size());
    }

    /** One that was opened behind its back, which never happens, is not found: so nobody looked. */
    @Test
    void whatIsWithheldIsNotLookedAtAgainBeforeItComes() throws SQLException {
        var walk = new Walk(hn.logs);
        heard(walk);
        try (var connection = postgres.open();
                var statement = connection.createStatement()) {
            statement.execute("update trust.entry set state = 0 where state = 2 and idx = 9");
        }
        assertEquals(List.of(), heard(walk));
    }

    @Test
    void ofALogThatOpensNothingNoMoreIsLookedThroughThanHasAnEndAndItIsToldThatThereMayBeMore() throws SQLException {
        var more = 10 * Logs.LOOKED_THROUGH;
        var size = WITHHELD + 2L + more;
        try (var connection = postgres.open();
                var statement = connection.createStatement()) {
            statement.execute("insert into trust.entry (place, idx, entry, state)"
                    + " select place, " + (WITHHELD + 1) + " + n, entry, 2 from trust.entry,"
                    + " generate_series(1, " + more + ") as n where idx = 1");
            statement.execute("update trust.log set size = " + size + " where size > 0");
        }
        var logs = new Logs(parties.charter(), HN, parties.keys(HN), postgres.readers());
        assertEquals(List.of(), logs.latestOpen(GT, 0, size, 10), "those that are open lie further back");
        assertEquals(
                1,
                logs.latestOpen(GT, 0, WITHHELD + 1L + Logs.LOOKED_THROUGH, 10).size());
        var latest = new Reading(logs).latest(10, Map.of(), act -> true);
        assertEquals(List.of(), latest.acts());
        assertEquals(Set.of(GT), latest.cut());
    }
}
