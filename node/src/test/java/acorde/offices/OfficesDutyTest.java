package acorde.offices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Applied;
import acorde.acts.Decision;
import acorde.acts.Past;
import acorde.acts.Verdict;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import acorde.trustlog.Merkle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class OfficesDutyTest {
    private static final PartyCode HN = new PartyCode("HN");
    private static final Hash ROOT = Merkle.EMPTY_ROOT;
    private final OfficesDuty duty = new OfficesDuty();

    /** Rows in memory. */
    private static final class Rows implements Past {
        private record Place(Table<?, ?> table, Object key) {}

        private final Map<Place, Object> rows = new HashMap<>();

        @Override
        @SuppressWarnings("unchecked") // a table's rows are of its type
        public <K, R> Optional<R> row(Table<K, R> table, K key) {
            return Optional.ofNullable((R) rows.get(new Place(table, key)));
        }

        @Override
        public Optional<Act> act(ActId id) {
            return Optional.empty();
        }

        void take(Applied applied) {
            for (var change : applied.changes()) {
                switch (change) {
                    case RowChange.Put<?, ?>(var table, var key, var row) -> rows.put(new Place(table, key), row);
                    case RowChange.Delete<?, ?>(var table, var key) -> rows.remove(new Place(table, key));
                }
            }
        }
    }

    private static Act act(long index, String office, String body, PartyCode... to) {
        return new Act(
                new ActId(HN, index),
                "offices.journal",
                office,
                Instant.EPOCH,
                new TreeSet<>(List.of(to)),
                List.of(),
                JsonMapper.shared().readTree(body),
                ROOT);
    }

    private static String minute(long from, long count) {
        return "{\"from\":" + from + ",\"count\":" + count + ",\"root\":\"sha256:" + ROOT.hex() + "\"}";
    }

    private static String rule(Applied applied) {
        return applied.verdicts().values().stream()
                .map(verdict -> verdict instanceof Verdict.Rejected(var rule) ? rule : "")
                .findFirst()
                .orElse("");
    }

    @Test
    void aMinuteWithLinesIsKeptAndMovesTheHead() {
        var rows = new Rows();
        rows.take(duty.apply(rows, act(5, "node", minute(0, 3))));
        assertEquals(Optional.of(new OfficesDuty.Head(3, new ActId(HN, 5))), rows.row(OfficesDuty.HEAD, "head"));
        assertEquals(Optional.of(new Journal.Minute(0, 3, ROOT, new ActId(HN, 5))), rows.row(OfficesDuty.MINUTE, 0L));
    }

    @Test
    void aMinuteWithoutLinesOnlyMovesTheHead() {
        var rows = new Rows();
        rows.take(duty.apply(rows, act(5, "node", minute(3, 0))));
        assertEquals(Optional.of(new OfficesDuty.Head(3, new ActId(HN, 5))), rows.row(OfficesDuty.HEAD, "head"));
        assertEquals(Optional.empty(), rows.row(OfficesDuty.MINUTE, 3L));
    }

    @Test
    void aJournalAddressedToSomebodyIsRejected() {
        assertEquals(
                "JOURNAL_IS_ONES_OWN", rule(duty.apply(new Rows(), act(5, "node", minute(0, 1), new PartyCode("GT")))));
    }

    @Test
    void aJournalByAnOfficeThatPeopleHoldIsRejected() {
        assertEquals("OFFICE_MAY_NOT", rule(duty.apply(new Rows(), act(5, "coordination", minute(0, 1)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"from\":-1,\"count\":1,\"root\":\"sha256:"
                        + "00000000000000000000000000000000000000000000000000000000000000" + "00\"}",
                "{\"from\":0,\"count\":1,\"root\":\"sha256:00\"}",
                "{\"from\":0.5,\"count\":1,\"root\":\"sha256:0000000000000000000000000000000000000000000000000000000000000000\"}",
                "{\"from\":\"0\",\"count\":1,\"root\":\"sha256:0000000000000000000000000000000000000000000000000000000000000000\"}",
                "{\"from\":0,\"count\":9223372036854775807,\"root\":\"sha256:0000000000000000000000000000000000000000000000000000000000000000\"}"
            })
    void aMalformedMinuteIsRejected(String body) {
        assertEquals("MALFORMED", rule(duty.apply(new Rows(), act(5, "node", body))));
    }

    @Test
    void anyOrderOfTheSameActsGivesTheSameRows() {
        var acts = new ArrayList<Act>();
        for (var i = 0; i < 8; i++) acts.add(act(10 + i, "node", minute(i / 2 * 3L, i % 2 * 3L)));
        acts.add(act(30, "node", minute(3, 9)));
        var random = new Random(7);
        Map<?, ?> first = null;
        for (var round = 0; round < 200; round++) {
            Collections.shuffle(acts, random);
            var rows = new Rows();
            for (var act : acts) rows.take(duty.apply(rows, act));
            if (first == null) first = rows.rows;
            assertEquals(first, rows.rows);
        }
    }

    @Test
    void aMinuteIsSaidToNobodyAfterTheOneBefore() {
        var rows = new Rows();
        rows.take(duty.apply(rows, act(5, "node", minute(0, 3))));
        var said = assertInstanceOf(Decision.Say.class, new CloseMinute(3, 2, ROOT).decide(rows, Instant.EPOCH));
        var draft = (acorde.acts.Draft) said.drafts().getFirst();
        assertEquals(Collections.emptySortedSet(), draft.to());
        assertEquals("node", draft.office());
        assertEquals(List.of(new ActId(HN, 5)), draft.after());
        assertEquals(minute(3, 2), draft.body().toString());
    }

    @Test
    void aMinuteThatDoesNotBeginWhereTheLastOneEndedIsNotSaid() {
        var rows = new Rows();
        rows.take(duty.apply(rows, act(5, "node", minute(0, 3))));
        assertEquals(
                new Decision.Decline<>(Journal.NotClosed.CLOSED_MEANWHILE),
                new CloseMinute(2, 2, ROOT).decide(rows, Instant.EPOCH));
    }
}
