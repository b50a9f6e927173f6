package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.VectorFounding;
import acorde.documents.Documents;
import acorde.exchange.Exchange;
import acorde.groups.Groups;
import acorde.groups.VectorSittings;
import acorde.monitoring.Monitoring;
import acorde.onward.Onward;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import acorde.publication.Publication;
import acorde.requests.Requests;
import acorde.trust.Logs;
import acorde.trust.PaperLog;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files of {@code spec/vectors/acts/fold}, {@code compact} and {@code groups}: acts of several logs, taken in by a node's own fold on a real
 * database, the logs one after another, in the opposite order, interleaved by chance, and read back by replay.
 */
@Tag("database")
class FoldVectorsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final List<String> CODES = List.of("US", "GT", "HN", "SV");

    private static final List<String> TABLES = List.of(
            "compact.item",
            "compact.round",
            "compact.surplus",
            "monitoring.facts",
            "monitoring.entry",
            "monitoring.point",
            "documents.issued",
            "files.named",
            "groups.sitting",
            "groups.decision",
            "groups.action",
            "exchange.item",
            "exchange.sent",
            "exchange.recall",
            "exchange.received",
            "exchange.outcome",
            "exchange.holders",
            "requests.word",
            "onward.ask",
            "onward.answer",
            "onward.noted",
            "onward.withdrawn");

    private static Parties parties;
    private static Postgres postgres;
    private static Lease lease;
    private static Connection writing;
    private static Connection reading;
    private static Connection replaying;

    @BeforeAll
    static void found(@TempDir Path folder) {
        parties = new Parties(folder, Parties.NOWHERE, CODES.toArray(String[]::new));
        postgres = TestPostgres.fresh(
                "trust",
                "acts",
                "compact",
                "monitoring",
                "documents",
                "files",
                "groups",
                "exchange",
                "requests",
                "onward");
        lease = postgres.lease("log");
        writing = postgres.openForRows();
        reading = postgres.openForRows();
        replaying = postgres.open();
    }

    @AfterAll
    static void close() throws SQLException {
        replaying.close();
        writing.close();
        reading.close();
        lease.close();
        postgres.close();
    }

    @TestFactory
    Stream<DynamicTest> actsComeToWhatTheirFilesSay() throws IOException {
        return Stream.of("acts/fold", "compact", "monitoring", "documents", "groups", "exchange", "requests", "onward")
                .flatMap(check -> every(check));
    }

    private static Stream<DynamicTest> every(String check) {
        try {
            return ActVector.every(check, FoldVectorsTest::outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String outcome(ActVector vector) {
        var founding = VectorFounding.of(vector.text("charter"));
        var reader = vector.party("reader");
        var duties = List.of(
                Compact.duty(founding),
                Monitoring.duty(founding),
                Documents.duty(founding),
                Groups.duty(founding),
                Exchange.duty(reader),
                Requests.duty(),
                Onward.duty());
        var entries = entries(vector, reader);
        var expected = new Came(
                vector.words("rejected"),
                vector.words("waiting"),
                items(vector),
                monitored(vector, "accounts"),
                monitored(vector, "figures"),
                vector.has("sittings") ? vector.words("sittings") : Map.of(),
                monitored(vector, "issued"),
                monitored(vector, "reports"),
                monitored(vector, "words"));
        for (var order : List.of(entries, entries.reversed(), mixed(entries))) {
            take(reader, duties, order, takenBack(vector));
            assertEquals(expected, came());
            assertEquals(texts(expected.items()), told(founding, reader), "the public account");
        }
        var before = came();
        replay(reader, duties);
        assertEquals(before, came(), "replay");
        return "good";
    }

    /** Of the items those that have a text, which alone are told to everybody. */
    private static Map<String, String> texts(Map<String, String> items) {
        var texts = new TreeMap<>(items);
        texts.values().removeIf(stands -> stands.endsWith(" "));
        return texts;
    }

    /** Where the initiatives stand by the public account, which hears the same acts beside the tables. */
    private static Map<String, String> told(Founding founding, PartyCode reader) {
        var logs = new Logs(parties.charter(), reader, parties.keys(reader), postgres.readers());
        var told = new TreeMap<String, String>();
        for (var promise :
                Publication.at(founding, logs, Walk.sizes(logs)).account().promises())
            told.put(
                    promise.key().toString(),
                    promise.consent().name().toLowerCase(Locale.ROOT) + " sha256:"
                            + Objects.requireNonNull(promise.item().head())
                                    .version()
                                    .hex());
        return told;
    }

    /** Only the files about a duty say what it makes of the acts; in the others it makes nothing. */
    private static Map<String, String> monitored(ActVector vector, String what) {
        return vector.has(what) ? vector.words(what) : Map.of();
    }

    /** What became of the acts. */
    private record Came(
            Map<String, String> rejected,
            Map<String, String> waiting,
            Map<String, String> items,
            Map<String, String> accounts,
            Map<String, String> figures,
            Map<String, String> sittings,
            Map<String, String> issued,
            Map<String, String> reports,
            Map<String, String> words) {}

    private static Map<String, String> items(ActVector vector) {
        var items = new TreeMap<String, String>();
        var node = vector.node("items");
        for (var item : node.propertyNames())
            items.put(
                    item,
                    node.get(item).get("standing").asString() + " "
                            + node.get(item).get("version").asString());
        return items;
    }

    /** A log's entries in order, each a stretch of its own; the last of a log comes with its checkpoint. */
    private static List<List<Stretch>> entries(ActVector vector, PartyCode reader) {
        var withheld = new ArrayList<String>();
        vector.node("withheld").forEach(id -> withheld.add(id.asString()));
        var all = new ArrayList<List<Stretch>>();
        var logs = vector.node("logs");
        for (var code : logs.propertyNames()) {
            var log = parties.log(new PartyCode(code));
            for (var act : logs.get(code)) log.write(act.asString(), Set.of(reader));
            var stretches = new ArrayList<Stretch>();
            for (var index = 0L; index < log.size(); index++)
                stretches.add(stretch(log, index, reader, withheld.contains(code + "/" + index)));
            all.add(stretches);
        }
        return all;
    }

    private static Stretch stretch(PaperLog log, long index, PartyCode reader, boolean withheld) {
        var note = index == log.size() - 1 ? log.checkpoint() : null;
        var missing = StoredEntry.closed(index, log.entry(index), StoredEntry.State.MISSING);
        var reading = ActText.read(new ActId(log.party(), index), log.act(index), reader);
        var open = StoredEntry.open(index, log.entry(index), log.salt(index), log.act(index));
        var arrived = withheld ? new Stretch.Arrived(missing, null) : new Stretch.Arrived(open, reading);
        return new Stretch(log.party(), List.of(arrived), note);
    }

    /** The same stretches, those of different logs in an order by chance. */
    private static List<List<Stretch>> mixed(List<List<Stretch>> logs) {
        var random = new Random(1);
        var left = new ArrayList<ArrayList<Stretch>>();
        logs.forEach(log -> left.add(new ArrayList<>(log)));
        var mixed = new ArrayList<Stretch>();
        while (!left.isEmpty()) {
            var log = left.get(random.nextInt(left.size()));
            mixed.add(log.removeFirst());
            if (log.isEmpty()) left.remove(log);
        }
        return List.of(mixed);
    }

    /** What authors say they hand out no more, each with the act that took it back. */
    private static Map<ActId, ActId> takenBack(ActVector vector) {
        var takenBack = new TreeMap<ActId, ActId>();
        if (vector.has("takenBack"))
            vector.words("takenBack").forEach((act, order) -> takenBack.put(ActId.parse(act), ActId.parse(order)));
        return takenBack;
    }

    private static void take(
            PartyCode reader, List<Duty> duties, List<List<Stretch>> stretches, Map<ActId, ActId> takenBack) {
        empty();
        var logs = new Logs(parties.charter(), reader, parties.keys(reader), postgres.readers());
        try {
            var batch = new Batch(logs, writing, reading, lease, Acts.byKind(duties), (_, _) -> {});
            for (var some : stretches) {
                var works = new ArrayList<Work>();
                for (var stretch : some) works.add(new Work.Incoming(stretch, new CompletableFuture<>()));
                carryOut(batch, works);
            }
            carryOut(batch, works(logs, takenBack));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void carryOut(Batch batch, List<Work> works) throws SQLException {
        for (var rest = works; !rest.isEmpty(); ) {
            batch.carryOut(rest, NOW);
            var sealed = batch.seal();
            batch.commit(sealed);
            batch.landed();
            rest = rest.subList(sealed.works().size(), rest.size());
        }
    }

    private static List<Work> works(Logs logs, Map<ActId, ActId> takenBack) {
        var works = new ArrayList<Work>();
        takenBack.forEach((id, order) -> {
            var entry = logs.entry(id.party(), id.index()).orElseThrow().entry();
            var closed = StoredEntry.closed(id.index(), entry, StoredEntry.State.TAKEN_BACK);
            works.add(new Work.TakenBack(id.party(), closed, order.index(), new CompletableFuture<>()));
        });
        return works;
    }

    private static void replay(PartyCode reader, List<Duty> duties) {
        var logs = new Logs(parties.charter(), reader, parties.keys(reader), postgres.readers());
        try {
            Replay.rebuild(logs, replaying, duties);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Row by row: a few rows are sooner deleted than the files of all tables made anew. */
    private static void empty() {
        try (var statement = writing.createStatement()) {
            for (var table : LoneNode.TABLES) statement.addBatch("delete from " + table);
            for (var table : TABLES) statement.addBatch("delete from " + table);
            statement.executeBatch();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Came came() {
        return new Came(
                read("select act, rule from acts.rejected"),
                read("select act, missing from acts.waiting"),
                read("select item, coalesce(standing, 'proposed') || ' ' || coalesce('sha256:' || version, '')"
                        + " from compact.item full join (select distinct item from compact.round) r using (item)"
                        + " where item like 'initiative/%'"),
                read("select f.initiative || ' ' || a.key, a.value ->> 'act' || ' ' || (a.value ->> 'state')"
                        + " || coalesce((select string_agg(', ' || split_part(w ->> 'act', '/', 1)"
                        + " || case when (w ->> 'confirms')::bool then ' confirms' else ' disputes' end, '')"
                        + " from jsonb_array_elements(a.value -> 'words') w), '')"
                        + " from monitoring.facts f, jsonb_each(f.doc::jsonb -> 'accounts') a"),
                read("select initiative || ' ' || party || ' ' || day, doc::jsonb ->> 'number'"
                        + " || coalesce((select string_agg(', ' || (c ->> 'number'), '')"
                        + " from jsonb_array_elements(doc::jsonb -> 'corrected') c), '') from monitoring.point"),
                VectorSittings.stand(postgres.readers()),
                read("select act, scope from documents.issued"),
                read(
                        "select act, 'kept' from exchange.item union"
                                // Given up is what is not only ordered to be: neither salt nor text is here any more.
                                + " select r.item, case e.state when 3 then 'given up' else 'never came' end"
                                + " from exchange.recall r join trust.entry e"
                                + " on e.idx = split_part(r.item, '/', 2)::bigint and e.state in (3, 4)"
                                + " and e.salt is null and e.act is null"
                                + " where r.item not in (select act from exchange.item)"
                                + " union select item || ' ' || holder || ' ' || lower(stage), act from exchange.received"
                                + " union select item || ' ' || holder || ' ' || replace(lower(kind), '_', '-'), act from exchange.outcome"),
                read("select request || ' ' || party || ' ' || replace(lower(trim(kind || ' ' || code)), '_', '-'), act"
                        + " from requests.word"
                        + " union select copy || ' ' || asker || ' for ' || party || ' ' || purpose || ' ' || replace(lower(why), '_', '-'), act from onward.ask"
                        + " union select ask || ' ' || provider || case when ref = '' then ' refused'"
                        + " else ' granted for ' || party || ' ' || purpose || ' ' || ref end, act from onward.answer"
                        + " union select ask || ' noted ' || replace(lower(ground), '_', '-'), act from onward.noted"
                        + " union select ask || ' taken back', act from onward.withdrawn"));
    }

    private static Map<String, String> read(String sql) {
        var rows = new TreeMap<String, String>();
        try (var statement = reading.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) rows.put(found.getString(1), found.getString(2));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rows;
    }
}
