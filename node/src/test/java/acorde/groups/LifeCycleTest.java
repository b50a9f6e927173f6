package acorde.groups;

import static acorde.groups.World.GT;
import static acorde.groups.World.HN;
import static acorde.groups.World.SV;
import static acorde.groups.World.US;
import static acorde.groups.World.assent;
import static acorde.groups.World.at;
import static acorde.groups.World.both;
import static acorde.groups.World.called;
import static acorde.groups.World.put;
import static acorde.groups.World.refuse;
import static acorde.groups.World.span;
import static acorde.groups.World.why;
import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every stage of a meeting, a decision and minutes can be reached, and every step is taken by the act the table names. */
class LifeCycleTest {
    private final World world = World.withGroup();

    @Test
    void everyStageCanBeReached() {
        var all = new HashSet<LifeCycle.Stage>();
        all.addAll(List.of(Course.State.values()));
        all.addAll(List.of(Decided.State.values()));
        all.addAll(List.of(MinutesBook.State.values()));
        assertEquals(all, LifeCycle.reachable());
    }

    /** What a step is taken in, the thing it changes, where that stood before, and the act that took the step. */
    private record Taken(Act sitting, ActId thing, LifeCycle.@Nullable Stage before, Act by) {}

    @ParameterizedTest
    @EnumSource
    void everyStepIsTakenByItsAct(LifeCycle step) {
        var taken = take(step);
        assertEquals(step.from(), taken.before());
        assertEquals(step.act(), taken.by().kind());
        for (var party : World.ALL) assertEquals(step.to(), stage(party, taken.sitting(), taken.thing()));
    }

    private LifeCycle.Stage stage(PartyCode party, Act sitting, ActId thing) {
        var proceedings = world.node(party).sitting(sitting);
        Optional<LifeCycle.Stage> decision = Decided.find(proceedings, thing).map(Decided::state);
        return decision.or(() -> MinutesBook.versions(proceedings).stream()
                        .filter(version -> version.act().equals(thing))
                        .findFirst()
                        .map(MinutesBook.Version::state))
                .orElseGet(() -> Course.of(proceedings).state());
    }

    private Taken take(LifeCycle step) {
        return switch (step) {
            case MEETING_CALLED, DECISION_PUT, DECISION_CIRCULATED, DECISION_PUT_WITHOUT_QUORUM, MINUTES_PUT ->
                begin(step);
            case MEETING_CHANGED, MEETING_CANCELLED, MEETING_OPENED, MEETING_OPENED_THOUGH_CANCELLED, MEETING_CLOSED ->
                meeting(step);
            case DECISION_ASSENTED,
                    DECISION_ASSENTED_BY_THE_LAST,
                    DECISION_REFUSED,
                    DECISION_QUORUM_RECORDED,
                    DECISION_QUORUM_DISPUTED,
                    DECISION_TAKEN_WITHOUT_THE_CHAIR -> decision(step);
            case MINUTES_ASSENTED, MINUTES_ASSENTED_BY_THE_LAST, MINUTES_REFUSED, MINUTES_AMENDMENT_APPROVED ->
                minutes(step);
        };
    }

    private Taken begin(LifeCycle step) {
        return switch (step) {
            case DECISION_CIRCULATED -> {
                var asked = world.begin(
                        HN,
                        new Saying.Circulated(
                                "A1",
                                Hash.of(new byte[Hash.SIZE]),
                                1,
                                at("12:00").plus(Duration.ofDays(1)),
                                World.decision("por escrito")));
                yield new Taken(asked, asked.id(), null, asked);
            }
            case DECISION_PUT -> {
                var call = world.meeting(GT, HN, SV, US);
                var put = world.say(HN, put(call, "10:30", "sí"));
                yield new Taken(call, put.id(), null, put);
            }
            case DECISION_PUT_WITHOUT_QUORUM -> {
                var call = world.meeting(GT, HN);
                var put = world.utter(HN, put(call, "10:30", "sí"));
                yield new Taken(call, put.id(), null, put);
            }
            case MINUTES_PUT -> {
                var call = closed();
                var put = world.say(GT, new Saying.Minutes(call.id(), null, both("acta")));
                yield new Taken(call, put.id(), null, put);
            }
            default -> {
                var call = world.begin(HN, called("2026-11-23T10:00"));
                yield new Taken(call, call.id(), null, call);
            }
        };
    }

    private Taken meeting(LifeCycle step) {
        var call = world.begin(HN, called("2026-11-23T10:00"));
        if (step == LifeCycle.MEETING_CLOSED) world.say(GT, new Saying.Opened(call.id(), at("10:00")));
        if (step == LifeCycle.MEETING_OPENED_THOUGH_CANCELLED) world.say(HN, new Saying.Cancelled(call.id(), why()));
        var before = stage(SV, call, call.id());
        var by = switch (step) {
            case MEETING_CHANGED ->
                world.say(GT, new Saying.Changed(call.id(), World.when("2026-11-24T10:00"), World.online(), why()));
            case MEETING_CANCELLED -> world.say(GT, new Saying.Cancelled(call.id(), why()));
            case MEETING_CLOSED -> world.say(GT, new Saying.Closed(call.id(), at("12:00")));
            default -> world.utter(GT, new Saying.Opened(call.id(), at("10:00")));
        };
        return new Taken(call, call.id(), before, by);
    }

    private Taken decision(LifeCycle step) {
        var recorded = step != LifeCycle.DECISION_QUORUM_RECORDED && step != LifeCycle.DECISION_TAKEN_WITHOUT_THE_CHAIR;
        var call = recorded ? world.meeting(GT, HN, SV, US) : world.meeting(GT, HN, US);
        var put = world.utter(HN, put(call, "10:30", "sí"));
        if (step == LifeCycle.DECISION_ASSENTED_BY_THE_LAST || step == LifeCycle.DECISION_TAKEN_WITHOUT_THE_CHAIR)
            for (var party : List.of(GT, US)) world.say(party, assent(call, put));
        var before = stage(SV, call, put.id());
        var by = switch (step) {
            case DECISION_REFUSED -> world.say(SV, refuse(call, put));
            case DECISION_QUORUM_RECORDED -> world.present(call, SV, "10:00", null);
            case DECISION_QUORUM_DISPUTED -> world.say(SV, new Saying.Presence(call.id(), SV, List.of()));
            default -> world.say(SV, assent(call, put));
        };
        return new Taken(call, put.id(), before, by);
    }

    private Taken minutes(LifeCycle step) {
        var call = closed();
        var put = world.say(GT, new Saying.Minutes(call.id(), null, both("acta")));
        var amended = put;
        if (step == LifeCycle.MINUTES_ASSENTED_BY_THE_LAST)
            for (var party : List.of(HN, US)) world.say(party, assent(call, put));
        if (step == LifeCycle.MINUTES_AMENDMENT_APPROVED) {
            amended = world.say(HN, new Saying.Minutes(call.id(), put.id(), both("acta corregida")));
            for (var party : List.of(GT, US)) world.say(party, assent(call, amended));
        }
        var before = stage(SV, call, put.id());
        var by = step == LifeCycle.MINUTES_REFUSED
                ? world.say(SV, refuse(call, put))
                : world.say(SV, assent(call, amended));
        return new Taken(call, put.id(), before, by);
    }

    private Act closed() {
        var call = world.meeting(GT, HN, SV, US);
        world.present(call, SV, "10:00", "11:00");
        world.say(GT, new Saying.Closed(call.id(), at("12:00")));
        assertEquals(
                span("10:00", "11:00"),
                new Attendance(world.node(US).sitting(call)).of(SV).recorded().getFirst());
        return call;
    }
}
