package acorde.bench;

import acorde.acts.Said;
import acorde.compact.Bilingual;
import acorde.compact.Cadence;
import acorde.compact.Group;
import acorde.compact.Initiative;
import acorde.compact.ItemKey;
import acorde.compact.Remark;
import acorde.compact.Stood;
import acorde.groups.Groups;
import acorde.groups.When;
import acorde.groups.Where;
import acorde.monitoring.Owed;
import acorde.monitoring.Report;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Person;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills the folders of four founded nodes with the compact of 2019 and many more initiatives, each amended and agreed to again and again, by
 * the nodes' own engine: every act is said by a party's core, signed, logged, followed and applied by the other three.
 */
final class LargeCompact implements AutoCloseable {
    private static final int AT_ONCE = 256;
    private static final Officer COORDINATOR =
            new Officer(new Person.Id(1), "Coordination", new OfficeCode("coordination"));

    private final Map<String, Core> cores = new LinkedHashMap<>();

    LargeCompact(RealNodes nodes) throws IOException {
        for (var code : RealNodes.CODES) cores.put(code, Core.of(nodes, code));
        cores.values().forEach(Core::follow);
    }

    private Core core(int place) {
        return Objects.requireNonNull(cores.get(RealNodes.CODES.get(place % RealNodes.CODES.size())));
    }

    /** @return how many acts there are now in all four logs */
    long fill(int initiatives, int acts) throws Exception {
        var announcer = Objects.requireNonNull(cores.get("GT"));
        announcer.announce();
        everywhere();
        var codes = new ArrayList<String>();
        announcer.compact.items().keySet().stream()
                .filter(key -> key.kind() == ItemKey.Kind.INITIATIVE)
                .forEach(key -> codes.add(key.code()));
        for (var number = 100; codes.size() < initiatives; number++) codes.add("A" + (1 + number % 4) + "-" + number);
        for (var round = 0; size() < acts; round++) {
            propose(codes, round);
            everywhere();
            var isLast = size() + 3L * initiatives >= acts;
            while (answer(isLast))
                everywhere(); // the newest proposals alone are listed: those behind them come when they are answered
            System.out.printf("  %,d acts%n", size());
        }
        return size();
    }

    /** Every party reports on all it owes, again and again, until there are so many acts. @return how many there are */
    long report(int acts) throws Exception {
        for (var round = 0; size() < acts; round++) {
            for (var one : cores.values()) {
                var said = new ArrayList<Future<? extends Said<?>>>();
                for (var owed : one.monitoring.owed()) {
                    said.add(report(one, owed, round));
                    if (said.size() >= AT_ONCE) drain(said);
                }
                drain(said);
            }
            everywhere();
            System.out.printf("  %,d acts%n", size());
        }
        return size();
    }

    /** The groups of the four areas adopt their mandates, and each calls so many meetings. */
    void meet(int meetings) throws Exception {
        var chair = core(0);
        for (var area = 1; area <= 4; area++) {
            mandate(chair, "A" + area);
            everywhere();
            while (answer(false)) everywhere();
            for (var called = 0; called < meetings; called += Groups.SERIES)
                call(chair, "A" + area, called, Math.min(Groups.SERIES, meetings - called));
        }
        everywhere();
    }

    private static void mandate(Core chair, String code) throws Exception {
        var key = new ItemKey(ItemKey.Kind.GROUP, code);
        var head = Objects.requireNonNull(
                Objects.requireNonNull(chair.compact.items().get(key)).head());
        var text = (ObjectNode) ((Group) chair.compact.text(key, head)).toJson();
        var parties = text.putArray("parties");
        var seats = text.putArray("seats");
        for (var party : RealNodes.CODES) {
            parties.add(party);
            seats.addObject()
                    .put("party", party)
                    .put("titular", COORDINATOR.office().value())
                    .putNull("alternate");
        }
        text.put("quorum", 3);
        var why = new Remark("Para medir cuánto tarda", "In order to measure how long it takes");
        drain(new ArrayList<>(List.of(chair.acts.sayOfItself(
                chair.compact.proposing(COORDINATOR.office(), key, head.version(), text, why)))));
    }

    /** Meetings of a series, one a week. */
    private static void call(Core chair, String group, int weeks, int count) {
        var starts = LocalDateTime.now(ZoneId.of("America/Guatemala"))
                .truncatedTo(ChronoUnit.HOURS)
                .plusDays(1 + 7L * weeks);
        var call = new Groups.Call(
                new When(starts, ZoneId.of("America/Guatemala"), 60),
                new Where(new Bilingual("Sala de medición", "Room for measurement"), null),
                Cadence.parse("FREQ=WEEKLY"),
                count,
                List.of());
        if (!(chair.groups.call(COORDINATOR, group, call) instanceof Said.Written))
            throw new IllegalStateException("not called: " + group);
    }

    private static Future<? extends Said<?>> report(Core one, Owed owed, int round) {
        var note = new Remark("Informe de medición " + round, "Report for measurement " + round);
        var evidence =
                new Report.Evidence(note, URI.create("https://medicion.example/" + owed.code() + "/" + round), null);
        var account = new Report(
                owed.code(),
                owed.version(),
                Report.State.IN_PROGRESS,
                null,
                null,
                note,
                new TreeMap<>(),
                List.of(evidence),
                List.of(),
                owed.text().restrictions() != null,
                null,
                null,
                List.of(),
                List.of());
        return one.acts.sayOfItself(one.monitoring.saying(COORDINATOR.office(), account, List.of()));
    }

    /** One report more, on the first initiative a party owes. */
    void reportOnce(Core one, int round) throws Exception {
        drain(new ArrayList<>(List.of(report(one, one.monitoring.owed().getFirst(), round))));
    }

    Core of(String code) {
        return Objects.requireNonNull(cores.get(code));
    }

    /** A proposal of one more initiative. */
    void add(String code) throws Exception {
        propose(List.of(code), 0);
        everywhere();
    }

    private long size() {
        return cores.values().stream()
                .mapToLong(one -> one.acts.logs().state(one.acts.self()).size())
                .sum();
    }

    /** Waits until every party has every log, and no act waits for another. */
    private void everywhere() throws InterruptedException {
        var end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        for (var reader : cores.values())
            for (var writer : cores.values()) {
                var size = writer.acts.logs().state(writer.acts.self()).size();
                for (var seen = reader.acts.commits();
                        reader.acts.logs().state(writer.acts.self()).size() < size || reader.acts.waiting() > 0;
                        seen = reader.acts.awaitCommit(seen, Duration.ofSeconds(1)))
                    if (System.nanoTime() > end) throw new IllegalStateException("not within ten minutes");
            }
    }

    /** A new text for every initiative, by its parties in turn. */
    private void propose(List<String> codes, int round) throws Exception {
        var said = new ArrayList<Future<? extends Said<?>>>();
        var reader = core(0);
        var items = reader.compact.items();
        for (var i = 0; i < codes.size(); i++) {
            var key = ItemKey.initiative(codes.get(i));
            var item = items.get(key);
            var head = item == null ? null : item.head();
            var before = head == null ? null : (Initiative) reader.compact.text(key, head);
            var may = RealNodes.CODES.stream()
                    .filter(code -> before == null || before.parties().contains(new PartyCode(code)))
                    .toList();
            var turn = may.isEmpty() ? RealNodes.CODES : may;
            var one = Objects.requireNonNull(cores.get(turn.get((i + round) % turn.size())));
            said.add(one.acts.sayOfItself(one.compact.proposing(
                    COORDINATOR.office(),
                    key,
                    head == null ? null : head.version(),
                    text(key, before, round),
                    new Remark("Para medir cuánto tarda", "In order to measure how long it takes"))));
            if (said.size() >= AT_ONCE) drain(said);
        }
        drain(said);
    }

    private static void drain(List<Future<? extends Said<?>>> said) throws Exception {
        for (var each : said)
            if (!(each.get() instanceof Said.Written)) throw new IllegalStateException("not written: " + each.get());
        said.clear();
    }

    private static JsonNode text(ItemKey key, @Nullable Initiative before, int round) {
        var title = new Bilingual(
                "Compromiso de medición " + key.code() + ", texto " + round,
                "Commitment for measurement " + key.code() + ", text " + round);
        if (before != null) {
            var text = (ObjectNode) before.toJson();
            text.putObject("title").put("es", title.es()).put("en", title.en());
            waive(text);
            text.put("due", "20%02d-%02d-28".formatted(27 + round % 10, 1 + round % 12));
            return text;
        }
        var text = JsonMapper.shared().createObjectNode();
        text.put("area", key.code().substring(0, 2));
        text.putObject("title").put("es", title.es()).put("en", title.en());
        text.putArray("parties").add("US").add("GT").add("HN").add("SV");
        text.putObject("deliverable")
                .put("es", "Lo que se entrega, en pocas palabras")
                .put("en", "What is delivered, in a few words");
        waive(text);
        return text;
    }

    private static void waive(ObjectNode text) {
        text.putObject("waiver").put("es", "Una medición no promete nada").put("en", "A measurement promises nothing");
    }

    /** All assent; of the last proposals some are refused and some stay open. @return whether anybody had anything to say */
    private boolean answer(boolean isLast) throws Exception {
        var more = false;
        for (var one : cores.values()) {
            var said = new ArrayList<Future<? extends Said<?>>>();
            try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var stood : one.compact.openProposals()) {
                    if (stood.proposal().words().containsKey(one.acts.self())) continue;
                    if (!stood.proposal().required().contains(one.acts.self())) continue;
                    var number = Math.floorMod(stood.key().item().code().hashCode(), 25);
                    var refused = isLast && number == 1;
                    if (isLast && number == 0 || refused && !one.acts.self().equals(refuser(stood))) continue;
                    more = true;
                    said.add(writers.submit(() -> say(one, stood, refused)));
                    if (said.size() >= AT_ONCE) drain(said);
                }
                drain(said);
            }
        }
        return more;
    }

    /** One of those asked: a second refusal would come too late, and be declined. */
    private static @Nullable PartyCode refuser(Stood stood) {
        var proposal = stood.proposal();
        return proposal.required().stream()
                .filter(party -> !party.equals(proposal.act().party()))
                .findFirst()
                .orElse(null);
    }

    private static Said<?> say(Core one, Stood stood, boolean refuses) {
        var proposal = stood.proposal();
        return refuses
                ? one.compact.refuse(COORDINATOR, proposal.act(), new Remark("Así no", "Not like this"))
                : one.compact.assent(COORDINATOR, proposal.act(), proposal.version(), null);
    }

    @Override
    public void close() {
        cores.values().forEach(one -> one.acts.close());
        cores.values().forEach(Core::close);
    }
}
