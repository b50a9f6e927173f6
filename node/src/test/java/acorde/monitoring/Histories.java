package acorde.monitoring;

import static acorde.monitoring.World.ALL;
import static acorde.monitoring.World.CODE;
import static acorde.monitoring.World.RESTRICTED;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Draft;
import acorde.trust.PartyCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * Histories made up from a seed: four parties report, confirm, dispute, correct, assess and link, each having heard
 * only some of what the others said, in the order of their logs. Honest ones do what the decisions allow; dishonest
 * ones whatever comes to mind.
 */
final class Histories {
    private static final List<String> DAYS = List.of("2026-09-30", "2026-10-31", "2026-11-30");

    private final Random random;
    private final World world = new World();
    private final Map<PartyCode, Map<PartyCode, Integer>> heard = new HashMap<>();

    private Histories(long seed) {
        random = new Random(seed);
    }

    static World honest(long seed, int steps) {
        var histories = new Histories(seed);
        for (var i = 0; i < steps; i++) histories.honestStep();
        return histories.world;
    }

    static World dishonest(long seed, int steps) {
        var histories = new Histories(seed);
        for (var i = 0; i < steps; i++)
            if (histories.random.nextInt(3) == 0) histories.dishonestStep();
            else histories.honestStep();
        return histories.world;
    }

    private void honestStep() {
        world.today = world.today.plusDays(random.nextInt(3));
        var ear = world.ear(pick(ALL));
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> hearSome(ear);
            case 5, 6, 7 -> world.trySay(ear.party, "coordination", report(ear));
            case 8 -> world.trySay(ear.party, "observation", assessed());
            case 9 ->
                world.trySay(
                        ear.party,
                        "representative-a1",
                        random.nextInt(4) > 0 ? linked() : world.measured(pick(DAYS), random.nextInt(100)));
            default -> {
                var about = aboutReport(ear);
                if (about != null) world.trySay(ear.party, "coordination", about);
            }
        }
    }

    private void hearSome(Ear ear) {
        var other = world.ear(pick(ALL));
        var marks = heard.computeIfAbsent(ear.party, party -> new HashMap<>());
        var from = marks.getOrDefault(other.party, 0);
        var to = Math.min(other.log.size(), from + 1 + random.nextInt(6));
        for (var act : other.log.subList(Math.min(from, to), to)) ear.hear(act);
        marks.put(other.party, to);
    }

    private Report report(Ear ear) {
        var code = random.nextInt(3) == 0 ? RESTRICTED : CODE;
        var report = World.about(
                world.account(pick(List.of(Report.State.values()))),
                code,
                world.carrier(code).hash(),
                true);
        if (random.nextBoolean()) report = World.shown(report);
        if (random.nextBoolean()) report = World.measured(report, pick(DAYS), random.nextInt(100));
        if (random.nextInt(3) == 0) report = World.with(report, Map.of("M1", world.today));
        var disputes = world.acts().stream()
                .filter(act ->
                        act.kind().equals(Saying.DISPUTED) && ear.act(act.id()).isPresent())
                .map(Act::id)
                .toList();
        if (!disputes.isEmpty() && random.nextInt(3) == 0)
            report = World.answering(report, List.of("E1"), List.of(pick(disputes)));
        return report;
    }

    private Saying assessed() {
        return new Saying.Assessed(
                CODE,
                world.carrier(CODE).hash(),
                pick(List.of(Saying.Level.values())),
                World.words("visto"),
                List.of());
    }

    private Saying linked() {
        return new Saying.Linked(CODE, world.carrier(CODE).hash(), "E1", World.words("ayuda"));
    }

    private Saying.@org.jspecify.annotations.Nullable AboutReport aboutReport(Ear ear) {
        var reports = world.acts().stream()
                .filter(act -> List.of(Saying.REPORTED, Saying.MEASURED).contains(act.kind())
                        && ear.act(act.id()).isPresent())
                .toList();
        if (reports.isEmpty()) return null;
        var report = pick(reports);
        return report.kind().equals(Saying.MEASURED) ? corrected(report.id()) : about(report.id());
    }

    private Saying.AboutReport about(ActId report) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Saying.Confirmed(report, null);
            case 2, 3 -> new Saying.Disputed(report, World.words("no"));
            default -> corrected(report);
        };
    }

    private Saying.Corrected corrected(ActId report) {
        return new Saying.Corrected(
                report,
                java.time.LocalDate.parse(pick(DAYS)),
                new BigDecimal(random.nextInt(100)),
                World.words("mal sumado"));
    }

    private void dishonestStep() {
        var ear = world.ear(pick(ALL));
        var target = pick(world.acts());
        switch (random.nextInt(8)) {
            case 0, 1 -> utter(ear, about(target.id()), target.id());
            case 2 -> utter(ear, about(target.id()));
            case 3 ->
                utter(
                        ear,
                        report(ear),
                        world.carrier(pick(List.of(CODE, RESTRICTED))).id());
            case 4 ->
                utter(
                        ear,
                        World.answering(report(ear), List.of("E1"), List.of(target.id())),
                        target.id(),
                        world.carrier(CODE).id(),
                        world.carrier("E1").id());
            case 5 -> burst(ear);
            case 6 -> {
                var act = pick(ear.log.isEmpty() ? world.acts() : ear.log);
                if (act.by().equals(ear.party) && act.kind().startsWith("monitoring."))
                    ear.utter(new Draft(act.kind(), act.office(), act.to(), act.after(), act.body()), world.now());
            }
            default -> {
                var draft = ear.draft(Saying.CONFIRMED, "coordination", List.of(target.id()), "{\"report\":\"?\"}");
                ear.utter(
                        random.nextBoolean()
                                ? draft
                                : new Draft(draft.kind(), "liaison", new TreeSet<>(), List.of(), draft.body()),
                        world.now());
            }
        }
    }

    /** More corrections than a figure takes. */
    private void burst(Ear ear) {
        var own = ear.log.stream()
                .filter(act -> act.kind().equals(Saying.REPORTED))
                .toList();
        if (own.isEmpty()) return;
        var report = pick(own).id();
        for (var i = 0; i < Point.MOST; i++)
            utter(
                    ear,
                    new Saying.Corrected(
                            report, java.time.LocalDate.parse(DAYS.getFirst()), new BigDecimal(i), World.words("otra")),
                    report);
    }

    private void utter(Ear ear, Saying saying, ActId... after) {
        for (var act : after) if (act.party().equals(ear.party) && act.index() >= ear.log.size()) return;
        ear.utter(
                ear.draft(
                        saying.kind(),
                        "coordination",
                        new ArrayList<>(new TreeSet<>(List.of(after))),
                        Bodies.write(saying)),
                world.now());
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
