package acorde.web;

import acorde.acts.Acts;
import acorde.compact.Compact;
import acorde.compact.CompactFolder;
import acorde.compact.Founding;
import acorde.compact.ItemKey;
import acorde.documents.Documents;
import acorde.exchange.Exchange;
import acorde.exchange.Feed;
import acorde.exchange.InForce;
import acorde.exchange.OfficeDrafts;
import acorde.exchange.TestRules;
import acorde.files.Files;
import acorde.files.Letters;
import acorde.finding.Catalogue;
import acorde.finding.Finding;
import acorde.groups.Groups;
import acorde.groups.Notes;
import acorde.monitoring.Monitoring;
import acorde.notices.MailServer;
import acorde.notices.Notices;
import acorde.notices.Present;
import acorde.offices.Journal;
import acorde.offices.Office;
import acorde.offices.OfficeCode;
import acorde.offices.OfficesDuty;
import acorde.offices.Role;
import acorde.offices.TestOffices;
import acorde.onward.Onward;
import acorde.policy.Adopted;
import acorde.requests.Requests;
import acorde.stix.Names;
import acorde.trust.Charter;
import acorde.trust.KeyRing;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import acorde.trust.Transport;
import acorde.web.mail.MailWords;
import acorde.web.words.Bilingual;
import acorde.webhooks.Reach;
import acorde.webhooks.Webhooks;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Four parties' nodes with pages, on real databases, founded on the compact of 2019; Guatemala brings the history in. */
// longer than a file should be: all that the nodes of a story can be asked to do, in one place
final class TestDesk implements AutoCloseable {
    static final String PASSWORD = "un puente de madera";
    private static final List<String> PARTIES = List.of("US", "GT", "HN", "SV");

    private final CompactFolder.Read.Folder folder =
            (CompactFolder.Read.Folder) CompactFolder.read(Path.of("..", "compacts", "moc-2019"));
    private final Map<String, KeyRing> keys = new LinkedHashMap<>();
    private final Map<String, One> nodes = new LinkedHashMap<>();
    private final Charter charter;
    private Ways ways = new Ways(null, Reach.NOWHERE);

    /** By which notices go. @param mail null for a node that sends none */
    record Ways(@Nullable MailServer mail, Reach reach) {}

    /** One party's node. */
    static final class One implements AutoCloseable {
        final TestOffices records = records();
        final Acts acts;
        final Files files;
        final Compact compact;
        final Adopted rules = new Adopted();
        final Finding finding;
        final Monitoring monitoring;
        final Groups groups;
        final Exchange exchange;
        final Feed feed;
        final Requests requests;
        final Onward onward;
        final Present present;
        final Webhooks webhooks;
        final Notices notices;
        final Website website;
        private final Transport transport;
        private final PeerServer peers;
        private final AutoCloseable answering;

        One(Charter charter, PartyCode party, KeyRing keys, Ways ways) { // whose, and by which it tells of what waits
            var founding = Founding.of(charter);
            acts = acts(records, charter, party, keys);
            files = new Files(records.postgres, records.lease, acts, records.clock);
            compact = new Compact(acts, founding, records.postgres.readers(), rules::faults);
            compact.join();
            monitoring = new Monitoring(acts, compact, founding, records.postgres.readers());
            groups = groups(records, acts, founding);
            exchange = exchange(records, acts, compact);
            requests = new Requests(acts, exchange, records.postgres.readers());
            onward = onward(records, acts, exchange, compact);
            finding = finding(
                    records,
                    acts,
                    List.of(
                            compact.catalogue(),
                            monitoring.catalogue(),
                            groups.catalogue(compact),
                            exchange.catalogue(() -> codes(records), records.clock)));
            feed = exchange.feed(records.postgres, records.lease, new Names(charter.hash())::of);
            answering = exchange.answering(records.clock, feed::takeIn, finding.unsigned()::forgetAnswers);
            transport = new Transport(charter, party, keys);
            var port = charter.place(party).orElseThrow().address().getPort();
            peers = new PeerServer(acts, files, transport, new PeerServer.Listening("127.0.0.1", port));
            var documents = new Documents(acts, compact, monitoring, groups, founding, records.postgres.readers());
            present = new Present(
                    party, new Notices.Sources(finding, groups, monitoring, exchange.tidings(), requests, onward));
            webhooks = webhooks(new Webhooks.Sources(present, feed, records.offices, keys::secret), records, ways);
            notices = notices(ways, records, present.and(webhooks::silent));
            var site = new Site(party, new Bilingual("Ministerio", "Ministry"), false, true, Optional.empty());
            website = Website.start(
                    site,
                    records.clock,
                    List.of(
                            acts,
                            files,
                            compact,
                            rules,
                            monitoring,
                            documents,
                            groups,
                            exchange,
                            feed,
                            new OfficeDrafts(records.postgres, records.lease),
                            requests,
                            onward,
                            founding,
                            records.offices,
                            finding,
                            notices,
                            webhooks),
                    new Website.Listening("127.0.0.1", 0));
        }

        private static List<OfficeCode> codes(TestOffices records) {
            return records.offices.offices().stream().map(Office::code).toList();
        }

        private static Finding finding(TestOffices records, Acts acts, List<Catalogue> catalogues) {
            return new Finding(records.postgres, records.lease, acts, catalogues, records.clock).following();
        }

        /** Written and sent when the test says so. */
        static Notices notices(Ways ways, TestOffices records, Present present) {
            return new Notices(
                    present,
                    records.offices,
                    records.postgres,
                    records.lease,
                    records.clock,
                    ways.mail(),
                    MailWords::write);
        }

        /** Sent when the test says so. */
        static Webhooks webhooks(Webhooks.Sources sources, TestOffices records, Ways ways) {
            return new Webhooks(sources, records.postgres, records.lease, records.clock, ways.reach());
        }

        private static Acts acts(TestOffices records, Charter charter, PartyCode party, KeyRing keys) {
            var postgres = records.postgres;
            var logs = new Logs(charter, party, keys, postgres.readers());
            var founding = Founding.of(charter);
            return new Acts(
                    postgres,
                    postgres.lease("log"),
                    logs,
                    List.of(
                            Compact.duty(founding),
                            Monitoring.duty(founding),
                            Groups.duty(founding),
                            Documents.duty(founding),
                            Exchange.duty(party),
                            Requests.duty(),
                            Onward.duty(),
                            new OfficesDuty(),
                            new Letters()),
                    Journal.ofActs(),
                    records.clock);
        }

        /** By the rules the product ships with, as if they had been adopted. */
        static Exchange exchange(TestOffices records, Acts acts, Compact compact) {
            return new Exchange(
                    acts, records.offices.journal(), () -> inForce(records, compact), records.postgres.readers());
        }

        private static InForce inForce(TestOffices records, Compact compact) {
            return TestRules.inForce(
                    InForce.purposes(compact.items().keySet().stream()
                            .filter(key -> key.kind() == ItemKey.Kind.AREA)
                            .map(ItemKey::code)
                            .toList()),
                    records.offices.alertSwitch().isReal());
        }

        static Onward onward(TestOffices records, Acts acts, Exchange exchange, Compact compact) { // on what it stands
            return new Onward(acts, exchange, () -> inForce(records, compact), records.postgres.readers());
        }

        private static Groups groups(TestOffices records, Acts acts, Founding founding) {
            var notes = new Notes(records.postgres, records.lease);
            return new Groups(acts, founding, records.postgres.readers(), notes, records.clock);
        }

        void follow() {
            acts.follow(transport);
            files.follow(
                    transport,
                    act -> exchange.mayHaveFiles(act, records.clock.instant()),
                    act -> exchange.mayKeepFiles(act, records.clock.instant()));
        }

        Visitor visitor() {
            return new Visitor(website.port());
        }

        /** Somebody signed in for an office of that role. */
        Visitor officer(Role role) {
            var account = "officer." + role.code();
            if (records.offices.accounts().stream()
                    .noneMatch(known -> known.name().equals(account))) records.officer(account, role.word(), PASSWORD);
            return visitor().signIn(account, PASSWORD);
        }

        /** A token of an office of that role. */
        String token(Role role) {
            officer(role);
            var officer = records.signIn("officer." + role.code(), PASSWORD).officer();
            return TestOffices.done(records.offices.makeToken(officer, "prueba", 30))
                    .reveal();
        }

        /** A token of an office by its code, such as that of one area. */
        String token(String office) {
            var account = "officer." + office;
            records.officer(account, office, PASSWORD);
            var officer = records.signIn(account, PASSWORD).officer();
            return TestOffices.done(records.offices.makeToken(officer, "prueba", 30))
                    .reveal();
        }

        /** Waits for commits until it holds, and fails after a generous time. */
        void until(String what, BooleanSupplier condition) {
            var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            try {
                while (true) {
                    var seen = acts.commits();
                    if (condition.getAsBoolean()) return;
                    if (System.nanoTime() > end) throw new AssertionError("not within a minute: " + what);
                    acts.awaitCommit(seen, Duration.ofMillis(100));
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            website.close();
            stopAnswering();
            finding.close();
            peers.close();
            files.close();
            acts.close();
            records.close();
        }

        private void stopAnswering() {
            try {
                answering.close();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    TestDesk(Path where) {
        var json = JsonMapper.shared();
        var content = json.createObjectNode();
        content.put("acorde", 1);
        content.put("compact", folder.id());
        content.putObject("title")
                .put("es", folder.title().es())
                .put("en", folder.title().en());
        content.put("announcer", "GT");
        var parties = content.putArray("parties");
        for (var code : PARTIES) {
            var ring = KeyRing.create(where.resolve(code), new SecureRandom());
            keys.put(code, ring);
            var words = folder.parties().stream()
                    .filter(party -> party.code().value().equals(code))
                    .findFirst()
                    .orElseThrow();
            var party = parties.addObject().put("code", code);
            party.putObject("name")
                    .put("es", words.name().es())
                    .put("en", words.name().en());
            party.putObject("body")
                    .put("es", words.body().es())
                    .put("en", words.body().en());
            party.put("zone", words.zone().getId());
            party.put("address", "https://127.0.0.1:" + freePort());
            ring.publicKeys(folder.id(), new PartyCode(code)).writeTo(party.putObject("keys"));
        }
        content.set("annexes", Founding.annexes(folder));
        charter = Charter.parse(json.writeValueAsBytes(content));
    }

    /** Records in a database that has all that a node keeps. */
    static TestOffices records() {
        return new TestOffices(
                "offices",
                "trust",
                "acts",
                "finding",
                "compact",
                "monitoring",
                "documents",
                "files",
                "groups",
                "exchange",
                "requests",
                "onward",
                "notices",
                "webhooks");
    }

    /** The doors of a party that nobody follows, on {@link #records}. */
    List<Object> doors(TestOffices records, PartyCode party) {
        var founding = Founding.of(charter);
        var acts = One.acts(records, charter, party, keys.get(party.value()));
        var rules = new Adopted();
        var compact = new Compact(acts, founding, records.postgres.readers(), rules::faults);
        compact.join();
        var monitoring = new Monitoring(acts, compact, founding, records.postgres.readers());
        var groups = One.groups(records, acts, founding);
        var documents = new Documents(acts, compact, monitoring, groups, founding, records.postgres.readers());
        var files = new Files(records.postgres, records.lease, acts, records.clock);
        var finding = One.finding(records, acts, List.of(compact.catalogue(), groups.catalogue(compact)));
        var exchange = One.exchange(records, acts, compact);
        var requests = new Requests(acts, exchange, records.postgres.readers());
        var onward = One.onward(records, acts, exchange, compact);
        var present = new Present(
                party, new Notices.Sources(finding, groups, monitoring, exchange.tidings(), requests, onward));
        var notices = One.notices(ways, records, present);
        var feed = exchange.feed(records.postgres, records.lease, new Names(charter.hash())::of);
        KeyRing ring = keys.get(party.value());
        var sources = new Webhooks.Sources(present, feed, records.offices, ring::secret);
        return List.of(
                records.offices,
                acts,
                founding,
                compact,
                rules,
                monitoring,
                documents,
                files,
                finding,
                groups,
                exchange,
                feed,
                new OfficeDrafts(records.postgres, records.lease),
                requests,
                onward,
                notices,
                One.webhooks(sources, records, ways));
    }

    /** Of the nodes that are started from now on. */
    void mail(MailServer server) {
        ways = new Ways(server, ways.reach());
    }

    /** The same. */
    void reach(Reach reach) {
        ways = new Ways(ways.mail(), reach);
    }

    /** Starts a party's node; Guatemala's brings the history in. */
    One start(String code) {
        var node = new One(charter, new PartyCode(code), keys.get(code), ways);
        nodes.put(code, node);
        if (code.equals("GT")) node.compact.announce(folder);
        return node;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        nodes.values().forEach(One::close);
    }
}
