package acorde.bench;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.exchange.Exchange;
import acorde.exchange.InForce;
import acorde.exchange.OfficeDrafts;
import acorde.exchange.Report;
import acorde.exchange.Rule;
import acorde.exchange.Texts;
import acorde.files.Announced;
import acorde.files.Attachment;
import acorde.files.Files;
import acorde.files.Kept;
import acorde.files.Put;
import acorde.imports.Imports;
import acorde.imports.Reader;
import acorde.imports.Reading;
import acorde.offices.Journal;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.offices.OfficesDuty;
import acorde.offices.Person;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import acorde.trust.Transport;
import acorde.web.PeerServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * One item of 200,000 parts. An act has 100 objects at most and 1 MiB, so they stand in a table beside it: 200,000 rows, sent with a report to a
 * partner, both nodes and databases here, until the partner has the whole of it. And how long the largest event of MISP that is read takes.
 */
final class LargeItemStory implements Story {
    private static final PartyCode GT = new PartyCode("GT");
    private static final Officer ANALYST = new Officer(new Person.Id(1), "Reader", new OfficeCode("analysis"));
    private static final int PARTS = 200_000;
    private static final int TIMES = 20;
    private static final Clock CLOCK = Clock.systemUTC();
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return "large-item";
    }

    /** A party's core with its files. */
    private record Node(
            Postgres postgres, Acts acts, Files files, Offices offices, Exchange exchange, PeerServer server)
            implements AutoCloseable { // what is closed again
        static Node of(
                Parties parties, String code, Postgres postgres, InForce inForce) { // whose, on what, by which rules
            for (var schema : List.of("trust", "acts", "offices", "finding", "files", "exchange"))
                postgres.migrate(schema);
            var party = new PartyCode(code);
            var keys = parties.keys(code);
            var logs = new Logs(parties.charter(), party, keys, postgres.readers());
            var lease = postgres.lease("log");
            var duties = List.of(Exchange.duty(party), new OfficesDuty());
            var acts = new Acts(postgres, lease, logs, duties, Journal.ofActs(), CLOCK);
            var files = new Files(postgres, lease, acts, CLOCK);
            var offices = new Offices(postgres, postgres.lease("offices"), CLOCK, new SecureRandom());
            var exchange = new Exchange(acts, offices.journal(), () -> inForce, postgres.readers());
            var transport = new Transport(parties.charter(), party, keys);
            var port = logs.self().address().getPort();
            var server = new PeerServer(acts, files, transport, new PeerServer.Listening("127.0.0.1", port));
            acts.follow(transport);
            files.follow(
                    transport,
                    act -> exchange.mayHaveFiles(act, CLOCK.instant()),
                    act -> exchange.mayKeepFiles(act, CLOCK.instant()));
            return new Node(postgres, acts, files, offices, exchange, server);
        }

        @Override
        public void close() {
            server.close();
            files.close();
            acts.close();
            offices.close();
            postgres.close();
        }
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        var figures = new ArrayList<Figure>();
        figures.add(imported(place));
        var parts = place.isShort() ? PARTS / 20 : PARTS;
        var inForce = new InForce(Optional.of(ManyReports.annex()), Set.of(ManyReports.AREA), _ -> true, false);
        var parties = new Parties(place.folder());
        try (var sv = Node.of(parties, "SV", place.database(), inForce);
                var gt = Node.of(parties, "GT", place.database(), inForce)) {
            figures.addAll(sent(sv, gt, parts));
        }
        return figures;
    }

    /** Twice, with another table: to tell how much is held, all is collected again and again. */
    private List<Figure> sent(Node sv, Node gt, int parts) throws Exception { // who gives whom how much
        var table = table(parts, 1_000_000);
        var began = System.nanoTime();
        var first = put(sv, table);
        var taken = System.nanoTime();
        var copy = send(sv, first);
        while (whole(gt, copy).isEmpty()) Thread.sleep(10); // until it has come; nothing tells of a chunk
        var ended = System.nanoTime();
        var out = new ByteArrayOutputStream();
        gt.files().write(whole(gt, copy).orElseThrow(), out);
        if (!Arrays.equals(table, out.toByteArray())) throw new IllegalStateException("it came otherwise");
        out.reset();
        var another = table(parts, 2_000_000);
        var before = held();
        var second = send(sv, put(sv, another));
        var most = before;
        while (whole(gt, second).isEmpty()) most = Math.max(most, held());
        var note = "%,d rows, %.1f MB; both nodes and databases here".formatted(parts, table.length / 1e6);
        var heap = "heap held at its highest meanwhile, above what both nodes hold";
        return List.of(
                Figure.plain(
                        name(), "a table of %,d rows taken in, durably".formatted(parts), (taken - began) / 1e9, "s"),
                new Figure(
                        name(),
                        "a report with it, sent until the partner has all of it",
                        (ended - taken) / 1e9,
                        "s",
                        0,
                        0,
                        note),
                new Figure(name(), heap, Math.max(0, most - before), "MiB", 512, 0, "after collections of everything"));
    }

    private static Attachment put(Node node, byte[] table) {
        if (node.files().put(ANALYST, Announced.as("partes.csv"), new ByteArrayInputStream(table))
                instanceof Put.Ready(var upload)) return upload.file();
        throw new IllegalStateException("the table is not taken");
    }

    /** MiB in use after a collection of everything. */
    private static double held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (double) (1 << 20);
    }

    private static Optional<Kept> whole(Node node, ActId copy) {
        return node.files().of(copy).stream()
                .filter(kept -> kept.state() == Kept.State.WHOLE)
                .findFirst();
    }

    /** @return the copy of Guatemala */
    private static ActId send(Node sv, Attachment file) {
        var body = JSON.createObjectNode()
                .put("ref", acorde.exchange.Ref.fresh().value())
                .put("exercise", true)
                .put("language", "es")
                .put("title", "EJERCICIO: 200 000 partes")
                .put("fact", "EJERCICIO. Van en la tabla.")
                .put("evaluation", "B2");
        body.putArray("handling").add("H2");
        body.put("tlp", "AMBER").putArray("purposes").add(ManyReports.AREA.code());
        body.put("basis", "Memorando de 2019, área 2");
        body.set(Attachment.MEMBER, Attachment.write(List.of(file)));
        var report = Report.read(body).orElseThrow();
        var seen = sv.exchange().preview(report, List.of(GT), CLOCK.instant());
        if (sv.exchange().send(ANALYST, report, seen, CLOCK.instant()) instanceof Said.Written<Rule>(var acts))
            return sv.exchange().copies(acts.getFirst().id()).getFirst().act();
        throw new IllegalStateException("not sent: " + seen);
    }

    private static byte[] table(int parts, int from) {
        var table = new StringBuilder("tipo,valor,comentario\r\n");
        for (var i = 0; i < parts; i++)
            table.append("license-plate-number,P-")
                    .append(from + i)
                    .append(",EJERCICIO: visto en el puesto ")
                    .append(i % 40)
                    .append(", turno de la mañana\r\n");
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An event of as many bytes as are read: what has no place in a report is told of, and nothing of it is kept. */
    private Figure imported(Workplace place) throws IOException {
        var event = JSON.createObjectNode()
                .put("info", "EJERCICIO: un evento grande")
                .put("date", "2026-11-02");
        var attributes = event.putArray("Attribute");
        for (var i = 0; JSON.writeValueAsBytes(event).length < Imports.BYTES - (64 << 10); )
            for (var end = i + 500; i < end; i++)
                attributes.addObject().put("type", "license-plate-number").put("value", "P-" + (1_000_000 + i));
        var file = JSON.writeValueAsBytes(JSON.createObjectNode().set("Event", event));
        try (var postgres = place.database()) {
            for (var schema : List.of("offices", "exchange")) postgres.migrate(schema);
            try (Lease lease = postgres.lease("imports");
                    var offices = new Offices(postgres, lease, CLOCK, new SecureRandom())) {
                var imports = new Imports(new OfficeDrafts(postgres, lease), offices.journal());
                var reader = new Reader(Texts.Language.ES, true, Set.of(ManyReports.AREA));
                var slowest = 0.0;
                for (var i = 0; i < (place.isShort() ? 3 : TIMES); i++) {
                    var began = System.nanoTime();
                    if (!(imports.read(ANALYST, Imports.Kind.MISP, file, reader).orElseThrow() instanceof Reading.Read))
                        throw new IllegalStateException("not read");
                    slowest = Math.max(slowest, (System.nanoTime() - began) / 1e9);
                }
                var note = "%,d attributes, %.1f MB; slowest of %d; one of 200,000 is refused as too large"
                        .formatted(attributes.size(), file.length / 1e6, TIMES);
                return new Figure(name(), "the largest event of MISP that is read", slowest, "s", 0, 0, note);
            }
        }
    }
}
