package acorde.bench;

import acorde.acts.Acts;
import acorde.acts.Duty;
import acorde.acts.Said;
import acorde.compact.Compact;
import acorde.compact.CompactFolder;
import acorde.compact.Founding;
import acorde.compact.ItemKey;
import acorde.compact.Objection;
import acorde.compact.Remark;
import acorde.documents.Documents;
import acorde.exchange.Exchange;
import acorde.groups.Groups;
import acorde.groups.Notes;
import acorde.monitoring.Monitoring;
import acorde.offices.OfficeCode;
import acorde.offices.OfficesDuty;
import acorde.policy.Adopted;
import acorde.postgres.Postgres;
import acorde.trust.Charter;
import acorde.trust.KeyRing;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import acorde.trust.Transport;
import acorde.web.PeerServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The core of one party's node in this process: real keys, database and TLS, no pages. */
final class Core implements AutoCloseable {
    private static final OfficeCode COORDINATION = new OfficeCode("coordination");
    private static final Path COMPACT = Path.of("compacts", "moc-2019");
    private static final Remark WHY = new Remark("Para medir cuánto tarda", "In order to measure how long it takes");
    private static final List<String> SCHEMAS =
            List.of("trust", "acts", "offices", "finding", "compact", "monitoring", "documents", "groups", "exchange");

    final Postgres postgres;
    final Logs logs;
    final Acts acts;
    final Compact compact;
    final Monitoring monitoring;
    final Groups groups;
    private final Founding founding;
    final List<Duty> duties;
    private final PeerServer server;
    private final Transport transport;

    Core(Charter charter, PartyCode party, KeyRing keys, Postgres postgres) {
        this.postgres = postgres;
        SCHEMAS.forEach(postgres::migrate);
        founding = Founding.of(charter);
        logs = new Logs(charter, party, keys, postgres.readers());
        duties = List.of(
                Compact.duty(founding),
                Monitoring.duty(founding),
                Documents.duty(founding),
                Groups.duty(founding),
                Exchange.duty(party),
                new OfficesDuty());
        var lease = postgres.lease("log");
        acts = new Acts(postgres, lease, logs, duties, (_, _) -> {}, Clock.systemUTC());
        compact = new Compact(acts, founding, postgres.readers(), new Adopted()::faults);
        compact.join();
        monitoring = new Monitoring(acts, compact, founding, postgres.readers());
        groups = new Groups(acts, founding, postgres.readers(), new Notes(postgres, lease), Clock.systemUTC());
        transport = new Transport(charter, party, keys);
        server = new PeerServer(
                acts, transport, "127.0.0.1", logs.self().address().getPort());
    }

    /** The core of a founded node, in its own folder. */
    static Core of(RealNodes nodes, String code) throws IOException {
        var folder = nodes.folder(code);
        return new Core(
                Charter.parse(Files.readAllBytes(folder.resolve("charter.json"))),
                new PartyCode(code),
                KeyRing.open(folder.resolve("keys")),
                Postgres.embedded(folder.resolve("database"), folder.resolveSibling("postgresql")));
    }

    /** A door of monitoring that has read nothing yet. */
    Monitoring anew() {
        return new Monitoring(acts, compact, founding, postgres.readers());
    }

    /** Brings in the history of the compact of 2019. */
    void announce() {
        if (!(CompactFolder.read(COMPACT) instanceof CompactFolder.Read.Folder folder))
            throw new IllegalStateException("the compact of 2019 cannot be read");
        compact.announce(folder);
    }

    /**
     * Proposes a new initiative and does not wait: an act of about 600 bytes, and one row of the duty, through the very command an officer's
     * page gives.
     */
    CompletableFuture<Said<Objection>> propose(long number) {
        var text = JsonMapper.shared().createObjectNode();
        text.put("area", "A1");
        text.set("title", both("Compromiso de medición " + number, "Commitment for measurement " + number));
        text.putArray("parties").add("US").add("GT");
        text.set("deliverable", both("Lo que se entrega, en pocas palabras", "What is delivered, in a few words"));
        text.set("waiver", both("Una medición no promete nada", "A measurement promises nothing"));
        return acts.sayOfItself(compact.proposing(COORDINATION, ItemKey.initiative("B-" + number), null, text, WHY));
    }

    static ObjectNode both(String es, String en) {
        return JsonMapper.shared().createObjectNode().put("es", es).put("en", en);
    }

    void follow() {
        acts.follow(transport);
    }

    /** How far a log is stored here. */
    long size(PartyCode party) {
        return logs.state(party).size();
    }

    void until(BooleanSupplier holds) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        for (var seen = acts.commits(); !holds.getAsBoolean(); seen = acts.awaitCommit(seen, Duration.ofSeconds(1)))
            if (System.nanoTime() > end) throw new IllegalStateException("not within ten minutes");
    }

    @Override
    public void close() {
        acts.close();
        server.close();
        postgres.close();
    }
}
