package acorde.groups;

import static acorde.groups.World.GT;
import static acorde.groups.World.HN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.Group;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.trustlog.Hash;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of a question in writing that nobody answers: it was put to all four until 1 December 2026, and three are silent. */
class UnansweredTest {
    private static final Patience WEEK = new Patience(List.of(7, 21, 45), 7);

    /** Every party has had everything since ever. */
    static final Unanswered.Had AT_ONCE = (_, _) -> Optional.of(Instant.EPOCH);

    static List<Undecided> inWriting(Collection<Proceedings> sittings) {
        return sittings.stream()
                .filter(one -> !one.sitting().isMeeting())
                .flatMap(one -> Decided.all(one).stream())
                .filter(one -> one.state() == Decided.State.OPEN)
                .map(Undecided::of)
                .toList();
    }

    private static List<Unanswered> on(String day) {
        return Unanswered.all(inWriting(SampleSittings.several()), WEEK, AT_ONCE, Instant.parse(day + "T12:00:00Z"));
    }

    private static Group ministers(ObjectNode mandate) {
        return switch (ItemText.parse(ItemKey.Kind.GROUP, mandate)) {
            case ItemText.Parsed.Good(var text) -> (Group) text;
            case ItemText.Parsed.Bad bad -> throw new AssertionError(bad);
        };
    }

    @Test
    void itComesBeforeMinistersAtTheTopAloneAndOnlyThoseOfItsArea() {
        var all = ministers(World.mandate(3));
        assertFalse(on("2027-01-14").getFirst().comesBefore(all, ""));
        var top = on("2027-01-15").getFirst();
        assertTrue(top.comesBefore(all, ""));
        assertTrue(top.comesBefore(all, "A1"), "ministers that follow no area follow all");
        assertFalse(top.comesBefore(ministers(World.mandate(List.of(GT, HN), 2)), ""), "others are silent too");
        var ofAnArea = ministers(World.mandate(3).put("area", "A2"));
        assertFalse(top.comesBefore(ofAnArea, "A1"));
        assertTrue(top.comesBefore(ofAnArea, "A2"));
    }

    /** Asked at, until, and since when Guatemala, El Salvador and the United States have it, each a day of January with an hour; and when it is due. */
    private static final List<String> CLOCKS = List.of(
            "01T08 11T08 | 01T08 01T08 01T08 | 11T08", // all had it when it says it was asked
            "01T08 11T08 | 01T09 01T09 01T09 | 11T08", // and within the hour that it may take
            "01T08 11T08 | 05T08 05T08 05T08 | 15T08", // a node that was away has as much time from then
            "01T08 11T08 | 05T08 01T08 05T08 | 11T08", // that of another runs meanwhile
            "01T08 02T08 | 20T08 20T08 20T08 | 21T08", // dated back: both were over before anybody had it
            "01T08 11T08 | 05T08 - - | 15T08", // of who is not shown to have it none runs for a week
            "01T08 11T08 | 20T08 - - | 18T08", // from then it runs as if it had it
            "01T08 11T08 | - - - | 18T08", // so that whoever shows nothing for ever is late in the end
            "01T08 02T08 | - - - | 09T08"); // also of a question that leaves a day

    @Test
    void theTimeOfWhoIsAskedRunsFromWhenItsNodeCanBeShownToHaveIt() {
        for (var line : CLOCKS) {
            var cells = line.split("[ |]+");
            var world = World.withGroup();
            world.node(HN).now = moment(cells[0]).orElseThrow();
            var asked = world.begin(
                    HN,
                    new Saying.Circulated(
                            "A1",
                            Hash.of(new byte[Hash.SIZE]),
                            1,
                            moment(cells[1]).orElseThrow(),
                            World.decision("por escrito")));
            var parties = List.of(GT, World.SV, World.US);
            var had = Map.of(
                    parties.get(0),
                    moment(cells[2]),
                    parties.get(1),
                    moment(cells[3]),
                    parties.get(2),
                    moment(cells[4]));
            var question = inWriting(List.of(world.node(GT).sitting(asked))).getFirst();
            assertEquals(
                    moment(cells[5]),
                    Unanswered.due(
                            question,
                            (party, _) -> had.get(party),
                            question.asked().plus(Duration.ofDays(7))),
                    () -> line + Arrays.toString(cells));
        }
    }

    private static Optional<Instant> moment(String cell) {
        return cell.equals("-") ? Optional.empty() : Optional.of(Instant.parse("2027-01-" + cell + ":00:00Z"));
    }

    @Test
    void anActionIsShownAsItStandsAndAtRiskTwoWeeksBeforeItsDay() {
        var actions = Owed.all(SampleSittings.meeting());
        assertEquals(Owed.Light.DONE, actions.get(0).light(LocalDate.parse("2026-12-31")));
        var owed = actions.get(1);
        assertEquals(Owed.Light.OK, owed.light(LocalDate.parse("2026-11-09")));
        assertEquals(Owed.Light.RISK, owed.light(LocalDate.parse("2026-11-10")));
        assertEquals(Owed.Light.RISK, owed.light(LocalDate.parse("2026-11-24")));
        assertEquals(Owed.Light.LATE, owed.light(LocalDate.parse("2026-11-25")));
    }

    @Test
    void whoseNodeShowsNothingForAWeekIsToldAsThatAndNotAsARefusal() {
        var question = inWriting(SampleSittings.several()).getFirst();
        Unanswered.Had none = (party, _) -> party.equals(GT) ? Optional.of(Instant.EPOCH) : Optional.empty();
        var silent = new TreeSet<>(question.silent());
        var soon = question.asked().plus(Duration.ofDays(7)).minusSeconds(1);
        var late = question.moment().plus(Duration.ofDays(60));
        var told = Unanswered.all(List.of(question), WEEK, none, late).getFirst();
        silent.remove(GT);
        assertEquals(silent, told.unshown());
        assertTrue(told.rung().number() > 0, "it climbs");
        assertEquals(
                Set.of(),
                Unanswered.all(List.of(question), WEEK, AT_ONCE, late)
                        .getFirst()
                        .unshown());
        assertEquals(
                List.of(),
                Unanswered.all(List.of(question), WEEK, (_, _) -> Optional.empty(), soon),
                "a node may be away for a week");
    }

    @Test
    void howLongANodeMayShowNothingIsWhatThePartiesAdopted() {
        var question = inWriting(SampleSittings.several()).getFirst();
        Unanswered.Had none = (_, _) -> Optional.empty();
        var given = Duration.between(question.asked(), question.moment());
        for (var days : List.of(1, 7, 30)) {
            var up = question.asked().plus(Duration.ofDays(days)).plus(given);
            var patience = new Patience(List.of(7, 21, 45), days);
            assertEquals(List.of(), Unanswered.all(List.of(question), patience, none, up), days + " days");
            var told = Unanswered.all(List.of(question), patience, none, up.plusSeconds(1));
            assertEquals(up, told.getFirst().due());
            assertEquals(question.silent(), told.getFirst().unshown());
        }
    }
}
