package acorde.groups;

import static acorde.groups.World.GT;
import static acorde.groups.World.HN;
import static acorde.groups.World.SV;
import static acorde.groups.World.US;

import acorde.acts.Act;
import java.time.Instant;
import java.util.List;

/** What a group of all four did, for who composes papers of it: all of it said on 23 November 2026. */
public final class SampleSittings {
    private SampleSittings() {}

    /**
     * A meeting in which one decision with two actions was taken, the first done and confirmed, the second due on the 24th, and another
     * decision waits for words; a meeting that never had a quorum; one that is only called; and a written procedure that waits.
     */
    public static List<Proceedings> several() {
        var world = World.withGroup(World.mandate(3));
        held(world);
        var second = world.begin(HN, World.called("A1", 2, "2026-11-23T15:00"));
        world.say(GT, new Saying.Opened(second.id(), World.at("15:00")));
        world.present(second, GT, "15:00", null);
        world.begin(HN, World.called("A1", 3, "2026-12-23T10:00"));
        world.begin(
                HN,
                new Saying.Circulated(
                        "A1",
                        World.called("2026-11-23T10:00").mandate(),
                        1,
                        Instant.parse("2026-12-01T00:00:00Z"),
                        World.decision("Por escrito")));
        return world.node(SV).sittings();
    }

    /** The meeting of {@link #several} that decided. */
    public static Proceedings meeting() {
        var world = World.withGroup(World.mandate(3));
        return world.node(SV).sitting(held(world));
    }

    /** The same, closed, with minutes that Guatemala put and Honduras refused. */
    public static Proceedings withMinutes() {
        var world = World.withGroup(World.mandate(3));
        var call = held(world);
        world.say(GT, new Saying.Closed(call.id(), World.at("12:00")));
        var minutes = world.say(GT, new Saying.Minutes(call.id(), null, World.both("Se abrió el paso.")));
        world.say(HN, World.refuse(call, minutes));
        return world.node(SV).sitting(call);
    }

    /** A meeting that began at ten in the evening of the 23rd, when the 24th had begun in UTC. */
    public static Proceedings evening() {
        var world = World.withGroup(World.mandate(3));
        var call = world.begin(HN, World.called("2026-11-23T22:00"));
        world.say(GT, new Saying.Opened(call.id(), World.at("22:00")));
        return world.node(SV).sitting(call);
    }

    private static Act held(World world) {
        var call = world.meeting(GT, HN, SV);
        var put = world.say(
                HN,
                World.put(
                        call,
                        "10:30",
                        "Se abre el paso",
                        World.action(SV, "Publicar el horario", "2026-11-24"),
                        World.action(HN, "Designar despacho", "2026-11-24")));
        for (var party : List.of(GT, SV)) world.say(party, World.assent(call, put));
        var report = world.say(SV, new Saying.Reported(call.id(), new Part(put.id(), 1), Action.Progress.DONE, null));
        world.say(HN, new Saying.Checked(call.id(), report.id(), true, null));
        world.say(GT, new Saying.Put(call.id(), 2, null, World.at("10:40"), World.decision("Queda pendiente")));
        assert world.node(US).rejected.isEmpty();
        return call;
    }
}
